"""What she may agree to, in words.

These words are kept: `responses.wordings` holds every version in full, and when they change here or in a
catalogue, a house test asks for a new one.
"""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from surveys.core.languages import LANGUAGES
from surveys.responses.queries import Purpose
from surveys.responses.submission import AFTER_LOSS_PURPOSES, CONSULTATION_PURPOSES

FEEDBACK = (Purpose.THEMES, Purpose.QUOTE, Purpose.TRUST, Purpose.CONTACT)
CONSULTATION = CONSULTATION_PURPOSES
AFTER_LOSS = AFTER_LOSS_PURPOSES


def question() -> str:
    """What stands above the boxes."""
    return _("What may we do with your words?")


def how_to_answer() -> str:
    """The line under the question."""
    return _("Tick as many as you like, or none. You can take your words back later.")


def yes() -> str:
    """The words beside a box that has a page of its own."""
    return _("Yes, you may")


def anyway(*, partnership: str, after_loss: bool) -> str:
    """What holds whatever she ticks."""
    if after_loss:
        return _(
            "Whatever you choose, somebody who is trained for this reads what you wrote. "
            "Nothing will be sent to you."
        )
    return _("Whatever you choose, a person at %(partnership)s reads what you wrote.") % {
        "partnership": partnership
    }


def label(purpose: Purpose, *, partnership: str) -> str:
    """The words beside a box."""
    return {
        Purpose.THEMES: _("Put my words together with what others say"),
        Purpose.QUOTE: _("Quote my words, without my name"),
        Purpose.TRUST: _("Show my words to the hospital, so that they can reply"),
        Purpose.CONTACT: _("%(partnership)s may contact me") % {"partnership": partnership},
    }[purpose]


def hint(purpose: Purpose, *, after_loss: bool) -> str:
    """The line under a box: what ticking it leads to."""
    if after_loss and purpose is Purpose.QUOTE:
        return _(
            "No report quotes parents after a loss now. If one ever does, we first hide what could show who "
            "you are."
        )
    return {
        Purpose.THEMES: _("This shows what matters to many people. Nobody can see who said what."),
        Purpose.QUOTE: _("Hospital leaders read your own words. First we hide what could show who you are."),
        Purpose.TRUST: _("They see all of your story, so they may be able to tell who you are."),
        Purpose.CONTACT: _("Only about what you told us. We never pass your address on."),
    }[purpose]


def short(purpose: Purpose) -> str:
    """The consent in a few words, for the last look."""
    return {
        Purpose.THEMES: _("Put together with what others say"),
        Purpose.QUOTE: _("Quote without my name"),
        Purpose.TRUST: _("Show to the hospital"),
        Purpose.CONTACT: _("Contact me"),
    }[purpose]


def said_now(*, after_loss: bool) -> dict[str, Any]:
    """All of it by language, as a version keeps it; the partnership's name is left open."""
    said = {}
    for language in LANGUAGES:
        with translation.override(language.code):
            said[language.code] = _said(after_loss=after_loss)
    return said


def _said(*, after_loss: bool) -> dict[str, Any]:
    open_ = "%(partnership)s"
    purposes = AFTER_LOSS if after_loss else FEEDBACK
    return {
        "question": question(),
        "hint": how_to_answer(),
        "yes": yes(),
        "anyway": anyway(partnership=open_, after_loss=after_loss),
        "purposes": {
            purpose.value: {
                "label": label(purpose, partnership=open_),
                "hint": hint(purpose, after_loss=after_loss),
            }
            for purpose in purposes
        },
    }
