"""Further names in letters without capitals: built as names are, somebody's mother's, said again."""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.name_words import LETTER
from surveys.moderation.redaction.own_script_names import is_ordinary, may_be_a_name, own_script_names
from surveys.moderation.redaction.spans import Redaction, matches

_OWN_SCRIPT = re.compile(r"[\u0600-\u06ff\u0980-\u09ff\u0a00-\u0aff]")
_END = r"(?=[\s,،.۔।!?)]|$)"
# A relation without "our", a name and what is written behind a name: "بھانجی ماہ نور کی"; "نام گلشن تھا".
_OF_KIN = re.compile(
    r"(?<!\S)(?:بھانج[یا]|بھتیج[یا]|دیور|ساس|نند|سالی|خالہ|بھابھی|بیوی|سہیلی|بہن|بیٹ[یا]|شوہر|ਭਾਬੀ|ਨਣਦ|ਸੱਸ|ਭਤੀਜੀ|ਭਾਣਜੀ|ਬੇਬੀ|ਘਰਵਾਲ[ੇੀਾ]|ਧੀ|ਪੁੱਤਰ|ਭੈਣ|ਪਤੀ"
    r"|ભાભી|નણંદ|દેરાણી|જેઠાણી|ભત્રીજી|બેબી|દીકરી|દીકરો|બહેન|સાસુ|દિયર)\s"
    rf"(?P<name>{LETTER}{{2,}})(?:\s(?P<second>{LETTER}{{2,}}))??(?=\s(?:کی|کا|کے|نے|کو|ਦੀ|ਦਾ|ਦੇ|ਨੇ|ਨੂੰ|ની|નો|નું|ના|ને)(?:\s|$))"
    rf"|(?<!\S)نام\s(?P<called>{LETTER}{{2,}})(?=\s(?:تھا|رکھا|لکھا))"
)
# Names that are built so: "عبد الرحمن", "নাম মিয়া", "X ਕੌਰ"; "X's mother"; what is written on a cot.
_BUILT = re.compile(
    r"(?<![^\W\d_])[وفلب]?(?P<name>عبد\s?ال[\u0621-\u064a]{3,8}|(?:عبد|عطا|نصر|حبيب|سعد|ضيف|خير)\sالله"
    r"|(?:علاء|صلاح|نور|عز|محي|شمس|جمال|سيف|بدر|شهاب|فخر|كمال|ضياء|حسام|تقي|برهان)\sالدين)"
)
_WITH_A_SURNAME = re.compile(
    rf"(?<!\S)(?P<name>{LETTER}{{2,}})\s(?P<second>মিয়া|মিয়া|বেগম|খাতুন|আক্তার|উদ্দিন|চৌধুরী|রহমান|হোসেন|بیگم|خاتون|پروین|چوہدری|قریشی|بخاری|صدیقی|انصاری|ਕੌਰ|ਸਿੰਘ|પટેલ|પારેખ"
    rf"|મહેતા|દેસાઈ|સોલંકી|ચૌહાણ){_END}"
)
_MOTHER_OF = re.compile(
    rf"(?<!\S)(?P<name>{LETTER}{{3,}})\s(?:এর\s(?:মা|আম্মা|আম্মু|বাবা|আব্বা|আব্বু|নানি|দাদি)|ک[یے]\s(?:امی|ماں|والدہ|ابو|والد|دادی|نانی)|ની\s(?:મમ્મી|મમ્મા|મા|દાદી)|ના\s(?:પપ્પા|દાદી)"
    rf"|ਦੀ\s(?:ਮੰਮੀ|ਮਾਂ|ਦਾਦੀ|ਨਾਨੀ)|ਦੇ\s(?:ਡੈਡੀ|ਪਾਪਾ)){_END}"
)
_WRITTEN_ON = re.compile(
    rf"(?<!\S)(?:پر|ਤੇ|ਉੱਤੇ|উপর|পর|પર)\s(?P<name>{LETTER}{{3,}})\s(?:لکھا|ਲਿਖਿਆ|লেখা|લખ્યું|લખેલું){_END}"
)
_NOT_WRITTEN = frozenset(
    {
        "غلط",
        "صاف",
        "کچھ",
        "نام",
        "نمبر",
        "تاریخ",
        "جنس",
        "وزن",
        "یہ",
        "کسی",
        "جس",
        "سب",
        "ਗਲਤ",
        "ਗ਼ਲਤ",
        "ਕੁਝ",
        "ਨਾਮ",
        "ਨੰਬਰ",
        "ਸਾਫ਼",
        "ਕਿਸੇ",
        "ਜਿਸ",
        "ਸਭ",
        "ভুল",
        "নাম",
        "কিছু",
        "ખોટું",
        "નામ",
        "કંઈક",
    }
)
# A given name and one that begins with the article: "هدى الزعبي".
_WITH_THE_ARTICLE = re.compile(
    rf"(?<!\S)(?P<name>[\u0621-\u064a]{{3,10}})\s(?P<second>ال[\u0621-\u064a]{{3,8}}){_END}"
)
_NO_SURNAME = re.compile(
    r"(?:اليوم|الليل\S*|الصبح|التي|الذي|اللي|الساعة|الآن|السبت|الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|القابل\S*|الطبيب\S*|الدكتور\S*|الممرض\S*|\S+(?:ة|ات|ين|ون))$"
)
_SHORTEST_TO_REPEAT = 4


def all_own_script_names(text: str) -> Iterator[Redaction]:
    """Every name that its surroundings show in a script without capitals, wherever it stands again."""
    if not _OWN_SCRIPT.search(text):
        return
    found = [*own_script_names(text), *_signs(text)]
    yield from found
    for name in {text[one.start : one.end] for one in found}:
        if len(name) >= _SHORTEST_TO_REPEAT:
            for match in re.finditer(rf"(?<!\S){re.escape(name)}{_END}", text):
                yield Redaction(match.start(), match.end(), "name")


def _signs(text: str) -> Iterator[Redaction]:
    for match in _BUILT.finditer(text):
        yield Redaction(*match.span("name"), "name")
    yield from _with_surnames(text)
    for match in matches(text, _MOTHER_OF, _WRITTEN_ON):
        if may_be_a_name(match["name"]) and match["name"] not in _NOT_WRITTEN:
            yield Redaction(*match.span("name"), "name")
    for match in _OF_KIN.finditer(text):
        yield from _of_kin(match)


def _with_surnames(text: str) -> Iterator[Redaction]:
    for match in _WITH_A_SURNAME.finditer(text):
        if may_be_a_name(match["name"]):
            yield Redaction(match.start("name"), match.end("second"), "name")
    for match in _WITH_THE_ARTICLE.finditer(text):
        known = match["name"] in word_lists.given_names() and not is_ordinary(match["name"])
        if known and not is_ordinary(match["second"]) and not _NO_SURNAME.match(match["second"]):
            yield Redaction(match.start("name"), match.end("second"), "name")


def _of_kin(match: re.Match[str]) -> Iterator[Redaction]:
    if match["called"]:
        if may_be_a_name(match["called"]):
            yield Redaction(*match.span("called"), "name")
        return
    parts = [part for part in (match["name"], match["second"]) if part]
    if all(map(may_be_a_name, parts)):
        yield Redaction(match.start("name"), match.end("second" if match["second"] else "name"), "name")
