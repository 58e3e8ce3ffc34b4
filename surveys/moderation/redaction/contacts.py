"""E-mail addresses and links."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import spelt_links, word_lists
from surveys.moderation.redaction.spans import Redaction
from surveys.moderation.redaction.spelt_emails import spelt_emails

# Each starts where a run begins and has a longest length, so that no text takes long to search.
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+'-]{1,64}(?:\s?\([a-z ]{2,24}\))?\s?@\s?[\w-]{1,63}(?:\s?[.,]\s?[a-z]{2,}(?![\w-])"
    r"|\.[\w-]{1,63}(?![\w-])|\s(?:com|co|net|org|uk)\b){1,8}"
    r"|(?<![\w.+-])[a-zA-Z][\w+-]{0,40}[._][\w.+-]{1,40}@[a-z]{3,20}(?![\w.])"
)
_AT = r"\s{0,3}(?:@|\(\s?at\s?\)|\[\s?at\s?\]|\{at\}|\bat\b|\barroba\b|\bmałpa\b)\s{0,3}"
_DOT = r"\s{0,3}(?:\(\s?dot\s?\)|\[\s?dot\s?\]|\{dot\}|\bdot\b|\bponto\b|\bkropka\b|\bpunct\b|\.)\s{0,3}"
_UNDERSCORE = r"\s{0,3}(?:\bunderscore\b|\bdash\b|\bhyphen\b|\bplus\b)\s{0,3}"
_ENDING = r"(?:co|com|org|net|uk|eu|ie|pl|ro|pt|br|info|biz|me|live|mac|so|ua|in|pk|bd|de|fr|es|it)"
_PROVIDER = (
    r"(?:gmail|googlemail|hotmail|yahoo|outlook|icloud|btinternet|aol|live|sky|talktalk|protonmail"
    r"|proton|ymail|me|msn|virginmedia|nhs)"
)
# Said in a way that nothing but an address is: then the name of the host may end in anything.
_SURELY_AT = (
    r"\s{0,3}(?:@|\(\s?(?:at|a|@|arond|a\s+rond|arroba|małpa|malpa|собака)(?:\s(?:sign|symbol))?\s?\)|\[\s?(?:at|a|@|arond|arroba|małpa)\s?\]|\{\s?at\s?\}|<\s?at\s?>"
    r"|(?<=\s)-at-|_at_|\*at\*|\bat\s+sign\b"
    r"|\barroba\b|\bmałpa\b|\bmalpa\b|\bсобака\b|\bсобачка\b|\bравлик\b|\bмавпа\b|\bcoad[aă]\s+de\s+maimuț[aă]\b|\bronțăit\w*"
    r"|\bایٹ\b|\bآت\b|\bات\b|(?<=\s)এট(?=\s)|(?<=\s)অ্যাট(?=\s)|(?<=\s)એટ(?=\s)|(?<=\s)ਐਟ(?=\s))\s{0,3}"
)
_ANY_DOT = (
    r"\s{0,2}(?:\(\s?(?:dot|\.)\s?\)|\[\s?(?:dot|\.)\s?\]|\{\s?dot\s?\}|<\s?dot\s?>|\bdot\b|\bponto\b|\bpunto\b|\bkropka\b"
    r"|\bpunct\b|\bкрапка\b|\bточка\b|\bڈاٹ\b|\bدوت\b|\bنقطة\b|(?<=\s)ডট(?=\s)|(?<=\s)ડોટ(?=\s)|(?<=\s)ਡਾਟ(?=\s))\s{0,2}"
)
_SIGNS = (
    rf"(?:{_ANY_DOT}|\.|\s{{1,2}}(?:underscore|dash|hyphen|plus|minus|podkreślnik|podkreslnik"
    r"|підкреслення|traço|myślnik)\s{1,2})"
)
_SURE_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w+-]{{1,64}}(?:{_SIGNS}[\w+-]{{1,40}}){{0,4}}{_SURELY_AT}[\w-]{{1,63}}"
    rf"(?:(?:\.|{_ANY_DOT})[\w-]{{2,30}}(?![\w-])){{1,4}}",
    re.IGNORECASE,
)
# "at" alone, but "dot" said: "halina.k at poczta dot example".
_SPOKEN_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w+-]{{1,64}}(?:{_SIGNS}[\w+-]{{1,40}}){{0,4}}\s{{1,3}}at\s{{1,3}}[\w-]{{1,63}}"
    rf"(?:{_ANY_DOT}[\w-]{{2,30}}(?![\w-])){{1,4}}"
    rf"|(?<![\w.+-])(?=[\w.+-]{{0,60}}[\d_.+])[\w.+-]{{2,64}}\s{{1,3}}at\s{{1,3}}[\w-]{{2,63}}(?:\.[a-z]{{2,24}}){{1,3}}(?![\w-])",
    re.IGNORECASE,
)
_SPELT_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:(?:{_DOT}"
    rf"|{_UNDERSCORE})[\w+-]{{1,40}}){{0,4}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{2,30}}){{0,2}}?(?:{_DOT}{_ENDING}\b)+",
    re.IGNORECASE,
)
_PROVIDER_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{2,64}\s{0,3}(?:@|\(at\)|\[at\]|\bat\b)\s{0,3}(?:gmail|googlemail"
    r"|hotmail|icloud|btinternet|protonmail|ymail)\b",
    re.IGNORECASE,
)
_TOP = (
    r"(?:com|co\.uk|org\.uk|me\.uk|nhs\.uk|gov\.uk|ac\.uk|uk|org|net|info|co|io|blog|online|site"
    r"|shop|store|app|tv|ie|eu|pl|ro|pt|com\.br|ua|example|test|dev|biz|mobi|website|agency|com\.pl|org\.pl|com\.ua"
    r"|com\.pk|com\.bd|co\.in|org\.au|com\.au|co\.nz|ac|ltd\.uk|email|chat|media|events|foundation|charity|photos|video|fm|ca|ch|nl|se|dk|us\.com|"
    r"wales|scot|cymru|london|care|family|baby|club|life|link|page|social|xyz|ly|gl|be|de|fr|es)"
)
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']+"
    rf"|(?<![\w.@-])(?:[\w-]{{1,63}}\.){{1,6}}{_TOP}\b(?![.-]?\w)(?:/[^\s<>\"']*)?"
    rf"|(?<![\w.@-])(?:[\w-]{{1,63}}\.){{1,6}}[a-z]{{2,6}}/[^\s<>\"']+"
    rf"|(?<![\w.@-])(?:[\w-]{{1,63}}\.){{1,6}}[a-z]{{7,24}}/(?=[^\s<>\"']*[\d/?=_~A-Z-])[^\s<>\"']+"
    rf"|(?<![\w.@-])(?=[\w.-]*[\d_-])(?:[\w-]{{2,63}}\.){{1,4}}[a-z]{{2,24}}/"
    rf"|(?<![\w.@-])(?:www\s?(?:dot"
    rf"|\.)\s?)?[\w-]{{2,63}}(?:\s?\b(?:dot)\b\s?[\w-]{{2,63}}){{0,3}}\s?(?:\(dot\)|\[dot\]"
    rf"|\bdot\b)\s?(?:com|co|uk|org|net|info|blog|ie)\b(?:\s?\bdot\b\s?(?:uk|br))?",
    re.IGNORECASE,
)
# A handle on a social network; "@" alone often means "at", so a plain word after it is left.
_HANDLE = re.compile(r"(?<![\w@.])@(?=\w*[\d_.]\w)[\w.]{3,}|(?<![\w@.])@[a-z][a-z.]{7,}\b", re.IGNORECASE)
_ANNOUNCED_HANDLE = re.compile(
    r"\b(?:insta(?:gram)?|ig|tik\s?tok|snap(?:chat)?|twitter|facebook|fb|handle|username|threads"
    r"|youtube)\b(?:\s+(?:name|page|handle|account|is|as|at|under)|\s?[:=-])+\s*"
    r"(?P<handle>@?(?=[\w.]*[a-z])(?:[\w.]*[\d_]|[\w]+\.[\w])[\w.]*)",
    re.IGNORECASE,
)
# Without a word between ("on snap lozza_lou"): only with a sign that no word has.
_BARE_HANDLE = re.compile(
    r"\b(?:insta(?:gram)?|ig|tik\s?tok|snap(?:chat)?|twitter|threads|discord|telegram|bluesky)\s+"
    r"(?P<handle>@?[a-z][a-z\d.]{0,30}_\w[\w.]{0,30}"
    r"|[a-z]{3,20}\d[\w.]{0,20})",
    re.IGNORECASE,
)
# A host of any ending where it is said that one follows ("our page is tinyfeet.zone", "petition: a.b").
_ANNOUNCED_LINK = re.compile(
    r"\b(?:website|web\s?site|site|web\s?page|webpage|page|blog|link|url|petition|fundraiser|go\s?fund\s?me|just\s?giving|vlog|podcast"
    r"|channel|album|online|strona|сайт|посилання|página|pagina|bogga)\b\s*(?:is|are|at|here|on|to|called|:|=|-|=>|é|este|jest|waa)"
    r"(?:\s*[:=-])?\s*(?P<handle>(?:[\w-]{2,63}\.){1,4}[a-z]{2,24}(?:/[^\s<>\"']*)?)(?!\w)",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?)]}"


def emails(text: str) -> Iterator[Redaction]:
    """E-mail addresses, also those spelt out ("anna at example dot com")."""
    for match in _EMAIL.finditer(text) if "@" in text else ():
        yield Redaction(match.start(), match.end(), "email")
    yield from spelt_emails(text)
    if _may_spell(text):
        for pattern in (_SPELT_EMAIL, _PROVIDER_EMAIL, _SURE_EMAIL, _SPOKEN_EMAIL):
            for match in pattern.finditer(text):
                if not _is_a_place_on_the_web(match.group()):
                    yield Redaction(match.start(), match.end(), "email")


def links(text: str) -> Iterator[Redaction]:
    """Web addresses and social network handles, without the punctuation that ends the sentence."""
    for pattern, group in (
        (_LINK, 0),
        (_HANDLE, 0),
        (_ANNOUNCED_HANDLE, "handle"),
        (_BARE_HANDLE, "handle"),
        (_ANNOUNCED_LINK, "handle"),
    ):
        for match in pattern.finditer(text):
            length = len(match.group(group).rstrip(_TRAILING))
            yield Redaction(match.start(group), match.start(group) + length, "url")
    yield from spelt_links.spelt_links(text)


_SPELLING = re.compile(
    r"\bdot\b|\bkropka\b|\bponto\b|\bpunct\b|[(\[{<]\s?(?:at|a|@|arond|a\s+rond)(?:\s(?:sign|symbol))?\s?[)\]}>]"
    r"|\bat\s+sign|[-_*]at[-_*]|arroba|ma[łl]pa|собак|собач|равлик"
    r"|мавпа|крапка|точка|maimuț|ایٹ|ڈاٹ|دوت|نقطة|এট|অ্যাট|ডট|એટ|ડોટ|ਐਟ|ਡਾਟ|\bat\s+[\w-]{2,63}\.[a-z]|gmail|hotmail|yahoo|outlook|icloud|mail|\.(?:com|co|net|org)\b",
    re.IGNORECASE,
)


def _may_spell(text: str) -> bool:
    return _SPELLING.search(text) is not None


def _is_a_place_on_the_web(words: str) -> bool:
    """Whether it says where to look ("look at www.example.com"), not whom to write to."""
    before, _, after = words.partition(" at ")
    return bool(after) and (after.startswith("www") or before.strip().lower() in word_lists.everyday_words())
