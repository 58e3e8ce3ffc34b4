"""Names of people: after a title, a role, "called" or thanks, and known given names.

Small letters count only where a cue announces the name; names that are words ("hope", "Rose") need one too.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from surveys.moderation.redaction import announcements, word_lists
from surveys.moderation.redaction.name_words import Word, is_joined, is_joined_title, words_of
from surveys.moderation.redaction.spans import Redaction

_LONGEST_NAME = 3


def names(text: str, *, language: str = "en") -> Iterator[Redaction]:
    """Spans of names, without title, role or possessive ending; some may be yielded twice."""
    words = words_of(text)
    starts = set(
        chain(
            _after_titles(words),
            _after_roles(words, word_lists.roles(language)),
            _after_phrases(text, words),
            _known_names(words),
            _subjects(words),
        )
    )
    for index in _with_lists(words, starts):
        yield Redaction(words[index].start, words[_last(words, index)].end, "name")


def _after_titles(words: Sequence[Word]) -> Iterator[int]:
    for index, word in enumerate(words[:-1]):
        if is_joined_title(word) and _is_title_of(word, words[index + 1]):
            yield index + 1


def _is_title_of(word: Word, following: Word) -> bool:
    if word.lower in word_lists.cues("careful_honorifics"):
        return word.capital and _is_announced(following)
    return word.lower in word_lists.cues("honorifics") and _is_titled_name(following)


def _after_roles(words: Sequence[Word], roles: frozenset[str]) -> Iterator[int]:
    for index, word in _followed(words):
        following = words[index + 1]
        announces = word.lower in roles or (word.lower in word_lists.cues("people") and following.is_listed)
        if announces and _is_announced(following):
            yield index + 1


def _after_phrases(text: str, words: Sequence[Word]) -> Iterator[int]:
    at = {word.start: index for index, word in enumerate(words)}
    for pattern in (announcements.CALLED, announcements.PERSON_CALLED, announcements.THANKS):
        for match in pattern.finditer(text):
            index = at.get(match.end())
            if index is not None and _is_announced(
                words[index], lower_words=pattern is not announcements.THANKS
            ):
                yield index


def _known_names(words: Sequence[Word]) -> Iterator[int]:
    for index, word in enumerate(words):
        if _is_known(word) and not _names_a_place(words, index):
            yield index


def _subjects(words: Sequence[Word]) -> Iterator[int]:
    for index, word in _followed(words):
        listed = word.is_listed and not word.is_also_a_word
        if (
            listed
            and words[index + 1].lower in word_lists.cues("verbs_after_a_name")
            and not _names_a_place(words, index)
        ):
            yield index


def _with_lists(words: Sequence[Word], starts: set[int]) -> list[int]:
    """The starts, and those of names that go on a list: "Emma, Priya and jo"."""
    found = set(starts)
    for index in range(len(words)):
        if index in found and (following := _next_on_list(words, _last(words, index))) is not None:
            found.add(following)
    return sorted(found)


def _next_on_list(words: Sequence[Word], last: int) -> int | None:
    following = last + 1
    if following + 1 < len(words) and words[following].lower in word_lists.cues("joiners"):
        following += 1
    elif following >= len(words) or words[last].gap.strip() not in {",", "&", "/", "+"}:
        return None
    word = words[following]
    return following if word.is_listed and (word.capital or not word.is_also_a_word) else None


def _followed(words: Sequence[Word]) -> Iterator[tuple[int, Word]]:
    return ((index, word) for index, word in enumerate(words[:-1]) if is_joined(word))


def _is_titled_name(word: Word) -> bool:
    if word.capital:
        return not word.is_common or word.is_surname
    return (word.is_listed or word.is_surname or word.looks_like_a_name) and not word.is_also_a_word


def _is_announced(word: Word, *, lower_words: bool = False) -> bool:
    if word.capital:
        return not word.is_common and (word.is_listed or not word.is_also_a_word)
    return word.is_listed and (lower_words or not word.is_also_a_word)


def _is_known(word: Word) -> bool:
    return word.capital and word.is_listed and not word.is_also_a_word


def _names_a_place(words: Sequence[Word], index: int) -> bool:
    places = word_lists.cues("place_words")
    last = _last(words, index)
    after = words[last + 1].lower if last + 1 < len(words) else ""
    inside = {word.lower for word in words[index + 1 : last + 1]}
    before = words[index - 1].lower if index else ""
    return before in word_lists.cues("before_places") or after in places or bool(inside & places)


def _last(words: Sequence[Word], first: int) -> int:
    """Index of the last word of the name that starts at `first`: capitals and surnames join it."""
    last = first
    while last + 1 < len(words) and last - first + 1 < _LONGEST_NAME and words[last].gap in {" ", "-"}:
        following = words[last + 1]
        if not (_is_surname_here(words[first], following)):
            break
        last += 1
    return last


def _is_surname_here(first: Word, following: Word) -> bool:
    if following.capital and first.capital:
        return not following.is_common or following.is_surname
    return following.is_surname and not following.is_also_a_word
