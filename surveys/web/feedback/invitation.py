"""The few words with which a poster or card invites, in each language, and where it leads."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from surveys.core.languages import Language
from surveys.web.addresses import full, typed


@dataclass(frozen=True)
class Invitation:
    """One language of a poster. `link` is for a phone's camera, `address` for whoever types it."""

    language: Language
    question: str
    sentence: str
    scan: str
    link: str
    address: str


def invitation(short_code: str, language: Language) -> Invitation:
    """What invites to the unit at this short address; it leads to the pages in the same language."""
    with translation.override(language.code):
        start = reverse("feedback:start", args=[short_code])
        return Invitation(
            language=language,
            question=_("How was your maternity care?"),
            sentence=_(
                "Tell us. It takes two minutes. You need no account, and we do not ask for your name."
            ),
            scan=_("Scan this code with your phone, or type this address:"),
            link=full(start),
            address=typed(start),
        )
