"""Search finds what is safe to read, by word and by what is known; for nobody else it finds nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from surveys.moderation import services as moderation
from surveys.moderation.models import Clearance
from surveys.moderation.redaction import Redaction
from surveys.responses import services as responses
from surveys.responses.models import FreeText, Purpose, Response
from surveys.themes import queries, services
from surveys.themes.queries import Looked, Mark
from surveys.themes.search.models import Findable, SearchQuestion
from tests.factories.feedback import prepared
from tests.factories.listening import decided, themed, worked_off
from tests.factories.searching import findable, findable_after_loss, search, words_found
from tests.factories.world import NOW, Place

pytestmark = pytest.mark.django_db

RUDE = "The midwife Sarah was rude. The parking was easy"
SARAH = Redaction(12, 17, "name")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("PARKING", True),
        ("parked", True),
        ("park*", True),
        ('"parked"', False),
        ("easy rude", True),
        ("easy kind", False),
        ('"was rude"', True),
        ('"rude was"', False),
        ("the", True),
        ("sarah", False),
        ("name", False),
    ],
)
def test_words_are_found_in_what_is_safe_to_read(leicester: Place, typed: str, found: bool) -> None:
    findable(leicester, hide=[SARAH], better=RUDE)

    assert search(leicester, typed).number == found


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("Położna była bardzo miła i pomocna dla nas", "polozna MILA"),
        ("دایہ بہت مہربان تھی اور سب کچھ سمجھایا", "دايه"),
        ("দাই খুব ভালো ছিলেন, সব বুঝিয়ে বলেছেন", "দাই"),
        ("The women’s midwives were lovely", "midwife woman"),
        ("They couldn’t find a bed for me all night", "couldnt"),
        ("Hated the food 😡", "😡"),
    ],
)
def test_marks_capitals_and_keyboards_make_no_difference(leicester: Place, said: str, typed: str) -> None:
    findable(leicester, better=said)
    findable(leicester, better="Nothing of that")

    assert words_found(search(leicester, typed)) == [said]


def test_what_was_looked_for_is_marked(leicester: Place) -> None:
    findable(leicester, hide=[Redaction(11, 23, "phone")], better="Ring me on 07700 900123 about the parking")

    (one,) = search(leicester, "parked").found

    assert [(part.text, part.kind) for part in one.parts if part.kind] == [
        ("[phone number]", "hidden"),
        ("parking", "found"),
    ]


@pytest.mark.parametrize(
    ("looked", "found"),
    [
        ({}, {"rude", "kind", "polish"}),
        ({"stage": "antenatal"}, {"kind"}),
        ({"code": "KIND"}, {"rude", "kind", "polish"}),
        ({"code": "KIND", "sentiment": "negative"}, {"rude"}),
        ({"sentiment": "negative"}, {"rude"}),
        ({"decided": "people"}, {"kind"}),
        ({"decided": "machine"}, {"rude", "polish"}),
        ({"decided": "people", "code": "TRAVEL"}, set()),
        ({"language": "pl"}, {"polish"}),
        ({"language": queries.NOT_ENGLISH}, {"polish"}),
        ({"quotable": "no"}, {"polish"}),
        ({"quotable": "yes"}, {"rude", "kind"}),
        ({"length": "short"}, {"rude", "polish"}),
        ({"length": "medium"}, {"kind"}),
        ({"since": date(2026, 10, 14)}, {"rude", "polish"}),
        ({"until": date(2026, 10, 14)}, {"kind"}),
        ({"code": "KIND", "language": "en", "quotable": "yes", "since": date(2026, 10, 14)}, {"rude"}),
    ],
)
def test_filters_combine(leicester: Place, looked: dict[str, Any], found: set[str]) -> None:
    kind = findable(
        leicester, stage="antenatal", good="A lovely kind midwife. " * 10, at=NOW - timedelta(days=2)
    )
    services.decide(kind.pk, decisions={"KIND": "positive"}, by=leicester.chair, now=NOW)
    rude = findable(leicester, better="The midwife was rude to me. I was in pain and they did not listen.")
    polish = _polish(leicester)
    names = {kind.pk: "kind", rude.pk: "rude", polish.pk: "polish"}

    assert {names[one.text.pk] for one in search(leicester, **looked).found} == found


def test_words_and_filters_combine(leicester: Place) -> None:
    findable(leicester, stage="antenatal", better=RUDE)
    findable(leicester, stage="birth", better=RUDE)

    assert search(leicester, "rude", stage="birth").number == 1
    assert search(leicester, "kind", stage="birth").number == 0


def test_a_unit_is_a_filter(leicester: Place) -> None:
    findable(leicester, better=RUDE)

    assert search(leicester, unit_id=leicester.site.pk).number == 1
    assert search(leicester, unit_id=leicester.service.pk).number == 0


@pytest.mark.parametrize("role", ["trust_staff", "lms_officer", "board_member", "loss_moderator"])
def test_who_reads_no_words_finds_nothing(leicester: Place, role: str) -> None:
    findable(leicester, better=RUDE)

    assert search(leicester, by=getattr(leicester, role)).number == 0
    assert search(leicester, by=leicester.moderator).number == 1


def test_nobody_finds_what_another_tenant_heard(leicester: Place, durham: Place) -> None:
    findable(leicester, better=RUDE)

    assert search(leicester, "rude", by=durham.chair).number == 0
    assert search(durham, "rude").number == 0


def test_what_was_told_after_a_loss_is_found_by_specialists_alone(leicester: Place) -> None:
    findable(leicester, better=RUDE)
    findable_after_loss(leicester, helped="They were gentle, and nobody was rude")
    specialist = leicester.loss_moderator

    assert words_found(search(leicester, "rude", by=specialist, after_loss=True)) == [
        "They were gentle, and nobody was rude"
    ]
    assert words_found(search(leicester, "rude")) == [RUDE]
    assert search(leicester, "rude", after_loss=True).number == 0
    assert search(leicester, "rude", by=specialist).number == 0


def test_what_nobody_has_checked_is_not_there(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)
    services.make_findable([text.pk], now=NOW)
    aside = themed(leicester, better=RUDE)
    moderation.set_aside(aside.pk, reason="It says nothing", by=leicester.chair, now=NOW)
    services.make_findable([aside.pk], now=NOW)

    assert not Findable.objects.exists()


def test_a_risk_that_is_open_hides_a_comment_and_one_that_is_decided_does_not(leicester: Place) -> None:
    text = findable(leicester, better=RUDE)
    case = moderation.raise_risk(text.pk, level="R2", reason="It may go on", by=leicester.chair, now=NOW)

    assert search(leicester, "rude").number == 0
    decided(case, by=leicester.chair)
    assert search(leicester, "rude").number == 1


def test_the_worker_makes_findable_what_is_cleared_and_what_is_shown_again(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)
    moderation.clear(text.pk, redactions=[SARAH], by=leicester.chair, now=NOW)
    worked_off()
    assert (search(leicester, "rude").number, search(leicester, "sarah").number) == (1, 0)

    moderation.unhide(text.pk, marks=[SARAH], reason="word", by=leicester.chair, now=NOW)
    worked_off()
    assert search(leicester, "sarah").number == 1


def test_undoing_a_check_takes_it_out_at_once(leicester: Place) -> None:
    text = findable(leicester, better=RUDE)

    services.undo(text.pk, by=leicester.chair, now=NOW)

    assert not Findable.objects.exists()


def test_what_she_takes_back_is_not_found_and_then_erased(leicester: Place) -> None:
    given = prepared(leicester, better=RUDE)
    receipt = responses.receive(given, now=NOW)
    worked_off()
    text = FreeText.objects.get()
    moderation.clear(text.pk, redactions=[], why_not="word", by=leicester.chair, now=NOW)
    worked_off()

    responses.withdraw(receipt.code, now=NOW)
    assert search(leicester, "rude").number == 0
    services.make_findable([text.pk], now=NOW)
    worked_off()
    assert not Findable.objects.exists()


def test_a_thousand_results_cost_a_page_no_more_than_sixty(leicester: Place) -> None:
    _many(leicester, 60)
    few, few_rows = _cost(leicester)
    _many(leicester, 1200)

    many, many_rows = _cost(leicester)

    assert (many, many_rows) == (few, few_rows)
    assert few_rows < 100


def test_pages_follow_each_other_without_gaps_or_repeats(leicester: Place) -> None:
    _many(leicester, 50)
    everything = _walk(leicester, None)

    assert [len(page) for page in everything] == [20, 20, 10]
    flat = [key for page in everything for key in page]
    assert len(set(flat)) == 50
    assert flat == [text.pk for text in FreeText.objects.order_by("-clearance__findable__said_at", "-pk")]


def test_a_page_leads_back_to_the_newer_ones(leicester: Place) -> None:
    _many(leicester, 50)
    first = _found(leicester, None)
    second = _found(leicester, first.older)

    back = _found(leicester, second.newer)

    assert [one.text.pk for one in back.found] == [one.text.pk for one in first.found]
    assert (first.newer, back.newer) == (None, None)


def test_more_than_a_thousand_are_not_counted(leicester: Place) -> None:
    _many(leicester, 1001)

    found = search(leicester, "kind")

    assert (found.number, found.are_more, len(found.found)) == (1000, True, 20)


def test_what_is_looked_for_is_kept_encrypted_for_a_day_and_for_her_alone(leicester: Place) -> None:
    asked = services.ask(
        "Sarah", organisation_id=leicester.mvp.pk, after_loss=False, by=leicester.chair, now=NOW
    )
    here: dict[str, Any] = {"organisation_id": leicester.mvp.pk, "after_loss": False, "now": NOW}
    row = SearchQuestion.objects.get()

    found = queries.asked(asked.pk, by=leicester.chair, **here)
    assert found is not None
    assert found.words == "Sarah"
    assert "arah" not in f"{row.ciphertext} {row.digest}"
    assert queries.asked(asked.pk, by=leicester.moderator, **here) is None
    assert queries.asked(asked.pk, by=leicester.chair, **here | {"after_loss": True}) is None
    tomorrow = NOW + timedelta(days=1)
    assert queries.asked(asked.pk, by=leicester.chair, **here | {"now": tomorrow}) is None

    assert services.let_questions_go(now=tomorrow - timedelta(minutes=1)) == 0
    assert services.let_questions_go(now=tomorrow) == 1


def _polish(place: Place) -> FreeText:
    consents = dict.fromkeys(Purpose, True) | {Purpose.QUOTE: False}
    given = replace(
        prepared(place, good="Położna była bardzo miła i pomocna dla nas"), language="pl", consents=consents
    )
    responses.receive(given, now=NOW)
    response = Response.objects.get(submission_key=given.key)
    worked_off()
    text = response.texts.get()
    moderation.clear(text.pk, redactions=[], by=place.chair, now=NOW)
    worked_off()
    return text


def _many(place: Place, number: int) -> None:
    """So many safe comments, a few of each minute."""
    given = [
        prepared(place, good="A kind midwife", at=NOW - timedelta(minutes=minute // 3))
        for minute in range(number)
    ]
    received = responses.receive_many(given, now=NOW).values()
    texts = FreeText.objects.filter(response__in=received)
    cleared = {
        "outcome": "cleared",
        "safe_text": "A kind midwife",
        "cleared_by": place.chair,
        "cleared_at": NOW,
    }
    Clearance.objects.bulk_create(Clearance(free_text=text, **cleared) for text in texts)
    services.make_findable([text.pk for text in texts], now=NOW)


def _found(place: Place, mark: Mark | None) -> queries.FoundPage:
    looked = Looked(terms=queries.terms("kind"))
    return queries.search([place.mvp.pk], looked, mark=mark, by=place.chair)


def _walk(place: Place, mark: Mark | None) -> list[list[Any]]:
    page = _found(place, mark)
    rest = _walk(place, page.older) if page.older else []
    return [[one.text.pk for one in page.found], *rest]


def _cost(place: Place) -> tuple[int, int]:
    """How many queries the second page takes, and how many rows they give."""
    older = _found(place, None).older
    with _counted() as rows:
        _found(place, older)
    return len(rows), sum(rows)


@contextmanager
def _counted() -> Iterator[list[int]]:
    """The rows that each query gives."""
    rows: list[int] = []

    def count(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        result = execute(sql, params, many, context)
        rows.append(context["cursor"].rowcount)
        return result

    with connection.execute_wrapper(count):
        yield rows
