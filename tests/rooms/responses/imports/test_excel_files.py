"""Excel files: what the cells show is what is read, and tricks are refused."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from surveys.core.errors import DomainError
from surveys.responses.imports.sheets import table, workbook
from tests.factories.spreadsheets import as_xlsx

SHEET = "xl/worksheets/sheet1.xml"


def read(file: Any, **options: str) -> list[tuple[int, list[str]]]:
    return [(row.number, list(row.cells.values())) for row in table.read(file, **options).rows]


def with_part(name: str, content: bytes) -> io.BytesIO:
    """A workbook in which one part has been put in place of the real one."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(as_xlsx(("R1", "", "", "Fine"))) as old,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return changed


def sheet_of(rows: str) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def test_dates_numbers_and_truths_are_read_as_people_see_them() -> None:
    half_past_nine = datetime(2022, 2, 1, 9, 30)  # noqa: DTZ001 - a cell has no zone
    row = [date(2022, 2, 1), half_past_nine, 1.0, 2.5, True, None, "  text\xa0"]
    file = as_xlsx(row, header=["a", "b", "c", "d", "e", "f", "g"])

    assert read(file) == [(2, ["2022-02-01", "2022-02-01 09:30:00", "1", "2.5", "TRUE", "", "text"])]


def test_a_formula_is_read_as_the_value_that_was_last_shown() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Score", "Words"])
        sheet.write_formula(1, 0, "=1+1", value=2)
        sheet.write_formula(1, 1, "=1/0", value="#DIV/0!")

    assert read(file) == [(2, ["2", "#DIV/0!"])]


def test_carriage_returns_written_the_excel_way_become_line_breaks() -> None:
    assert read(as_xlsx(["one_x000D_\ntwo"], header=["Words"])) == [(2, ["one\r\ntwo"])]


def test_merged_headers_leave_columns_that_are_called_by_their_letter() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Feedback", None, "Date"])
    sheet.append(["Fine", "more", "01/02/2022"])
    sheet.merge_cells("A1:B1")
    file = io.BytesIO()
    book.save(file)

    assert table.read(file).names == ["Feedback", "Column B", "Date"]


def test_empty_rows_at_the_end_do_not_count_but_those_between_do() -> None:
    rows = [("R1", "", "", "Fine"), (), ("R3", "", "", "Fine"), *[("", "", "", " ")] * 50]

    assert [number for number, _ in read(as_xlsx(*rows))] == [2, 3, 4]


def test_the_first_sheet_that_is_not_hidden_is_read_unless_one_is_named() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        for name in ("Old", "Answers", "Notes"):
            book.add_worksheet(name).write_column(0, 0, ["Words", name])
        book.get_worksheet_by_name("Answers").activate()
        book.get_worksheet_by_name("Old").hide()

    assert table.read(file).sheets == ("Answers", "Notes")
    assert read(file) == [(2, ["Answers"])]
    assert read(file, sheet="Notes") == [(2, ["Notes"])]
    with pytest.raises(DomainError, match="no sheet “Old”"):
        read(file, sheet="Old")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    file = with_part("xl/sharedStrings.xml", b" " * (workbook.LARGEST_IN_MEMORY + 1))

    assert len(file.getvalue()) < 100_000
    with pytest.raises(DomainError, match="too large to unpack"):
        read(file)


def test_a_sheet_that_says_it_is_huge_is_read_as_it_is() -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>Words</t></is></c></row>'
    main = sheet_of(rows).replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')

    assert table.read(with_part(SHEET, main)).names == ["Words"]


def test_a_row_number_beyond_what_excel_has_is_refused() -> None:
    names = '<row r="1"><c r="A1" t="inlineStr"><is><t>Words</t></is></c></row>'
    far = '<row r="900000000000"><c t="inlineStr"><is><t>Far</t></is></c></row>'

    with pytest.raises(DomainError, match="damaged"):
        read(with_part(SHEET, sheet_of(names + far)))


def test_entities_are_refused() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'

    with pytest.raises(DomainError, match="damaged"):
        read(with_part(SHEET, laughs + sheet_of("<row><c><v>&b;</v></c></row>")))


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 not really", as_xlsx(("R1", "", "", "x")).read()[:-200], b"PK\x03\x04"],
)
def test_a_damaged_file_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(DomainError, match="damaged"):
        read(io.BytesIO(content))


def test_another_kind_of_zip_file_is_refused_with_a_sentence() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", "<office/>")

    with pytest.raises(DomainError, match="not an Excel file"):
        read(file)


def test_a_sheet_that_is_cut_off_in_the_middle_is_refused_with_a_sentence() -> None:
    with pytest.raises(DomainError, match="damaged"):
        read(with_part(SHEET, sheet_of("<row><c><v>1</v></c></row>")[:-30]))


def test_a_stray_cell_at_the_far_right_costs_its_own_row_only() -> None:
    told = [(1, "comment", ""), (2, "Fine", '<c r="XFD2"><v>1</v></c>'), (3, "Kind", "")]
    rows = "".join(
        f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{words}</t></is></c>{stray}</row>'
        for number, words, stray in told
    )
    found = list(table.read(with_part(SHEET, sheet_of(rows))).rows)

    assert [row.fault for row in found] == [workbook.TOO_WIDE, ""]
    assert list(found[1].cells.values()) == ["Kind"]
