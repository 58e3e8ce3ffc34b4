"""E-mail addresses said in the words of any language offered: "ionut punct m arond yahoo punct ro"."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import spoken_figures, word_lists
from surveys.moderation.redaction.spans import Redaction

DOTS = r"(?:dot|full\s?stop|kropka|punct|ponto|punto|крапка|точка|dhibic|ڈاٹ|نقطة|دوت|ডট|ডট্|ડોટ|ਡੌਟ|ਡਾਟ)"
_LINES = (
    r"(?:underscore|under\s?score|dash|hyphen|minus|plus|podkre[śs]lnik|my[śs]lnik|tracinho(?:\s+baixo)?|traço|sublinhado|liniuță|linie|підкреслення|дефіс|тире"
    r"|انڈر\s?سکور|ڈیش|আন্ডারস্কোর|ড্যাশ|અન્ડરસ્કોર|ડેશ|ਅੰਡਰਸਕੋਰ|ਡੈਸ਼)"
)
_AT = (
    r"(?:a\s+rond|a?rond|coad[aă]\s+de\s+maimu[tț][aă]|arroba|ma[łl]pa|собака|собачка|равлик|мавпа|at\s+(?:sign|symbol|the\s+rate(?:\s+of)?)"
    r"|calaamadda\s+@|ایٹ|آت|ات|এট|অ্যাট|એટ|ਐਟ)"
)
_PART = r"[^\s,;:!?()\[\]{}<>@\"“”/*]{1,40}"
_OPENS, _CLOSES = r"\s{0,2}[(\[{<]\s?", r"\s?[)\]}>]\s{0,2}"
_DOT = rf"(?:{_OPENS}(?:{DOTS}|\.){_CLOSES}|,?\s{{1,2}}{DOTS}\s{{1,2}}|\s\.\s)"
_SIGN = rf"(?:{_DOT}|{_OPENS}{_LINES}{_CLOSES}|\s{{1,2}}{_LINES}\s{{1,2}})"
_FIGURES = (
    rf"\s(?:\d{{1,4}}|(?:{spoken_figures.NOUGHTS}|{spoken_figures.UNITS}"
    rf"|{spoken_figures.MORE}){spoken_figures.END})(?![^\s,)\]])"
)
_LOCAL = rf"(?<![^\s(:,«\"])(?P<local>{_PART}(?:{_SIGN}{_PART}|{_FIGURES}){{0,7}})(?:\s?\([a-z ]{{2,24}}\))?"
_PROVIDER = (
    r"(?:g\s?mail|googlemail|hotmail|yahoo|outlook|icloud|btinternet|protonmail|proton|ymail|fastmail|live|aol|sky|tiscali|wp|onet|interia|o2|ukr|meta"
    r"|جی\s?میل|ہاٹ\s?میل|یاہو|جيميل|هوتميل|ਜੀ\s?ਮੇਲ|জি\s?মেইল|જી\s?મેઇલ|જીમેલ)"
)
_HOST = rf"(?:{_PROVIDER}|{_PART})(?:{_SIGN}{_PART}){{0,4}}"
_TOP = r"(?:\s(?:com|net|org|eu|uk|pl|ro|pt|ua|co\s(?:dot\s)?uk)(?![\w-]))?"
_SURE = re.compile(
    rf"{_LOCAL}(?:{_OPENS}(?:{_AT}|@|at|a){_CLOSES}|[\s,]{{1,3}}{_AT}[\s,]{{1,3}}|\s@\s)(?P<host>{_HOST}{_TOP})",
    re.IGNORECASE,
)
# "at", "na" or "la" alone: an address only before a dot that is said, or a well-known host.
_UNSURE = re.compile(
    rf"{_LOCAL}\s(?:at|la|na|на)\s(?:the\s+same\s+)?(?P<host>{_PART}(?:{_SIGN}{_PART}){{0,3}}{_DOT}{_PART}|{_PROVIDER}(?:u|ie)?(?![\w-])(?:\.{_PART}|{_TOP}))",
    re.IGNORECASE,
)
_SAYS_SIGNS = re.compile(rf"{_SIGN}|[\d_.]", re.IGNORECASE)
_SAYS_HOST = re.compile(rf"{_DOT}|\.\w|^{_PROVIDER}", re.IGNORECASE)
_MAY = re.compile(
    rf"(?<!\w){_AT}(?!\w)|[(\[{{<]\s?(?:at\b|a\b|@)|\s@\s|\s(?:at|la|na|на)\s[^.!?\n]{{0,80}}(?:{DOTS}|{_PROVIDER})",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?-"


def spelt_emails(text: str) -> Iterator[Redaction]:
    """Addresses of which the sign or a dot is said."""
    if not _MAY.search(text):
        return
    for match in _SURE.finditer(text):
        if _SAYS_SIGNS.search(match["local"]) or _SAYS_HOST.search(match["host"]):
            yield _marked(match)
    yield from _unsure(text)


def _unsure(text: str) -> Iterator[Redaction]:
    start = 0
    while (match := _UNSURE.search(text, start)) is not None:
        told = _is_told(match)
        start = match.end() if told else match.start("host")
        if told:
            yield _marked(match)


def _is_told(match: re.Match[str]) -> bool:
    """Whether a sign is said before the "at", or what stands there is no word of every day."""
    if _SAYS_SIGNS.search(match["local"].rstrip(_TRAILING)):
        return True
    english = re.match(
        r"\s(?:at|the|same|\s)+$", match.string[match.end("local") : match.start("host")], re.I
    )
    return english is not None and match["local"].lower() not in word_lists.everyday_words()


def _marked(match: re.Match[str]) -> Redaction:
    return Redaction(match.start(), match.start() + len(match.group().rstrip(_TRAILING)), "email")
