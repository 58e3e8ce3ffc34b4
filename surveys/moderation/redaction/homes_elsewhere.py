"""Homes told in another order than on an English letter, in every language offered.

The street first ("Elm Road la numărul 15", "Elm Rd ની પાછળ ૫૬ નંબર"), the house first ("casa 12 da Elm Road",
"ਘਰ ਨੰਬਰ 12"), a prison, a neighbour "at no 33".
"""

import re
from collections.abc import Iterator

from surveys.moderation.redaction.address_words import LOWER_STREET, NO_HOME, OTHER_ENDS, STREETS, WORD
from surveys.moderation.redaction.spans import Redaction, matches

_ELSEWHERE = (
    r"dom(?:u|em|ku)?|mieszkani\w+|cas[aăe]i?|bloc(?:ul)?|apartament\w*|apartamento|prédio|lote|vivenda|будин\w+|буд\.|квартир\w*"
    r"|кв\.|хат[аиуі]|guri\w*|aqal\w*|daar(?:ta)?|مکان|گھر|فلیٹ|کوٹھی|(?:ال)?بيت(?:نا|ي)?|(?:ال)?منزل(?:نا|ي)?|شق(?:ة|تنا|تي)|بناية"
    r"|عمارة|rulot[aă]|przyczep\w+|caravana|караван\w*|বাড়ি|বাড়ি|বাড়ির|বাড়ির|বাসা|বাসার|ফ্ল্যাট|ઘર|મકાન|ફ્લેટ|ਘਰ|ਮਕਾਨ|ਫਲੈਟ|ਫ਼ਲੈਟ|ਕੋਠੀ"
)
_HOUSE = rf"(?:house|flat|apartment|apt|bungalow|cottage|maisonette|caravan|door|{_ELSEWHERE})"
_AFTER_A_NUMBER = r"(?:نمبر|নম্বর|নাম্বার|নং|নম্বরে|নাম্বারে|નંબર|ਨੰਬਰ)"
_NUMERO = (
    r"(?:number|no\.?|num|nr\.?|numer(?:em|ze|u)?|num[aă]r(?:ul)?|n[uú]mero|n\.?\s?º|№|номер(?:ом)?|lambar\w*|nambar\w*|رقم(?:ه|ها|نا)?"
    rf"|નં\.?|ਨੰ\.?|{_AFTER_A_NUMBER})"
)
_NUMBER = r"\d{1,4}(?:[^\W\d_](?![^\W_]))?(?!\d|[:.,/]\d|\s?%)"
_LINK = (
    r"(?:na|pod|przy|la|pe|în|in|em|no|da|do|de|din|на|під|у|в|ku|ee|oo|on|at|of|off|پر|میں|کے|کا|کی|ની|નો|ના|નું|પર|પાછળ|માં|સામે"
    r"|બાજુમાં|এর|তে|এ|উপর|ਤੇ|ਦਾ|ਦੇ|ਦੀ|ਵਿੱਚ|ਵਿਚ|ਉੱਤੇ|في|من|على|ulica|ulicy|ul\.|strada|str\.|rua|вулиці|вул\.|شارع)"
)
_SMALL_STREET = (
    r"(?:(?!(?:the|a|an|my|our|this|that|same|next|main|wrong|busy|other|in|on)\s)[a-z'-]{3,}\s+){1,2}?"
    rf"{LOWER_STREET}"
)
_STREET = rf"(?:(?:{WORD}\s+){{1,3}}?(?:{STREETS}|{OTHER_ENDS})|{_SMALL_STREET})(?![\w'])"
_JOINED = rf"[,،]?\s+(?:{_LINK}\s+){{0,3}}"
_STREET_FIRST = re.compile(
    rf"(?<!\w)(?P<place>{_STREET}{_JOINED}(?:(?:(?i:{_HOUSE})\s*[,،]?\s+)?(?:(?i:{_NUMERO})\s*|\bpod\s+){_NUMBER}|(?i:{_HOUSE})\s+{_NUMBER}"
    rf"|{_NUMBER}\s*{_AFTER_A_NUMBER}(?:\s+(?:{_HOUSE}))?))(?!\w)"
)
_HOUSE_FIRST = re.compile(
    rf"(?<!\w)(?P<place>(?i:{_HOUSE})\s+(?:(?i:{_NUMERO})\s*)?{_NUMBER}{_JOINED}{_STREET}){NO_HOME}"
)
_NUMBER_FIRST = re.compile(
    rf"(?<!\w)(?P<place>(?i:{_NUMERO})\s*{_NUMBER}[,،]?\s+(?:{_LINK}\s+){{1,3}}(?:(?:{WORD}\s+){{1,3}}?(?:{STREETS}|{OTHER_ENDS}))(?![\w'])){NO_HOME}"
)
# A number in other digits with a letter of theirs, then a street in Latin letters.
_OTHER_LETTER = re.compile(
    rf"(?<![\w:./])(?P<place>\d{{1,4}}[^\W\d_a-zA-Z]?,?\s+(?:{WORD}\s+){{1,3}}?(?:{STREETS}))(?![\w'])"
)
_NUMBERED_HOUSE = re.compile(
    rf"(?<!\w)(?P<place>(?:{_ELSEWHERE})\s+{_NUMERO}\s*{_NUMBER}|{_NUMBER}\s*{_AFTER_A_NUMBER}\s+(?:{_ELSEWHERE})[\u0980-\u0aff]{{0,4}})(?!\w)",
    re.IGNORECASE,
)
# "41 (not 41a) Pottergate", "Block C Room 407, Ash Halls", "house is opposite the bakery on Ash Road".
_NOT_THE_OTHER = re.compile(
    rf"(?<![\w:./])(?P<place>\d{{1,4}}[a-z]?\s+\((?i:not)\s+\d{{1,4}}[a-z]?\)\s+{WORD}(?:\s+{WORD}){{0,2}})(?![\w'])"
)
_HALLS = re.compile(
    rf"\b(?P<place>(?:(?i:block|flat|room|unit|house|rm|floor|corridor)\s+\w{{1,4}},?\s+){{1,3}}(?:{WORD}\s+){{1,3}}(?:Halls|(?i:student\s+(?:halls|village|accommodation))))\b"
)
_BESIDE_IT = re.compile(
    r"\b(?:house|home|flat|place|door|bungalow|cottage|we(?:['’]re|\s+are)|i['’]?m|liv(?:e|es|ing))\s+(?:is\s+)?(?P<place>(?:opposite|behind|above|over|beside|next\s+to"
    rf"|across\s+from)\s+(?:the|a)\s+\w+(?:\s+\w+)?\s+(?:on|in)\s+(?-i:(?:{WORD}\s+){{1,3}}(?:{STREETS})))\b{NO_HOME}",
    re.IGNORECASE,
)
_NEIGHBOUR = re.compile(
    r"\b(?:neighbou?rs?|lady|man|woman|people|family|mums?|mam|nan|gran|sister|friend|mate|liv(?:e|es|ed|ing)|knock\w*|delivered|parcel|letters?"
    r"|house|door|postman|ambulance|taxi)\s+(?:(?:was|is|are|were|went|came|got|left|sent)\s+)?(?:at|in|from|to|of|on|for)\s+"
    r"(?P<place>(?:no\.?|num|nr\.?|number|#)\s?\d{1,4}[a-z]?)\b(?!\s+(?:of|in|on|for)\b|[.:]\d|\s?%)",
    re.IGNORECASE,
)
_PRISON = re.compile(
    rf"\b(?P<place>(?:HMP|YOI|HMYOI)(?:\s*(?:&|/|and)\s*YOI)?\s+(?:{WORD})(?:\s+{WORD})?(?:,?\s+(?:[A-Z]\d?|{WORD})[\s-](?i:wing|unit|block|house))?)\b"
)
_BUS = re.compile(
    r"(?:\b(?:bus(?:es)?|tram|train|route|line|autobus\w*|autobuz\w*|autocarro|ônibus|linia|linha|bas(?:ka)?)|автобус\w*|маршрут\w*|بس|باص|বাস|બસ|ਬੱਸ)\s+"
    r"(?:(?:no\.?|number|nr\.?|numer|№|رقم|نمبر|নং|নম্বর|નંબર|ਨੰਬਰ)\s*)?$",
    re.IGNORECASE,
)
_BUS_AFTER = re.compile(
    r"(?:(?:number|no\.?|nr\.?)\s*)?\d{1,3}[a-z]?\s+(?:bus(?:es)?|trams?|trains?|night\s+bus|coach)\b",
    re.IGNORECASE,
)
_WITHOUT_FIGURES = (_BESIDE_IT, _PRISON)
_WITH_FIGURES = (
    *_WITHOUT_FIGURES,
    _STREET_FIRST,
    _HOUSE_FIRST,
    _NUMBER_FIRST,
    _NOT_THE_OTHER,
    _HALLS,
    _NEIGHBOUR,
)
_REACH = 24


def told_elsewhere(text: str) -> Iterator[Redaction]:
    """Homes in the order of words of other languages, and in places that no letter names."""
    for match in matches(text, *_fitting(text)):
        yield Redaction(*match.span("place"), "address")


def _fitting(text: str) -> tuple[re.Pattern[str], ...]:
    """The patterns that could stand in such a text, for the rest need not be tried."""
    if not any(map(str.isdigit, text)):
        return _WITHOUT_FIGURES
    return _WITH_FIGURES if text.isascii() else (*_WITH_FIGURES, _OTHER_LETTER, _NUMBERED_HOUSE)


def is_a_bus(text: str, start: int) -> bool:
    """Whether the number that begins at `start` is that of a bus ("autobus 105", "number 43 bus")."""
    if _BUS_AFTER.match(text, start) is not None:
        return True
    return _BUS.search(text[max(0, start - _REACH) : start]) is not None
