"""A consultation as something to answer, remembered for a minute."""

from datetime import date

from django.http import Http404

from surveys.consultations import queries as consultations
from surveys.consultations.queries import Consultation
from surveys.core import clock
from surveys.organisations.queries import Organisation
from surveys.questionnaires import queries as questionnaires
from surveys.web.journey import consents
from surveys.web.journey.occasion import Occasion, Page
from surveys.web.journey.remembering import for_a_minute
from surveys.web.journey.whom_to_ring import from_unit
from surveys.web.public.views import asks


@for_a_minute
def occasion_of(slug: str, consultation_slug: str, on: date) -> Occasion:
    """What a consultation asks. Raises Http404 where it has never been opened."""
    place = asks(slug)
    opened = consultations.public([place.pk], now=clock.now())
    found = opened.filter(slug=consultation_slug).select_related("version").first()
    if found is None or found.version is None:
        raise Http404
    return _occasion(place, found, on)


def _occasion(place: Organisation, found: Consultation, on: date) -> Occasion:
    parts = (place.slug, found.slug)
    assert found.version is not None  # noqa: S101 - told apart above; the database insists on it for open ones
    return Occasion(
        start=Page("public:answer", parts),
        home_page=Page("public:consultation", parts),
        place=place.name,
        partnership=place.name,
        partnership_id=place.pk,
        consultation_id=found.pk,
        closes_at=found.closes_at,
        version_id=found.version.pk,
        definition=questionnaires.definition(found.version),
        help=from_unit(place, on=on),
        purposes=consents.CONSULTATION,
    )
