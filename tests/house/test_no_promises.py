"""Nothing that people read says that anybody is watching: nobody is, and somebody might rely on it."""

import re
from pathlib import Path

import pytest

from surveys.core.languages import ENGLISH, LANGUAGES
from tools import words

ROOT = Path(__file__).resolve().parents[2]
WHERE = ("templates/**/*.jinja", "templates/**/*.html", "surveys/web/**/*.py", "surveys/notifications/*.py")
# How a language says it, and what such a promise would be.
PROMISES = {
    "en-gb": ("monitor|watching|we watch|keep an eye|24/7|around the clock", "We are watching this page"),
    "en-easy": ("monitor|watching|we watch|keep an eye|24/7|around the clock", "We watch this page"),
    "pl": ("monitor|czuwa|obserwuj|pilnuj", "Czuwamy nad tą stroną"),
    "ro": ("monitoriz|supravegh|veghem|urmărim", "Această pagină este monitorizată"),
    "ur": ("نگرانی|نظر رکھ|مانیٹر", "ہم اس صفحے پر نظر رکھتے ہیں"),
    "pa": ("ਨਿਗਰਾਨੀ|ਨਜ਼ਰ ਰੱਖ|ਮਾਨੀਟਰ", "ਅਸੀਂ ਇਸ ਪੰਨੇ ਉੱਤੇ ਨਜ਼ਰ ਰੱਖਦੇ ਹਾਂ"),
    "gu": ("દેખરેખ|નજર રાખ|મોનિટર", "અમે આ પાના પર નજર રાખીએ છીએ"),
    "bn": ("নজরদারি|নজর রাখ|পর্যবেক্ষণ|মনিটর", "আমরা এই পাতায় নজর রাখি"),
    "ar": ("راقب|مراقبة|نرصد|نتابع", "نحن نراقب هذه الصفحة"),
    "pt": ("monitor|vigia|vigil|de olho", "Esta página é monitorizada"),
    "uk": ("монітор|стежимо|слідкує|спостеріга|наглядає", "Ми стежимо за цією сторінкою"),
    "so": ("kormeer|dabagal|isha ku hay|daawan", "Boggan waa la kormeeraa"),
}


def test_no_page_and_no_e_mail_says_that_anything_is_monitored() -> None:
    read = [path for pattern in WHERE for path in ROOT.glob(pattern)]

    assert len(read) > 200
    assert [path.name for path in read if "monitor" in path.read_text(encoding="utf-8").lower()] == []


@pytest.mark.parametrize("code", PROMISES)
def test_no_language_says_so_either(code: str) -> None:
    pattern, promise = PROMISES[code]
    said = _said(code)

    assert len(said) > 500
    assert re.search(pattern, promise.lower())
    assert [text for text in said if re.search(pattern, text.lower())] == []


def test_every_language_has_its_words_for_it() -> None:
    assert set(PROMISES) == {language.code for language in LANGUAGES}


def _said(code: str) -> list[str]:
    """Every text of a catalogue; of English, what is translated."""
    wanted = "pl" if code == ENGLISH.code else code
    (catalogue,) = [words.read(path) for language, path in words.catalogues() if language.code == wanted]
    texts = [message.id if code == ENGLISH.code else message.string for message in catalogue if message.id]
    return [form for text in texts for form in ([text] if isinstance(text, str) else text or ())]
