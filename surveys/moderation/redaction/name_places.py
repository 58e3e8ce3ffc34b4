"""Whether a name stands for a place here: "Florence suite", "St Mary", "Queen Elizabeth"."""

from collections.abc import Sequence

from surveys.moderation.redaction import name_reach, word_lists
from surveys.moderation.redaction import name_surroundings as around
from surveys.moderation.redaction.name_words import Word, is_joined


def names_a_place(words: Sequence[Word], index: int) -> bool:
    """Whether the name at `index` is that of a ward, a hospital or a street here."""
    places = word_lists.cues("place_words")
    last = name_reach.last(words, index)
    after = words[last + 1] if last + 1 < len(words) else None
    if (
        after is not None
        and after.lower in places
        and not around.birth_after(words, last)
        and not _begins_a_number(words, last + 1)
        and words[last].gap.strip() == ""
        and (is_joined(words[last]) or words[last].possessive)
    ):
        return True
    inside = {word.lower for word in words[index + 1 : last + 1]}
    before = words[index - 1] if index else None
    return (
        before is not None and before.lower in word_lists.cues("before_places") and before.gap in {" ", ". "}
    ) or bool(inside & places)


def _begins_a_number(words: Sequence[Word], index: int) -> bool:
    """Whether "NHS number" stands here, which belongs to a person and makes no place of a name."""
    following = words[index + 1] if index + 1 < len(words) else None
    return (
        words[index].lower == "nhs" and following is not None and following.lower in {"number", "no", "num"}
    )
