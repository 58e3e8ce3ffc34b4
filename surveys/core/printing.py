"""Typed pages as PDF: tagged for people who do not see them, with the letters of all who write here."""

import json
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import fontpkg
import typst
from django.conf import settings
from fontTools.ttLib import TTFont

TEMPLATES = Path(settings.BASE_DIR) / "templates" / "documents"
# Noto Sans for every script; Bengali in a letter that its readers know from the web.
NOTO = Path(str(files("manimgx_fonts")))
BENGALI = fontpkg.family("hind-siliguri")
NO_LETTER = "\N{REPLACEMENT CHARACTER}"


def as_pdf(template: str, given: Any, *, made_at: datetime) -> bytes:
    """A template of `templates/documents` as PDF/UA-1; it finds `given` as JSON in its inputs.

    The same gives the same bytes: the file's date is `made_at`.
    """
    return typst.compile(
        TEMPLATES / template,
        format="pdf",
        font_paths=_folders(),
        ignore_system_fonts=True,
        # Data, never source: what people wrote cannot become typst.
        sys_inputs={"given": json.dumps(printable(given), ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=int(made_at.timestamp()),
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
    for folder in _folders():
        for file in folder.glob("*.ttf"):
            with TTFont(file, lazy=True) as font:
                found |= font.getBestCmap().keys()
    return frozenset(found)


@cache
def _folders() -> list[Path]:
    return sorted({NOTO, *(file.path.parent for file in BENGALI.files)})
