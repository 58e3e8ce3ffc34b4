"""Names that somebody gives or is given: "I'm Rosa but", "aka Bex", "our Zion weighed", "sou a Inês"."""

import re
from collections.abc import Callable, Iterator, Sequence

from surveys.moderation.redaction import births_and_kin, word_lists
from surveys.moderation.redaction import name_surroundings as around
from surveys.moderation.redaction.bent_names import plain_forms
from surveys.moderation.redaction.name_words import Word

_QUOTE = r"[\"“”'‘«(]?"
_ALSO_CALLED = re.compile(
    rf"\b(?:aka|a\.k\.a\.?|alias|nicknamed|nickname(?:'s|s)?\s+(?:is|was)|real\s+name(?:\s+is|\s+was)?"
    rf"|vel|też\s+znana\s+jako)[\s:]{{1,2}}{_QUOTE}",
    re.IGNORECASE,
)
_CALLED_BY_ALL = re.compile(
    r"\b(?:everyone|everybody|people|they|we|friends|mates|family|folk|most|all)\s+(?:just\s+|all\s+)?"
    rf"call(?:s|ed)?\s+(?:me|her|him|them)\s+{_QUOTE}",
    re.IGNORECASE,
)
_I_AM = re.compile(
    rf"\b(?:i['’]?m|i am|my name['’]?s|my name is|this is)\s+(?:called\s+)?{_QUOTE}", re.IGNORECASE
)
_AFTER_I_AM = re.compile(
    r"\s*(?:[,.!\"”']|but\b|and\s+i\b|and\s+i'|your\b|from\b|the\b|one\s+of\b|\()", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"\s*[,.]?\s*(?:and\s+)?(?:(?:i['’]?m|i am)\s+(?:\d|from|a\b|mum|mother|pregnant)|aged?\s+\d|\d\d\b)",
    re.IGNORECASE,
)
_MOODS = frozenset(
    {
        "happy",
        "young",
        "lucky",
        "rich",
        "frank",
        "patient",
        "grateful",
        "early",
        "blessed",
        "blessing",
        "strong",
        "will",
        "fine",
        "safe",
        "free",
        "born",
        "glad",
        "merry",
        "bright",
        "sunny",
        "noble",
        "white",
        "black",
    }
)
_SURELY_CALLED = re.compile(
    r"(?<!\w)(?:chamo-me|me\s+chamo|(?:o\s+)?meu\s+nome\s+[ée]|mam\s+na\s+imi[ęe]|nazywam\s+si[ęe]|m[ăa]\s+numesc"
    r"|m[ăa]\s+cheam[ăa]|numele\s+meu\s+(?:este|e)|mi\s+nombre\s+es|me\s+llamo|je\s+m['’]appelle|magacayg[ua]\s+waa"
    r"|magaceyg[ua]\s+waa|мене\s+звати|мене\s+звуть|моє\s+ім['’ʼ]я|меня\s+зовут|mera\s+naa?m|amar\s+naa?m"
    rf"|maru\s+naa?m|ismi|esmi)[\s:]{{1,2}}(?:[-–—]\s)?{_QUOTE}",
    re.IGNORECASE,
)
_SOMEBODY_CALLED = re.compile(
    r"(?<!\w)(?:o\s+cheam[aă]|o\s+chema|îl\s+cheam[aă]|îl\s+chema|se\s+nume[sș]te|se\s+numea|chama-se|se\s+chama|se\s+chamava|chamava-se|ma\s+na\s+imię|miała\s+na\s+imię|miał\s+na\s+imię"
    r"|nazywa(?:ła|ł)?\s+się|звали|звуть|звати|magaceed[au]\s+waa|magaciis[au]\s+waa)\s+",
    re.IGNORECASE,
)
_MAYBE_CALLED = re.compile(
    r"(?<!\w)(?:sou\s+[ao]|jestem|eu\s+sunt|aqui\s+é\s+[ao]|z\s+tej\s+strony)\s+", re.IGNORECASE
)
_OURS_ELSEWHERE = re.compile(
    r"(?<!\w)(?:наш(?:а|у|ого|ому|ої|ій|им|ою)?|nasz(?:a|ą|ego|emu|ej|ym)?|noss[oa]|nostru|noastr[ăa]|noastre)\s+",
    re.IGNORECASE,
)
_OURS = re.compile(r"\bour\s+(?:little\s+|tiny\s+|baby\s+)?", re.IGNORECASE)
_IS_BORN = re.compile(
    r",?\s+(?:(?:was|is|were|has\s+been|got|who\s+was)\s+)?(?:finally\s+|safely\s+)?(?:born|weigh\w*|arrived\b|delivered\b"
    r"|stillborn|came\s+(?:out|along|into|early|at)|made\s+(?:his|her)|entered|joined|\d[\d.]*\s?(?:lbs?|kg|g)\b)",
    re.IGNORECASE,
)
_PICTURE_OF = re.compile(
    r"\b(?:pics?|photos?|pictures?|photographs?|videos?|footprints?|handprints?|birth|arrival|death|loss|mum|mummy|mother"
    r"|dad|daddy|parents?|memory|name|life|weight)\s+of\s+(?:our\s+|my\s+|baby\s+)?",
    re.IGNORECASE,
)
_SURNAME = re.compile(
    r"\b(?:surname|last\s+name|family\s+name|maiden\s+name|second\s+name)\b(?:[^.!?\n]{0,25}?\b(?:is|its|it['’]s|was|as)\b"
    rf"|\s?[:=]|\s(?=[A-Z]))\s*{_QUOTE}",
    re.IGNORECASE,
)
_SHORTEST_BENT = 4


def introduced(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Indices of words that a phrase shows to be names, listed or not."""
    at = {word.start: index for index, word in enumerate(words)}
    for pattern, fits in _PHRASES:
        for match in pattern.finditer(text):
            index = at.get(match.end())
            if index is not None and fits(words[index], text):
                yield index
    yield from births_and_kin.told(text, words)
    yield from (index for index in range(1, len(words)) if _is_bent_after_a_job(words, index))


def _is_given(word: Word, text: str) -> bool:
    """After "aka": any word but an everyday one, in any letters."""
    return word.is_listed or not (word.is_common or len(word.lower) < 2)


def _is_called(word: Word, text: str) -> bool:
    return _is_a_capital_name(word) or (word.is_listed and not word.is_also_a_word)


def _is_me(word: Word, text: str) -> bool:
    """After "I'm": a name that "but", a comma or the like follows, or that an age does."""
    if word.lower in _MOODS:
        return False
    if word.is_listed and not word.is_also_a_place and _GOES_ON.match(text, word.end):
        return True
    if word.is_listed and word.capital and not word.is_also_a_place:
        return True
    return _is_a_capital_name(word) and _AFTER_I_AM.match(text, word.end) is not None


def _is_self(word: Word, text: str) -> bool:
    """After "my name is" in another language: whatever is no role and no other common word."""
    return len(word.lower) > 1 and (word.is_listed or not word.is_common) and not word.lower.isdigit()


def _is_listed(word: Word, text: str) -> bool:
    return word.is_listed and not word.is_also_a_word


def _is_a_capital_name(word: Word, text: str = "") -> bool:
    return word.could_be_a_name or (word.capital and word.is_listed and not word.is_also_a_place)


def _is_our_baby(word: Word, text: str) -> bool:
    if _IS_BORN.match(text, word.end) is None or word.lower in word_lists.everyday_words():
        return False
    return word.is_listed or (word.looks_like_a_name and not word.is_common)


def _is_last_name(word: Word, text: str) -> bool:
    if word.capital:
        return len(word.lower) > 1 and word.lower not in word_lists.everyday_words()
    return word.is_surname and not word.is_also_a_word and not word.is_common


_PHRASES: tuple[tuple[re.Pattern[str], Callable[[Word, str], bool]], ...] = (
    (_ALSO_CALLED, _is_given),
    (_CALLED_BY_ALL, _is_called),
    (_I_AM, _is_me),
    (_SURELY_CALLED, _is_self),
    (_SOMEBODY_CALLED, _is_a_capital_name),
    (_MAYBE_CALLED, _is_listed),
    (_OURS_ELSEWHERE, _is_a_capital_name),
    (_OURS, _is_our_baby),
    (_PICTURE_OF, _is_a_capital_name),
    (_SURNAME, _is_last_name),
)


def _is_bent_after_a_job(words: Sequence[Word], index: int) -> bool:
    """Whether a job and a known name in small letters stand here bent: "медсестрі оксані"."""
    word = words[index]
    if word.language not in {"uk"} or word.capital or len(word.lower) < _SHORTEST_BENT:
        return False
    if not around.role_before(words, index) or word.lower in word_lists.words_of(word.language):
        return False
    names = word_lists.given_names()
    return any(form in names for form in plain_forms(word.lower, word.language))
