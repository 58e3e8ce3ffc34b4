"""Which language a comment is written in, among those that the product offers. Offline, no Django."""

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import ConfidenceValue, LanguageDetector

LANGUAGES = ("en", "pl", "ro", "ur", "pa", "gu", "bn", "ar", "pt", "uk", "so")
DEFAULT = "en"

_FEWEST_WORDS = 4
_LEAST_CONFIDENCE = 0.8
# Comments are read side by side; none shall load a second copy of what takes 200 MB.
_loading = Lock()


def detect(text: str, *, page_language: str | None = None) -> str:
    """ISO 639-1 code of the language of `text`.

    Under four words, or under 0.8 confidence, the language of the page she wrote on is the better guess
    (English when that is unknown). The quick model (14 MB) decides when it agrees with the page; the full
    one (about 200 MB, loaded when first needed) is asked only when it does not.
    """
    expected = page_language if page_language in LANGUAGES else DEFAULT
    if len(text.split()) < _FEWEST_WORDS:
        return expected
    quick = _best(text, full=False)
    if _code(quick) == expected:
        return expected
    careful = _best(text, full=True)
    return _code(careful) if careful.value >= _LEAST_CONFIDENCE else expected


def _best(text: str, *, full: bool) -> "ConfidenceValue":
    with _loading:
        detector = _detector(full=full)
    return detector.compute_language_confidence_values(text)[0]


def _code(confidence: "ConfidenceValue") -> str:
    return confidence.language.iso_code_639_1.name.lower()


@cache
def _detector(*, full: bool) -> "LanguageDetector":
    """Built on first use: importing this module stays cheap for processes that never ask."""
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code.upper()) for code in LANGUAGES]
    builder = LanguageDetectorBuilder.from_iso_codes_639_1(*codes)
    return builder.build() if full else builder.with_low_accuracy_mode().build()
