"""Unlisted names in letters without capitals: after a job, "our baby" or "my name is" in that language.

One word counts (two after "my name is") unless it is an ordinary word there or ends as verbs do.
"""

import re
from collections.abc import Iterator

from surveys.moderation.redaction import word_lists
from surveys.moderation.redaction.name_words import LETTER
from surveys.moderation.redaction.spans import Redaction

_OWN_SCRIPT = re.compile(r"[\u0600-\u06ff\u0980-\u09ff\u0a00-\u0aff]")
_PUT_BEFORE = r"(?:[وف]?(?:ال|لل|بال|كال|ل|ب))?"
_STAFF = (
    rf"{_PUT_BEFORE}(?:دكتور[ةه]?|طبيب[ةه]|طبيب|ممرض[ةه]?|قابل[ةه]|سيد[ةه]|سستر|مدام|آنسة|آنسه|استشاري[ةه]?|داي[ةه]"
    r"|زائر[ةه] الصحي[ةه])"
    r"|ڈاکٹر|لیڈی ڈاکٹر|نرس|دائی|مڈ\s?وائف|سسٹر|مسز|مسٹر|کنسلٹنٹ|وزیٹر|باجی"
    r"|ডাক্তার|ডক্টর|ডাঃ|ডা\.|নার্স|মিডওয়াইফ|মিডওয়াইফ|ধাত্রী|সিস্টার|ভিজিটর|কনসালট্যান্ট|মিসেস|মিস্টার"
    r"|ડૉક્ટર|ડોક્ટર|ડૉ\.?|ડો\.?|નર્સ|મિડવાઇફ|મિડવાઈફ|સિસ્ટર|વિઝિટર|કન્સલ્ટન્ટ|દાયણ|મિસિસ|મિસ્ટર|મિસ"
    r"|ਡਾਕਟਰ|ਡਾ\.?|ਨਰਸ|ਮਿਡਵਾਈਫ਼?|ਮਿਡਵਾਇਫ|ਦਾਈ|ਸਿਸਟਰ|ਮਿਸਟਰ|ਮਿਸ|ਵਿਜ਼ਿਟਰ|ਕੰਸਲਟੈਂਟ|ਮਿਸਿਜ਼"
)
_KIN = (
    r"ابننا|بنتنا|ابنتنا|طفلنا|طفلتنا|ابني|بنتي|ابنتي|طفلي|طفلتي|مولودنا|مولودتنا|توأمنا|صغيرنا|صغيرتنا"
    r"|(?:ہمار|میر)[اےی]\s+(?:بیٹ[اےی]|بچ[ہیے]|منّ?[اےی]|ننھ[اےی]|چھوٹ[اےی]|شوہر|بہن)"
    r"|(?:আমাদের|আমার)\s+(?:ছোট্ট\s+)?(?:ছেলে|মেয়ে|মেয়ে|বাচ্চা|শিশু|বাবু|কন্যা|পুত্র|সোনা|স্বামী|বোন)"
    r"|(?:અમાર|માર)[ોીાું]\s+(?:દીકર[ોીાું]|બાળક|બેબી|બાબો|પુત્ર|પુત્રી|દિકર[ોીા])"
    r"|(?:ਸਾਡ|ਮੇਰ)[ਾੀੇ]\s+(?:ਪੁੱਤਰ|ਪੁੱਤ|ਧੀ|ਬੇਟ[ਾੀੇ]|ਬੱਚ[ਾੀੇ]|ਕਾਕਾ|ਪਤੀ|ਭੈਣ)"
)
_OUR = r"ہمار[اےی]|আমাদের|અમાર[ોીાું]|ਸਾਡ[ਾੀੇ]"  # the bare word, where a birth or a weight is told after
_BORN = (
    r"پیدا|وزن|ولد|اتولد|انولد|জন্ম|ওজন|હતો|જન્મ\S*|વજન|કિલો|ਜਨਮ\S*|ਜੰਮ\S*|ਭਾਰ|ਪੈਦਾ|کلو|kg|[0-9٠-٩۰-۹০-৯૦-૯੦-੯]"
)
_NAMED = (
    r"[وف]?(?:انا )?(?:اسمي|إسمي|اسمها|اسمه|سميناها|سميناه|سمينا(?: (?:ابننا|بنتنا|طفلنا))?)"
    r"|(?:میرا|اس\s?کا|ان\s?کا|اسکا|بچے\s+کا|بیٹ[یے]\s+کا)\s+نام"
    r"|(?:আমার|তার|তাঁর|ওর|উনার|ছেলের|মেয়ের|মেয়ের|বাচ্চার)\s+নাম"
    r"|(?:માર|તેન|એન|દીકરીન|દીકરાન)(?:ું|ુ)\s+નામ"
    r"|(?:ਮੇਰਾ|ਉਸਦਾ|ਉਸ ਦਾ|ਉਹਦਾ|ਬੱਚੇ ਦਾ|ਧੀ ਦਾ)\s+(?:ਨਾਮ|ਨਾਂ|ਨਾਂਅ|ਨਾ)"
)
_WORD = rf"{LETTER}{{2,}}"
_ONE = re.compile(rf"(?:(?<=^)|(?<=[\s\"“(،,.۔।!؟?-]))(?:{_STAFF}|{_KIN})\s{{1,2}}(?P<name>{_WORD})")
_TWO = re.compile(
    rf"(?:(?<=^)|(?<=[\s\"“(،,.۔।!؟?-]))(?:{_NAMED})[\s:]{{1,2}}(?:هو |ہے |হলো |হল |হচ্ছে )?"
    rf"(?P<name>{_WORD})(?:\s(?P<second>{_WORD}))?"
)
_OURS = re.compile(
    rf"(?:(?<=^)|(?<=[\s\"“(،,.۔।!؟?-]))(?:{_OUR})\s(?P<name>{_WORD})(?=[^.!?۔।؟\n]{{0,40}}?(?:{_BORN}))"
)
# "So-and-so's weight", "so-and-so's jab": nobody but a child.
_CHILDS = re.compile(
    rf"(?P<name>{_WORD})(?:\s+ک[ایے]\s+(?:ٹیک\w*|وزن|پیدائش|جنم|دودھ)|(?<=র)\s+(?:ওজন|জন্ম|টিকা)"
    rf"|(?<=[ાુોી]|ં)\s+(?:વજન|જન્મ|રસી)|\s+ਦ[ਾੀੇ]\s+(?:ਭਾਰ|ਜਨਮ|ਟੀਕ\w*))"
)
_VERBS = re.compile(
    r"^(?:[يت]\S{3,}|ال\S+|[وف]\S{5,}|\S+(?:نا|ني|وا|هم|ها)|\S*[^يوا]ت|\S*ات|\S+[ةً])$"
    r"|^\S+(?:েন|েছে|ছেন|ছিল|লাম|বেন|েনি|েননি|চ্ছে|ভাবে|য়ে|য়া|টা|টি|গুলো|দের|তে|লে|লো|বে|ছি|কার)$"
    r"|^\S+(?:યું|યો|યા|યી|વી|વું|તા|તી|તો|શે|ેલી|ેલા|ેલો|માં|થી|ઓ|પણે|વાની|વાનું|વાળા|વાળી)$"
    r"|^\S+(?:ਿਆ|ਦਾ|ਦੀ|ਦੇ|ਾਂ|ੀਆਂ|ਣਾ|ਕੇ|ੇਗੀ|ੇਗਾ|ਵਾਲੀ|ਵਾਲੇ|ਈਆਂ)$"
    r"|^\S+(?:یں|وں|تی|تا|تے|نا|نی|گی|گا|گے|والی|والا|والے|ئی|ئے|یا|ایا|کر|انہ)$"
)
# Relations as a sentence bends them ("the daughter's", "to the boy"): nobody's name.
_KIN_BENT = re.compile(
    r"(?:દી?િ?કર|છોકર|બાળક|વહુ|પુત્રવધૂ|પુત્ર|પુત્રી|પૌત્ર|દોહિત્ર|ભાણ|ભાણેજ|ભત્રીજ|મમ્મી|મમ્મ|પપ્પા"
    r"|પત્ની|પતિ|બહેન|બેન|ભાઈ|ભાભી|જમાઈ|સાસુ|નણંદ|દેરાણી|જેઠાણી"
    r"|દાદી|નાની|બેબી|બાબ|જોડિયા|શિશુ|માતા|બા)[ોીાુેઓ]?(?:ં)?(?:ઓ)?(?:ન[ોીાેુ]ં?|એ|થી|માં|પર)?"
    r"|(?:ছেলে|মেয়ে|মেয়ে|বাচ্চা|বাচ্চাট|বউ|বৌ|বউমা|বৌমা|বোন|ভাই|নাতি|নাতনি|ভাবি|ভাবী|শাশুড়ি|শাশুড়ি"
    r"|স্বামী|বাবু|শিশু|কন্যা|পুত্র|ননদ|জা|মা|আম্মা|আম্মু|খালা|ফুফু|চাচি|যমজ|জমজ)"
    r"(?:টা|টি)?(?:র|য়ের|য়ের|ের|কে|রা|দের)?"
    r"|(?:ਧੀ|ਪੁੱਤਰ|ਪੁੱਤ|ਨੂੰਹ|ਬੱਚ[ਾੀੇ]|ਪੋਤ[ਾੀੇ]|ਦੋਹਤ[ਾੀੇ]|ਭੈਣ|ਭਾਬੀ|ਭਰਜਾਈ|ਕੁੜੀ|ਮੁੰਡ[ਾੇ]|ਕਾਕ[ਾੇੀ]|ਪਤਨੀ|ਪਤੀ"
    r"|ਘਰਵਾਲੀ|ਸੱਸ|ਮਾਂ|ਨਾਨੀ|ਦਾਦੀ|ਜੁੜਵਾਂ|ਬੇਟ[ਾੀੇ])(?:ਆਂ|ਾਂ)?"
    r"|بیٹ[یاے]|بیٹیوں|بچ[یہے]|بچوں|بہو|پوت[یاے]|نواس[یاےہ]|بہن|بھابھی|بھابی|بیوی|شوہر|ماں|امی|ساس|نند"
    r"|منّ?[یاے]|جڑواں|بھائی|خالہ|پھوپھو|نانی|دادی"
)
# "All night", "the whole body" in Bengali and its neighbours, where the first word is also the name Sara.
_WHOLE = re.compile(
    r"সারা\s?(?:রাত|দিন|জীবন|শরীর|গা|বছর|পথ|সময়|সময়|সকাল|বিকেল|দুপুর|সন্ধ্যা|সপ্তাহ|মাস|বাড়ি|বাড়ি|ঘর"
    r"|ওয়ার্ড|হাসপাতাল|দেশ|ক্ষণ|টা)"
    r"|ਸਾਰ[ਾੀੇ]\s(?:ਦਿਨ|ਰਾਤ|ਹਫ਼ਤਾ|ਸਰੀਰ|ਸਟਾਫ|ਸਮਾਂ|ਕੁਝ|ਵਾਰਡ|ਟਾਈਮ|ਘਰ)|سار[ایے]\s(?:دن|رات|وقت|عمر|جسم|عملہ"
    r"|سٹاف|اسٹاف|وارڈ|ٹائم|ہفتہ|گھر)"
    r"|સારા(?=\s(?:હતા|છે|અને|નર્સ|ડૉક્ટર|ડોક્ટર|સ્વભાવ|લોકો|અનુભવ|સમાચાર))"
)
_SHORTEST = 2


def own_script_names(text: str) -> Iterator[Redaction]:
    """Unlisted names that a job, a relation or "my name is" announces in Arabic, Urdu, Bengali and so on."""
    if not _OWN_SCRIPT.search(text):
        return
    for pattern in (_ONE, _OURS, _CHILDS):
        for match in pattern.finditer(text):
            if may_be_a_name(match["name"]):
                yield Redaction(*match.span("name"), "name")
    for match in _TWO.finditer(text):
        yield from _named(match)


def _named(match: re.Match[str]) -> Iterator[Redaction]:
    """The one or two words after "my name is"; there nearly every word is a name."""
    if is_ordinary(match["name"]):
        return
    second = match["second"]
    whole = (
        second
        and not is_ordinary(second)
        and (_is_listed(second) or not _VERBS.search(second) or second[:2] == "ال")
    )
    yield Redaction(match.start("name"), match.end("second" if whole else "name"), "name")


def tells_how_long(text: str, start: int) -> bool:
    """Whether a name's word is the first one of "all night" here."""
    return _WHOLE.match(text, start) is not None


def may_be_a_name(word: str) -> bool:
    """Whether a word that stands where a name would is no relation, verb or ordinary word."""
    if _KIN_BENT.fullmatch(word):
        return False
    if _is_listed(word):
        return word not in word_lists.cues("no_names_after_jobs")
    return len(word) > _SHORTEST and not is_ordinary(word) and not _VERBS.search(word)


def _is_listed(word: str) -> bool:
    return word in word_lists.given_names() or word in word_lists.surnames()


def is_ordinary(word: str) -> bool:
    """Whether it is a word of everyday that nobody is called by."""
    if _is_listed(word):
        return word in word_lists.cues("no_names_after_jobs")
    return word in word_lists.ordinary_words() or word in word_lists.cues("no_names_after_jobs")
