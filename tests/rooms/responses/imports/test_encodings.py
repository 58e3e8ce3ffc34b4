"""The words in a file mean the same, however the file is encoded."""

import io

import pytest

from surveys.responses.imports.sheets import table
from surveys.responses.imports.sheets.encodings import encoding_of

ENGLISH = "The midwife’s care was “great” – parking cost £5, the café was naïve"
POLISH = "Położna była bardzo miła, dziękuję. Źle się czułam"
CZECH = "Porodní asistentka byla skvělá, děkuji. Příliš málo místa"
FRENCH = "Très bien, la sage-femme était gentille et à l’écoute, ça va"
ROMANIAN = "Moaşa a fost foarte bună şi ne-a ajutat"


def read_words(content: bytes) -> list[str]:
    return [row.cells["Words"] for row in table.read(io.BytesIO(content)).rows]


def file_with(words: str, *, lines: int = 1) -> str:
    return "Date,Words\n" + f'01/02/2022,"{words}"\n' * lines


@pytest.mark.parametrize("lines", [1, 40])
@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "mac_roman"),
        ("Parking cost £5", "cp1252"),
        ("Parking cost £5", "iso8859-1"),
        ("Couldn’t fault it", "mac_roman"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (POLISH, "cp1250"),
        (CZECH, "cp1250"),
        (ROMANIAN, "cp1250"),
        ("دایه خیلی خوب بود", "utf-16"),
    ],
)
def test_words_come_out_as_they_went_in(words: str, encoding: str, lines: int) -> None:
    assert read_words(file_with(words, lines=lines).encode(encoding)) == [words] * lines


def test_letters_that_come_late_in_a_long_file_still_decide() -> None:
    plain = "01/02/2022,Fine\n" * 20_000
    content = ("Date,Words\n" + plain + "01/02/2022,Couldn’t fault it\n").encode("cp1252")

    assert read_words(content)[-1] == "Couldn’t fault it"


def test_one_broken_letter_in_utf_8_costs_its_own_row_only() -> None:
    content = file_with(ENGLISH, lines=3).encode() + b"02/02/2022,caf\xe9\n" + b"03/02/2022,caf\xc3\xa9\n"

    rows = list(table.read(io.BytesIO(content)).rows)

    assert [row.fault for row in rows] == ["", "", "", table.UNREADABLE_LETTERS, ""]
    assert rows[-1].cells["Words"] == "café"


def test_plain_english_is_utf_8() -> None:
    assert encoding_of(io.BytesIO(b"Date,Words\n01/02/2022,Fine\n")) == "utf-8"


def test_other_alphabets_are_guessed_too() -> None:
    words = "Спасибо акушерке, всё было очень хорошо и спокойно"

    assert read_words(file_with(words, lines=20).encode("cp1251")) == [words] * 20
