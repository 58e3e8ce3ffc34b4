"""From choosing a period to signing it off, in the browser's words."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from surveys.core import clock
from surveys.people.models import User
from surveys.reports.models import Report
from tests.factories.voices import voices
from tests.factories.world import NOW, Place

JULY = datetime(2026, 7, 15, 12, tzinfo=UTC)
QUARTER = {"place": "leicester-mvp", "period": "quarter"}


@pytest.fixture(autouse=True)
def _october(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def compiled(place: Place) -> Report:
    client_of(place.chair).post(reverse("desk:report-new", args=[place.mvp.slug]), QUARTER)
    return Report.objects.get()


def test_she_compiles_words_and_signs_off(leicester: Place) -> None:
    voices(leicester, 40, at=JULY, themes={"KIND": "positive"})
    client, slug = client_of(leicester.chair), leicester.mvp.slug

    choice = client.get(reverse("desk:report-new", args=[slug])).content.decode()
    assert "Last quarter: July to September 2026" in choice
    report = compiled(leicester)
    page = reverse("desk:report", args=[slug, report.pk])
    assert "Sign off and send" in client.get(page).content.decode()

    words = {"headline": "They feel cared for.", "ask": "Say thank you."}
    client.post(reverse("desk:report-words", args=[slug, report.pk]), words)
    client.post(reverse("desk:report-sign-off", args=[slug, report.pk]))

    told = client.get(page).content.decode()
    assert "They feel cared for." in told
    assert "It can no longer change." in told
    assert "Sign off and send" not in told
    pdf = client.get(reverse("desk:report-document", args=[slug, report.pk, "pdf"]))
    assert pdf.content.startswith(b"%PDF")


def test_other_days_need_both_ends_in_order(leicester: Place) -> None:
    client, address = client_of(leicester.chair), reverse("desk:report-new", args=[leicester.mvp.slug])
    days = {
        "first_day_day": "10",
        "first_day_month": "7",
        "first_day_year": "2026",
        "last_day_day": "9",
        "last_day_month": "7",
        "last_day_year": "2026",
    }
    custom = {"place": "leicester-mvp", "period": "custom"}

    assert "Enter the first day" in client.post(address, custom).content.decode()
    assert "must not be before the first" in client.post(address, custom | days).content.decode()
    client.post(address, custom | days | {"last_day_day": "10"})
    report = Report.objects.get()
    assert (report.ends_on - report.starts_on).days == 1


def test_only_a_chair_can_sign_off(leicester: Place) -> None:
    report = compiled(leicester)
    officer = client_of(leicester.lms_officer)
    args = [leicester.lms.slug, report.pk]

    assert officer.get(reverse("desk:report", args=args)).status_code == 404
    assert officer.post(reverse("desk:report-sign-off", args=args)).status_code == 404
    report.refresh_from_db()
    assert report.signed_off_at is None


def test_strangers_find_nothing(leicester: Place, durham: Place) -> None:
    report = compiled(leicester)

    for stranger in (durham.chair, leicester.moderator, leicester.board_member):
        for slug in (leicester.mvp.slug, durham.mvp.slug):
            address = reverse("desk:report", args=[slug, report.pk])
            assert client_of(stranger).get(address).status_code == 404
