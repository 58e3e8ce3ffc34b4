"""A text as words with what matters for names: where each stands, its capital, what follows it."""

import re
from dataclasses import dataclass

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.bent_names import plain_forms

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Vowel signs of Indian scripts and Arabic marks are no letters to `re`, but belong to the word.
LETTER = (
    r"(?:[^\W\d_]"
    r"|[\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u09d7\u0a01-\u0a03\u0a3c-\u0a4d\u0a70\u0a71\u0a81-\u0a83\u0abc-\u0acd\u200c\u200d])"
)
_WIDE_WORD = re.compile(rf"{LETTER}+(?:[-'’ʼ]{LETTER}+)*")
# "Sister" and "brother" written on to the names of people.
_GUJARATI_COURTESIES = ("બેન", "બહેન", "ભાઈ")
_SURNAME = re.compile(
    r"(?:(?:al|el|abu|ibn|bin)-|(?:o|d)['’](?!you|ya|clock)|mc(?!d)[a-z]|mcd(?!onalds?$))[^\W\d_]{3}"
)
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_NO_NAME_ENDINGS = (
    "ed",
    "ing",
    "ly",
    "ness",
    "tion",
    "sion",
    "ment",
    "ful",
    "ous",
    "able",
    "ible",
    "ists",
    "ers",
    "ies",
    "tional",
    "itual",
    "ical",
    "ology",
    "ism",
    "tocin",
    "mycin",
    "olol",
    "azole",
    "cillin",
    "parin",
    "profen",
)
_LIKE_A_VERB = ("ed", "ing", "ly", "s")
_SHOUTING = 0.6
_LONGEST_ABBREVIATION = 3
_SENTENCE_END = re.compile(r"[.!?…;\n•\"“”=*]|[-–—]\s|\s[-–—]|۔|।")
_NOT_AN_END = re.compile(r"^[.]\s?$")
_PLAIN_GAPS = frozenset({" ", "  ", "-", "\u00a0"})
_GAPS_AFTER_A_TITLE = frozenset({*_PLAIN_GAPS, ". ", "."})
_SHORT_FORMS = frozenset(
    [
        "i",
        "you",
        "we",
        "they",
        "he",
        "she",
        "it",
        "that",
        "there",
        "what",
        "who",
        "how",
        "where",
        "don",
        "didn",
        "can",
        "couldn",
        "wouldn",
        "won",
        "isn",
        "wasn",
        "aren",
        "weren",
        "haven",
        "hasn",
        "hadn",
        "doesn",
        "shouldn",
        "let",
        "here",
        "y",
        "ain",
        "im",
        "ive",
        "ill",
        "youre",
        "theyre",
        "couldnt",
        "didnt",
        "wasnt",
        "could",
        "would",
        "should",
        "might",
    ]
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `start` to `end` (without a possessive 's), `lower` in small letters; `gap` follows it.

    `capital`: its capital tells something; `all_capitals`: it may be an abbreviation; `first`: it begins a
    sentence; `initial`: one large letter, also where capitals tell nothing.
    """

    start: int
    end: int
    lower: str
    capital: bool
    all_capitals: bool
    first: bool
    possessive: bool
    gap: str
    language: str = "en"
    initial: bool = False

    @property
    def is_common(self) -> bool:
        """Whether it is an everyday word and no name at all."""
        if self.is_listed:
            return False
        common = word_lists.common_words()
        if self.lower in common or self.lower in word_lists.roles(self.language):
            return True
        return self.lower.partition("'")[0].partition("’")[0] in _SHORT_FORMS

    @property
    def is_listed(self) -> bool:
        """Whether it is a known given name, bent or plain, or a double one made of such."""
        names = word_lists.given_names()
        if self.lower in names or word_lists.without_accents(self.lower) in names:
            return True
        if self.language == "gu" and self.lower.endswith(_GUJARATI_COURTESIES) and len(self.lower) > 7:
            return True
        if "-" in self.lower:
            return all(part in names for part in self.lower.split("-"))
        return self.may_be_bent and any(form in names for form in plain_forms(self.lower, self.language))

    @property
    def may_be_bent(self) -> bool:
        """Whether its language puts endings on names, and this could be one."""
        return self.language != "en" and (self.capital or self.is_without_case)

    @property
    def is_without_case(self) -> bool:
        """Whether its script has no capitals."""
        return not self.lower.isascii() and self.lower[0].upper() == self.lower[0]

    @property
    def is_surname(self) -> bool:
        """Whether it is a known surname."""
        surnames = word_lists.surnames()
        return self.lower in surnames or (
            "-" in self.lower and any(part in surnames for part in self.lower.split("-"))
        )

    @property
    def is_also_a_word(self) -> bool:
        """Whether it is a name that is an ordinary word or a place too."""
        if self.lower in word_lists.words_of(self.language):
            return True
        lists = (
            word_lists.names_that_are_words(),
            word_lists.names_that_are_places(),
            word_lists.common_words(),
        )
        needed = all if self.is_listed else any
        return needed(any(part in words for words in lists) for part in self.lower.split("-"))

    @property
    def is_also_a_place(self) -> bool:
        """Whether it is a name that is a month, a town, a ward or a charity too."""
        return self.lower in word_lists.names_that_are_places() or self.lower in word_lists.common_words()

    @property
    def is_built_as_a_surname(self) -> bool:
        """Whether a word with a capital is put together as surnames are: "O'Driscoll", "Al-Hashimi"."""
        return self.capital and _SURNAME.match(self.lower) is not None

    @property
    def looks_like_a_name(self) -> bool:
        """Whether an unlisted word in small letters could be one: not common, not ending as verbs do."""
        return len(self.lower) > 2 and not self.is_also_a_word and not self.lower.endswith(_LIKE_A_VERB)

    @property
    def could_be_a_name(self) -> bool:
        """Whether a word with a capital could be a name that no list has."""
        return (
            self.capital
            and not self.all_capitals
            and len(self.lower) > 1
            and not self.is_also_a_word
            and not self.is_common
            and not self.lower.endswith(_NO_NAME_ENDINGS)
        )


def words_of(text: str, language: str = "en") -> list[Word]:
    """The words of `text` in order. In a text that shouts, capitals mean nothing and none is marked."""
    tells = not _shouts(text)
    matches = list((_WORD if text.isascii() else _WIDE_WORD).finditer(text))
    if tells:
        tells = not _all_begin_large(matches)
    ends_of_gaps = [*(match.start() for match in matches[1:]), len(text)]
    words: list[Word] = []
    before = "\n"
    for match, end in zip(matches, ends_of_gaps, strict=False):
        gap = text[match.end() : end]
        words.append(_word(match, gap, _ends_a_sentence(before, words), tells, language))
        before = gap
    return words


def _ends_a_sentence(gap: str, words: list[Word]) -> bool:
    if not words:
        return True
    if gap in _PLAIN_GAPS:
        return False
    if _NOT_AN_END.match(gap) and (
        len(words[-1].lower) == 1 or words[-1].lower in word_lists.cues("honorifics")
    ):
        return False
    return _SENTENCE_END.search(gap) is not None


def is_joined(word: Word) -> bool:
    """Whether the next word could belong to the same name."""
    return word.gap in _PLAIN_GAPS and not word.possessive


def is_joined_title(word: Word) -> bool:
    """Whether the next word could belong to `word` as to a title, which a full stop may follow."""
    return word.gap in _GAPS_AFTER_A_TITLE and not word.possessive


def _word(match: re.Match[str], gap: str, first: bool, tells: bool, language: str) -> Word:
    whole = match.group()
    body = _POSSESSIVE.sub("", whole)
    abbreviated = _is_abbreviation(body)
    capital = body[:1].isupper() and tells and (body.isupper() or not abbreviated)
    return Word(
        match.start(),
        match.start() + len(body),
        body.lower(),
        capital,
        all_capitals=len(body) > 1 and (body.isupper() or abbreviated),
        first=first,
        possessive=len(body) < len(whole) or gap[:1] in {"'", "’"},
        gap=gap,
        language=language,
        initial=len(body) == 1 and body.isupper(),
    )


def _is_abbreviation(body: str) -> bool:
    """Whether it is put together of first letters with a small one between: "DoB", "NoK"."""
    if len(body) > _LONGEST_ABBREVIATION:
        return len(body) <= _LONGEST_ABBREVIATION + 2 and body[-1] == "s" and body[:-1].isupper()
    return body[0].isupper() and body[-1].isupper()


def _shouts(text: str) -> bool:
    if text.islower():
        return False
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) > _SHOUTING * len(letters)


def _all_begin_large(matches: list[re.Match[str]]) -> bool:
    large = sum(match.group()[0].isupper() for match in matches)
    return len(matches) > 8 and large > 0.7 * len(matches)
