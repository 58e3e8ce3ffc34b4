"""Where a name begins and ends around its first known word: initials, surnames, "van der"."""

from collections.abc import Sequence

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.name_words import Word, is_joined

_LONGEST_NAME, _SHORTEST_IN_SMALL_LETTERS = 4, 3
_TITLES = frozenset({"mrs", "ms", "miss", "sister", "nurse", "matron", "midwife", "doctor", "consultant"})
_SURELY_BEFORE_SURNAMES = frozenset({"van", "von", "bin", "bint", "abu"})
# "Mother of", "lady" and the like, which are part of an Arabic or Urdu name where it follows.
_MOTHER_OF = frozenset({"أم", "ام", "أبو", "ابو", "بنت", "عبد", "الحاجة", "الحاج", "بی", "بيبي", "ماہ", "مه"})
_SONS_OF = frozenset({"mac", "nic", "ap"})
_SIZES = frozenset({"big", "little", "wee", "young", "auld", "old", "tall"})
_INITIAL_GAPS = frozenset({" ", ". ", "."})


def first(words: Sequence[Word], index: int) -> int:
    """Index of the first word: an initial, or a given name that no list has, before a known one."""
    if not index:
        return index
    if (start := _first_particle(words, index)) != index:
        return start
    if (start := _first_mother_of(words, index)) != index:
        return start
    start = index
    while start and _is_initial_before(words, start):
        start -= 1
    if start != index:
        return start
    before = words[index - 1]
    if _is_a_nickname(words, index) or _is_a_word_before_a_surname(before, words[index]):
        return index - 1
    known = words[index].is_surname or words[index].is_listed
    if before.could_be_a_name and words[index].capital and known and is_joined(before):
        return index - 1
    return index


def _first_mother_of(words: Sequence[Word], index: int) -> int:
    while index and words[index - 1].lower in _MOTHER_OF and is_joined(words[index - 1]):
        index -= 1
    return index


def _is_a_nickname(words: Sequence[Word], index: int) -> bool:
    """Whether "Big" or the like belongs to the name: "Big Dave"."""
    before = words[index - 1]
    return (
        before.lower in _SIZES
        and before.capital
        and not before.first
        and words[index].capital
        and is_joined(before)
    )


def _is_a_word_before_a_surname(given: Word, surname: Word) -> bool:
    """Whether a name that is a word stands before a surname: "Patience Ogunbanjo-Wright"."""
    if not (given.is_listed and given.capital and surname.capital and is_joined(given)):
        return False
    return surname.is_surname or "-" in surname.lower or not surname.is_listed


def _is_initial_before(words: Sequence[Word], index: int) -> bool:
    """Whether an initial stands before: "R Khan", "I. Khan", "MRS A KHAN", but not "I saw"."""
    before = words[index - 1]
    if not before.initial or before.gap not in _INITIAL_GAPS:
        return False
    titled = index > 1 and words[index - 2].lower in word_lists.cues("honorifics") | _TITLES
    return (before.capital and before.lower not in {"i", "a"}) or before.gap != " " or titled


def _first_particle(words: Sequence[Word], index: int) -> int:
    """Index of the first of the particles that lead from a title to a surname: "Ms van der Merwe"."""
    start = index
    while start and words[start - 1].lower in word_lists.cues("particles") and is_joined(words[start - 1]):
        start -= 1
    if start == index or not words[index].capital:
        return index
    titled = start > 0 and words[start - 1].lower in word_lists.cues("honorifics") | _TITLES
    return start if titled or words[start].lower in _SURELY_BEFORE_SURNAMES else index


def last(words: Sequence[Word], first_index: int) -> int:
    """Index of the last word of the name that starts at `first_index`: capitals and surnames join it."""
    end = first_index
    while end - first_index + 1 < _LONGEST_NAME:
        step = _step(words, first_index, end)
        if not step:
            break
        end += step
    return end


def ends_in_surname(words: Sequence[Word], index: int, last_index: int) -> bool:
    """Whether the last of several words is a known surname."""
    return last_index > index and words[last_index].is_surname


def _step(words: Sequence[Word], first_index: int, end: int) -> int:
    if end + 1 >= len(words) or words[end].possessive:
        return 0
    gap, following = words[end].gap, words[end + 1]
    if gap == ". " and len(words[end].lower) == 1 and following.capital:
        return 1
    if gap == ", " and _is_surname_first(words[end], following):
        return 1
    if gap not in {" ", "-"}:
        return 0
    if following.lower in word_lists.cues("particles") and (
        following.lower in _SONS_OF or not following.is_also_a_place
    ):
        beyond = words[end + 2] if end + 2 < len(words) else None
        if (
            words[first_index].capital
            and beyond is not None
            and beyond.capital
            and not beyond.is_common
            and is_joined(following)
        ):
            return 2
    return int(_belongs(words[first_index], following))


def _is_surname_first(surname: Word, given: Word) -> bool:
    """Whether a comma stands between the parts of one name: "Hargreaves, Josephine"."""
    if not (surname.capital and given.capital and given.is_listed and not given.is_also_a_word):
        return False
    return surname.is_surname and not surname.is_listed and not given.is_surname


def _belongs(start: Word, following: Word) -> bool:
    if start.is_without_case:
        return (
            following.is_without_case
            and (following.is_listed or following.is_surname)
            and not following.is_also_a_word
        )
    if following.initial and start.all_capitals and not start.capital:
        return following.lower not in {"i", "a"} and following.gap[:1] in {" ", ".", ",", "\n", ""}
    if following.capital and start.capital:
        if len(following.lower) == 1:
            return following.lower not in {"i", "a"} or following.gap[:1] == "."
        return not following.is_common or (
            following.is_surname and following.lower not in word_lists.cues("place_words")
        )
    known = len(following.lower) >= _SHORTEST_IN_SMALL_LETTERS and (
        following.is_surname or following.is_listed
    )
    return known and following.language == "en" and not following.is_also_a_word
