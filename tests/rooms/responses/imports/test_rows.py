"""Each row is accepted, already known, or refused with its number and a reason."""

from collections import Counter
from datetime import date

import pytest

from surveys.core.actors import SYSTEM
from surveys.core.clock import local_date
from surveys.core.errors import DomainError
from surveys.responses import raw_text
from surveys.responses.imports.sorting import CHANGED, Outcome, Refusal
from surveys.responses.models import Channel, Consent, FreeText, Purpose, Response
from tests.factories.spreadsheets import MAPPING, NO_IDENTITY, as_csv, as_xlsx, brought_in, checked, numbered
from tests.factories.world import NOW, Place

GOOD = ("R1", "01/02/2022", "1", "Kind")


def reasons(outcome: Outcome) -> list[str]:
    assert outcome.rows == outcome.accepted + outcome.duplicates + len(outcome.refused)
    return [refusal.reason for refusal in outcome.refused]


def test_a_row_becomes_a_response_with_its_day_code_words_and_consents(leicester: Place) -> None:
    outcome = brought_in(leicester, as_csv(GOOD))

    assert outcome.as_json() == {"rows": 1, "accepted": 1, "duplicates": 0, "refused": []}
    response = Response.objects.get()
    assert (response.fft, response.stage, response.channel) == ("very_good", "general", Channel.IMPORT)
    assert (local_date(response.received_at), response.local_month) == (date(2022, 2, 1), date(2022, 2, 1))
    text = FreeText.objects.get()
    assert text.question_key == "comment"
    assert raw_text.read([text.pk], by=SYSTEM, now=NOW) == {text.pk: "Kind"}
    given = Consent.objects.filter(response=response, given=True)
    assert [consent.purpose for consent in given] == [Purpose.THEMES]


def test_the_same_file_twice_adds_nothing(leicester: Place) -> None:
    rows = [*numbered(3), ("R9", "31/02/2022", "1", "")]
    brought_in(leicester, as_csv(*rows))

    again = brought_in(leicester, as_csv(*rows))

    assert (again.accepted, again.duplicates) == (0, 3)
    assert [refusal.row for refusal in again.refused] == [5]
    assert Response.objects.count() == 3


@pytest.mark.parametrize("mapping", [MAPPING, NO_IDENTITY])
def test_the_same_rows_as_csv_and_as_excel_are_the_same_rows(leicester: Place, mapping: str) -> None:
    brought_in(leicester, as_csv(GOOD), mapping=mapping)

    again = brought_in(leicester, as_xlsx(("R1", date(2022, 2, 1), 1.0, "Kind")), mapping=mapping)

    assert (again.accepted, again.duplicates) == (0, 1)


@pytest.mark.parametrize("mapping", [MAPPING, NO_IDENTITY])
def test_a_check_says_exactly_what_bringing_in_then_does(leicester: Place, mapping: str) -> None:
    rows = [
        *numbered(600),
        GOOD,
        ("R1", "01/02/2022", "2", "Other"),
        ("", "", "", ""),
        ("R2", "01/02/2022", "9", ""),
        *numbered(600),
    ]
    brought_in(leicester, as_csv(*numbered(5)), mapping=mapping)
    before = Response.objects.count()

    predicted = checked(leicester, as_csv(*rows), mapping=mapping)

    assert Response.objects.count() == before
    assert brought_in(leicester, as_csv(*rows), mapping=mapping) == predicted
    assert Response.objects.count() == before + predicted.accepted


def test_a_row_that_comes_twice_in_a_file_is_stored_once(leicester: Place) -> None:
    outcome = brought_in(leicester, as_csv(GOOD, GOOD))

    assert (outcome.accepted, outcome.duplicates) == (1, 1)


def test_without_an_identity_equal_answers_are_of_different_women(leicester: Place) -> None:
    same = [("", "01/02/2022", "1", "")] * 3

    first = brought_in(leicester, as_csv(*same), mapping=NO_IDENTITY)
    longer = brought_in(leicester, as_csv(*same, same[0]), mapping=NO_IDENTITY)

    assert (first.accepted, first.duplicates) == (3, 0)
    assert (longer.accepted, longer.duplicates) == (1, 3)


def test_a_known_row_that_says_something_else_is_refused_and_the_first_kept(leicester: Place) -> None:
    brought_in(leicester, as_csv(GOOD))

    outcome = brought_in(leicester, as_csv(("R1", "01/02/2022", "5", "Unkind")))

    assert outcome.refused == [Refusal(2, CHANGED)]
    assert Response.objects.get().fft == "very_good"


def test_two_partnerships_may_use_the_same_identities(leicester: Place, durham: Place) -> None:
    brought_in(leicester, as_csv(GOOD))

    assert brought_in(durham, as_csv(GOOD)).accepted == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (
            ("R1", "31/02/2022", "1", ""),
            "The date “31/02/2022” does not exist, or is not written in the chosen",
        ),
        (
            ("R1", "02/28/2022", "1", ""),
            "The date “02/28/2022” does not exist, or is not written in the chosen",
        ),
        (("R1", "01/02/22", "1", ""), "The date “01/02/22” does not exist, or is not written in the chosen"),
        (("R1", "15/10/2026", "1", ""), "The date “15/10/2026” is in the future."),
        (("R1", "01/02/1901", "1", ""), "The date “01/02/1901” is before 1990."),
        (("R1", "", "1", ""), "The row has no “Date”."),
        (("R1", "01/02/2022", "8", ""), "“8” in “Score” is not one of its codes."),
        (("R1", "01/02/2022", "7", "Did not  answer"), "The row has no answers."),
        (("R1", "01/02/2022", "", "\xa0"), "The row has no answers."),
        (("", "01/02/2022", "1", "Kind"), "The row has no “ID”, so it cannot be told from others."),
        (("R1", "01/02/2022", "1", "#NAME?"), "“Words” holds a spreadsheet error (#NAME?), not an answer."),
        (
            ("R1", "01/02/2022", "1", "x" * 5001),
            "“Words” has 5,001 letters. At most 5,000 can be kept: shorten it.",
        ),
        (("R1", "01/02/2022", "1", "Kind", "more"), "The row has more cells than there are columns."),
    ],
)
def test_a_row_that_cannot_be_stored_is_refused_with_a_reason(
    leicester: Place, row: tuple[str, ...], reason: str
) -> None:
    outcome = brought_in(leicester, as_csv(row))

    assert (outcome.rows, outcome.accepted) == (1, 0)
    assert reasons(outcome)[0].startswith(reason)


@pytest.mark.parametrize(
    "row",
    [
        ("R1", "Sarah on ward 5", "1", ""),
        ("R1", "07700 900123", "1", ""),
        ("R1", "1/2/2022 Sarah", "1", ""),
        ("R1", "01/02/2022", "Sarah", ""),
        ("R1", "01/02/2022", "0770090012", ""),
    ],
)
def test_a_reason_quotes_dates_and_codes_but_never_peoples_words(
    leicester: Place, row: tuple[str, ...]
) -> None:
    [reason] = reasons(brought_in(leicester, as_csv(row)))

    assert "Sarah" not in reason
    assert "0770" not in reason


@pytest.mark.parametrize(
    "words",
    [
        "1/2/2022",
        "01/02/2022 09:30",
        "01/02/2022 9:30:15 PM",
        "2022-02-01",
        "2022-02-01T23:59:59Z",
        " 01/02/2022 ",
    ],
)
def test_a_day_is_read_with_or_without_its_time_and_as_iso(leicester: Place, words: str) -> None:
    brought_in(leicester, as_csv(("R1", words, "1", "")))

    assert local_date(Response.objects.get().received_at) == date(2022, 2, 1)


def test_today_in_london_is_not_the_future(leicester: Place) -> None:
    assert brought_in(leicester, as_csv(("R1", "14/10/2026", "1", ""))).accepted == 1


def test_words_of_5000_letters_are_kept_whole(leicester: Place) -> None:
    brought_in(leicester, as_csv(("R1", "01/02/2022", "1", "x" * 4999 + "y")))

    assert raw_text.read([FreeText.objects.get().pk], by=SYSTEM, now=NOW).popitem()[1] == "x" * 4999 + "y"


def test_units_are_read_from_a_column_or_given_for_all(leicester: Place, durham: Place) -> None:
    by_column = (
        MAPPING + f'\n[unit]\ncolumn = "ID"\ncodes = {{ "R1" = "{leicester.site.slug}" }}\nblank = ["R2"]'
    )
    outcome = brought_in(leicester, as_csv(*numbered(3)), mapping=by_column)
    for_all = MAPPING.replace('["ID"]', "[]") + f'\n[unit]\nslug = "{leicester.service.slug}"'
    brought_in(leicester, as_csv(("", "02/02/2022", "1", "")), mapping=for_all)
    stranger = for_all.replace(leicester.service.slug, durham.site.slug)

    assert outcome.accepted == 2
    assert reasons(outcome) == ["What stands in “ID” is not one of this partnership's units."]
    units = Response.objects.values_list("unit", flat=True)
    assert Counter(units) == Counter([leicester.site.pk, None, leicester.service.pk])
    assert brought_in(leicester, as_csv(GOOD), mapping=stranger).accepted == 0


def test_one_stage_may_hold_for_every_row_but_is_no_answer(leicester: Place) -> None:
    mapping = MAPPING + '\n[answers.stage]\nalways = "birth"'

    outcome = brought_in(leicester, as_csv(GOOD, ("R2", "01/02/2022", "", "")), mapping=mapping)

    assert Response.objects.get().stage == "birth"
    assert reasons(outcome) == ["The row has no answers."]


def test_consents_come_from_the_words_of_a_column(leicester: Place) -> None:
    mapping = MAPPING.replace("themes = true", 'quote = { column = "Words", yes = ["Yes"] }')
    rows = [
        ("R1", "01/02/2022", "1", " YES "),
        ("R2", "02/02/2022", "1", "No"),
        ("R3", "03/02/2022", "1", ""),
    ]

    brought_in(leicester, as_csv(*rows), mapping=mapping)

    quotes = Consent.objects.filter(purpose=Purpose.QUOTE).order_by("response__received_at")
    assert [consent.given for consent in quotes] == [True, False, False]
    assert not Consent.objects.filter(purpose=Purpose.THEMES, given=True).exists()


def test_a_file_without_a_column_that_the_mapping_names_is_refused_whole(leicester: Place) -> None:
    mapping = MAPPING.replace('column = "Words"', 'column = "Comment"')

    with pytest.raises(DomainError, match="no column “Comment”"):
        checked(leicester, as_csv(GOOD), mapping=mapping)
