"""Numbers and days are said as each language says them."""

from datetime import date

import pytest
from django.utils import translation

from mvp_feedback.jinja import long_date, month_year
from tools import words

# As CLDR counts them: how many ways a language has to say a thing with its number.
FORMS = {
    "pl": 3,
    "ro": 3,
    "ur": 2,
    "pa": 2,
    "gu": 2,
    "bn": 2,
    "ar": 6,
    "pt": 2,
    "uk": 3,
    "so": 2,
    "en-easy": 2,
}
THURSDAY = date(2026, 11, 26)
ONE, MANY = "%(num)s person told us about their care.", "%(num)s people told us about their care."


@pytest.mark.parametrize("code", FORMS)
def test_a_catalogue_has_as_many_forms_as_its_language(code: str) -> None:
    (catalogue,) = [words.read(path) for language, path in words.catalogues() if language.code == code]
    plural = [message for message in catalogue if message.pluralizable and message.id]

    assert len(plural) >= 5
    assert catalogue.num_plurals == FORMS[code]
    assert {len(list(message.string or ())) for message in plural} == {FORMS[code]}


def test_every_language_is_counted() -> None:
    assert {language.code for language, _path in words.catalogues()} == set(FORMS)


@pytest.mark.parametrize(
    ("code", "number", "said"),
    [
        ("pl", 0, "0 osób opowiedziało nam o swojej opiece."),
        ("pl", 1, "1 osoba opowiedziała nam o swojej opiece."),
        ("pl", 2, "2 osoby opowiedziały nam o swojej opiece."),
        ("pl", 5, "5 osób opowiedziało nam o swojej opiece."),
        ("pl", 22, "22 osoby opowiedziały nam o swojej opiece."),
        ("ar", 0, "لم يخبرنا أحد عن رعايته."),
        ("ar", 1, "أخبرنا شخص واحد عن رعايته."),
        ("ar", 2, "أخبرنا شخصان عن رعايتهما."),
        ("ar", 5, "أخبرنا 5 أشخاص عن رعايتهم."),
        ("ar", 22, "أخبرنا 22 شخصًا عن رعايتهم."),
    ],
)
def test_a_number_of_people_is_said_as_the_language_says_it(code: str, number: int, said: str) -> None:
    with translation.override(code):
        assert translation.ngettext(ONE, MANY, number) % {"num": number} == said


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [
        ("en-gb", "Thursday 26 November 2026", "November 2026"),
        ("pl", "czwartek, 26 listopada 2026", "listopad 2026"),
        ("ro", "joi, 26 noiembrie 2026", "noiembrie 2026"),
        ("ur", "جمعرات، 26 نومبر، 2026", "نومبر 2026"),
        ("pa", "ਵੀਰਵਾਰ, 26 ਨਵੰਬਰ 2026", "ਨਵੰਬਰ 2026"),
        ("gu", "ગુરુવાર, 26 નવેમ્બર, 2026", "નવેમ્બર 2026"),
        ("bn", "বৃহস্পতিবার, 26 নভেম্বর, 2026", "নভেম্বর 2026"),
        ("ar", "الخميس، 26 نوفمبر 2026", "نوفمبر 2026"),
        ("pt", "quinta-feira, 26 de novembro de 2026", "novembro de 2026"),
        # With narrow no-break spaces before the year's dot.
        ("uk", "четвер, 26 листопада 2026\u202fр.", "листопад 2026\u202fр."),
        ("so", "Khamiis, Noofeembar 26, 2026", "Noofeembar 2026"),
        ("en-easy", "Thursday 26 November 2026", "November 2026"),
    ],
)
def test_a_day_and_a_month_are_written_as_the_language_writes_them(code: str, day: str, month: str) -> None:
    with translation.override(code):
        assert long_date(THURSDAY) == day
        assert month_year(THURSDAY) == month
