"""What a woman asks us to keep until she has time: hers alone, for a while, gone when she has sent it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection

from surveys.core.errors import Conflict
from surveys.core.models import AuditEvent
from surveys.core.secrets import grouped, read_code
from surveys.responses import receipts
from surveys.responses import services as responses
from surveys.responses.drafts import codes, queries, services
from surveys.responses.drafts.models import Draft
from surveys.responses.drafts.unsent import expiry
from tests.factories.drafts import unsent
from tests.factories.feedback import prepared
from tests.factories.world import NOW, Place

DAY = timedelta(days=1)


def test_it_comes_back_whole_by_its_code_or_its_link(leicester: Place) -> None:
    telling = unsent(leicester)
    services.save(telling, now=NOW)

    by_code = queries.by_code(codes.code(telling.key), now=NOW)
    by_link = queries.by_link(codes.token(telling.key), now=NOW)

    assert by_code == by_link
    assert by_code is not None
    assert by_code.unsent == telling


def test_the_table_holds_neither_her_words_nor_what_opens_them(leicester: Place) -> None:
    telling = unsent(leicester)
    services.save(telling, now=NOW)

    with connection.cursor() as cursor:
        cursor.execute("SELECT d::text FROM responses_draft d")
        (row,) = cursor.fetchone()

    for secret in ("gęślą", "q-good", codes.code(telling.key), codes.token(telling.key)):
        assert secret not in row


def test_saving_again_keeps_one_draft_under_the_same_code(leicester: Place) -> None:
    telling = unsent(leicester)
    first = services.save(telling, now=NOW)
    second = services.save(replace(telling, given={"q-good": ["More"]}), now=NOW + DAY)

    kept = queries.by_code(first.code, now=NOW)

    assert first.code == second.code
    assert Draft.objects.count() == 1
    assert kept is not None
    assert (kept.unsent.given, kept.last_day) == ({"q-good": ["More"]}, first.last_day + DAY)


@pytest.mark.parametrize(
    ("saved", "closes", "last_day"),
    [
        ("2026-10-14T10:00", None, date(2026, 11, 11)),
        # Half past eleven at night in London's summer is still that day.
        ("2026-05-01T22:30", None, date(2026, 5, 29)),
        ("2026-05-01T23:30", None, date(2026, 5, 30)),
        # The clocks change on the last day.
        ("2026-03-01T10:00", None, date(2026, 3, 29)),
        ("2026-09-27T10:00", None, date(2026, 10, 25)),
        # A week for copying after a consultation has closed, never longer than else.
        ("2026-10-14T10:00", "2026-10-16T12:00", date(2026, 10, 23)),
        ("2026-10-14T10:00", "2026-12-24T12:00", date(2026, 11, 11)),
    ],
)
def test_it_is_kept_until_the_end_of_a_day_that_can_be_named(
    saved: str, closes: str | None, last_day: date
) -> None:
    now = datetime.fromisoformat(saved).replace(tzinfo=UTC)
    closes_at = datetime.fromisoformat(closes).replace(tzinfo=UTC) if closes else None

    end = expiry(closes_at=closes_at, now=now)

    assert (end.date() - DAY, end.hour) == (last_day, 0)


def test_what_she_is_told_is_the_last_day(leicester: Place) -> None:
    """On the way through the database times become UTC: 30 March begins there on the 29th."""
    kept = services.save(unsent(leicester), now=datetime(2026, 3, 1, 10, tzinfo=UTC))

    found = queries.by_code(kept.code, now=NOW - timedelta(days=200))

    assert found is not None
    assert found.last_day == kept.last_day == date(2026, 3, 29)


def test_when_its_time_is_over_nobody_finds_it_and_the_timetable_deletes_it(leicester: Place) -> None:
    kept = services.save(unsent(leicester), now=NOW)
    staying = services.save(unsent(leicester), now=NOW + DAY)
    over = kept.expires_at

    assert queries.by_code(kept.code, now=over - timedelta(seconds=1)) is not None
    assert queries.by_code(kept.code, now=over) is None
    assert services.let_go(now=over - timedelta(seconds=1)) == 0
    assert [services.let_go(now=over), services.let_go(now=over)] == [1, 0]
    assert queries.by_code(staying.code, now=over) is not None
    assert AuditEvent.objects.get(verb="let drafts go").facts == {"drafts": 1}


def test_sending_takes_it_away_in_the_same_act(leicester: Place) -> None:
    key = uuid4()
    kept = services.save(unsent(leicester, key=key), now=NOW)
    services.save(unsent(leicester), now=NOW)

    responses.receive(prepared(leicester, key=key, good="Kind"), now=NOW)

    assert queries.by_code(kept.code, now=NOW) is None
    assert Draft.objects.count() == 1, "another woman's draft stays"


def test_what_has_been_sent_cannot_be_saved_any_more(leicester: Place) -> None:
    key = uuid4()
    responses.receive(prepared(leicester, key=key, good="Kind"), now=NOW)

    with pytest.raises(Conflict):
        services.save(unsent(leicester, key=key), now=NOW)


def test_saved_in_the_moment_of_sending_it_is_not_found_and_does_not_stay(leicester: Place) -> None:
    """The two devices of one woman at once: neither sees the other's row before both are there."""
    key = uuid4()
    kept = services.save(unsent(leicester, key=key), now=NOW)
    late = Draft.objects.get()
    responses.receive(prepared(leicester, key=key, good="Kind"), now=NOW)
    late.save(force_insert=True)

    assert queries.by_code(kept.code, now=NOW) is None
    assert services.let_go(now=NOW) == 1


def test_sent_again_from_another_device_it_goes_too(leicester: Place) -> None:
    key = uuid4()
    services.save(unsent(leicester, key=key), now=NOW)
    late = Draft.objects.get()
    given = prepared(leicester, key=key, good="Kind")
    responses.receive(given, now=NOW)
    late.save(force_insert=True)

    assert responses.receive(given, now=NOW).already_known
    assert not Draft.objects.exists()


def test_forgetting_deletes_it_and_twice_is_the_same(leicester: Place) -> None:
    kept = services.save(unsent(leicester), now=NOW)

    services.forget(kept.code, now=NOW)
    services.forget(kept.code, now=NOW)

    assert not Draft.objects.exists()


def test_the_audit_trail_says_what_happened_and_no_word_of_hers(leicester: Place) -> None:
    kept = services.save(unsent(leicester), now=NOW)
    services.forget(kept.code, now=NOW)

    rows = AuditEvent.objects.filter(subject_kind="responses.draft")

    assert [row.verb for row in rows.order_by("id")] == ["save draft", "forget draft"]
    assert {(row.actor_id, row.organisation_id, str(row.facts)) for row in rows} == {
        (None, leicester.mvp.pk, "{}")
    }


def test_its_code_is_read_forgivingly_and_never_taken_for_a_receipt() -> None:
    key = uuid4()
    code, receipt = codes.code(key), receipts.code(key)

    assert (len(code), len(receipt)) == (12, 16)
    assert codes.read(f" {grouped(code).lower()} ") == code
    assert (read_code(code), codes.read(receipt)) == (None, None)
    assert codes.token(key) != code
