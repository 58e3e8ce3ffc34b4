"""What announces the number of somebody's records, in every language offered, and how one looks."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction.spans import Redaction, matches

_RECORDS = (
    r"nhs|hosp(?:ital)?|pat(?:ient)?|pt|unit|maternity|case(?:\s?notes?)?|notes?|medical(?:\s+records?)?"
    r"|records?|file|chart|booking|clinic"
    r"|badger\w*|ref(?:erence)?|complaint|k|admission|registration|reg|system|wrist\s?band|(?:name"
    r"|arm)\s?band|tag|label|datix|incident|epr|passport|visa|brp|nass|arc|exemption|certificate"
    r"|licen[cs]e|staff|payroll|insurance|account|policy|crime"
)
_ENGLISH = (
    rf"(?:{_RECORDS})\W{{0,2}}(?:no|nos|num|nums|numb|nmbr|number|numbers|ref|id|i\.d|code)\b|(?:hospital"
    rf"|patient|unit|case|record)\s?#|\b(?:mrn|urn|crn|pid)\b|\bref(?:erence)?\b\.?|\bnational\s+insurance\b|\bdatix\b|\bnhs\s?#"
    rf"|\bhosp\s?#"
    r"|\bnumber\s+on\s+(?:the|my|her|his|our)\s+(?:wrist\s?band|band|label|tag|card|sticker|bracelet"
    r"|notes|letter)"
)
_ELSEWHERE = (
    r"(?:nr|num[aă]r\w*|cod\w*)\.?\s+(?:(?:meu|ei|lui|de|din|al)\s+){0,3}(?:spital|pacient|dosar|fi[sș]"
    r"|[iî]nregistr)\w*"
    r"|(?:nr|numer\w*)\.?\s+(?:(?:mojej|mój|jej|jego|mojego|z)\s+)?(?:szpital|pacjent|kart|histori"
    r"|ksi[eę]g|ewidenc|opask)\w*|szpitaln\w+\s+(?:nr|numer)"
    r"|(?:n\.?\s?º|nº|n[uú]m(?:ero)?)\.?\s+(?:(?:de|do|da|meu)\s+){0,2}(?:hospital|utente|processo"
    r"|paciente|doente|regist|ficha|pulseira)\w*"
    r"|(?:номер\w*|№)\s+(?:(?:моєї|мій|її|його|з)\s+)?(?:лікарн|пацієнт|карт|історії|госпітал|браслет)\w*"
    r"|лікарнян\w+\s+номер"
    r"|(?:lambar|nambar)\w*\s+(?:c?isbitaa?l|bukaan|fa[yi]l|diiwaan)\w*"
    r"|(?:ہ?سپتال|اسپتال|مریضہ?|فائل|ریکارڈ)\s+(?:کا\s+|کی\s+)?نمبر"
    r"|رقم\s+(?:المستشفى|المريضة?|مريضتي|الملف|ملفي|ملفها|السجل|سجلي)(?:\s+الطبي)?"
    r"|(?:হাসপাতাল|রোগী|রোগীর|ফাইল|রেকর্ড)\S{0,3}\s+(?:নম্বর|নাম্বার|নং|আইডি)"
    r"|(?:હોસ્પિટલ|દર્દી|ફાઇલ|ફાઈલ|રેકોર્ડ)\S{0,3}\s+(?:નંબર|નં)"
    r"|(?:ਹਸਪਤਾਲ|ਮਰੀਜ਼|ਫਾਈਲ|ਫ਼ਾਈਲ|ਰਿਕਾਰਡ)(?:\s+ਦਾ)?\s+ਨੰਬਰ"
)
_ON_BANDS = (
    r"(?:num[aă]r\w*|nr\.?)\s+(?:de\s+)?pe\s+br[aă][tț]\w+|(?:numer|nr\.?)\s+na\s+opas\w+"
    r"|n[uú]mero\s+(?:na|da)\s+pulseira|номер\s+на\s+браслет\w+|رقم\s+(?:السوار|سوارها|سواري)"
    r"|ব্যান্ডে\S{0,2}\s+(?:নম্বর|নাম্বার)|(?:બેન્ડ|પટ્ટા)\S{0,4}\s+(?:નંબર|નં)|ਬੈਂਡ\s+\S{1,4}\s+ਨੰਬਰ"
    r"|(?:بینڈ|پٹی)\s+(?:کا|پر)\s+نمبر|lambar\w*\s+(?:gacanta|jijinta)"
)
_TAGS = (
    r"(?:wrist|name|arm|hospital|ankle|leg|baby)\s?(?:band|tag|bracelet)s?|(?:cot\s?|incubator\s+"
    r"|blood\s+)?(?:card|label|tag|sticker|band|bracelet)s?"
    r"|opas(?:ka|ce|ki)|br[aă][tț]ar[aă]\w*|pulseira|браслет\w*"
)
_SAYS = (
    r"(?:said|says|saying|read|reads|reading|showed|shows|had|has|with|was|is|scria|napisan\w*|był\w*"
    r"|dizia|tinha|було)"
)
# What may stand between them: "hospital no. on the label was", "MRN is".
_BETWEEN = (
    r"(?:\W{0,3}(?:on|in|at|from|the|my|her|his|our|your|label|letters?|notes?|wristband|band|tag|form"
    r"|card|book|screen|is|was|are|as|says|said|number"
    r"|reads|it['’]?s|e|este|era|to|jest|meu|do|da|hospital|é|waa|це|был|ہے|هو|হলো|છે|ਹੈ)\b){0,6}\W{0,4}"
)
_LENGTHS = (
    r"(?!\d|\s?(?:weeks?|wks|mins?|minutes|hours?|hrs?|days?|times|ml|mls|mg|g|kg|lbs?|oz|cm|am|pm|people"
    r"|women|babies)\b|[:.]\d)"
)
# Words that are no letters of a number ("in 2025").
_NO_LETTERS = (
    r"(?!(?:in|on|at|of|by|to|is|it|its|was|were|for|from|and|the|no|nos|or|as|my|me|are|up|has|had|not"
    r"|but|ends?|last|so|we|be|do|if|an|am|about|over|only|just|with|than"
    r"|ga|w|na|z|od|din|de|la|pe|em|da|do|ku|ka|waa|e|to)\b)"
)
_LETTERED = rf"{_NO_LETTERS}[A-Z]{{1,4}}[\s/.-]{{0,2}}\d(?:[ /-]?\d){{3,12}}(?:[/-]?[A-Z](?!\w))?"
_NUMBER = rf"(?P<number>{_LETTERED}|\d{{3,10}}/\d{{2,5}}(?!/)|\d(?:[ -]?\d){{4,11}}[A-Z]?){_LENGTHS}"
_ANNOUNCED = re.compile(
    rf"(?<!\w)(?:{_ENGLISH}|{_ELSEWHERE}|{_ON_BANDS})\.?{_BETWEEN}{_NUMBER}", re.IGNORECASE
)
_ON_A_TAG = re.compile(
    rf"(?<!\w)(?:{_TAGS})\s+(?:\w+\s+){{0,4}}?{_SAYS}\W{{1,3}}(?:(?:number|no|a|the|it)\W{{1,2}}){{0,2}}"
    rf"(?P<number>{_LETTERED}|\d{{6,10}}){_LENGTHS}",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(
    rf"(?<![\w/-])(?P<number>{_LETTERED}|\d{{6,10}})\W{{0,3}}(?:(?:is|was|thats|that['’]s|=)\s+)?"
    rf"(?:my|her|his|our|the|baby['’]?s)\s+(?:{_RECORDS})\s*(?:no|num|number|id|ref)\b",
    re.IGNORECASE,
)
# With a letter for a nought, or in two pieces: "NHS 417 998 O623", "NHS number starts 455 013 and then 9982".
_NHS = r"(?<!\w)nhs(?:\W{0,3}(?:no|num|number|nr|nº|номер|numer|număr\w*|número))?"
_WITH_NOUGHTS = re.compile(
    rf"{_NHS}\W{{1,4}}(?:(?:is|was|to|este|e|é|waa|starts?|begins?|with)\W{{1,3}}){{0,3}}"
    r"(?P<number>\d(?:[ .-]{0,3}[\doO]){8,10})(?!\w)",
    re.IGNORECASE,
)
_IN_PIECES = re.compile(
    rf"{_NHS}\W{{1,4}}(?:(?:is|was|starts?|begins?|with|it)\W{{1,3}}){{0,3}}"
    r"(?P<number>\d[\d -]{1,8}\d)[\s,.…-]{1,4}(?:(?:and|then|something|summat|ends?"
    r"|ending|in|with|finish\w*|the\s+rest\s+(?:is|was)|last\s+(?:bit|part|four|three)|is)[\s,]{1,3}){1,4}"
    r"(?P<rest>\d[\d -]{1,7}\d)(?!\d|:)",
    re.IGNORECASE,
)
# Ten figures that somebody calls a number, however they are grouped.
_TEN_FIGURES = re.compile(
    r"(?<!\w)(?:number|numer|num[aă]r(?:ul)?|n[uú]mero|номер|lambar\w*|نمبر|رقم\w*|নম্বর|নাম্বার|નંબર|ਨੰਬਰ)\W{1,3}(?:(?:is|was|to|este|é|waa)\s+)?"
    r"(?P<number>[1-689](?:[ .-]?\d){9})(?![\d/-])",
    re.IGNORECASE,
)
# Of no other use than as somebody's number ("K1234567").
_ON_ITS_OWN = re.compile(r"(?<![\w/.:-])[A-Z]\d{6,8}(?![\w/-])")
# Seven to nine figures from noughts on: no amount, no telephone and, eight of them, no day and month.
_FROM_NOUGHT = re.compile(r"(?<![\w.,:/+-])(?P<number>00\d{5,7}|0(?!7)\d{6})(?![\w.,:/-]\w|\d|\s\d)")
_CALLED = (_FROM_NOUGHT, _ANNOUNCED, _ON_A_TAG, _SAID_AFTER, _WITH_NOUGHTS, _IN_PIECES, _TEN_FIGURES)
_PREFIX = re.compile(r"(?P<letters>[A-Z]{1,3})[\s/.-]{0,2}(?P<digits>\d{4,11})$", re.IGNORECASE)


def announced_numbers(text: str) -> Iterator[Redaction]:
    """Numbers of records that somebody calls so, and those built like one of them ("B20931", "B20913")."""
    found = {match.span("number") for match in matches(text, *_CALLED)}
    found |= {match.span("rest") for match in _IN_PIECES.finditer(text)}
    found |= {match.span() for match in _ON_ITS_OWN.finditer(text)}
    for start, end in sorted(found):
        yield Redaction(start, end, "nhs_number")
        yield from _alike(text, text[start:end])


def _alike(text: str, number: str) -> Iterator[Redaction]:
    if (parts := _PREFIX.match(number)) is not None:
        alike = rf"(?<!\w){parts['letters']}[ /.-]?\d{{{len(parts['digits'])}}}(?!\w)"
        for match in re.finditer(alike, text, re.IGNORECASE):
            yield Redaction(match.start(), match.end(), "nhs_number")
