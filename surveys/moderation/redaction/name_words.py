"""A text as words with what matters for names: where each stands, its capital, what follows it."""

import re
from dataclasses import dataclass

from surveys.moderation.redaction import word_lists

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_LIKE_A_VERB = ("ed", "ing", "ly", "s")
_SHOUTING = 0.6
_PLAIN_GAPS = frozenset({" ", "  ", "-"})
_GAPS_AFTER_A_TITLE = frozenset({*_PLAIN_GAPS, ". ", "."})


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `start` to `end` (without a possessive 's), `lower` in small letters; `gap` follows it."""

    start: int
    end: int
    lower: str
    capital: bool
    gap: str

    @property
    def is_common(self) -> bool:
        """Whether it is an everyday word and no name at all."""
        return self.lower in word_lists.common_words() and not self.is_listed

    @property
    def is_listed(self) -> bool:
        """Whether it is a known given name, or a double one made of such."""
        names = word_lists.given_names()
        return self.lower in names or all(part in names for part in self.lower.split("-"))

    @property
    def is_surname(self) -> bool:
        """Whether it is a known surname."""
        return self.lower in word_lists.surnames()

    @property
    def is_also_a_word(self) -> bool:
        """Whether it is a name that is an ordinary word too."""
        parts = self.lower.split("-")
        return any(p in word_lists.names_that_are_words() or p in word_lists.common_words() for p in parts)

    @property
    def looks_like_a_name(self) -> bool:
        """Whether an unlisted word in small letters could be one: not common, not ending as verbs do."""
        return len(self.lower) > 2 and not self.is_also_a_word and not self.lower.endswith(_LIKE_A_VERB)


def words_of(text: str) -> list[Word]:
    """The words of `text` in order. In a text that shouts, capitals mean nothing and none is marked."""
    shouting = _shouts(text)
    matches = list(_WORD.finditer(text))
    ends_of_gaps = [*(match.start() for match in matches[1:]), len(text)]
    return [
        _word(match, text[match.end() : end], shouting)
        for match, end in zip(matches, ends_of_gaps, strict=False)
    ]


def is_joined(word: Word) -> bool:
    """Whether the next word could belong to the same name."""
    return word.gap in _PLAIN_GAPS


def is_joined_title(word: Word) -> bool:
    """Whether the next word could belong to `word` as to a title, which a full stop may follow."""
    return word.gap in _GAPS_AFTER_A_TITLE


def _word(match: re.Match[str], gap: str, shouting: bool) -> Word:
    body = _POSSESSIVE.sub("", match.group())
    possessive = len(body) < len(match.group())
    capital = body[:1].isupper() and not shouting
    end = match.start() + len(body)
    return Word(match.start(), end, body.lower(), capital, gap="'" if possessive else gap)


def _shouts(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) > _SHOUTING * len(letters)
