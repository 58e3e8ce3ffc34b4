"""Details that the reading network sees beside the rules: a moderator finds them marked."""

import pytest

from surveys.core.errors import DomainError
from surveys.moderation import parts, services
from surveys.moderation.models import Screening
from surveys.moderation.redaction import Redaction
from surveys.responses.models import FreeText
from surveys.themes import analysis
from tests.factories.listening import screened
from tests.factories.world import NOW, Place

TEXT = "kazfrump 14 Mill Lane, and zogplim came"
STREET, FLAT, NAME = Redaction(9, 21, "address"), Redaction(0, 8, "address"), Redaction(27, 34, "name")


def hide_also(text: FreeText, *details: Redaction) -> None:
    services.hide_also({text.pk: details}, version="reader-9", now=NOW)


def suggested(text: FreeText) -> tuple[Redaction, ...]:
    return parts.read(Screening.objects.get(pk=text.pk).redactions)


def test_they_stand_beside_what_the_rules_found(leicester: Place) -> None:
    text = screened(leicester, better=TEXT)
    assert suggested(text) == (STREET,)

    hide_also(text, FLAT, NAME)
    hide_also(text, NAME)

    assert suggested(text) == (Redaction(0, 21, "address"), NAME)
    assert Screening.objects.get(pk=text.pk).method.count("reader-9") == 1


def test_whoever_had_the_comment_open_before_is_asked_about_them(leicester: Place) -> None:
    text = screened(leicester, better=TEXT)

    hide_also(text, NAME)

    with pytest.raises(DomainError):
        services.clear(text.pk, redactions=[STREET], by=leicester.moderator, now=NOW)


def test_what_a_person_decided_stays(leicester: Place) -> None:
    text = screened(leicester, better=TEXT)
    services.clear(text.pk, redactions=[STREET, NAME], by=leicester.moderator, now=NOW)

    hide_also(text, FLAT)

    assert suggested(text) == (STREET,)


def test_the_worker_marks_what_the_network_sees(leicester: Place) -> None:
    text = screened(leicester, better="My midwife was called Wojciechowska-Adeyemi and my room was warm")
    Screening.objects.filter(pk=text.pk).update(redactions=[])

    analysis.suggest([text.response_id], now=NOW)

    assert Redaction(22, 43, "name") in suggested(text)
