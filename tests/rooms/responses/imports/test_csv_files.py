"""CSV files come in every shape; none of their rows is lost without a word."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.core.errors import DomainError
from surveys.responses.imports.sheets import table
from surveys.responses.imports.sheets.delimited import UNMATCHED
from surveys.responses.imports.sheets.rows import SheetRow


def read(text: str) -> list[SheetRow]:
    return list(table.read(io.BytesIO(text.encode())).rows)


def outcome(text: str) -> list[tuple[int, str]]:
    """Each row's number with its words, or its fault."""
    return [(row.number, row.fault or row.cells["Words"]) for row in read(text)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_any_line_end(delimiter: str, end: str) -> None:
    lines = [("Date", "Words"), ("01/02/2022", '"a, b; c | d"'), ("02/02/2022", "Fine")]
    text = end.join(delimiter.join(line) for line in lines)

    assert outcome(text) == [(2, "a, b; c | d"), (3, "Fine")]


def test_a_delimiter_inside_a_quoted_name_is_no_delimiter() -> None:
    rows = read('"Words, all, of, them";Date\nFine;01/02/2022\n')

    assert rows[0].cells == {"Words, all, of, them": "Fine", "Date": "01/02/2022"}


def test_the_line_that_tells_a_program_the_delimiter_is_no_row() -> None:
    assert outcome("sep=|\nDate|Words\n01/02/2022|a,b,c\n") == [(2, "a,b,c")]


def test_rows_are_numbered_as_a_spreadsheet_program_numbers_them() -> None:
    text = 'Date,Words\n1,"one\ntwo\nthree"\n2,Fine\n\n3,Also fine\n\n\n'

    assert [(row.number, row.cells.get("Words")) for row in read(text)] == [
        (2, "one\ntwo\nthree"),
        (3, "Fine"),
        (4, None),
        (5, "Also fine"),
    ]


def test_a_quotation_mark_that_is_never_closed_costs_its_own_row_only() -> None:
    text = 'Date,Words\n1,First\n2,"never closed\n3,Third\n4,Fourth\n'

    assert outcome(text) == [(2, "First"), (3, UNMATCHED), (4, "Third"), (5, "Fourth")]


def test_two_stray_quotation_marks_do_not_swallow_the_rows_between() -> None:
    text = 'Date,Words\n1,"oh\n2,Second\n3,"no" really\n4,Fourth\n'

    assert outcome(text) == [(2, UNMATCHED), (3, "Second"), (4, UNMATCHED), (5, "Fourth")]


def test_a_stray_quotation_mark_early_in_a_large_file_does_not_swallow_it() -> None:
    plain = "".join(f"{n},Words of row {n}\n" for n in range(3, 80_000))

    rows = read(f'Date,Words\n1,"never closed\n{plain}')

    assert len(rows) == 79_998
    assert [row.number for row in rows if row.fault] == [2]


def test_a_file_full_of_stray_quotation_marks_is_refused_as_a_whole() -> None:
    with pytest.raises(DomainError, match="More than 1,000 rows"):
        read("Date,Words\n" + '1,"a" b\n' * 1001)


def test_a_quotation_mark_inside_a_plain_cell_is_kept() -> None:
    assert outcome('Date,Words\n1,a 5" cut\n') == [(2, 'a 5" cut')]


def test_a_cell_of_far_too_many_lines_is_refused() -> None:
    swallowed = "\n".join(f"{n},Words" for n in range(101))

    assert outcome(f'Date,Words\n1,"{swallowed}\n"\n2,Fine\n') == [(2, table.TOO_MANY_LINES), (3, "Fine")]


def test_a_row_with_more_cells_than_columns_is_refused() -> None:
    assert outcome("Date,Words\n1,Good, but slow\n2,Fine,,\n") == [(2, table.TOO_MANY_CELLS), (3, "Fine")]


def test_a_row_with_fewer_cells_has_the_rest_empty() -> None:
    assert read("Date,Words,More\n1,Fine\n")[0].cells == {"Date": "1", "Words": "Fine", "More": ""}


def test_non_breaking_spaces_and_nul_bytes_do_not_matter() -> None:
    rows = read("\ufeffDate\xa0,Wor\x00ds\n\xa01\xa0,Fi\x00ne\xa0\n")

    assert rows[0].cells == {"Date": "1", "Words": "Fine"}


def test_columns_without_a_name_are_called_by_their_letter() -> None:
    assert table.read(io.BytesIO(b"Date,,Words,,\n")).names == ["Date", "Column B", "Words"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"\n\n", "The file is empty"),
        (b"\xef\xbb\xbf", "The file is empty"),
        (b"Date,Words,Date\n", "Two columns are called “Date”"),
        (b'Date,"Words\n1,2\n', "The first row should name the columns"),
        (b"<html><table><tr><td>Date</td></tr></table></html>", "a web page"),
        (b"\xef\xbb\xbf \r\n<!DOCTYPE html>", "a web page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old workbook", "an old Excel file"),
        (b"%PDF-1.7", "not a spreadsheet"),
        ("Date,Words\n1,2".encode("utf-16") + b"\x00", "cannot be read"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(DomainError, match=sentence):
        list(table.read(io.BytesIO(content)).rows)


def test_a_file_with_names_only_has_no_rows() -> None:
    assert read("Date,Words\n") == []


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)


@given(st.lists(st.tuples(cells, cells, cells), max_size=20), st.sampled_from([",", ";", "\t", "|"]))
def test_whatever_a_spreadsheet_program_writes_is_read_back(
    rows: list[tuple[str, str, str]], delimiter: str
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([("One", "Two", "Three"), *rows])

    found = table.read(io.BytesIO(text.getvalue().encode())).rows

    expected = [tuple(cell.strip() for cell in row) for row in rows]
    while expected and not any(expected[-1]):
        expected.pop()
    assert [tuple(row.cells.values()) for row in found] == [row if any(row) else () for row in expected]
