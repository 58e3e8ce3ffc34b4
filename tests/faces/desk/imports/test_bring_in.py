"""A chair brings in a spreadsheet step by step, without script, and sees what becomes of each row."""

import csv
import io
import re
from collections.abc import Mapping
from html import unescape
from typing import Any, BinaryIO

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from surveys.core import clock
from surveys.responses.imports import files, running, services
from surveys.responses.imports.models import ImportBatch
from surveys.responses.models import Consent, FreeText, Purpose, Response
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.spreadsheets import (
    MAPPING,
    as_csv,
    as_xlsx,
    brought_in,
    checked_by_worker,
    numbered,
    uploaded,
    written,
)
from tests.factories.world import Place

HEADER = ("Response ID", "Date received", "Site", "FFT score", "Comments", "May we quote you?")
ROWS = [
    ("1", "14/02/2022", "LRI", "1", "The midwife was kind", "Yes"),
    ("2", "15/02/2022", "Home", "VP", "Too long a wait", "No"),
    ("3", "31/02/2022", "LRI", "2", "Fine", ""),
    ("4", "16/02/2022", "Elsewhere", "9", "", "yes"),
    ("4", "16/02/2022", "Elsewhere", "9", "", "yes"),
    ("5", "17/02/2022", "", "", "Did not answer", ""),
]
COLUMNS = {
    "q-fft": "FFT score",
    "q-comment": "Comments",
    "date": "Date received",
    "date_format": "%d/%m/%Y",
    "unit": "column:Site",
    "stage": "always:birth",
    "channel": "paper",
    "identity-0": "Response ID",
    "blank": "Did not answer\n",
    "consent_note": "Asked on paper",
    "consent-themes": "yes",
    "consent-quote": "column:May we quote you?",
    "consent-trust": "no",
}


def address(place: Place, name: str = "imports", *args: Any) -> str:
    return reverse(f"desk:{name}", args=[place.mvp.slug, *args])


def upload(client: Client, place: Place, file: BinaryIO | str, *, name: str = "Answers.csv") -> Any:
    content = file.encode() if isinstance(file, str) else file.read()
    return client.post(
        address(place, "import-new"), {"sheet": SimpleUploadedFile(name, content)}, follow=True
    )


def read_by_worker() -> None:
    running.run_waiting(now=clock.now)


def chosen(answer: Any, field: str) -> str:
    """What is chosen or typed in a field."""
    page = answer.content.decode()
    area = re.search(rf'<textarea[^>]* name="{field}"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    if area:
        return unescape(area[1]).strip()
    select = re.search(rf'<select[^>]* name="{field}".*?</select>', page, re.DOTALL)
    assert select, f"there is no {field}"
    option = re.search(r'<option value="([^"]*)" selected', select[0])
    return unescape(option[1]) if option else ""


def code_fields(answer: Any, meant: Mapping[str, str]) -> dict[str, str]:
    """What to send for each code on the page, by the code."""
    labels = re.findall(r'<label[^>]* for="id_([^"]+)">\s*“(.*?)” means', answer.content.decode())
    assert {code for _, code in labels} == set(meant)
    return {name: meant[code] for name, code in labels}


@pytest.fixture
def chair(leicester: Place) -> Client:
    return signed_in(leicester.chair)


def test_a_spreadsheet_from_upload_to_feedback(leicester: Place, chair: Client) -> None:
    answer = upload(chair, leicester, written(ROWS, header=HEADER))
    batch = ImportBatch.objects.get()
    assert "Match the columns" in words_of(answer.content)

    answer = chair.post(address(leicester, "import-columns", batch.pk), COLUMNS, follow=True)
    said = code_fields(
        answer,
        {
            "1": "very_good",
            "2": "good",
            "9": "=blank",
            "VP": "very_poor",
            "Elsewhere": "=refuse",
            "Home": leicester.service.slug,
            "LRI": leicester.site.slug,
            "No": "no",
            "yes": "yes",
        },
    )
    answer = chair.post(address(leicester, "import-codes", batch.pk), said, follow=True)
    assert "Waiting to be checked" in words_of(answer.content)

    read_by_worker()
    page = words_of(chair.get(address(leicester, "import", batch.pk)).content)
    assert "Nothing has been brought in yet" in page
    assert "Bring in 2 answers" in page
    assert "Row 4 The date “31/02/2022” does not exist" in page
    assert not Response.objects.exists()

    chair.post(address(leicester, "import-start", batch.pk))
    read_by_worker()
    page = words_of(chair.get(address(leicester, "import", batch.pk)).content)
    assert "Brought in on" in page
    one, two = Response.objects.order_by("received_at")
    assert (one.fft, one.unit_id, one.stage, one.channel) == (
        "very_good",
        leicester.site.pk,
        "birth",
        "paper",
    )
    assert (two.fft, two.unit_id) == ("very_poor", leicester.service.pk)
    assert FreeText.objects.count() == 2
    quotes = Consent.objects.filter(purpose=Purpose.QUOTE).order_by("response__received_at")
    assert [consent.given for consent in quotes] == [True, False]


def test_the_columns_are_guessed_from_their_names(leicester: Place, chair: Client) -> None:
    page = upload(chair, leicester, written(ROWS, header=HEADER))

    guessed = {name: chosen(page, name) for name in ("q-fft", "q-comment", "date", "date_format")}
    assert guessed == {
        "q-fft": "FFT score",
        "q-comment": "Comments",
        "date": "Date received",
        "date_format": "%d/%m/%Y",
    }


def test_dates_that_put_the_month_first_are_noticed(leicester: Place, chair: Client) -> None:
    rows = [("1", "02/14/2022", "", "1", "", ""), ("2", "01/02/2022", "", "1", "", "")]

    page = upload(chair, leicester, written(rows, header=HEADER))

    assert chosen(page, "date_format") == "%m/%d/%Y"
    assert "In “Date received”: 02/14/2022" in words_of(page.content)


def test_the_next_file_is_matched_like_the_last_one(leicester: Place, chair: Client) -> None:
    brought_in(leicester, as_csv(*numbered(1)))

    page = upload(chair, leicester, as_csv(*numbered(3)))

    assert chosen(page, "consent_note") == "Asked on the hospital's own form."
    assert chosen(page, "identity-0") == "ID"
    assert chosen(page, "consent-themes") == "yes"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"date": ""}, "Choose from the list: Which column has the date?"),
        ({"q-fft": "", "q-comment": ""}, "Choose a column for at least one question"),
        ({"q-good": "Comments"}, "“Comments” is chosen twice"),
        ({"consent_note": ""}, "Say how they agreed that you may have their answers"),
    ],
)
def test_what_is_missing_is_said_and_the_rest_is_kept(
    leicester: Place, chair: Client, change: dict[str, str], sentence: str
) -> None:
    upload(chair, leicester, written(ROWS, header=HEADER))
    batch = ImportBatch.objects.get()

    answer = chair.post(address(leicester, "import-columns", batch.pk), COLUMNS | change)

    assert sentence in words_of(answer.content)
    assert chosen(answer, "unit") == "column:Site"


def test_a_column_of_words_cannot_be_a_column_of_codes_and_its_words_are_not_shown(
    leicester: Place, chair: Client
) -> None:
    rows = [
        (str(n), "14/02/2022", "", "1", f"Her very own words number {n} " + "x" * 50, "") for n in range(70)
    ]
    upload(chair, leicester, written(rows, header=HEADER))
    batch = ImportBatch.objects.get()

    answer = chair.post(
        address(leicester, "import-columns", batch.pk), COLUMNS | {"q-fft": "Comments", "q-comment": ""}
    )

    assert "“Comments” has more than 60 different answers" in words_of(answer.content)
    assert "Her very own words" not in answer.content.decode()


def test_every_code_needs_a_meaning(leicester: Place, chair: Client) -> None:
    upload(chair, leicester, written([("1", "14/02/2022", "", "strange", "", "")], header=HEADER))
    batch = ImportBatch.objects.get()
    simple = COLUMNS | {"unit": "", "consent-quote": "no"}

    answer = chair.post(address(leicester, "import-columns", batch.pk), simple, follow=True)
    answer = chair.post(address(leicester, "import-codes", batch.pk), {})

    assert "Say what “strange” means" in words_of(answer.content)


def test_a_mapping_may_be_given_as_text(leicester: Place, chair: Client) -> None:
    batch = uploaded(leicester, as_csv(*numbered(3)))
    there = address(leicester, "import-mapping", batch.pk)

    wrong = chair.post(there, {"mapping": MAPPING.replace("very_good", "splendid")})
    assert "“splendid” is not an answer to “fft”" in words_of(wrong.content)
    chair.post(there, {"mapping": MAPPING})
    read_by_worker()

    batch.refresh_from_db()
    assert (batch.state, batch.accepted) == (ImportBatch.State.CHECKED, 3)
    assert "very_good" in chair.get(there).content.decode()


def test_another_sheet_of_a_workbook_can_be_read(leicester: Place, chair: Client) -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Notes").write_row(0, 0, ["About this file"])
        sheet = book.add_worksheet("Answers")
        for number, row in enumerate([HEADER, *ROWS]):
            sheet.write_row(number, 0, row)
    file.seek(0)

    answer = upload(chair, leicester, file, name="Answers.xlsx")
    batch = ImportBatch.objects.get()
    assert "We are reading “Notes”" in words_of(answer.content)
    there = address(leicester, "import-columns", batch.pk) + "?sheet=Answers"
    assert chosen(chair.get(there), "q-fft") == "FFT score"
    chair.post(there, COLUMNS)

    batch.refresh_from_db()
    assert 'sheet = "Answers"' in batch.mapping


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel file"),
        (b"<html></html>", "a web page"),
        (b"PK\x03\x04", "damaged"),
        (b"\n", "The file is empty"),
        (b"", "The file is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_once(
    leicester: Place, chair: Client, content: bytes, sentence: str
) -> None:
    answer = upload(chair, leicester, io.BytesIO(content))

    assert sentence in words_of(answer.content)
    assert not ImportBatch.objects.exists()


def test_a_file_that_is_too_large_is_refused(
    leicester: Place, chair: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("surveys.web.desk.imports.forms.MOST_BYTES", 10)

    assert "larger than 50 MB" in words_of(upload(chair, leicester, as_csv(*numbered(2))).content)


def test_progress_is_shown_while_the_worker_reads_and_not_afterwards(leicester: Place, chair: Client) -> None:
    batch = checked_by_worker(leicester, as_csv(*numbered(3)))
    services.start(batch.pk, by=leicester.chair, now=clock.now())
    there = address(leicester, "import", batch.pk)

    page = chair.get(there).content.decode()
    assert "data-live" in page
    assert "0 of 3 done" in page
    read_by_worker()

    page = chair.get(there).content.decode()
    assert "data-live" not in page
    assert "Brought in on" in page


def test_every_refused_row_can_be_downloaded(leicester: Place, chair: Client) -> None:
    batch = checked_by_worker(leicester, as_csv(*[(f"R{n}", "31/02/2022", "1", "") for n in range(60)]))

    answer = chair.get(address(leicester, "import-refused", batch.pk))

    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert lines[0] == ["Row", "Reason"]
    assert [int(row) for row, _ in lines[1:]] == list(range(2, 62))
    assert "attachment" in answer["Content-Disposition"]
    page = words_of(chair.get(address(leicester, "import", batch.pk)).content)
    assert "The first 50, row by row" in page
    assert "There is nothing new to bring in" in page


def test_a_file_that_failed_can_be_tried_again_and_removed(leicester: Place, chair: Client) -> None:
    batch = checked_by_worker(leicester, as_csv(*numbered(3)))
    ImportBatch.objects.filter(pk=batch.pk).update(
        state=ImportBatch.State.FAILED, problem="Something went wrong."
    )

    assert "Something went wrong." in words_of(chair.get(address(leicester, "import", batch.pk)).content)
    chair.post(address(leicester, "import-check", batch.pk))
    read_by_worker()
    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.CHECKED
    answer = chair.post(address(leicester, "import-remove", batch.pk), follow=True)

    assert "has been removed" in words_of(answer.content)
    assert not ImportBatch.objects.exists()


def test_pressing_bring_in_twice_brings_in_once(leicester: Place, chair: Client) -> None:
    batch = checked_by_worker(leicester, as_csv(*numbered(3)))

    chair.post(address(leicester, "import-start", batch.pk))
    answer = chair.post(address(leicester, "import-start", batch.pk), follow=True)
    read_by_worker()

    assert "being read, or has been brought in already" in words_of(answer.content)
    assert Response.objects.count() == 3


def test_the_list_says_what_is_here_or_what_to_do_first(leicester: Place, chair: Client) -> None:
    assert "No spreadsheets yet" in words_of(chair.get(address(leicester)).content)
    brought_in(leicester, as_csv(*numbered(2), ("", "", "", "Refused")))

    page = words_of(chair.get(address(leicester)).content)

    assert "answers.csv ✓ Brought in 2 0 1" in page


def every_page(place: Place, batch: ImportBatch) -> list[str]:
    names = ("import", "import-columns", "import-codes", "import-mapping", "import-refused")
    return [address(place), address(place, "import-new"), *(address(place, name, batch.pk) for name in names)]


def test_nobody_else_sees_any_of_it(leicester: Place, durham: Place) -> None:
    batch = checked_by_worker(leicester, as_csv(*numbered(1)))
    others = (durham.chair, leicester.moderator, leicester.lms_officer, leicester.board_member)
    for person in others:
        client = signed_in(person)
        assert {client.get(page).status_code for page in every_page(leicester, batch)} == {404}
        for verb in ("check", "start", "remove"):
            assert client.post(address(leicester, f"import-{verb}", batch.pk)).status_code == 404
    assert {Client().get(page).status_code for page in every_page(leicester, batch)} == {302}
    assert ImportBatch.objects.get() == batch


def test_a_spreadsheet_of_another_partnership_does_not_exist_at_ones_own_address(
    leicester: Place, durham: Place, chair: Client
) -> None:
    batch = checked_by_worker(durham, as_csv(*numbered(1)))

    found = [chair.get(page).status_code for page in every_page(leicester, batch)]

    assert found == [200, 200, 404, 404, 404, 404, 404]
    assert chair.post(address(leicester, "import-start", batch.pk)).status_code == 404


def test_only_a_partnership_has_spreadsheets(leicester: Place, chair: Client) -> None:
    assert chair.get(reverse("desk:imports", args=[leicester.site.slug])).status_code == 404


def test_excel_files_go_the_same_way(leicester: Place, chair: Client) -> None:
    answer = upload(chair, leicester, as_xlsx(*numbered(2)), name="Answers.xlsx")

    assert chosen(answer, "q-fft") == "Score"
    assert files.MOST_BYTES == 50 * 1024 * 1024
