"""Street addresses: with a number, with a house name, or where somebody says that she lives."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import (
    address_chains,
    address_reach,
    homes,
    homes_elsewhere,
    homes_in_passing,
    postcodes,
    told_streets,
    unusual_homes,
    word_lists,
)
from surveys.moderation.redaction.address_words import (
    ENDS,
    FLAT_WORDS,
    GROUP,
    HOUSES,
    LIVING,
    LOWER_STREET,
    NO_MEASURE,
    NUMBER,
    OTHER_ENDS,
    SMALL_STREET,
    SPELT,
    STREETS,
    TAIL,
    UNIT_NUMBER,
    UNIT_WORDS,
    WORD,
)
from surveys.moderation.redaction.spans import Redaction, matches

_PATTERNS = (
    re.compile(rf"{NUMBER}{NO_MEASURE}(?:[a-z'-]+\s+){{1,3}}?{LOWER_STREET}\b{TAIL}", re.IGNORECASE),
    re.compile(rf"{NUMBER}(?:{WORD}\s+){{1,3}}{ENDS}\b{TAIL}"),
    re.compile(
        rf"\b(?i:{FLAT_WORDS}){UNIT_NUMBER}(?:,?\s+{GROUP}(?:,\s+{GROUP}){{0,2}}"
        rf"|,?\s+(?i:\d{{1,4}}[a-z]?,?\s+(?:[a-z'-]+\s+){{1,3}}?{LOWER_STREET})\b)?"
    ),
    re.compile(
        rf"\b(?i:{UNIT_WORDS}){UNIT_NUMBER},?\s+(?:{GROUP},\s+){{0,2}}(?:\d{{1,4}}[a-z]?\s+)?(?:{WORD}\s+){{1,3}}{ENDS}\b"
    ),
    re.compile(rf"{NUMBER}The\s+{WORD}\b(?:\s+{ENDS}\b)?{TAIL}"),
)
_NO_NUMBER = re.compile(
    r"\b(?i:lives? (?:at|on|in) |(?:road|street), )"
    rf"(?P<place>(?:{WORD}\s+){{1,3}}(?:{STREETS}|{OTHER_ENDS})\b)"
)
# Where she says that she lives: a number and words with a capital, a house with a name, small letters too.
_WEAKLY = r"(?:\b(?i:to|from|is|are|was|outside|opposite|by|for|near|about|not|num?ber)\s+|[:(,-]\s*)"
_LIVES_THERE = (
    r"(?:\b(?i:(?:live|lives|living|lived|staying|stay|moved|moving|move)(?:\s+(?:now|still|back"
    r"|here|alone))?\s+(?:at|in|to)"
    r"|address(?:\s+\w+){0,4}?\s*(?:is|was|:)|(?:we|i)(?:\s+(?:are|am)|'re|'m)(?:\s+(?:now"
    r"|still))?\s+at|(?:place|home|house)\s+is)\s+)"
)
_ANNOUNCED = (
    re.compile(
        rf"{LIVING}(?P<place>\d{{1,4}}\s?[a-zA-Z]?,?\s+(?i:{NO_MEASURE})(?P<word>{WORD})(?:[\s-](?:[a-z]{{1,3}}[\s-])?{WORD}){{0,3}}{TAIL})"
    ),
    re.compile(
        rf"{_WEAKLY}(?P<place>\d{{1,4}}\s?[a-zA-Z]?,?\s+(?i:{NO_MEASURE})(?P<word>{WORD})(?:[\s-](?:[a-z]{{1,3}}[\s-])?{WORD}){{1,3}}{TAIL})"
    ),
    re.compile(
        rf"(?P<place>{NUMBER}{NO_MEASURE}(?P<word>[a-z'-]+)(?:\s+[a-z'-]+)?\s+{SMALL_STREET}\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<place>(?i:\bn(?:umber|o\.?)\s+)(?i:\d+[a-z]?|{SPELT}|twenty\S*),?\s+(?:The\s+)?"
        rf"(?P<word>{WORD})(?:\s+{WORD}){{0,3}}(?:,\s+{WORD}(?:\s+{WORD}){{1,2}})?\b)"
    ),
    re.compile(
        rf"(?P<place>{NUMBER}(?P<word>Heol|Ffordd|Stryd|Lôn|Lon|Maes|Bryn|Clos|Rhodfa|Cwrt|Cae|Erw"
        rf"|Parc|Pen|Tan|Trem|Llys|Rue|Rua|Ulica|Via)(?:[\s-](?:[a-z]{{1,3}}[\s-])?{WORD}){{1,3}})"
    ),
)
_NAMED_HOME = re.compile(
    rf"{_LIVES_THERE}(?P<place>(?P<word>The\s+(?:Old|New)|{WORD})(?:\s+{WORD}){{0,2}}?\s+(?:{HOUSES}))\b"
)
_NUMBER_SAID = re.compile(r"\bn(?:umber|o\.)\s+[a-z]", re.IGNORECASE)
_HINT = re.compile(rf"\b(?:{STREETS}|{OTHER_ENDS})\b")
_GROUPS = re.compile(rf"\b{GROUP}(?:,\s+{GROUP}|\s(?:on|in|off)\s{GROUP}){{1,3}}")
_ENDS_IN_STREET = re.compile(rf"\s(?:{STREETS}|{OTHER_ENDS})$")
_ENDS_IN_HOUSE = re.compile(rf"(?:\s(?:{HOUSES})|^The\s+(?:Old|New)\s.*)$")
_LIVES = re.compile(rf"{LIVING}$")
_BETWEEN = re.compile(r",\s+|\s(?:on|in|off)\s")
_FLATS_ELSEWHERE = r"(?:فلیٹ|شقة|ফ্ল্যাট|ફ્લેટ|ਫਲੈਟ|ਫ਼ਲੈਟ|квартир\w{1,2}|кв\.|mieszkani\w+|apartamentul?|apartamento)"
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
    rf"|The\s+){WORD}(?:,?\s+(?:[a-z]{{1,3}}\s)?{WORD}){{0,6}},?\s+(?:(?i:kod|code|postcode"
    rf"|post code|cod)\s+)?$"
)
_REACH = 80
_WELSH_HOUSE = re.compile(
    rf"\b{WORD}(?:\s+(?:[a-z]{{1,2}}\s+)?{WORD}){{0,2}},\s+(?:Heol|Ffordd|Stryd|Lôn|Lon"
    rf"|Rhodfa)(?:\s+(?:[a-z]{{1,2}}\s+)?{WORD}){{1,2}}"
)
_FARM = re.compile(
    rf"\b(?:The\s+)?(?:{WORD}\s+){{1,2}}(?:Farm|Cottages?|Barn|Rectory|Vicarage|Smithy|Grange"
    rf"|Farmhouse|Bungalow|Granary|Forge),\s+{WORD}(?:\s{WORD})?"
)


def addresses(text: str) -> Iterator[Redaction]:
    """A house number with a street, a flat number, a named house, or where somebody says she lives."""
    found = [
        *_found(text),
        *homes.homes(text),
        *homes_elsewhere.told_elsewhere(text),
        *unusual_homes.unusual(text),
        *homes_in_passing.in_passing(text),
        *told_streets.told(text),
        *address_chains.chains(text),
    ]
    found = [one for one in found if _is_a_home(text, one)]
    if found:
        found.extend(one for one in homes.beside(text) if _is_a_home(text, one))
        found.extend((*homes_in_passing.numbers_beside(text), *homes_in_passing.again(text, found)))
    yield from address_reach.whole(text, found)


def _is_a_home(text: str, found: Redaction) -> bool:
    return not homes_elsewhere.is_a_bus(text, found.start) and not homes_in_passing.is_lent(text, found.start)


def _found(text: str) -> Iterator[Redaction]:
    if not text.isascii():
        yield from _in_other_scripts(text)
    if any(character.isdigit() for character in text) or _NUMBER_SAID.search(text):
        yield from _with_numbers(text)
    yield from _without_numbers(text)


def _in_other_scripts(text: str) -> Iterator[Redaction]:
    for match in matches(text, _OTHER_SCRIPTS, _FLAT_ELSEWHERE):
        yield _address(match.start(), match.group())
    for match in _PLACE_ELSEWHERE.finditer(text):
        yield _address(match.start("place"), match["place"])


def _without_numbers(text: str) -> Iterator[Redaction]:
    for match in matches(text, _FARM, _WELSH_HOUSE):
        yield _address(match.start(), match.group())
    for match in _NO_NUMBER.finditer(text):
        yield _address(match.start("place"), match["place"])
    if _HINT.search(text):
        yield from _named_houses(text)
    for match in _NAMED_HOME.finditer(text):
        if match["word"].lower() not in word_lists.everyday_words():
            yield _address(match.start("place"), match["place"])


def _with_numbers(text: str) -> Iterator[Redaction]:
    for match in matches(text, *_PATTERNS):
        yield _address(match.start(), match.group())
    for match in matches(text, *_ANNOUNCED):
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
