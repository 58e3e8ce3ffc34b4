"""A detail of which somebody else found a part is hidden as far as it reaches."""

import pytest

from surveys.moderation.redaction import Kind, Redaction, whole


def _whole(text: str, part: str, kind: Kind) -> str:
    start = text.index(part)
    [found] = whole(text, [Redaction(start, start + len(part), kind)])
    assert found.kind == kind
    return text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "part", "date"),
    [
        (
            "He came on the sixth of December 2022 at home",
            "sixth of December 2022",
            "the sixth of December 2022",
        ),
        ("In March of 2022 I had my first", "of 2022", "March of 2022"),
        ("my third (Jan 2024) somewhere else", "2024", "Jan 2024"),
        ("twin two, 1 Oct 2023 after midnight", "Oct 2023", "1 Oct 2023"),
        ("our boy, 4 de maio de 2021", "4", "4 de maio de 2021"),
        ("Iolanthe, b. 19 iv 24, has her chin", "19 iv", "19 iv 24"),
        ("in room 5 on May 2 2024", "May 2 2024", "May 2 2024"),
    ],
)
def test_a_date_with_its_day_month_and_year(text: str, part: str, date: str) -> None:
    assert _whole(text, part, "date_of_birth") == date


@pytest.mark.parametrize(
    ("text", "part", "address"),
    [
        ("We live on the Hollinwell estate and no taxi comes", "Hollinwell", "Hollinwell estate"),
        ("no bus past Coldharbour Farm Cottages after six", "Farm Cottages", "Coldharbour Farm Cottages"),
        ("Staff at Tarn Lane were kind", "Tarn Lane", "Tarn Lane"),
        ("They sent it to 4 Tarn Lane", "4 Tarn Lane", "4 Tarn Lane"),
    ],
)
def test_a_place_with_its_whole_name(text: str, part: str, address: str) -> None:
    assert _whole(text, part, "address") == address


def test_other_kinds_stay_as_they_were_found() -> None:
    found = [Redaction(0, 3, "name"), Redaction(8, 13, "postcode")]
    assert whole("Ann and LE1 5WW", found) == found
