"""What happens after she has sent, and when."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from surveys.web.journey.occasion import Occasion


@dataclass(frozen=True)
class Happening:
    """One thing that happens: `state` is "done", "now" or "later"; `when` where a day is known.

    `words` are somebody's own, in whatever language: they stand apart from ours.
    """

    text: str
    state: str
    when: date | None = None
    words: str = ""


def steps(occasion: Occasion) -> list[Happening]:
    """What happens next, in order."""
    if occasion.after_loss:
        return _after_loss(occasion)
    return _consultation(occasion) if occasion.consultation_id else _feedback(occasion)


def _after_loss(occasion: Occasion) -> list[Happening]:
    return [
        Happening(_("We have what you told us, and we keep it safe"), "done"),
        Happening(
            _("In the next weeks somebody trained for this reads it, and hides what could show who you are"),
            "now",
        ),
        Happening(
            _(
                "When enough parents have told us, the leaders of maternity care in %(area)s hear what "
                "parents said: never who, and never at which hospital"
            )
            % {"area": occasion.partnership},
            "later",
        ),
    ]


def _feedback(occasion: Occasion) -> list[Happening]:
    names = {"partnership": occasion.partnership}
    return [
        Happening(_("You sent it, and we have it"), "done"),
        Happening(
            _("In the next weeks a person at %(partnership)s reads it, and hides what could show who you are")
            % names,
            "now",
        ),
        Happening(
            _("A few times a year we tell the hospital and its leaders what you and others have said"),
            "later",
        ),
        Happening(_("Then %(partnership)s asks what has been done about it") % names, "later"),
    ]


def _consultation(occasion: Occasion) -> list[Happening]:
    names = {"partnership": occasion.partnership}
    return [
        Happening(_("You sent your answers, and we have them"), "done"),
        Happening(_("Other people can answer until this day"), "now", occasion.closes_at),
        Happening(_("Then %(partnership)s reads all answers, and a decision is made") % names, "later"),
        Happening(_("We write on this consultation’s page how your views were used"), "later"),
    ]
