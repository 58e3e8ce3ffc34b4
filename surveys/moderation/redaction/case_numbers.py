"""Numbers of cases, complaints and files: by how they are built ("PALS-24-61907") or after what names one."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import spoken_figures, word_lists
from surveys.moderation.redaction.spans import Redaction, matches

# What has a number of its own, in the languages offered.
_OWNERS = (
    r"(?:\b(?:case|complaints?|file|ref(?:erence)?s?|ticket|datix|incident(?:\s+form)?|pals|hosp(?:ital)?|mrn|notes|record|(?:wrist\s?)?band|bracelet|label|sticker"
    r"|(?:patient|hospital)\s+(?:id|number|no)|nhs|on\s+your\s+system|placenta\s+report|(?:yellow|blue|pink|green)\s+form|(?:discharge\s+)?report|numbers?(?=\s*(?:is|are|was|:))|patient['’]?s|(?:my|her|his|the|our)\s+(?:number|nmbr|num|no)"
    r"|skarg\w+|spraw\w+|kart(?:a|y|ę|cie)|dosje|dosar\w*|pl[âa]nger\w+|reclama[tț]i\w+|sesiz\w+|spital|queixa\w*|reclama[cç][ãa]o|processo|relat[óo]rio|ficha|pulseira|utente"
    r"|fa[yi]l\w*|cabasho\w*|kiis\w*|xirmad?\w*|buug\w*|warqad\w*|(?:lambar|nambar)\w*\s+(?:isbitaal\w*|cabasho\w*))\b"
    r"|(?<!\w)(?:справ\w+|скарг\w+|карт[аиуіо]\w*|медкарт\w+|бір[кц]\w+|браслет\w*)"
    r"|کیس|شکایت|حوالہ|ہاسپٹل|ہسپتال|فائل|شكوى|الشكوى|السوار|المريضة?|الملف|ملف\w*|ਕੇਸ|ਸ਼ਿਕਾਇਤ"
    r"|ਹਸਪਤਾਲ|ਫਾਈਲ|ਪੱਟੀ|কেস|ফাইল\S*|অভিযোগ\S*|রোগীর?|হাসপাতাল\S*|ছুটির কাগজ\S*"
    r"|ફરિયાદ|કેસ|ફાઇલ|ફાઈલ|હોસ્પિટલ|ડિસ્ચાર્જ|એન\s?એચ\s?એસ|এন\s?এইচ\s?এস|ਐਨ\s?ਐਚ\s?ਐਸ|این\s?ایچ\s?ایس)"
)
_BETWEEN = r"(?:[^.!?\n\d]|(?<=\bn[or])\.|(?<=\bnum)\.){0,40}?"
_CALLED = (
    r"(?:no|num|nr|number|numer|n[uú]mero|num[aă]r\w*|lambar\w*|nambar\w*|номер\w*|№|نمبر|رقم"
    r"|নম্বর|নাম্বার|নং|નંબર|ક્રમાંક|ਨੰਬਰ)"
)
_NO_CODE = (
    r"(?!(?:NICE|NG\d*|CG\d*|BP|HR|CTG|GP|BMI|IV|BPM|COVID|SATS|DAY|WEEKS?|WARD|ROOM|BED|BAY|AGE"
    r"|AND|THE|WAS|FOR|ENDS?|LAST|THEN|THEY|WITH|AT|ON|IN|TO|OF|BY|MY|IS|M|A|I)\b)"
)
_YEARS = r"(?!(?:19|20)\d\d\s?[-/]\s?(?:19|20)?\d\d(?!\w|\s?[-/]))"
_DATE = r"(?!\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:19|20)?\d\d(?!\d))"
_LONG = r"(?=(?:[^\d\n]{0,6}\d){4})"
# Groups of letters and figures with a sign or a space between them, of four figures or more.
_GROUP = rf"{_NO_CODE}(?:[A-Z]{{1,6}}\d+|\d+[A-Z]{{1,2}}|\d+|[A-Z]{{1,6}}|[A-Z]{{1,3}}\d+[A-Z])(?![^\W\d_])"
_CODE = (
    rf"(?<![\w/.+-]){_YEARS}{_DATE}{_NO_CODE}(?:[A-Z]{{1,6}}(?:\s?[-/–]\s?|\.|\s)?)?{_LONG}\d+[A-Z]?(?![^\W\d_])(?:(?:\s?[-/–]\s?|\.|\s){_GROUP}){{0,5}}"
    r"(?:\s?[-/]\s?[a-z]{1,2}(?!\w)|(?:[\s-]{1,2}[\u0621-\u064a](?!\w)){1,2})?"
)
_ANNOUNCED = re.compile(
    rf"(?i:{_OWNERS}){_BETWEEN}(?P<called>(?i:{_CALLED})\W{{1,3}}(?:(?:is|was|waa|to|e|é|este|ہے|છે|ਹੈ)\s)?)?(?P<number>{_CODE})"
)
_FEWEST_LETTERED, _FEWEST_PLAIN, _FEWEST_SAID = 4, 6, 8
# Built like nothing else that is written in a comment.
_BUILT = (
    re.compile(r"(?<![\w/@.-])[A-Z]{1,6}[-/.]\d{1,6}[-/.]\d{3,7}(?:[-/.]?[A-Za-z]{1,2})?(?![\w/-])"),
    re.compile(r"(?<![\w/@.-])[A-Z]{2,6}/[A-Z]{1,6}/\d{3,7}(?![\w/-])"),
    re.compile(r"(?<![\w/@.-])[A-Z]{2,4}(?:\d{6,8}|\d{3,6}[-/]\d{2,6}|[-/]\d{5,8})(?![\w/-])"),
    re.compile(r"(?<![\w/@.-])\d{2}/\d{3}/\d{2,4}[A-Z](?!\w)"),
    re.compile(r"(?<![\w.,:/+£$€-])[3-689]\d{9}(?![\w:/-]|[.,]\d)"),
)
_FIGURE = (
    rf"(?:(?:{spoken_figures.NOUGHTS}|{spoken_figures.UNITS}|{spoken_figures.MORE}"
    rf"|{spoken_figures.TWICE}){spoken_figures.END}|[Oo](?!\w)|\d+)"
)
_LETTER = (
    rf"(?:{_NO_CODE.replace('|A|I', '')}(?!I(?:\s(?!for|as\s)"
    rf"|['’]))[A-Z]{{1,4}}(?![^\W\d_])(?:\s+(?:for|as\s+in)\s+\w+)?|Zed\b"
    rf"|(?:{spoken_figures.LETTERS}){{1,4}}{spoken_figures.END})"
)
_JOINT = rf"(?:(?:{spoken_figures.JOINTS}){spoken_figures.END})"
_GAP = r"(?:[\s,()/;:–-]|\.(?!\s)){0,3}"
# Said piece by piece: "P for papa, 20, 25, dash, 377", "K-two-nine-nine".
_SPELT = re.compile(
    rf"(?i:{_OWNERS}|\bn(?:umber|umer|r)\b|número|num[ăa]r\w*|номер\w*|(?:lambar|nambar)\w*|نمبر|رقم\w*|ਨੰਬਰ|নম্বর|নাম্বার|નંબર)[^!\n]{{0,60}}?(?<![\w+])"
    rf"(?P<number>(?:{_LETTER}|(?i:{_FIGURE}))(?:{_GAP}(?:(?i:{_JOINT}|{_FIGURE})|{_LETTER})){{2,16}})"
)
_PIECE = re.compile(rf"(?P<figures>\d+)|(?P<word>(?i:{_FIGURE}))|(?P<letter>{_LETTER})")
_TRAILING = re.compile(rf"(?:[\s,.()/;:–-]{{1,3}}(?i:{_JOINT}))+$|[\s,.()/;:–-]+$")
_TWO_WORDS = re.compile(r"\b([A-Z]{3,})\s+([A-Z]{3,})\b")
_NO_NUMBER = re.compile(r"[./:–-]|\b(?:19|20)\d\d\b")
_TELEPHONE_LENGTHS = range(10, 13)
_ABROAD = re.compile(r"(?<!\w)(?:\+|00)\s?\d{1,3}[\s().-]{0,3}$")
_A_YEAR = re.compile(r"(?:19|20)\d\d(?:\D.*)?")
_A_TELEPHONE = re.compile(rf"(?i:0(?!0)|\+|(?:{spoken_figures.NOUGHTS}){spoken_figures.END})")


def case_numbers(text: str) -> Iterator[Redaction]:
    """Numbers that lead to somebody's case, complaint, file or notes."""
    if any(map(str.isdigit, text)):
        yield from _in_figures(text)
    yield from _spelt(text)


def _in_figures(text: str) -> Iterator[Redaction]:
    for match in matches(text, *_BUILT):
        yield Redaction(match.start(), match.end(), "nhs_number")
    for match in _ANNOUNCED.finditer(text):
        if not _is_telephone(text, match) and _tells(match["number"], called=match["called"] is not None):
            yield Redaction(*match.span("number"), "nhs_number")
            yield from _alike(text, match["number"])


def _alike(text: str, number: str) -> Iterator[Redaction]:
    """Numbers built of the same letters, with other figures."""
    if any(map(str.isalpha, number)):
        alike = re.sub(r"\d", r"\\d", re.escape(number))
        for match in re.finditer(rf"(?<![\w/-]){alike}(?!\w)", text):
            yield Redaction(match.start(), match.end(), "nhs_number")


def _spelt(text: str) -> Iterator[Redaction]:
    for match in _SPELT.finditer(text):
        said = _TRAILING.sub("", _up_to_a_word(match["number"]))
        if _is_spelt(said) and not _is_telephone(text, match):
            yield Redaction(match.start("number"), match.start("number") + len(said), "nhs_number")


def _up_to_a_word(said: str) -> str:
    """What is spelt before whole words, as where somebody writes in capitals: "8812 AND THEY GAVE"."""
    everyday = word_lists.everyday_words()
    pairs = (pair for pair in _TWO_WORDS.finditer(said) if {pair[1].lower(), pair[2].lower()} <= everyday)
    return next((said[: pair.start()] for pair in pairs), said)


def _is_telephone(text: str, match: re.Match[str]) -> bool:
    figures = re.sub(r"[\s-]", "", match["number"])
    whole = figures.isdigit() and len(figures) in _TELEPHONE_LENGTHS and figures.startswith(("0", "44", "7"))
    return whole or _ABROAD.search(text[: match.start("number")]) is not None


def _tells(number: str, *, called: bool) -> bool:
    """Whether it has a letter, or so many figures that it is no year, no amount and no blood pressure."""
    sure = any(map(str.isalpha, number)) or (called and _A_YEAR.fullmatch(number) is None)
    fewest = _FEWEST_LETTERED if sure else _FEWEST_PLAIN
    return sum(map(str.isdigit, number)) >= fewest


def _is_spelt(said: str) -> bool:
    pieces = list(_PIECE.finditer(said))
    figures = sum(len(piece["figures"]) if piece["figures"] else bool(piece["word"]) for piece in pieces)
    if any(piece["letter"] for piece in pieces):
        return figures >= _FEWEST_LETTERED
    in_words = any(piece["word"] for piece in pieces) or _NO_NUMBER.search(said) is None
    return figures >= _FEWEST_SAID and in_words and _A_TELEPHONE.match(said) is None
