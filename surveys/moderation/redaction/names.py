"""Names of people: after a title, a role, "called" or thanks, and known given names.

A name that is a word too ("hope", "Rose") needs a cue; so does one that no list has, where a sentence begins.
"""

import re
from collections.abc import Iterator, Sequence

from surveys.moderation.redaction import (
    announcements,
    births_and_kin,
    introductions,
    name_lists,
    name_places,
    name_reach,
    word_lists,
)
from surveys.moderation.redaction import name_surroundings as around
from surveys.moderation.redaction.name_words import Word, is_joined, words_of
from surveys.moderation.redaction.own_script_names import tells_how_long
from surveys.moderation.redaction.own_script_signs import all_own_script_names
from surveys.moderation.redaction.spans import Redaction

_REST_OF_A_HANDLE = re.compile(r"_\w{1,30}")
_SHORTEST_IN_SMALL_LETTERS, _SHORTEST_UNLISTED = 4, 3
_NO_SUBJECTS = frozenset({"mine", "my", "he", "so", "do", "can", "ye", "o", "said"})
_STAFF = frozenset({"nurse", "midwife", "sister", "doctor", "matron", "consultant", "mrs", "miss", "ms"})
_MODALS = frozenset({"will", "may", "can", "mark", "bill", "grant", "hope", "pat", "sue", "rob"})
_WISHES = frozenset({"love", "bless", "miss", "trust", "see", "pray", "want", "honour", "chase", "say"})
_SAFE_AFTER_A_MODAL = frozenset(
    {"was", "is", "came", "held", "got", "gets", "should", "made", "did", "had", "has", "deserves", "who"}
)


def names(text: str, *, language: str = "en") -> Iterator[Redaction]:
    """Spans of names, without title, role or possessive ending; some may be yielded twice."""
    ordinary = word_lists.words_of_languages_in(text)
    for found in (*_in_words(text, language), *all_own_script_names(text)):
        small = text[found.start].islower() and text[found.start : found.end] in ordinary
        if not (small or births_and_kin.is_a_month(text, found) or tells_how_long(text, found.start)):
            yield found


def _in_words(text: str, language: str) -> Iterator[Redaction]:
    words = words_of(text, language)
    announced = _after_phrases(text, words) | set(introductions.introduced(text, words))
    starts = {index for index in range(len(words)) if index in announced or _is_name(words, index)}
    starts = name_lists.with_lists(words, starts)
    for first in name_lists.with_repeats(words, starts):
        start, last = name_reach.first(words, first), name_reach.last(words, first)
        yield Redaction(words[start].start, _end(text, words[last]), "name")


def _end(text: str, last: Word) -> int:
    """Where a name ends: after an initial's full stop ("Halina Z."), after a handle's rest ("Crina_B")."""
    if (rest := _REST_OF_A_HANDLE.match(text, last.end)) is not None:
        return rest.end()
    return last.end + int(last.initial and last.gap[:1] == ".")


def _after_phrases(text: str, words: Sequence[Word]) -> set[int]:
    at = {word.start: index for index, word in enumerate(words)}
    found = set()
    for pattern in (announcements.CALLED, announcements.PERSON_CALLED, announcements.THANKS):
        for match in pattern.finditer(text):
            index = at.get(match.end())
            thanks = pattern is announcements.THANKS
            if index is not None and _is_announced(words, index, lower_words=not thanks):
                found.add(index)
    return found


def _is_announced(words: Sequence[Word], index: int, *, lower_words: bool) -> bool:
    word = words[index]
    if name_places.names_a_place(words, index):
        return False
    if word.capital:
        return word.is_listed or word.could_be_a_name
    if not word.is_listed:
        return False
    return not word.is_also_a_word or (lower_words and not word.is_also_a_place)


def _is_name(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if around.title_before(words, index):
        return _is_titled(word, words[index - 1])
    if word.is_common:
        return word.capital and word.is_surname and _is_surname_of_staff(words, index)
    if word.is_without_case:
        return _is_name_without_case(words, index)
    if not word.is_listed:
        return _is_unlisted_name(words, index)
    if name_places.names_a_place(words, index):
        return False
    if not word.is_also_a_word:
        return word.capital or _is_known_in_small_letters(words, index)
    return _is_word_used_as_name(words, index)


def _is_surname_of_staff(words: Sequence[Word], index: int) -> bool:
    """Whether a common word is a surname here: "Nurse Bishop"."""
    title = words[index - 1] if index else None
    return title is not None and title.capital and title.lower in _STAFF and is_joined(title)


def _is_titled(word: Word, title: Word) -> bool:
    if word.capital:
        return word.is_listed or word.is_surname or word.lower not in word_lists.everyday_words()
    if word.all_capitals and (title.all_capitals or title.initial) and (word.is_listed or word.is_surname):
        return word.lower not in word_lists.everyday_words()
    if title.lower in word_lists.cues("careful_honorifics"):
        return word.is_listed and not word.is_also_a_word
    if word.is_without_case:
        return word.is_listed or word.lower not in word_lists.cues("no_names_after_jobs")
    return (
        (word.is_listed or word.is_surname or word.looks_like_a_name)
        and not word.is_also_a_word
        and not word.is_common
    )


def _is_name_without_case(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if name_places.names_a_place(words, index):
        return False
    return word.is_listed and (not word.is_also_a_word or around.role_before(words, index))


def _is_known_in_small_letters(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if index and words[index - 1].lower in {"a", "an"} and is_joined(words[index - 1]):
        return False
    if word.language == "en" and len(word.lower) >= _SHORTEST_IN_SMALL_LETTERS:
        return True
    last = name_reach.last(words, index)
    return (
        _is_pointed_at(words, index)
        or around.praise_after(words, last)
        or (word.language == "en" and around.verb_after(words, last))
        or (word.language == "en" and len(word.lower) > 2 and around.leading_before(words, index))
    )


def _is_pointed_at(words: Sequence[Word], index: int) -> bool:
    """Whether a role or a relation stands before, or a job or what people do after."""
    last = name_reach.last(words, index)
    return (
        around.role_before(words, index)
        or around.kin_before(words, index)
        or around.role_after(words, last)
        or around.workplace_after(words, last)
        or around.others_after(words, last)
    )


def _is_surely_pointed_at(words: Sequence[Word], index: int) -> bool:
    """Whether a role or a relation stands before, or a job after: enough for a month or a town."""
    last = name_reach.last(words, index)
    return (
        around.role_before(words, index)
        or around.kin_before(words, index)
        or around.role_after(words, last)
        or around.desk_after(words, last)
        or around.told_before(words, index)
    )


def _is_word_used_as_name(words: Sequence[Word], index: int) -> bool:
    word, last = words[index], name_reach.last(words, index)
    if not word.capital:
        return _is_word_in_small_letters(words, index, last)
    if word.first and word.lower in _MODALS and around.role_after(words, last):
        return _is_no_question(words, last)
    if word.first and word.lower in word_lists.cues("mostly_names") and around.finite_after(words, last):
        return True
    told = around.job_is_told_after(words, last) or around.saying_after(words, last)
    if word.first and told and word.lower not in _NO_SUBJECTS:
        return True
    if word.is_also_a_place:
        return _is_surely_pointed_at(words, index) or (
            not (word.first or around.before_a_thing(words, index))
            and (around.owner_before(words, index) or around.praise_after(words, last))
        )
    if _is_pointed_at(words, index) or around.praise_after(words, last) or around.deed_after(words, last):
        return True
    return _word_begins_as_a_name(words, index, last) if word.first else _stands_as_a_name(words, index)


def _is_word_in_small_letters(words: Sequence[Word], index: int, last: int) -> bool:
    """Whether "hope was my midwife" or, in a text all in capitals, "CAROL THE MIDWIFE" stands here."""
    word = words[index]
    if not word.first:
        return False
    if word.all_capitals and not word.is_also_a_place:
        return (
            around.role_after(words, last)
            or around.workplace_after(words, last)
            or around.spoken_to(words, last)
        )
    if (
        word.lower not in _MODALS | _NO_SUBJECTS
        and not word.all_capitals
        and around.job_in_line_after(words, last)
    ):
        return word.lower not in _WISHES
    if word.lower in word_lists.cues("mostly_names") and word.language == "en":
        return around.deed_after(words, last) or around.finite_after(words, last)
    return around.praise_after(words, last) and words[last + 2].lower in {"my", "our"}


def _stands_as_a_name(words: Sequence[Word], index: int) -> bool:
    return not around.placed(words, index) and not words[index].all_capitals


def _word_begins_as_a_name(words: Sequence[Word], index: int, last: int) -> bool:
    if last > index or around.on_its_own(words, index, last):
        return True
    addressed = words[last].possessive or around.spoken_to(words, last)
    return addressed and words[index].lower not in _MODALS


def _is_no_question(words: Sequence[Word], last: int) -> bool:
    """Whether "Will the midwife" goes on as about a man ("was", a bracket), not as a wish ("please")."""
    for word in words[last + 1 : last + 6]:
        if "(" in word.gap:
            return True
        if word.lower in _SAFE_AFTER_A_MODAL:
            return word.lower != "who"
    return False


def _is_unlisted_name(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if not word.capital:
        return (
            word.is_surname
            and not word.is_also_a_word
            and around.role_before(words, index)
            and word.language == "en"
        )
    if not word.could_be_a_name or name_places.names_a_place(words, index):
        return False
    last = name_reach.last(words, index)
    speaks = len(word.lower) >= _SHORTEST_UNLISTED and around.saying_after(words, last)
    if (
        len(word.lower) >= _SHORTEST_IN_SMALL_LETTERS
        and word.language == "en"
        and not word.lower.endswith("s")
    ):
        speaks = speaks or around.deed_after(words, last)
    if _is_pointed_at(words, index) or speaks:
        return True
    if word.first:
        return word.language == "en" and _begins_as_a_name(words, index, last)
    if around.before_a_thing(words, index) or around.placed(words, index):
        return False
    return word.language == "en" or around.deed_after(words, last)


def _begins_as_a_name(words: Sequence[Word], index: int, last: int) -> bool:
    """Whether an unlisted word at the beginning of a sentence stands as a name would."""
    word = words[index]
    acts = around.deed_after(words, last) or around.verb_after(words, last)
    if word.is_built_as_a_surname or (word.is_surname and not word.is_also_a_word and acts):
        return True
    if around.birth_is_told_after(words, last):
        return True
    if len(word.lower) < _SHORTEST_IN_SMALL_LETTERS or word.lower.endswith("s"):
        return last > index and word.is_surname
    return (
        around.praise_after(words, last)
        or around.kisses_after(words, last)
        or around.spoken_to(words, last)
        or (
            last > index
            and all(
                part.could_be_a_name or part.is_surname or part.is_listed for part in words[index : last + 1]
            )
        )
        or (around.on_its_own(words, index, last) and word.is_surname)
    )
