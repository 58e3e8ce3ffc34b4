"""What she may agree to, in words.

When these words change, `responses.submission.CONSENT_WORDING` (or that after a loss) gets a new number:
every consent is kept with the wording that it was given to.
"""

from django.utils.translation import gettext as _

from surveys.responses.queries import Purpose
from surveys.responses.submission import AFTER_LOSS_PURPOSES
from surveys.web.journey.occasion import Occasion

FEEDBACK = (Purpose.THEMES, Purpose.QUOTE, Purpose.TRUST, Purpose.CONTACT)
CONSULTATION = (Purpose.THEMES, Purpose.QUOTE)
AFTER_LOSS = AFTER_LOSS_PURPOSES


def label(purpose: Purpose, occasion: Occasion) -> str:
    """The words beside a box."""
    return {
        Purpose.THEMES: _("Put my words together with what others say"),
        Purpose.QUOTE: _("Quote my words, without my name"),
        Purpose.TRUST: _("Show my words to the hospital, so that they can reply"),
        Purpose.CONTACT: _("%(partnership)s may contact me") % {"partnership": occasion.partnership},
    }[purpose]


def hint(purpose: Purpose, occasion: Occasion) -> str:
    """The line under a box: what ticking it leads to."""
    if occasion.after_loss and purpose is Purpose.QUOTE:
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
