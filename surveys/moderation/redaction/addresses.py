"""Street addresses: with a number, with a house name, or where somebody says that she lives."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import postcodes, word_lists
from surveys.moderation.redaction.spans import Redaction

_STREETS = (
    "Street|Str|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Close|Drive|Crescent|Cres|Terrace|Gardens|Gdns"
    "|Grove|Mews|Boulevard|Way|Row|Parade|Walk|Hill|Place|Wharf|Court|Yard"
)
_OTHER_ENDS = (
    "Cl|Dr|Ct|Pl|Square|Sq|Rise|View|Green|Park|Croft|Fold|Gate|Passage|Buildings|Quay|Circus|Mount"
    "|Bank|Brow|Vale|End|Meadows?|Crofts|Ridge"
    "|Approach|Path|Wynd|Loan|Brae|Chase|Dale|Fields?|Heights|Hollow|Side|Point|Parkway|Garth"
    "|Orchard|Spinney|Common|Copse|Beck|Bridge|Woods?|Paddock"
    "|Dene|Leys?|Holme|Nook|Hey|Causeway|Esplanade|Promenade|Alley|Backs|Embankment|Lock|Marina"
    "|Estate|Villas|Cottages|Bungalows|Almshouses|Mansions"
)
_HOUSES = (
    "Cottages?|House|Farm|Farmhouse|Lodge|Barn|Mill|Court|Hall|Villa|Grange|Smithy|Bungalow|Manor"
    "|Rectory|Vicarage|Forge|Stables|View|Croft|Granary|Annexe?"
    "|Heights|Towers?|Point|Hostel|Hotel|Flats|Apartments|Schoolhouse|Chapel|Bakery|Brewery|Dairy"
    "|Nook|Hollies|Elms|Oaks|Willows|Beeches|Limes|Laurels|Firs|Gables|Orchard|Mews|Maltings|Works"
    "|Refuge"
)
_ENDS = rf"(?:(?:{_STREETS}|{_OTHER_ENDS}|{_HOUSES})(?:\s+(?:North|South|East|West|Central|Upper|Lower))?)"
_WORD = r"[A-Z][\w'.-]*[\w']"
_NUMBER = r"\b(?:no\.?\s*)?\d{1,4}\s?[a-zA-Z]?(?:\s?[-/]\s?\d{1,4}[a-z]?)?,?\s+"
_NO_MEASURE = (
    r"(?!(?:mile|minute|min|hour|hr|day|week|wk|month|year|yr|other|more|different|midwi|people"
    r"|women|men|of|in|on|car|times?|beds?|the|and|to|am"
    r"|pm|down|up|from|at|for|with|is|was|a|my|half|lots|ladies|families|patients?|nurses?|staff"
    r"|doctors?|drs?|mrs?|sister|jan|feb|mar|apr|may|jun"
    r"|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october"
    r"|november|december|o'clock|stars?|out|kg|cm|ml|mg"
    r"|lbs?|litres?|x|and|or)(?:s|ves)?\b)"
)
_FLAT_WORDS = r"(?:flat|apartment|apt|maisonette|caravan|bungalow|chalet|studio|pitch|narrowboat|mooring)"
_UNIT_WORDS = r"(?:unit|house|block|room|annexe|plot|berth|lodge|floor)"
_UNIT_NUMBER = r"\.?\s+(?:no\.?\s*)?(?:\d+[a-zA-Z]?(?:/\d+)?|[A-Z]\d?)\b"
_GROUP = (
    rf"(?:\d{{1,4}}[a-zA-Z]?,?\s+)?(?:The\s+)?{_WORD}(?:\s+(?:(?:of|the|y|upon|le|and|&"
    rf"|in)\s+)?{_WORD}){{0,3}}"
)
_TAIL = (
    r"(?i:(?:,\s+(?:(?:flat|apartment|apt)\s+\w+|top\s+flat|(?:ground|first|second|top|upper"
    r"|lower)[\s-]+(?:floor)?(?:\s+flat)?|basement(?:\s+flat)?))?)"
)
_LOWER_STREET = (
    r"(?:street|road|rd|avenue|ave|lane|crescent|cres|terrace|grove|mews|boulevard|gardens|gdns|cottages)"
)
_LIVING = (
    r"(?:\b(?i:(?:live|lives|living|lived|staying|stay|reside|moved|moving|move)(?:\s+(?:now|still"
    r"|back|here|alone))?\s+(?:at|on|in|to)"
    r"|address(?:\s+\w+){0,4}?\s*(?:is|was|:|to|at|-)|(?:my|our|new|old|home)\s+address|(?:we"
    r"|i)(?:\s+(?:are|am)|'re|'m)(?:\s+(?:now|still))?\s+at"
    r"|(?:place|home|house)\s+is|(?:send|sent|post|posted|deliver|went|gone|goes|going|came|come"
    r"|comes|visits?|letters?)\s+(?:\w+\s+){0,3}?(?:to|at)|been|at|home,"
    r"|adres\w*(?:\s+\w+){0,3}\s*:?|adresa\s+\w+(?:\s+\w+)?\s*:?|stau\s+(?:la|pe)|locuiesc\s+(?:la"
    r"|pe|în)|mieszkam\s+\w+|mieszkamy\s+\w+"
    r"|morada\w*(?:\s+\w+){0,2}\s*:?|moro\s+n\w+|moramos\s+\w+|vivo\s+n?\w+|vivemos\s+\w+"
    r"|endereço(?:\s+\w+){0,2}\s*:?|ciwaanka\w*(?:\s+\w+){0,2}|degganahay|deganahay|ku noolahay)"
    r"|(?i:адрес\w*|живу|живемо|мешкаю|мешкаємо)(?:\s+\w+)?\s*:?)\s+"
)
_PATTERNS = (
    re.compile(rf"{_NUMBER}{_NO_MEASURE}(?:[a-z'-]+\s+){{1,3}}?{_LOWER_STREET}\b{_TAIL}", re.IGNORECASE),
    re.compile(rf"{_NUMBER}(?:{_WORD}\s+){{1,3}}{_ENDS}\b{_TAIL}"),
    re.compile(
        rf"\b(?i:{_FLAT_WORDS}){_UNIT_NUMBER}(?:,?\s+{_GROUP}(?:,\s+{_GROUP}){{0,2}}"
        rf"|,?\s+(?i:\d{{1,4}}[a-z]?,?\s+(?:[a-z'-]+\s+){{1,3}}?{_LOWER_STREET})\b)?"
    ),
    re.compile(
        rf"\b(?i:{_UNIT_WORDS}){_UNIT_NUMBER},?\s+(?:{_GROUP},\s+){{0,2}}(?:\d{{1,4}}[a-z]?\s+)?(?:{_WORD}\s+){{1,3}}{_ENDS}\b"
    ),
    re.compile(rf"{_NUMBER}The\s+{_WORD}\b(?:\s+{_ENDS}\b)?{_TAIL}"),
)
_NO_NUMBER = re.compile(
    r"\b(?i:lives? (?:at|on|in) |(?:road|street), )"
    rf"(?P<place>(?:{_WORD}\s+){{1,3}}(?:{_STREETS}|{_OTHER_ENDS})\b)"
)
# Where she says that she lives: a number and words with a capital, a house with a name, small letters too.
_WEAKLY = r"(?:\b(?i:to|from|is|are|was|outside|opposite|by|for|near|about|not|num?ber)\s+|[:(,-]\s*)"
_LIVES_THERE = (
    r"(?:\b(?i:(?:live|lives|living|lived|staying|stay|moved|moving|move)(?:\s+(?:now|still|back"
    r"|here|alone))?\s+(?:at|in|to)"
    r"|address(?:\s+\w+){0,4}?\s*(?:is|was|:)|(?:we|i)(?:\s+(?:are|am)|'re|'m)(?:\s+(?:now"
    r"|still))?\s+at|(?:place|home|house)\s+is)\s+)"
)
_SMALL_STREET = (
    r"(?:close|drive|way|court|place|walk|row|hill|square|rise|view|green|park|croft|fold|gate"
    r"|yard|wharf|st|ct|gardens|house|mount|parade|vale)"
)
_ANNOUNCED = (
    re.compile(
        rf"{_LIVING}(?P<place>\d{{1,4}}\s?[a-zA-Z]?,?\s+(?i:{_NO_MEASURE})(?P<word>{_WORD})(?:[\s-](?:[a-z]{{1,3}}[\s-])?{_WORD}){{0,3}}{_TAIL})"
    ),
    re.compile(
        rf"{_WEAKLY}(?P<place>\d{{1,4}}\s?[a-zA-Z]?,?\s+(?i:{_NO_MEASURE})(?P<word>{_WORD})(?:[\s-](?:[a-z]{{1,3}}[\s-])?{_WORD}){{1,3}}{_TAIL})"
    ),
    re.compile(
        rf"(?P<place>{_NUMBER}{_NO_MEASURE}(?P<word>[a-z'-]+)(?:\s+[a-z'-]+)?\s+{_SMALL_STREET}\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<place>(?i:\bn(?:umber|o\.?)\s+)(?i:\d+[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten"
        rf"|eleven|twelve|thirteen|\w+teen"
        rf"|twenty\S*),?\s+(?:The\s+)?(?P<word>{_WORD})(?:\s+{_WORD}){{0,3}}(?:,\s+{_WORD}(?:\s+{_WORD}){{1,2}})?\b)"
    ),
    re.compile(
        rf"(?P<place>{_NUMBER}(?P<word>Heol|Ffordd|Stryd|Lôn|Lon|Maes|Bryn|Clos|Rhodfa|Cwrt|Cae|Erw"
        rf"|Parc|Pen|Tan|Trem|Llys|Rue|Rua|Ulica|Via)(?:[\s-](?:[a-z]{{1,3}}[\s-])?{_WORD}){{1,3}})"
    ),
)
_NAMED_HOME = re.compile(
    rf"{_LIVES_THERE}(?P<place>(?P<word>The\s+(?:Old|New)|{_WORD})(?:\s+{_WORD}){{0,2}}?\s+(?:{_HOUSES}))\b"
)
_HINT = re.compile(rf"\b(?:{_STREETS}|{_OTHER_ENDS})\b")
_GROUPS = re.compile(rf"\b{_GROUP}(?:,\s+{_GROUP}|\s(?:on|in|off)\s{_GROUP}){{1,3}}")
_ENDS_IN_STREET = re.compile(rf"\s(?:{_STREETS}|{_OTHER_ENDS})$")
_ENDS_IN_HOUSE = re.compile(rf"(?:\s(?:{_HOUSES})|^The\s+(?:Old|New)\s.*)$")
_LIVES = re.compile(rf"{_LIVING}$")
_BETWEEN = re.compile(r",\s+|\s(?:on|in|off)\s")
_FLATS_ELSEWHERE = r"(?:فلیٹ|شقة|ফ্ল্যাট|ફ્લેટ|ਫਲੈਟ|ਫ਼ਲੈਟ|квартира|кв\.|mieszkanie|apartamentul?|apartamento)"
_ADDRESS_ELSEWHERE = (
    r"(?:پتہ|پتا|پتے|عنوان\w*|العنوان|ঠিকানা\w*|સરનામું|સરનામુ|ਪਤਾ|ਪਤੇ|адрес\w*|адреса\w*|রাস্তা"
    r"|থাকি|રહું|ਰਹਿੰਦ\w*)"
)
_STREETS_ELSEWHERE = (
    r"(?:روڈ|اسٹریٹ|سٹریٹ|ایونیو|لین|کلوز|ڈرائیو|گلی|شارع|طريق|রোড|স্ট্রিট|স্ট্রীট|লেন|এভিনিউ"
    r"|অ্যাভিনিউ|ক্লোজ|ড্রাইভ"
    r"|રોડ|સ્ટ્રીટ|લેન|એવન્યુ|એવેન્યુ|ક્લોઝ|ડ્રાઇવ|ਰੋਡ|ਸਟ੍ਰੀਟ|ਲੇਨ|ਐਵੇਨਿਊ|ਐਵਨਿਊ|ਕਲੋਜ਼|ਡਰਾਈਵ|вулиц\w+"
    r"|роуд|стріт|авеню|лейн|клоуз|драйв|гарденс|кресент|گارڈنز|کورٹ|ٹیرس|ایوینیو|ہاؤس|کریسنٹ|پلیس"
    r"|গার্ডেনস|গার্ডেন্স|টেরেস|প্লেস|কোর্ট|হাউস|ক্রেসেন্ট|স্ট্রীট|এভেনিউ|ગાર્ડન્સ|ગાર્ડન|ટેરેસ"
    r"|કોર્ટ|હાઉસ|પ્લેસ|ક્રેસન્ટ|ਗਾਰਡਨ|ਗਾਰਡਨਜ਼|ਟੈਰੇਸ|ਕੋਰਟ|ਹਾਊਸ|ਪਲੇਸ|ਕ੍ਰੇਸੈਂਟ|ਕ੍ਰੈਸੈਂਟ|ਡ੍ਰਾਈਵ|جادة"
    r"|حي)"
)
_OTHER_SCRIPTS = re.compile(
    rf"(?<!\d)\d{{1,4}}[a-z]?,?\s+(?:[^\s\d,.]+\s+){{0,3}}?{_STREETS_ELSEWHERE}(?:\s+(?<=شارع "
    rf"|طريق )[^\s,.]+(?:\s+(?!ال)[^\s,.]+)?)?",
    re.IGNORECASE,
)
_FLAT_ELSEWHERE = re.compile(
    rf"(?<!\w){_FLATS_ELSEWHERE}\s+\d{{1,4}}\w?(?:[,،]\s+\d{{1,4}}\s+[^\s,.،]+(?:\s+[^\s,.،]+)?)?",
    re.IGNORECASE,
)
_PLACE_ELSEWHERE = re.compile(
    rf"{_ADDRESS_ELSEWHERE}[\s:]+(?:[^\s\d,.]+\s+){{0,3}}?(?P<place>\d{{1,4}}[a-z]?,?\s+[^\s\d,.،]+(?:\s+[^\s\d,.،]+)?)",
    re.IGNORECASE,
)
# Words before a postcode, from the last number or named house on.
_BEFORE_POSTCODE = re.compile(
    rf"(?:(?i:flat|apartment|unit)\s+\w+,?\s+)?(?:\d{{1,4}}\s?[a-zA-Z]?,?\s+"
    rf"|The\s+){_WORD}(?:,?\s+(?:[a-z]{{1,3}}\s)?{_WORD}){{0,6}},?\s+(?:(?i:kod|code|postcode"
    rf"|post code|cod)\s+)?$"
)
_REACH = 80
_WELSH_HOUSE = re.compile(
    rf"\b{_WORD}(?:\s+(?:[a-z]{{1,2}}\s+)?{_WORD}){{0,2}},\s+(?:Heol|Ffordd|Stryd|Lôn|Lon"
    rf"|Rhodfa)(?:\s+(?:[a-z]{{1,2}}\s+)?{_WORD}){{1,2}}"
)
_LOCALITIES = 2
_LOCALITY = re.compile(rf",\s+(?P<word>{_WORD})(?:[\s-](?:[a-z]{{2,5}}[\s-])?{_WORD}){{0,2}}(?!['\w])")
_HOUSE_BEFORE = re.compile(
    rf"(?:(?:The\s+)?{_WORD}\s+{_WORD}(?:\s+{_WORD})?|(?i:lower|upper|ground|first|second|top"
    rf"|basement)[\s-]\w*\s?(?i:floor|flat)),\s+$"
)
_FARM = re.compile(
    rf"\b(?:The\s+)?(?:{_WORD}\s+){{1,2}}(?:Farm|Cottages?|Barn|Rectory|Vicarage|Smithy|Grange"
    rf"|Farmhouse|Bungalow|Granary|Forge),\s+{_WORD}(?:\s{_WORD})?"
)


def addresses(text: str) -> Iterator[Redaction]:
    """A house number with a street, a flat number, a named house, or where somebody says she lives."""
    for found in _found(text):
        yield _with_locality(text, found)


def _found(text: str) -> Iterator[Redaction]:
    if not text.isascii():
        yield from _in_other_scripts(text)
    if any(character.isdigit() for character in text):
        yield from _with_numbers(text)
    yield from _without_numbers(text)


def _in_other_scripts(text: str) -> Iterator[Redaction]:
    for pattern in (_OTHER_SCRIPTS, _FLAT_ELSEWHERE):
        for match in pattern.finditer(text):
            yield _address(match.start(), match.group())
    for match in _PLACE_ELSEWHERE.finditer(text):
        yield _address(match.start("place"), match["place"])


def _without_numbers(text: str) -> Iterator[Redaction]:
    for pattern in (_FARM, _WELSH_HOUSE):
        for match in pattern.finditer(text):
            yield _address(match.start(), match.group())
    for match in _NO_NUMBER.finditer(text):
        yield _address(match.start("place"), match["place"])
    if _HINT.search(text):
        yield from _named_houses(text)
    for match in _NAMED_HOME.finditer(text):
        if match["word"].lower() not in word_lists.everyday_words():
            yield _address(match.start("place"), match["place"])


def _with_numbers(text: str) -> Iterator[Redaction]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield _address(match.start(), match.group())
    for pattern in _ANNOUNCED:
        for match in pattern.finditer(text):
            if match["word"].lower() not in word_lists.everyday_words():
                yield _address(match.start("place"), match["place"])
    for postcode in postcodes.postcodes(text):
        start = max(0, postcode.start - _REACH)
        if (before := _BEFORE_POSTCODE.search(text[start : postcode.start])) is not None:
            yield _address(start + before.start(), before.group())


def _named_houses(text: str) -> Iterator[Redaction]:
    """ "Rose Cottage, Mill Lane, Upper Broughton": a house with a name, then its street."""
    for match in _GROUPS.finditer(text):
        parts = _BETWEEN.split(match.group())
        streets = [_ENDS_IN_STREET.search(part) is not None for part in parts]
        if not any(streets):
            continue
        lives = _LIVES.search(text[max(0, match.start() - _REACH) : match.start()]) is not None
        if lives or any(_ENDS_IN_HOUSE.search(part) for part in parts[: len(parts) - 1]):
            yield _address(match.start(), match.group())


def _address(start: int, words: str) -> Redaction:
    return Redaction(start, start + len(words.rstrip(" ,\n")), "address")


def _with_locality(text: str, found: Redaction) -> Redaction:
    """The address with the village or town that follows it, and the name of the house that stands before."""
    end = found.end
    for _ in range(_LOCALITIES):
        match = _LOCALITY.match(text, end)
        if match is None or match["word"].lower() in word_lists.everyday_words():
            break
        end = match.end()
    before = _HOUSE_BEFORE.search(text[max(0, found.start - _REACH) : found.start])
    start = found.start - len(before.group()) if before else found.start
    return Redaction(start, end, "address")
