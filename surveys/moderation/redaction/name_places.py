"""Whether a name stands for a place here: "Florence suite", "St Mary", "Queen Elizabeth"."""

from collections.abc import Sequence

from surveys.moderation.redaction import name_reach, word_lists
from surveys.moderation.redaction import name_surroundings as around
from surveys.moderation.redaction.name_words import Word, is_joined


def names_a_place(words: Sequence[Word], index: int) -> bool:
    """Whether the name at `index` is that of a ward, a hospital or a street here."""
    last = name_reach.last(words, index)
    inside = {word.lower for word in words[index + 1 : last + 1]}
    return (
        _is_before_a_place(words, last)
        or _is_behind_a_place(words, index)
        or bool(inside & word_lists.cues("place_words"))
    )


def _is_before_a_place(words: Sequence[Word], last: int) -> bool:
    """Whether a place follows ("Florence suite"), joined to the name, and nothing is told of a person."""
    after = last + 1
    if after >= len(words) or words[after].lower not in word_lists.cues("place_words"):
        return False
    if around.birth_after(words, last) or _begins_a_number(words, after) or words[last].gap.strip():
        return False
    return is_joined(words[last]) or words[last].possessive


def _is_behind_a_place(words: Sequence[Word], index: int) -> bool:
    """Whether what stands before begins a place's name ("St Mary")."""
    before = words[index - 1] if index else None
    return (
        before is not None and before.lower in word_lists.cues("before_places") and before.gap in {" ", ". "}
    )


def _begins_a_number(words: Sequence[Word], index: int) -> bool:
    """Whether "NHS number" stands here, which belongs to a person and makes no place of a name."""
    following = words[index + 1] if index + 1 < len(words) else None
    return (
        words[index].lower == "nhs" and following is not None and following.lower in {"number", "no", "num"}
    )
