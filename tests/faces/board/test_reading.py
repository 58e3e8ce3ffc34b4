"""A board member reads what was issued; nobody else finds anything."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from surveys.core.models import AuditEvent
from surveys.people.models import User
from surveys.reports import services
from surveys.reports.models import Report
from tests.factories.voices import voices
from tests.factories.world import NOW, Place

JULY = datetime(2026, 7, 15, 12, tzinfo=UTC)
KINDS = ("html", "pdf", "xlsx", "json")


@pytest.fixture
def draft(leicester: Place) -> Report:
    voices(leicester, 40, at=JULY, themes={"KIND": "positive"})
    voices(leicester, 30, at=JULY, themes={"FEED": "negative"})
    voices(leicester, 3, at=JULY, themes={"PAIN": "negative"})
    return services.compile_report(
        leicester.mvp, starts_on=date(2026, 7, 1), ends_on=date(2026, 10, 1), by=leicester.chair, now=NOW
    )


@pytest.fixture
def issued(draft: Report, leicester: Place) -> Report:
    return services.sign_off(draft.pk, by=leicester.chair, now=NOW)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_she_reads_the_report_and_takes_it_with_her(issued: Report, leicester: Place) -> None:
    client = client_of(leicester.board_member)

    home = client.get(reverse("board:home")).content.decode()
    assert reverse("board:report", args=[issued.pk]) in home
    page = client.get(reverse("board:report", args=[issued.pk])).content.decode()
    assert issued.headline in page
    assert "Kindness and respect" in page
    for kind in KINDS:
        file = client.get(reverse("board:document", args=[issued.pk, kind]))
        assert file.headers["Content-Disposition"] == (
            f'attachment; filename="leicester-mvp-2026-07-01-to-2026-09-30.{kind}"'
        )
    read = AuditEvent.objects.filter(verb="read report", subject_id=issued.pk).order_by("at", "created_at")
    assert [event.facts["what"] for event in read] == ["page", *KINDS]


def test_three_women_are_not_on_the_page(issued: Report, leicester: Place) -> None:
    page = client_of(leicester.board_member).get(reverse("board:report", args=[issued.pk])).content.decode()

    assert "those few cannot be worked out: Pain relief." in page
    assert "Pain relief</th>" not in page
    assert ">3<" not in page


def test_a_draft_is_nobodys_to_read_here(draft: Report, leicester: Place) -> None:
    for reader in (leicester.board_member, leicester.chair):
        assert client_of(reader).get(reverse("board:report", args=[draft.pk])).status_code == 404


def test_strangers_find_nothing(issued: Report, durham: Place, leicester: Place) -> None:
    pages = [reverse("board:report", args=[issued.pk])]
    pages += [reverse("board:document", args=[issued.pk, kind]) for kind in KINDS]
    for stranger in (durham.board_member, durham.chair, leicester.moderator):
        for page in pages:
            assert client_of(stranger).get(page).status_code == 404
    assert client_of(leicester.moderator).get(reverse("board:home")).status_code == 404
    assert reverse("account_login") in Client().get(pages[0]).headers["Location"]


def test_what_does_not_exist_is_not_found(issued: Report, leicester: Place) -> None:
    client = client_of(leicester.board_member)

    assert client.get(reverse("board:report", args=[uuid4()])).status_code == 404
    assert client.get(reverse("board:document", args=[issued.pk, "exe"])).status_code == 404


@pytest.mark.parametrize("kind", ["docx", "%00"])
def test_a_kind_of_file_that_there_is_not_is_not_found(issued: Report, leicester: Place, kind: str) -> None:
    assert client_of(leicester.board_member).get(f"/board/{issued.pk}/{kind}/").status_code == 404
