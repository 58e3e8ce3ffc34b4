"""What a short address leads to, remembered for a minute."""

from dataclasses import dataclass, replace
from datetime import date

from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation
from surveys.people import queries as people
from surveys.people.roles import Permission
from surveys.questionnaires import queries as questionnaires
from surveys.questionnaires.queries import Questionnaire, QuestionnaireVersion
from surveys.responses.queries import Purpose
from surveys.web.journey import consents
from surveys.web.journey.occasion import Occasion, Page
from surveys.web.journey.remembering import for_a_minute
from surveys.web.journey.whom_to_ring import from_unit


class UnknownAddressError(LookupError):
    """No unit has this short address, or nobody asks about it."""


@dataclass
class MovedError(LookupError):
    """The unit has ended; `successors` took over from it."""

    unit: Organisation
    successors: list[Organisation]


@for_a_minute
def occasion_at(short_code: str, on: date) -> Occasion:
    """The feedback that is asked for at a short address (in small letters) on a day.

    Raises UnknownAddressError, or MovedError where the unit has ended.
    """
    unit, partnership = _listening(short_code, on)
    version = questionnaires.current_version(partnership, purpose=Questionnaire.Purpose.FEEDBACK)
    if version is None:
        raise UnknownAddressError(short_code)
    return Occasion(
        start=Page("feedback:start", (str(unit.short_code),)),
        place=unit.name,
        partnership=partnership.name,
        partnership_id=partnership.pk,
        unit_id=None if unit == partnership else unit.pk,
        version_id=version.pk,
        definition=questionnaires.definition(version),
        help=from_unit(unit, on=on),
        purposes=consents.FEEDBACK,
        more_help=Page("feedback:help", (str(unit.short_code),)),
        other_road=_after_loss(unit, partnership, on),
    )


def is_asked_about(short_code: str, on: date) -> bool:
    """Whether a short address leads to questions on a day."""
    try:
        occasion_at(short_code.lower(), on)
    except LookupError:
        return False
    return True


@for_a_minute
def occasion_after_loss(short_code: str, on: date) -> Occasion:
    """What parents are asked after a loss, for the LMS to which the unit at a short address belongs on a day.

    The help lines are those of the unit; nothing else of it is kept. Raises as `occasion_at` does.
    """
    unit, partnership = _listening(short_code, on)
    lms = organisations.over(partnership, kind=Kind.LMS, on=on)
    version = _asked_after_loss(lms) if lms else None
    if lms is None or version is None:
        raise UnknownAddressError(short_code)
    return Occasion(
        start=Page("feedback:loss", (str(unit.short_code),)),
        place=lms.name,
        partnership=lms.name,
        partnership_id=lms.pk,
        version_id=version.pk,
        definition=questionnaires.definition(version),
        help=from_unit(unit, on=on, after_loss=True),
        purposes=consents.AFTER_LOSS,
        after_loss=True,
        other_road=Page("feedback:start", (str(unit.short_code),)),
    )


@for_a_minute
def kiosk_at(short_code: str, on: date) -> Occasion:
    """The feedback of a unit, asked for on a tablet that many share. Raises as `occasion_at` does."""
    return _on_a_kiosk(occasion_at(short_code, on), "feedback:kiosk", "feedback:kiosk-loss")


@for_a_minute
def kiosk_after_loss(short_code: str, on: date) -> Occasion:
    """The same after a loss."""
    return _on_a_kiosk(occasion_after_loss(short_code, on), "feedback:kiosk-loss", "feedback:kiosk")


def _on_a_kiosk(asked: Occasion, here: str, other: str) -> Occasion:
    """Nothing leads out of it, and no address is asked for where others look on."""
    place = asked.start.arguments
    return replace(
        asked,
        start=Page(here, place),
        other_road=Page(other, place) if asked.other_road else None,
        more_help=None,
        help=replace(asked.help, dials=False),
        purposes=tuple(purpose for purpose in asked.purposes if purpose is not Purpose.CONTACT),
        kiosk=True,
        rendered={},
    )


def _listening(short_code: str, on: date) -> tuple[Organisation, Organisation]:
    """The unit at a short address, and the MVP that listens for it."""
    unit = organisations.unit_by_short_code(short_code, on=on)
    if unit is None:
        raise _gone(short_code, on)
    partnership = organisations.over(unit, kind=Kind.MVP, on=on)
    if partnership is None:
        raise UnknownAddressError(short_code)
    return unit, partnership


def _after_loss(unit: Organisation, partnership: Organisation, on: date) -> Page | None:
    """The way to the questions after a loss: where the LMS asks them, and somebody is there to read."""
    lms = organisations.over(partnership, kind=Kind.LMS, on=on)
    if lms is None or _asked_after_loss(lms) is None:
        return None
    is_read = people.is_anybody(Permission.MODERATE_LOSS, lms.pk, on=on)
    return Page("feedback:loss", (str(unit.short_code),)) if is_read else None


def _asked_after_loss(lms: Organisation) -> QuestionnaireVersion | None:
    return questionnaires.current_version(lms, purpose=Questionnaire.Purpose.AFTER_LOSS)


def _gone(short_code: str, on: date) -> LookupError:
    unit = organisations.ended_by_short_code(short_code, on=on)
    return (
        UnknownAddressError(short_code)
        if unit is None
        else MovedError(unit, organisations.successors(unit, on=on))
    )
