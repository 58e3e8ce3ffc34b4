"""Halves of postcodes in small letters or in passing ("im in ne34", "hx7 mum here"), and hasty whole ones."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.spans import Redaction, matches

_MEASURES = r"(?:x|am|pm|weeks?|wks?|hours?|hrs?|days?|mins?|months?|years?|times?|kids|children|other)\b"
_HALF = rf"(?P<code>(?P<area>[A-Z]{{1,2}})\d{{1,2}}[A-Z]?(?:\s\d(?!\d|\s?{_MEASURES}))?)(?![\w%/:-]|[.,]\d)"
_MINE = (
    r"(?:(?:^|[.!?\n,;]\s?)(?:(?:hi|hello|im|i['’]?m)\s+)?(?=[A-Z]{1,2}\d{1,2}\s+(?:mum|mam|mom|mummy|family|lass|girl|resident)s?\b)"
    r"|\b(?:im|i['’]m|i\s+am|we['’]re|we\s+are|were)\s+(?:(?:over|out|up|down|all|still|now)\s+)?(?:in|from)\s+"
    r"|\bliv(?:e|es|ed|ing)\s+(?:(?:over|out|up|down|just|right)\s+)?(?:in|near|by|around)\s+(?:(?:the|a)\s+(?:\w+\s+){0,2}?(?:bit|end|part|side|half|corner|edge)\s+of\s+)?"
    r"|\b(?:bit|end|part|side)\s+of\s+|\b(?:near|nearer|nearest|close|closer|local)\s+to\s+(?!the\b)"
    r"|\b(?:asi|assi|hum|ham|ame|amra|ami|me|main)\s+(?=[A-Z]{1,2}\d{1,2}\s+(?:ch|vich|vch|mein|me|ma|te|e|mai)\s)"
    r"|\b(?:waxaan?\s+)?(?:joog\w+|degan\w*|deggan\w*|nool\w*)\s+(?:xaafadda\s+)?"
    r"|\b(?:mieszka\w+|jeste\w+)\s+(?:w|z)\s+|\b(?:stau|st[ăa]m|locui\w+)\s+[îi]n\s+|\b(?:moro|moramos|vivo|vivemos)\s+em\s+"
    r"|(?:^|[.!?\n]\s?)in\s+(?=[A-Z]{1,2}\d{1,2}\s+(?:we|you|there|they|nobody|no\s+one|i)\b))"
)
_HALVES = re.compile(_MINE + _HALF, re.IGNORECASE)
_CARE = re.compile(
    r"\s*(?:ward|bay|bed|room|level|floor|clinic|unit|theatre|form|test|scan|vitamins?|deficien\w*)\b",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(r"(?:co2|po2|so2|ph\d|iv\d|hr\d+|b(?:6|12)|d3|t[1-9])$", re.IGNORECASE)
# At the end of an address, with letters that no postcode has or written as one word: "Linnet Wharf, e165rd".
_AFTER_ADDRESS = re.compile(
    r"(?:,|\n)\s?(?P<code>(?P<area>[A-Z]{1,2})(?:\d[A-Z\d]?\s\d[A-Z]{2}|\d\d?[A-Z]?\d[A-Z]{2}))(?=\s*(?:$|[.,;!?)\n]))",
    re.IGNORECASE,
)
_NO_END = re.compile(r"\s\d(?:st|nd|rd|th|hr|yr|wk|am|pm|kg|cm|mg|ml|lb|oz)$", re.IGNORECASE)


def in_passing(text: str) -> Iterator[Redaction]:
    """Halves of postcodes of real areas where somebody tells that she is at home there, in any letters."""
    for match in _HALVES.finditer(text):
        if _is_real(match) and not _CARE.match(text, match.end()) and not _NO_PLACE.match(match["code"]):
            yield Redaction(*match.span("code"), "postcode")
    for match in matches(text, _AFTER_ADDRESS):
        if _is_real(match) and not _NO_END.search(match["code"]):
            yield Redaction(*match.span("code"), "postcode")


def _is_real(match: re.Match[str]) -> bool:
    return match["area"].lower() in word_lists.postcode_areas()
