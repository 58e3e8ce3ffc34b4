"""What tells a birth in passing around a date: "my second (Aug 2021)", "a 3rd of May baby"."""

import re

from surveys.moderation.redaction import word_lists

_COUNT = r"(?:first|second|third|fourth|fifth|last|eldest|oldest|youngest|middle|1st|2nd|3rd|4th)"
_KIN = r"(?:(?:grand)?(?:daughter|son|child)|baby|boys?|girls?|twins?|little\s+(?:one|man|lady|boy|girl))"
_KIN_ELSEWHERE = (
    r"(?:córk\w+|syn\w*|fiic\w+|fiul\w*|b[ăa]ia?t\w+|fet\w+|filh[oa]|menin[oa]|донь\w+|доч\w+|син\w*|wiil\w+|gabadh\w+|inan\w+"
    r"|بیٹ[یاے]|ابنتي|ابني|بنتي|মেয়ে\S*|মেয়ে\S*|ছেলে\S*|દીકર\S+|બેટ\S+|ਬੇਟ[ੀਾੇ]|ਧੀ|ਪੁੱਤ\S*)"
)
_BIRTH_PAPER = r"(?:birth\s+(?:notification|certificate|registration|record|form|card)|red\s+book)"
_THERE = r"(?:on\s+)?(?:the\s+)?"
_BEFORE = re.compile(
    rf"(?:\b(?:my|our|the|her|his)\s+(?:{_COUNT}|{_KIN})\s?\("
    rf"|(?<!\w){_KIN_ELSEWHERE}(?:\s+[^\s.,!?()]{{2,20}})?\s?\("
    r"|\bb\.\s*|\bdate\s+of\s+delivery\W{0,3}(?:is\s+|was\s+)?"
    rf"|\b(?:I|we)\s+deliver(?:ed)?\s+{_THERE}|\bdelivered[\s,:-]{{1,3}}{_THERE}"
    rf"|\bdue\b[^.!?;\n]{{2,40}}?\b(?:came|arrived|turned\s+up|born|showed\s+up|appeared|out|here)\s+{_THERE}"
    r"|\b(?:turned|showed)\s+up\s+(?:on\s+)?"
    r"|\bstill\s?-?(?:birth|born)\b[^.!?;\n]{0,40}|\bbirthdays?\b[^.!?;\n\d]{0,40}"
    rf"|\b(?:would|should|['’]d)\s+(?:have\s+been|be|of\s+been)\s+(?:one|two|three|four|five|\d{{1,2}})\s+(?:today\s+)?{_THERE}"
    rf"|\bturn(?:ed|s|ing)\s+(?:one|two|three|four|five|\d{{1,2}})\s+{_THERE}"
    rf"|\b{_BIRTH_PAPER}\b[^;\n\d]{{0,40}}\b(?:should|ought|is|was|says?|said|has|have|had|put|reads?)\b[^.!?;\n\d]{{0,14}}"
    rf"|\b(?:twin|triplet|baby)\s+(?:[1-3]|[a-c]|one|two|three)\W{{1,3}}(?:(?:was\s+)?born\s+|came\s+|arrived\s+)?{_THERE}"
    r"|\bthe\s+day\s+(?:she|he|they|baby|our\s+\w+)\s+(?:came|arrived|was\s+born|were\s+born|turned\s+up)[^\w\n]{1,4}(?:\w{3,9}[\s,]{1,2})?"
    rf"|\bemergency\s+(?:c[\s-]?)?(?:section|caesarean|cesarean|cs)\s+{_THERE}"
    r"|\bmy\s+(?:own\s+)?[2-4]\d(?:st|nd|rd|th)\s+(?:birthday\s+)?(?:on|in|at)\b[^.!?;\n\d]{0,25}"
    r"|\b(?:paida|janam|jamm\w+|hoya|hoyi|hui|hua)\s+"
    r")$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r",?\s+(?:I|we)\s+(?:had|gave\s+birth\s+to|delivered|welcomed|have)\s+(?:my|our|a)\s+"
    rf"(?:{_COUNT}|(?:beautiful\s+|little\s+|lovely\s+)?(?:{_KIN}|lad|lass))\b(?!\s+(?:appointment|scan|visit|check|midwife|jab))"
    r"|[\s,(–-]{1,3}(?:(?:was|is|which\s+is|that\s+is)\s+)?(?:my|our|her|his|the)\s+(?:\w+['’]?s?\s+)?birthday\b"
    r"|\s+(?:ko|nu|noo|nū|te|e|tarikh)\s+(?:hua|hui|hue|huwa|huya|paida|janam|jamm\w*|hoya|hoyi|hoi|hoyeche|aaya|aayi|aya|aayo)\b",
    re.IGNORECASE,
)
_A = re.compile(r"\b(?:a|an|our|my|little)\s+$", re.IGNORECASE)
_BABY = re.compile(r"\s+(?:baby|babies|birthday|boy|girl|arrival|bubba)\b", re.IGNORECASE)
# "Odalys (3.9.23) had": a name that no list has, first in its sentence or after kin.
_NAMED = re.compile(
    rf"(?:(?:^|[.!?\n]\s?)|\b(?i:my|our|with|and|baby|{_KIN})\s+)(?P<name>[A-Z][^\W\d_]{{2,14}})\s?\((?i:b\.?\s?|born\s+)?$"
)
_CLOSES = re.compile(r"\s*[),;]")
_LONGEST_NAME = 40


def told(text: str, before: str, start: int, end: int) -> bool:
    """Whether what stands around the date from `start` to `end` tells in passing that somebody was born then.

    `before`: the last letters before it.
    """
    if _BEFORE.search(before) or _AFTER.match(text, end):
        return True
    if _BABY.match(text, end) and _A.search(before):
        return True
    return _CLOSES.match(text, end) is not None and _follows_a_name(before)


def _follows_a_name(before: str) -> bool:
    match = (
        _NAMED.search(before)
        if len(before) < _LONGEST_NAME
        else _NAMED.search(before, len(before) - _LONGEST_NAME)
    )
    return match is not None and _could_be_a_name(match["name"].lower())


def _could_be_a_name(word: str) -> bool:
    return word not in word_lists.common_words() and word not in word_lists.cues("no_babies")
