"""Names that other names lead to: those on a list with them, and the same name elsewhere in the text."""

from collections.abc import Sequence

from surveys.moderation.redaction import name_reach, word_lists
from surveys.moderation.redaction.name_words import Word, is_joined

_LISTING = frozenset({",", "&", "/", "+", ", &"})


def with_lists(words: Sequence[Word], starts: set[int]) -> set[int]:
    """The starts, and those of names before and after them on a list: "Emma, Priya and jo"."""
    found = set(starts)
    for index in range(len(words)):
        if index in found and (following := _next_on_list(words, name_reach.last(words, index))) is not None:
            found.add(following)
    for index in range(len(words) - 1, 0, -1):
        if index in found and (earlier := _earlier_on_list(words, index)) is not None:
            found.add(earlier)
    return found


def with_repeats(words: Sequence[Word], starts: set[int]) -> list[int]:
    """The starts, and every other place where one of these names stands."""
    firm = {
        words[index].lower
        for index in starts
        if not words[index].is_also_a_place and len(words[index].lower) > 1
    }
    found = set(starts)
    covered = {place for index in starts for place in range(index, name_reach.last(words, index) + 1)}
    for index, word in enumerate(words):
        if word.lower in firm and index not in covered and _is_the_same(words, index):
            found.add(index)
    return sorted(found)


def _is_the_same(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.gap.strip()[:1].isdigit():
        return False
    if word.is_also_a_word:
        return word.capital and (not word.first or (word.gap.strip() in {",", ""} and _alone(words, index)))
    return (
        word.capital
        or word.is_without_case
        or (len(word.lower) > 3 and not word.is_common and word.language == "en")
    )


def _alone(words: Sequence[Word], index: int) -> bool:
    return words[index].gap.strip() == "," or index + 1 == len(words)


def _next_on_list(words: Sequence[Word], last: int) -> int | None:
    gap, following = words[last].gap.strip(), last + 1
    if words[last].possessive or gap not in {"", *_LISTING, ',"', '"', "”"}:
        return None
    joined = gap in _LISTING
    while (
        following + 1 < len(words)
        and following - last < 4
        and words[following].lower in word_lists.cues("joiners")
        and (gap != "" or following == last + 1 or joined)
    ):
        following += 1
        joined = True
    if not joined or following >= len(words):
        return None
    word = words[following]
    if word.capital:
        return following if (word.is_listed and not word.is_also_a_place) or word.could_be_a_name else None
    return following if word.is_listed and (not word.is_also_a_word or _ends_here(words, following)) else None


def _ends_here(words: Sequence[Word], index: int) -> bool:
    return words[index].gap.strip() != "" and not words[index].is_also_a_place and len(words[index].lower) > 3


def _is_told_apart(words: Sequence[Word], index: int) -> bool:
    """Whether a name that is a word too stands in a list of people: "especially joy, hope and Ann"."""
    word = words[index]
    if word.lower in word_lists.names_that_are_places() | word_lists.cues("no_people_on_lists"):
        return False
    if word.all_capitals and not word.capital and len(word.lower) > 2:
        return True
    while index and words[index - 1].gap.strip() in _LISTING - {"/"} and words[index - 1].is_listed:
        index -= 1
    before = words[index - 1] if index else None
    return before is not None and (
        before.lower in word_lists.cues("before_people") or before.lower in word_lists.roles("en")
    )


def _earlier_on_list(words: Sequence[Word], index: int) -> int | None:
    before = index - 1
    if words[before].lower in word_lists.cues("honorifics") and before:
        before -= 1
    if words[before].lower in {"and", "n", "or"} and before:
        before -= 1
    elif words[before].gap.strip() not in _LISTING:
        return None
    word = words[before]
    if word.initial and before and not word.capital and words[before - 1].all_capitals:
        word = words[before := before - 1]
    if before + 1 < index and not is_joined(word) and word.gap.strip() not in _LISTING:
        return None
    if word.is_listed:
        return (
            before
            if (word.capital or not word.is_also_a_word or _is_told_apart(words, before))
            and not (word.is_also_a_place and word.first and words[index - 1].lower not in {"and", "n"})
            else None
        )
    if not word.could_be_a_name:
        return None
    return before if not word.first or not word.lower.endswith(("s", "y", "t")) else None
