"""The PDF: tagged for people who do not see it (PDF/UA-1), with the fonts that women's words need."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg
import typst
from django.conf import settings
from fontTools.ttLib import TTFont

from surveys.reports import charts
from surveys.reports.documents.finished import Finished

TEMPLATE = Path(settings.BASE_DIR) / "templates" / "documents" / "report.typ"
FAMILIES = ("noto-sans", "noto-sans-arabic", "noto-sans-devanagari", "hind-siliguri")
NO_LETTER = "\N{REPLACEMENT CHARACTER}"


def render(report: Finished) -> bytes:
    """The report as PDF/UA-1. The same report gives the same bytes: its date is when it was compiled."""
    drawn = {
        key: {"svg": charts.svg(chart), "words": charts.described(chart)}
        for key, chart in report.charts.items()
    }
    given = {
        "data": report.dataset,
        "charts": drawn,
        "title": report.title,
        "state": report.state,
        "digest": report.digest,
    }
    return typst.compile(
        TEMPLATE,
        format="pdf",
        font_paths=_folders(),
        ignore_system_fonts=True,
        # Data, never source: what women wrote cannot become typst.
        sys_inputs={"given": json.dumps(printable(given), ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=int(report.compiled_at.timestamp()),
    )


def printable(value: Any) -> Any:
    """The same, with each letter that no font has replaced: PDF/UA refuses a page on which one is missing."""
    if isinstance(value, str):
        letters = _letters()
        return "".join(letter if ord(letter) in letters else _instead(letter) for letter in value)
    if isinstance(value, dict):
        return {key: printable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [printable(inner) for inner in value]
    return value


def _instead(letter: str) -> str:
    return letter if letter in "\n\t" else NO_LETTER


@cache
def _letters() -> frozenset[int]:
    """The code points for which one of the fonts has a shape."""
    found: set[int] = set()
    for family in FAMILIES:
        with TTFont(fontpkg.path(family), lazy=True) as font:
            found |= font.getBestCmap().keys()
    return frozenset(found)


@cache
def _folders() -> list[Path]:
    files = [file for family in FAMILIES for file in fontpkg.family(family).files]
    return sorted({file.path.parent for file in files})
