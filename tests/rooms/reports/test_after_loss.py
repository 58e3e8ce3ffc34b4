"""What was told after a loss: a strand in an LMS's report when enough parents told it, else nothing."""

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from surveys.core.errors import Conflict
from surveys.people.models import User
from surveys.reports import queries, rollups, services
from surveys.reports.datasets import Dataset, compile_dataset, digest
from surveys.reports.datasets.after_loss import TOO_FEW
from surveys.reports.documents import html
from surveys.reports.models import MonthlyCount, Report
from surveys.reports.periods import ReportPeriod
from surveys.responses import receipts
from surveys.responses import services as responses
from surveys.responses.models import Purpose, Response
from surveys.themes.models import ThemeDecision, ThemeReview
from tests.factories.feedback import told_after_loss
from tests.factories.voices import voices
from tests.factories.world import NOW, Place, person

QUARTER = ReportPeriod(date(2026, 7, 1), date(2026, 10, 1))
JULY = datetime(2026, 7, 15, 12, tzinfo=UTC)
AUGUST = datetime(2026, 8, 15, 12, tzinfo=UTC)
SECRET = "The room was beside the labour ward"


def losses(
    place: Place, number: int, *codes: str, at: datetime = JULY, agreed: bool = True
) -> list[Response]:
    """Parents who told of these themes, as the specialist decided; counted."""
    consents = {Purpose.THEMES: agreed, Purpose.QUOTE: True}
    told = [
        told_after_loss(place, at=at, different=SECRET, age="30_34", consents=consents) for _ in range(number)
    ]
    for response in told:
        text = response.texts.get()
        ThemeReview.objects.create(free_text=text, reviewed_by=place.loss_moderator, reviewed_at=NOW)
        for code in codes:
            ThemeDecision.objects.create(
                free_text=text,
                code=code,
                present=True,
                sentiment="negative",
                suggested=False,
                decided_by=place.loss_moderator,
                decided_at=NOW,
            )
    rollups.recount([response.pk for response in told], now=NOW)
    return told


def compiled(place: Place, period: ReportPeriod = QUARTER) -> Dataset:
    return compile_dataset(place.lms, period, now=NOW)


def lead(place: Place) -> User:
    return person("lead", "chair", place.lms)


def drafted(place: Place, by: User, starts_on: date = QUARTER.start, ends_on: date = QUARTER.end) -> Report:
    return services.compile_report(place.lms, starts_on=starts_on, ends_on=ends_on, by=by, now=NOW)


def test_enough_parents_are_told_of_with_the_themes_that_enough_spoke_of(leicester: Place) -> None:
    losses(leicester, 6, "LOSS", "ENV")
    losses(leicester, 5, "LOSS")

    told = compiled(leicester).after_loss

    assert told.parents == 11
    assert [(theme.key, theme.count) for theme in told.themes] == [("LOSS", 11), ("ENV", 6)]


def test_four_parents_and_nobody_look_the_same(leicester: Place, durham: Place) -> None:
    losses(leicester, 4, "LOSS")

    few, nobody = compiled(leicester), compiled(durham)

    assert few.after_loss == nobody.after_loss
    assert (few.after_loss.parents, few.after_loss.themes, few.after_loss.note) == (None, (), TOO_FEW)
    for dataset in (few, nobody):
        assert not [key for key in dataset.counts if key.startswith("after_loss")]
        assert [key for key in dataset.hidden if key.startswith("after_loss")] == ["after_loss"]


def test_a_theme_of_all_but_a_few_parents_is_hidden(leicester: Place) -> None:
    losses(leicester, 8, "LOSS")
    losses(leicester, 3, "LOSS", "ENV")

    told = {theme.key for theme in compiled(leicester).after_loss.themes}

    assert told == {"LOSS"}, "three spoke of the place, and eight of eleven who did not would say so"


def test_only_what_a_person_decided_and_she_agreed_to_counts_as_a_theme(leicester: Place) -> None:
    losses(leicester, 6, "LOSS")
    losses(leicester, 6, "ENV", agreed=False)

    told = compiled(leicester).after_loss

    assert told.parents == 12
    assert {theme.key for theme in told.themes} == {"LOSS"}


def test_it_enters_no_other_figure(leicester: Place) -> None:
    voices(leicester, 40, at=JULY, fft="good", age="25_29", themes={"KIND": "positive"})
    before = compiled(leicester)
    losses(leicester, 30, "LOSS", "KIND")
    after = compiled(leicester)

    assert after.after_loss.parents == 30
    for part in ("headline", "facts", "heard", "fft", "themes", "equity", "risks"):
        assert getattr(after, part) == getattr(before, part), part
    assert "after_loss" not in str(after.heard)
    counted = MonthlyCount.objects.filter(partnership=leicester.lms)
    assert set(counted.values_list("measure", flat=True)) == {"after_loss", "after_loss:theme"}
    assert set(counted.values_list("unit", flat=True)) == {None}


@pytest.mark.parametrize("who", ["mvp", "trust", "site"])
def test_no_report_but_that_of_an_lms_holds_it(leicester: Place, who: str) -> None:
    losses(leicester, 30, "LOSS")

    dataset = compile_dataset(getattr(leicester, who), QUARTER, now=NOW)

    assert dataset.after_loss.parents is None
    assert "for a whole LMS only" in dataset.after_loss.note
    assert not [key for key in (*dataset.counts, *dataset.hidden) if key.startswith("after_loss")]


def test_two_reports_do_not_give_a_few_parents_away(leicester: Place) -> None:
    by = lead(leicester)
    losses(leicester, 6, "LOSS", at=JULY)
    losses(leicester, 2, "LOSS", at=AUGUST)
    services.sign_off(drafted(leicester, by, date(2026, 7, 1), date(2026, 8, 1)).pk, by=by, now=NOW)

    assert compiled(leicester).after_loss.parents is None, "eight less six are two"


def test_what_a_parent_takes_back_is_counted_no_more_and_no_draft_with_it_is_signed_off(
    leicester: Place,
) -> None:
    by = lead(leicester)
    told = losses(leicester, 6, "LOSS")
    draft = drafted(leicester, by)
    responses.withdraw(receipts.code(told[0].submission_key), now=NOW + timedelta(hours=1))

    with pytest.raises(Conflict, match="taken"):
        services.sign_off(draft.pk, by=by, now=NOW + timedelta(hours=2))
    rollups.recount([told[0].pk], now=NOW)
    assert compiled(leicester).after_loss.parents == 5


def test_every_document_tells_it_and_none_quotes(leicester: Place) -> None:
    by = lead(leicester)
    losses(leicester, 7, "LOSS")
    report = services.sign_off(drafted(leicester, by).pk, by=by, now=NOW)
    files = {}
    for kind in ("html", "json", "pdf", "xlsx"):
        found = queries.document(report.pk, kind)
        assert found is not None
        files[kind] = bytes(found.content)

    pdf = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(files["pdf"])).pages)
    assert "Parents who told us something after a loss: 7" in files["html"].decode()
    assert "Parents who told us something after a loss: 7" in " ".join(pdf.split())
    rows = list(load_workbook(io.BytesIO(files["xlsx"]))["After a loss"].values)
    assert rows[1][:2] == ("Told something after a loss", 7)
    assert SECRET not in files["html"].decode() + files["json"].decode() + pdf


def test_a_report_that_was_issued_before_there_was_such_a_strand_still_opens(leicester: Place) -> None:
    report = drafted(leicester, lead(leicester))
    report.dataset = {key: part for key, part in report.dataset.items() if key != "after_loss"}

    page = html.render(services.finished(report)).decode()

    assert "is read apart and is not part of this report" in page


def test_a_draft_of_an_earlier_shape_has_to_be_compiled_again(leicester: Place) -> None:
    by = lead(leicester)
    draft = drafted(leicester, by)
    draft.dataset = draft.dataset | {"format": 1}
    draft.digest = digest(draft.dataset)
    draft.save(update_fields=["dataset", "digest"])

    with pytest.raises(Conflict, match="Compile it again"):
        services.sign_off(draft.pk, by=by, now=NOW)


def test_the_kept_counts_are_those_of_a_full_recount(leicester: Place) -> None:
    losses(leicester, 6, "LOSS")

    assert list(rollups.differences()) == []
    rollups.recount_all()
    assert compiled(leicester).after_loss.parents == 6
