"""Posters and cards as PDF: a code for the camera, the address in large letters, a few words."""

import io
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import segno
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from surveys.core.printing import as_pdf
from surveys.web.feedback.invitation import Invitation

MARK = Path(settings.BASE_DIR) / "frontend" / "mark.svg"
# The white edge around a code, in modules of it, without which phones do not see where it begins.
QUIET = 4


class Size(models.TextChoices):
    """What is printed."""

    A4 = "a4", _("Poster, A4")
    A5 = "a5", _("Small poster, A5")
    CARDS = "cards", _("Cards")


# How wide each code is printed, in millimetres, without its white edge: 40 at least, to be read from afar.
CODE_WIDTH = {Size.A4: 66, Size.A5: 46, Size.CARDS: 40}


def printed(
    size: Size, invitations: Sequence[Invitation], *, place: str, partnership: str, made_at: datetime
) -> bytes:
    """A poster with the code of the first language, or a sheet of cards, each with that of its own."""
    given = {
        "size": size.value,
        "place": place,
        "partnership": partnership,
        "mark": MARK.read_text(),
        "invitations": [_drawn(each, size) for each in invitations],
    }
    return as_pdf("poster.typ", given, made_at=made_at)


def code(link: str) -> segno.QRCode:
    """The code that a phone's camera reads; a seventh of it may be dirty or torn."""
    return segno.make(link, error="m", micro=False)


def _drawn(invitation: Invitation, size: Size) -> dict[str, Any]:
    made, drawing = code(invitation.link), io.BytesIO()
    made.save(drawing, kind="svg", border=QUIET, xmldecl=False, omitsize=True, light="#fff")
    width, _height = made.symbol_size(border=0)
    language = invitation.language
    return asdict(invitation) | {
        "lang": language.tag,
        "direction": language.direction,
        "code": drawing.getvalue().decode(),
        "code_width": CODE_WIDTH[size] * (width + 2 * QUIET) / width,
    }
