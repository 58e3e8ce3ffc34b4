"""The chair sees her own working counts, and only words that are safe to read."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from surveys.consultations import queries as consultations
from surveys.consultations.models import Consultation
from surveys.core import clock
from surveys.moderation.models import Clearance
from surveys.responses import services as responses
from surveys.responses.models import Channel, FreeText
from surveys.responses.submission import submission
from tests.factories.consultations import opened
from tests.factories.feedback import ALL_CONSENTS
from tests.factories.letters import subscribed
from tests.factories.world import Place


@pytest.fixture
def asked(leicester: Place) -> Consultation:
    """An open consultation."""
    return opened(leicester, at=clock.now())


def answered(consultation: Consultation, **answers: str) -> None:
    """Somebody answers it."""
    definition = consultations.definition_of(consultation)
    assert definition is not None
    given = submission(
        key=uuid4(),
        partnership_id=consultation.organisation_id,
        unit_id=None,
        version_id=consultation.version_id,  # type: ignore[arg-type]
        definition=definition,
        answers=answers,
        consents=ALL_CONSENTS,
        channel=Channel.WEB,
        language="en",
        received_at=clock.now(),
        consultation_id=consultation.pk,
    )
    responses.receive(given, now=clock.now())


def page(client: Client, place: Place, consultation: Consultation) -> str:
    client.force_login(place.chair)
    address = reverse("desk:consultation", args=[place.mvp.slug, consultation.pk])
    return client.get(address).content.decode()


def test_options_are_counted(client: Client, leicester: Place, asked: Consultation) -> None:
    for option in ("option-1", "option-1", "unsure"):
        answered(asked, preferred=option)

    shown = " ".join(page(client, leicester, asked).split())

    assert "3 people have answered." in shown
    for title, people in (("Every night", 2), ("The first night only", 0), ("I am not sure", 1)):
        row = shown.partition(f">{title} </th>")[2] or shown.partition(f">{title}</th>")[2]
        assert row.partition("</td>")[0].rstrip().endswith(f">{people}")


def test_words_show_once_they_are_safe_and_only_the_safe_ones(
    client: Client, leicester: Place, asked: Consultation
) -> None:
    answered(asked, **{"question-1": "Sarah on ward 5 gave me a chair"})
    assert "Sarah" not in page(client, leicester, asked)

    Clearance.objects.create(
        free_text=FreeText.objects.get(),
        outcome=Clearance.Outcome.CLEARED,
        safe_text="[name] on ward 5 gave me a chair",
        cleared_by=leicester.chair,
        cleared_at=clock.now(),
    )

    shown = page(client, leicester, asked)
    assert "on ward 5 gave me a chair" in shown
    assert "Sarah" not in shown


def test_who_wants_e_mails_is_a_number_never_an_address(
    client: Client, leicester: Place, asked: Consultation
) -> None:
    subscribed(asked, "ada@example.org")

    shown = page(client, leicester, asked)

    assert "1 person asked to hear the result" in shown
    assert "ada@example.org" not in shown
