"""Postcodes as people write them rather than as they are printed: taken apart, halved, with words between."""

import re
from collections.abc import Iterable, Iterator

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.spans import Redaction, matches

# "Postcode" in every language offered, where it ends what is written before.
_POSTCODE_WORD = (
    r"(?:post\s?-?code|p/?code|pc|zip(?:\s?code)?|post\s?kod|kod\w*\s+poczt\w*|kod\w{0,4}|cod(?:ul)?"
    r"(?:\s+po[sș]tal)?|c[oó]digo(?:\s+postal)?"
    r"|код\w{0,3}|поштов\w+\s+(?:індекс|код)\w*|індекс\w*|поштов\w+|boost\w*|boos(?:to|ada)\w*(?:\s+koodh?\w*)?|koodh?\w*"
    r"|پوسٹ\s?کوڈ|الرمز(?:\s+البريدي)?|رمز\w*(?:\s+\S{2,8})?|পোস্ট\s?কোড\S{0,3}|পোস্টাল কোড"
    r"|પોસ્ટ\s?કોડ|ਪੋਸਟ\s?ਕੋਡ|ਪੋਸਟਕੋਡ|کوڈ|কোড|કોડ|ਕੋਡ|(?:ال)?كود)"
)
_LINK = (
    r"(?!\w)(?:\W{1,3}(?:is|was|its|it['’]s|isnt|isn['’]t|not|to|as|the|now|old|new|current|hore|cusub|vechi|stary|antigo|старий|پرانا|পুরানো|જૂનો|ਪੁਰਾਣਾ|starts?|begins?|with|area|here"
    r"|e|este|é|to jest|waa|ہے|هو|هي|হলো|হল"
    r"|છે|ਹੈ|це)(?!\w)){0,3}\W{0,4}$"
)
_ANNOUNCED = re.compile(rf"(?<!\w){_POSTCODE_WORD}{_LINK}", re.IGNORECASE)
_SPEAKS_OF_ONE = re.compile(rf"(?<!\w){_POSTCODE_WORD}(?!\w)", re.IGNORECASE)
# "my postcode for a survey? M14": some words on, but no other place named right before.
_NEAR = re.compile(
    r"\b(?:post\s?code|p/code)\b[^\d\n]{0,40}(?:[?.:,!]|\b(?:said|say|put|gave|is|it['’]?s))\s+$",
    re.IGNORECASE,
)
_OF_A_WARD = re.compile(
    r"\b(?:ward|bay|bed|room|rm|level|floor|block|desk|theatre|clinic|bus|bag|seat|zone|car\s?park|sala"
    r"|cama|patul?|łóżko|sali|ліжко)"
    r"\W{0,2}$",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(
    r"\W{0,3}(?:is|was|=)\s*(?:(?:my|our|her|his|the|me)\s+)?(?:home\s+)?(?:post\s?code)\b",
    re.IGNORECASE,
)
# "b21 0 hl", "m4 6 de": the last three apart.
_APART = re.compile(
    r"(?<![\w.])(?P<area>[A-Z]{1,2})(?:\d[A-Z\d]?"
    r"|\d \d)[\s-]{1,2}\d[\s-]{0,2}(?P<last>[ABD-HJLNP-UW-Z]{2})(?!\w|['’.]\w)",
    re.IGNORECASE,
)
_SAME_BUT_SPACED = re.compile(
    r"(?<![\w.])(?P<area>[A-Z]{1,2}) ?\d ?\d[ -]\d(?P<last>[ABD-HJLNP-UW-Z]{2})(?!\w)"
)
# Two letters that are a word, an ending or a measure where they stand alone in small letters.
_SHORT_WORDS = re.compile(
    r"ad|ah|al|an|as|at|au|be|by|da|de|do|dr|du|ed|el|en|er|es|et|eu|ex|fe|fl|ft|fu|ga|go|ha|hb|he|hr|hz"
    r"|ja|je|la|lb|le|lt|na|nd|ne|no|nr|nu|on|os|pa|pe|po|pt|pu|ra|rd|re|se|sn|so|st|su|ta|te|th|to|tu|ty"
    r"|ud|ul|un|up|ur|us|wa|we|wk|wt|ya|ye|yo|yr|yw|ze|zł",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:$|[.,;:!?)\"”\n]|[^\x00-\u024f])")
# With any letters at its end and letters for digits, written together or not: where one is announced.
_MISSPELT = re.compile(
    r"(?<!\w)(?P<area>[A-Z0][A-Z0]?)[\dOoIl][A-Z\d]?[\s./-]{0,3}[\dOIl][\s-]?[A-Z0][\s-]?[A-Z0](?!\w)",
    re.IGNORECASE,
)
_IN_CAPITALS = re.compile(
    r"(?<![\w/.-])(?P<area>[A-Z]{2})\d{1,2} ?\d(?!(?:[CKM]M|M[GLM]|KG|CC|[AP]M|I[MVU]|OK|MC|MR"
    r"|KM)\b)[A-Z]{2}(?![\w/-])"
)
_SIGNS = r"[\s.,;(…*_?/-]"
_SAID_BETWEEN = (
    r"(?:something|summat|somthing|sumthing|whatever|blah|um{1,3}|er+m?|then|and|space|gap|dash|spacja|potem|apoi|depois|espaço|потім|пробіл|پھر|ثم"
    r"|new\s?line|the\s+rest|is|\d)"
)
_BETWEEN = (
    rf"(?<!\w)(?P<area>[A-Z]{{1,2}})\d[A-Z\d]?{_SIGNS}{{1,6}}(?:{_SAID_BETWEEN}\b{_SIGNS}{{1,6}}){{0,4}}"
    rf"\d[ABD-HJLNP-UW-Z]{{2}}(?!\w)"
)
_WITH_WORDS_BETWEEN, _SMALL_WITH_WORDS = re.compile(_BETWEEN), re.compile(_BETWEEN, re.IGNORECASE)
_OUTWARD = re.compile(
    r"(?<![\w/.-])(?P<area>[A-Z]{1,2})\d(?:\d|[A-HJKMNPR-Y](?!\w))?(?![\w%/:-]|[.,]\d)", re.IGNORECASE
)
_AT_HOME = re.compile(
    r"\b(?:liv(?:e|es|ed|ing)|moved|i['’]?m|we['’]?re|based|from|area|stay(?:ing)?)(?:\s+(?:now|still|back))?"
    r"(?:\s+(?:in|to|from|is|near))?\s+$",
    re.IGNORECASE,
)
# A figure as a word: "dn14 zero sz".
_WITH_A_FIGURE_SPELT = re.compile(
    r"(?<![\w.])(?P<area>[A-Z]{1,2})\d[A-Z\d]?[\s,-]{1,2}(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|jeden|dwa|trzy|cztery|pięć"
    r"|unu|doi|trei|patru|cinci|um|dois|três|quatro|cinco|нуль|один|два|три|чотири|eber|صفر|زیرو|শূন্য|জিরো|શૂન્ય|ઝીરો|ਜ਼ੀਰੋ|ਸਿਫ਼ਰ|او|ও|ઓ|ਓ|о)"
    r"[\s,-]{1,2}(?P<last>[ABD-HJLNP-UW-Z]{2})(?!\w|['’.]\w)",
    re.IGNORECASE,
)
# "bt 99 1zz": a space after the area.
_AREA_APART = re.compile(
    r"(?<![\w.])(?P<area>[A-Z]{2}) \d{1,2} \d(?P<last>[ABD-HJLNP-UW-Z]{2})(?!\w)", re.IGNORECASE
)
# "HX7 area", "pe34 something".
_AREA_AFTER = re.compile(
    r"\s+(?:area\b|something\b|summat\b|(?:and\s+)?the\s+rest\b|\?{2,}|\.{3}|…|x{2,}\b)", re.IGNORECASE
)
# In letters of another script, where one is announced.
_IN_OTHER_LETTERS = re.compile(
    rf"(?<!\w){_POSTCODE_WORD}[\s:]{{1,3}}(?:(?:ہے|هو|হলো|হল|છે|ਹੈ)\s+)?(?P<code>(?:[^\W\d_a-zA-Z]\S{{0,4}}[\s-]){{1,2}}\d{{1,2}}[\s-]{{1,2}}\d"
    r"(?:[\s-]?[^\W\d_a-zA-Z]\S{0,4}){2})(?=[\s.,;!?)]|$)"
)
_LIVES_IN = re.compile(
    r"(?:\b(?:liv(?:e|es|ed|ing)|resid(?:e|es|ing)|based|renting|(?:house|home|flat|place)\s+(?:is|was))\s+(?:(?:now|still|out|over|up|down|here)\s+)?in"
    r"|\bmoved\s+(?:out\s+)?to(?=\s+[A-Z]{2})|\bmieszka\w*\s+w|\b(?:stau|st[ăa]m|locui\w+)\s+[îi]n|\b(?:moro|moramos|vivo|vivemos)\s+em"
    r"|\b(?:живу|живемо|мешкаю|мешкаємо)\s+[ву]|\b(?:ku\s+)?(?:deganahay|nool\w*)|(?:ساكن\w*|[نأا]سكن|[نأا]عيش|سكني)\s+في)\s+$",
    re.IGNORECASE,
)
_LIVED_IN_AFTER = re.compile(r"\s*(?:میں\s+رہ|এলাকায়|এলাকায়|(?:এ|তে|-এ|-তে)\s+থাক|માં\s+રહ|(?:ਵਿੱਚ|ਵਿਚ)\s+ਰਹ)")
_PLACE_OF_CARE = re.compile(r"\s*(?:ward|bay|bed|room|level|floor|clinic|unit|theatre)\b", re.IGNORECASE)
# The last half, where "ends in" says so; another one beside a whole one ("LE2 7AB/7AC").
_LAST_HALF = re.compile(
    r"\bpost\s?code\W{1,2}(?:\w+\W{1,2}){0,3}?(?:ends?|ending|finish\w*)\s+(?:(?:in|with|on)\s+)?"
    r"(?P<last>\d\s?[ABD-HJLNP-UW-Z]{2})(?!\w)",
    re.IGNORECASE,
)
_OTHER_HALF = re.compile(
    r"\s?(?:/|or|not)\s?(?P<last>(?:[A-Z]{1,2}\d{1,2}\s?)?\d[ABD-HJLNP-UW-Z]{2})(?!\w)", re.IGNORECASE
)
_OLD_ONE = re.compile(
    r"[\s,(/;-]{0,3}(?:(?:not|or|was|were|it|old|the|before|previously|formerly|used|to|be|from|and|then|nie|nu|não|ne|był\w*|era|dawniej|înainte|antes|був|була|було|не"
    r"|раніше|ma|ahayd|نہیں|پہلے|ليس|كان|আগে|না|પહેલાં|નહીં|ਨਹੀਂ|ਪਹਿਲਾਂ)[\s,]{1,2}){1,4}",
    re.IGNORECASE,
)
_REACH, _BREATH, _TELLING, _SHORTEST_AREA = 60, 30, 4, 3


def loose_postcodes(text: str) -> Iterator[Redaction]:
    """Postcodes of a real area that a letter would not carry so; half of one only after "postcode"."""
    yield from _apart(text)
    for match in _LAST_HALF.finditer(text):
        yield Redaction(*match.span("last"), "postcode")
    for match in matches(text, _SAME_BUT_SPACED, _IN_CAPITALS, _WITH_WORDS_BETWEEN):
        if _is_real(match) and not _OF_A_WARD.search(_before(text, match)):
            yield _postcode(match)
    yield from _announced(text)
    yield from _where_she_lives(text)


def speaks_of_one(text: str) -> bool:
    """Whether the text has the word "postcode", in any language offered."""
    return _SPEAKS_OF_ONE.search(text) is not None


def announced_in(before: str) -> bool:
    """Whether what stands before ends in "postcode is" or the like."""
    return _ANNOUNCED.search(before) is not None


def _announced(text: str) -> Iterator[Redaction]:
    for match in matches(text, _MISSPELT, _OUTWARD, _SMALL_WITH_WORDS):
        if _is_real(match) and _is_announced(text, match):
            yield _postcode(match)
    for match in matches(text, _WITH_A_FIGURE_SPELT, _AREA_APART):
        if _is_real(match) and _is_no_word(match) and not _OF_A_WARD.search(_before(text, match)):
            yield _postcode(match)
    for match in _IN_OTHER_LETTERS.finditer(text) if not text.isascii() else ():
        yield Redaction(*match.span("code"), "postcode")


def _where_she_lives(text: str) -> Iterator[Redaction]:
    """The first half alone where it is said that somebody lives there ("I live in LS9")."""
    for match in _OUTWARD.finditer(text):
        if not _is_real(match) or _PLACE_OF_CARE.match(text, match.end()):
            continue
        told = _LIVES_IN.search(_before(text, match)) or _LIVED_IN_AFTER.match(text, match.end())
        if told or _is_an_area(text, match):
            yield _postcode(match)


def _is_an_area(text: str, match: re.Match[str]) -> bool:
    """Whether "area" or "something" follows; a letter and a figure alone are rather a ward or a road."""
    if len(match.group()) < _SHORTEST_AREA or _OF_A_WARD.search(_before(text, match)):
        return False
    return _AREA_AFTER.match(text, match.end()) is not None


def halves_of(text: str, found: Iterable[Redaction]) -> Iterator[Redaction]:
    """Halves of a postcode that stands whole too: the first where she says she lives, another last one."""
    found = list(found)
    for one in found:
        if (other := _OTHER_HALF.match(text, one.end)) is not None:
            yield Redaction(*other.span("last"), "postcode")
    whole = [text[one.start : one.end].lower() for one in found]
    if not whole:
        return
    for match in _OUTWARD.finditer(text):
        known = any(one.startswith(match.group().lower()) for one in whole)
        if (known and _AT_HOME.search(_before(text, match))) or _is_beside(text, match, found):
            yield _postcode(match)


def _is_beside(text: str, match: re.Match[str], found: list[Redaction]) -> bool:
    """Whether it stands in one breath with a whole postcode ("LE3 6AB, it was M14"), as no ward does."""
    if not (_is_real(match) and match.group()[0].isupper()) or _OF_A_WARD.search(_before(text, match)):
        return False
    between = (
        text[one.end : match.start()] for one in found if one.end <= match.start() <= one.end + _BREATH
    )
    return any(_OLD_ONE.fullmatch(words) for words in between) and not _PLACE_OF_CARE.match(text, match.end())


def _apart(text: str) -> Iterator[Redaction]:
    for match in _APART.finditer(text):
        before = _before(text, match)
        if not _is_real(match) or _OF_A_WARD.search(before):
            continue
        plain = match["last"].isupper() or _is_no_word(match)
        if plain or _ANNOUNCED.search(before) or _closes(text, match):
            yield _postcode(match)


def _is_no_word(match: re.Match[str]) -> bool:
    return not _SHORT_WORDS.fullmatch(match["last"]) and "-" not in match.group()


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether it stands between a comma and the end, as on a letter ("Union Wharf, m4 6 de")."""
    return _before(text, match).rstrip(" ").endswith((",", "(", "\n")) and bool(
        _ENDS.match(text, match.end())
    )


def _is_announced(text: str, match: re.Match[str]) -> bool:
    before = _before(text, match)
    if _ANNOUNCED.search(before) or _SAID_AFTER.match(text, match.end()):
        return True
    telling = match.group()[0].isupper() or len(match.group()) >= _TELLING
    return (
        telling
        and match.re is _OUTWARD
        and _NEAR.search(before) is not None
        and not _OF_A_WARD.search(before)
    )


def _is_real(match: re.Match[str]) -> bool:
    area = match["area"].lower().replace("0", "o")
    return area in word_lists.postcode_areas()


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _REACH) : match.start()]


def _postcode(match: re.Match[str]) -> Redaction:
    return Redaction(match.start(), match.end(), "postcode")
