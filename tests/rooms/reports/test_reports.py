"""Drafted, worded, signed off, frozen; and a small group appears in no file of it."""

import io
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from openpyxl import load_workbook
from pypdf import PdfReader

from surveys.core.actors import SYSTEM
from surveys.core.errors import Conflict, DomainError, NotAllowed
from surveys.organisations import services as organisations
from surveys.organisations.models import Kind, Organisation
from surveys.outbox.models import Message
from surveys.reports import queries, services
from surveys.reports.datasets import digest
from surveys.reports.models import Document, Report
from tests.factories.voices import voices
from tests.factories.world import NOW, START, Place, organisation, person

JULY = datetime(2026, 7, 15, 12, tzinfo=UTC)
AUGUST = datetime(2026, 8, 15, 12, tzinfo=UTC)


def drafted(place: Place, starts_on: date = date(2026, 7, 1), ends_on: date = date(2026, 10, 1)) -> Report:
    return services.compile_report(place.mvp, starts_on=starts_on, ends_on=ends_on, by=place.chair, now=NOW)


def signed_off(place: Place, *period: date) -> Report:
    return services.sign_off(drafted(place, *period).pk, by=place.chair, now=NOW)


def text_of_pdf(report: Report) -> str:
    reader = PdfReader(io.BytesIO(content(report, "pdf")))
    return "\n".join(page.extract_text() for page in reader.pages)


def content(report: Report, kind: str) -> bytes:
    found = queries.document(report.pk, kind)
    assert found is not None
    return bytes(found.content)


def test_a_new_draft_takes_the_place_of_the_old_one(leicester: Place) -> None:
    drafted(leicester)
    again = drafted(leicester)

    assert list(queries.drafts([leicester.mvp.pk])) == [again]
    assert not queries.issued([leicester.mvp.pk])


def test_words_of_the_chair_are_part_of_what_is_signed(leicester: Place) -> None:
    draft = drafted(leicester)
    services.word_report(
        draft.pk, headline="They feel cared for.", ask="Agree to it.", by=leicester.chair, now=NOW
    )
    report = services.sign_off(draft.pk, by=leicester.chair, now=NOW)

    report.refresh_from_db()
    assert report.dataset["headline"] == "They feel cared for."
    assert report.digest == digest(report.dataset)
    assert "They feel cared for." in content(report, "html").decode()
    assert "They feel cared for." in text_of_pdf(report)
    assert Message.objects.filter(topic="reports.signed_off", subject_id=report.pk).count() == 1
    with pytest.raises(Conflict):
        services.word_report(report.pk, headline="Or not.", ask="", by=leicester.chair, now=NOW)
    with pytest.raises(Conflict):
        services.sign_off(report.pk, by=leicester.chair, now=NOW)


def test_nobody_changes_what_has_been_issued(leicester: Place) -> None:
    report = signed_off(leicester)

    for change in (
        Report.objects.filter(pk=report.pk).update,
        Document.objects.filter(report=report).update,
    ):
        with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
            change(digest="x")
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        Document.objects.filter(report=report).delete()


def test_a_draft_whose_figures_were_changed_is_not_signed(leicester: Place) -> None:
    draft = drafted(leicester)
    draft.dataset["heard"]["responses"] = 9999
    draft.save(update_fields=["dataset"])

    with pytest.raises(Conflict, match="Compile it again"):
        services.sign_off(draft.pk, by=leicester.chair, now=NOW)


@pytest.mark.parametrize("who", ["moderator", "trust_staff", "lms_officer", "board_member"])
def test_only_the_chair_signs_off(leicester: Place, who: str) -> None:
    draft = drafted(leicester)

    with pytest.raises(NotAllowed):
        services.sign_off(draft.pk, by=getattr(leicester, who), now=NOW)


def test_strangers_compile_and_read_nothing(leicester: Place, durham: Place) -> None:
    signed_off(leicester)

    with pytest.raises(NotAllowed):
        services.compile_report(
            leicester.mvp, starts_on=date(2026, 7, 1), ends_on=date(2026, 8, 1), by=durham.chair, now=NOW
        )
    assert not queries.for_reader(durham.board_member)
    assert queries.for_reader(leicester.board_member).count() == 1


def test_a_period_has_begun_and_holds_a_day(leicester: Place) -> None:
    with pytest.raises(DomainError, match="has begun"):
        drafted(leicester, date(2027, 1, 1), date(2027, 2, 1))
    with pytest.raises(DomainError, match="before the first"):
        drafted(leicester, date(2026, 7, 1), date(2026, 7, 1))


def test_three_women_stay_hidden_in_every_file(leicester: Place) -> None:
    voices(leicester, 40, at=JULY, themes={"KIND": "positive"})
    voices(leicester, 30, at=JULY, themes={"FEED": "negative"})
    voices(leicester, 3, at=JULY, stage="neonatal", themes={"PAIN": "negative"})
    report = signed_off(leicester)

    sheets = load_workbook(io.BytesIO(content(report, "xlsx")))
    in_sheet = {row[1]: row[2] for row in sheets["Themes"].iter_rows(values_only=True)}
    assert in_sheet["PAIN"] == "hidden"
    assert in_sheet["FEED"] == 30
    for sheet in sheets:
        assert not any(3 in row for row in sheet.iter_rows(values_only=True) if row[0] != "Format")
    page = content(report, "html").decode()
    assert "those few cannot be worked out: Pain relief." in page
    assert '<th role="rowheader" scope="row">Pain relief</th>' not in page.replace("\n", "")
    for told in (page, text_of_pdf(report), content(report, "json").decode()):
        assert "4.1%" not in told, "three of seventy-three"
        assert '"count":3,' not in told


def test_a_later_report_gives_no_small_group_away(leicester: Place) -> None:
    voices(leicester, 40, at=JULY, themes={"KIND": "positive"})
    signed_off(leicester, date(2026, 7, 1), date(2026, 8, 1))
    voices(leicester, 2, at=AUGUST, themes={"KIND": "positive"})

    report = drafted(leicester, date(2026, 7, 1), date(2026, 9, 1))

    assert report.dataset["heard"]["responses"] is None, "forty-two less forty is two"
    assert "July 2026" in report.dataset["method"]["withheld"]
    assert 42 not in report.dataset["counts"].values()


def test_months_laid_side_by_side_give_no_small_group_away(leicester: Place) -> None:
    voices(leicester, 40, at=JULY)
    voices(leicester, 30, at=AUGUST)
    signed_off(leicester, date(2026, 7, 1), date(2026, 8, 1))
    signed_off(leicester, date(2026, 8, 1), date(2026, 9, 1))
    voices(leicester, 4, at=datetime(2026, 9, 2, 12, tzinfo=UTC))

    assert drafted(leicester).dataset["heard"]["responses"] is None


def test_the_last_month_of_a_quarter_does_not_leave_a_small_one_over(leicester: Place) -> None:
    for month, number in ((7, 12), (8, 3), (9, 15)):
        voices(leicester, number, at=datetime(2026, month, 15, 12, tzinfo=UTC))
    signed_off(leicester)
    assert signed_off(leicester, date(2026, 7, 1), date(2026, 8, 1)).dataset["heard"]["responses"] == 12

    september = drafted(leicester, date(2026, 9, 1), date(2026, 10, 1))

    assert september.dataset["heard"]["responses"] is None, "30 less 12 less 15 are the three of August"
    assert "July to September 2026" in september.dataset["method"]["withheld"]


def test_a_draft_is_checked_again_when_it_is_signed(leicester: Place) -> None:
    voices(leicester, 40, at=JULY)
    voices(leicester, 2, at=AUGUST)
    both = drafted(leicester, date(2026, 7, 1), date(2026, 9, 1))
    signed_off(leicester, date(2026, 7, 1), date(2026, 8, 1))

    with pytest.raises(Conflict, match="since this draft"):
        services.sign_off(both.pk, by=leicester.chair, now=NOW)


def test_an_lms_and_its_only_mvp_may_both_report(leicester: Place) -> None:
    voices(leicester, 40, at=JULY)
    signed_off(leicester)
    other = organisations.found(
        kind=Kind.MVP,
        name="Other MVP",
        slug=f"other-{uuid4().hex[:4]}",
        valid_from=date(2021, 4, 1),
        by=SYSTEM,
        now=NOW,
    )
    organisations.put_under(other, parent=leicester.lms, valid_from=date(2021, 4, 1), by=SYSTEM, now=NOW)

    whole = services.compile_report(
        leicester.lms,
        starts_on=date(2026, 7, 1),
        ends_on=date(2026, 10, 1),
        by=person("lead", "chair", leicester.lms),
        now=NOW,
    )

    assert whole.dataset["heard"]["responses"] == 40


def test_the_pdf_is_tagged_titled_and_says_its_language(leicester: Place) -> None:
    voices(leicester, 40, at=JULY, themes={"KIND": "positive"}, good="ਧੰਨਵਾਦ 🙂 شكرا")
    report = signed_off(leicester)
    reader = PdfReader(io.BytesIO(content(report, "pdf")))

    catalogue: Any = reader.root_object
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title == "What women told us: Leicester MVP, July to September 2026"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalogue["/Metadata"].get_data()


def test_published_figures_hold_no_words_of_women(leicester: Place) -> None:
    assert queries.published_figures(leicester.mvp) is None
    signed_off(leicester)

    figures = queries.published_figures(leicester.mvp)

    assert figures is not None
    assert figures["period"]["name"] == "July to September 2026"
    assert all("quotes" not in theme for theme in figures["themes"]["listed"])


def test_months_that_show_it_all_but_one_give_that_one_not_away(leicester: Place) -> None:
    """A quarter must not show a count of which all but two people stand in the months that show it."""
    for month, neonatal in ((7, 9), (8, 2), (9, 0)):
        at = datetime(2026, month, 15, 12, tzinfo=UTC)
        voices(leicester, 40, at=at)
        voices(leicester, 30, at=at, stage="antenatal")
        voices(leicester, neonatal, at=at, stage="neonatal")
        signed_off(leicester, date(2026, month, 1), date(2026, month + 1, 1))

    stage = drafted(leicester).dataset["heard"]["breakdowns"][0]

    assert all(figure["count"] is None for figure in stage["figures"]), "eleven less nine and none is two"


def third_unit(place: Place) -> Organisation:
    unit = organisation(Kind.SERVICE, "Triage line", parent=place.mvp)
    organisations.put_under(unit, parent=place.trust, valid_from=START, by=SYSTEM, now=NOW)
    return unit


def of_unit(place: Place, unit: Organisation) -> Report:
    return services.compile_report(
        unit, starts_on=date(2026, 7, 1), ends_on=date(2026, 10, 1), by=place.chair, now=NOW
    )


def places(report: Report) -> dict[str, int | None]:
    row = next(each for each in report.dataset["heard"]["breakdowns"] if each["key"] == "place")
    return {figure["label"]: figure["count"] for figure in row["figures"]}


def test_a_unit_reports_nothing_that_keeps_another_hidden(leicester: Place) -> None:
    """The MVP's row of places hides the home birth team to keep the hospital's four company."""
    voices(leicester, 4, at=JULY)
    voices(leicester, 20, at=JULY, unit=leicester.service)
    voices(leicester, 30, at=JULY, unit=third_unit(leicester))
    whole = signed_off(leicester)
    assert places(whole) == {
        "Leicester Hospital": None,
        "Leicester Home Birth Team": None,
        "Triage line": 30,
    }

    alone = of_unit(leicester, leicester.service)

    assert alone.dataset["counts"] == {}, "fifty-four less thirty less twenty is four"
    assert "Leicester MVP" in alone.dataset["method"]["withheld"]


def test_a_unit_that_has_reported_keeps_nobody_company(leicester: Place) -> None:
    voices(leicester, 4, at=JULY)
    voices(leicester, 20, at=JULY, unit=leicester.service)
    voices(leicester, 30, at=JULY, unit=third_unit(leicester))
    services.sign_off(of_unit(leicester, leicester.service).pk, by=leicester.chair, now=NOW)

    assert set(places(drafted(leicester)).values()) == {None}


def test_the_same_days_can_be_compiled_again_when_nothing_has_changed(leicester: Place) -> None:
    voices(leicester, 40, at=JULY, themes={"KIND": "positive"})
    voices(leicester, 3, at=JULY, stage="neonatal")
    issued = signed_off(leicester)

    again = drafted(leicester)

    assert again.dataset["counts"] == issued.dataset["counts"]
    assert again.dataset["method"]["withheld"] == ""
    services.sign_off(again.pk, by=leicester.chair, now=NOW)
