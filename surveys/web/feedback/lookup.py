"""What a short address leads to, remembered for a minute."""

from dataclasses import dataclass
from datetime import date

from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation
from surveys.questionnaires import queries as questionnaires
from surveys.questionnaires.queries import Questionnaire
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
    unit = organisations.unit_by_short_code(short_code, on=on)
    if unit is None:
        raise _gone(short_code, on)
    partnership = organisations.over(unit, kind=Kind.MVP, on=on)
    if partnership is None:
        raise UnknownAddressError(short_code)
    return _occasion(unit, partnership, on)


def _occasion(unit: Organisation, partnership: Organisation, on: date) -> Occasion:
    version = questionnaires.current_version(partnership, purpose=Questionnaire.Purpose.FEEDBACK)
    if version is None:
        raise UnknownAddressError(unit.short_code)
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
    )


def _gone(short_code: str, on: date) -> LookupError:
    unit = organisations.ended_by_short_code(short_code, on=on)
    return (
        UnknownAddressError(short_code)
        if unit is None
        else MovedError(unit, organisations.successors(unit, on=on))
    )
