"""What a report says, and what it never says."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from surveys.figures.suppression import SuppressionRule
from surveys.reports.datasets import Dataset, canonical, compile_dataset, digest
from surveys.reports.periods import ReportPeriod
from surveys.reports.rollups import recount
from surveys.responses import services as responses
from tests.factories.consultations import DAY, opened
from tests.factories.feedback import prepared
from tests.factories.voices import voices
from tests.factories.world import NOW, Place

QUARTER = ReportPeriod(date(2026, 7, 1), date(2026, 10, 1))
JULY = datetime(2026, 7, 15, 12, tzinfo=UTC)
AUGUST = datetime(2026, 8, 15, 12, tzinfo=UTC)
SPRING = datetime(2026, 5, 15, 12, tzinfo=UTC)


def compiled(place: Place, period: ReportPeriod = QUARTER) -> Dataset:
    return compile_dataset(place.mvp, period, now=NOW)


def theme(dataset: Dataset, code: str) -> Any:
    return next(each for each in dataset.themes.listed if each.code == code)


def test_percents_are_those_of_the_national_example(leicester: Place) -> None:
    for fft, number in zip(
        ("very_good", "good", "neither", "poor", "very_poor", "dont_know"),
        (171, 43, 10, 9, 9, 2),
        strict=True,
    ):
        voices(leicester, number, at=JULY, fft=fft)

    told = compiled(leicester).fft

    assert (told.positive.percent, told.negative.percent, told.answers) == (87.7, 7.4, 244)
    counts = {figure.key: figure.count for figure in told.breakdown.figures}
    assert counts["dont_know"] is None
    assert counts["neither"] is None, "with the total shown, two must be hidden"


def test_three_women_with_one_theme_appear_nowhere(leicester: Place) -> None:
    voices(leicester, 3, at=JULY, themes={"PAIN": "negative"})
    voices(leicester, 40, at=JULY, themes={"KIND": "positive"})

    dataset = compiled(leicester)

    assert theme(dataset, "PAIN").count is None
    assert theme(dataset, "KIND").count is None, "forty of forty-three would give the three away"
    assert theme(dataset, "LISTEN").count == 0
    assert 3 not in dataset.counts.values()


@pytest.mark.parametrize("seed", range(4))
def test_no_small_count_leaves(leicester: Place, seed: int) -> None:
    fate = random.Random(seed)
    for _ in range(12):
        voices(
            leicester,
            fate.choice([1, 2, 3, 4, 9, 20]),
            at=fate.choice([JULY, AUGUST, SPRING]),
            fft=fate.choice(["very_good", "good", "poor", "dont_know"]),
            stage=fate.choice(["birth", "antenatal", "neonatal"]),
            age=fate.choice(["20_24", "40_over", "prefer_not"]),
            ethnicity=fate.choice(["indian", "british", None]),
            themes={fate.choice(["KIND", "PAIN"]): fate.choice(["positive", "negative"])},
        )

    for count in _counts(compiled(leicester).as_json()):
        assert not SuppressionRule().is_small(count)


def _counts(value: Any) -> list[int]:
    """Every number of people in the JSON, however deep."""
    if isinstance(value, list):
        return [count for inner in value for count in _counts(inner)]
    if not isinstance(value, dict):
        return []
    own = [
        value[key]
        for key in ("count", "responses", "answers", "comments", "people", "opened")
        if key in value
    ]
    own += value.get("counts", {}).values()
    deeper = [count for inner in value.values() for count in _counts(inner)]
    return [count for count in own if isinstance(count, int)] + deeper


def test_a_stranger_sees_nothing_of_another_lms(leicester: Place, durham: Place) -> None:
    voices(leicester, 40, at=JULY)

    assert compile_dataset(durham.lms, QUARTER, now=NOW).heard.responses == 0
    assert compile_dataset(leicester.lms, QUARTER, now=NOW).heard.responses == 40


def test_a_unit_and_its_trust_report_what_was_said_of_them(leicester: Place) -> None:
    voices(leicester, 40, at=JULY)

    assert compile_dataset(leicester.site, QUARTER, now=NOW).heard.responses == 40
    assert compile_dataset(leicester.trust, QUARTER, now=NOW).heard.responses == 40
    assert compile_dataset(leicester.service, QUARTER, now=NOW).heard.responses == 0


def test_days_outside_whole_months_count_too(leicester: Place) -> None:
    last_minute = datetime(2026, 7, 19, 22, 59, tzinfo=UTC)
    voices(leicester, 10, at=last_minute)
    voices(leicester, 20, at=last_minute.replace(hour=23))

    days = ReportPeriod(date(2026, 6, 20), date(2026, 7, 20))

    assert compiled(leicester, days).heard.responses == 10
    assert compiled(leicester, ReportPeriod(days.start, date(2026, 7, 21))).heard.responses == 30
    assert compiled(leicester, ReportPeriod(date(2026, 7, 20), date(2026, 7, 21))).heard.responses == 20


def test_a_change_is_only_claimed_when_it_is_clear(leicester: Place) -> None:
    voices(leicester, 20, at=SPRING, themes={"PAIN": "negative"})
    voices(leicester, 80, at=SPRING, themes={"KIND": "positive"})
    voices(leicester, 60, at=JULY, themes={"PAIN": "negative"})
    voices(leicester, 60, at=JULY, themes={"KIND": "positive"})

    dataset = compiled(leicester)

    assert theme(dataset, "PAIN").change.direction == "more"
    assert theme(dataset, "PAIN").trend == "worsening"
    assert theme(dataset, "KIND").change.direction == "fewer"
    assert dataset.themes.top == 2


def test_a_chart_needs_answers_in_every_month(leicester: Place) -> None:
    for month in range(1, 10):
        moment = datetime(2026, month, 15, 12, tzinfo=UTC)
        voices(leicester, 20, at=moment, fft="good")
        voices(leicester, 10, at=moment, fft="poor")
    dataset = compiled(leicester)

    assert [point.label for point in dataset.fft.chart.points][::8] == ["January 2026", "September 2026"]
    assert dataset.fft.chart.meaning == "common"
    assert dataset.fft.chart.limits[0].mean == 66.7
    voices(leicester, 1, at=datetime(2025, 12, 15, 12, tzinfo=UTC))
    assert [point.label for point in compiled(leicester).fft.chart.points] == [
        "January to March 2026",
        "April to June 2026",
        "July to September 2026",
    ]


def test_the_digest_is_that_of_the_canonical_json(leicester: Place) -> None:
    voices(leicester, 40, at=JULY)
    plain = compiled(leicester).as_json()

    assert digest(plain) == digest(dict(reversed(plain.items())))
    assert canonical(plain).decode().startswith('{"actions":[]')


def test_a_chart_that_ends_earlier_says_nothing_of_this_period(leicester: Place) -> None:
    for month in (1, 2, 4, 5, 7, 8):
        moment = datetime(2026, month, 15, 12, tzinfo=UTC)
        voices(leicester, 20, at=moment, fft="good")
        voices(leicester, 10, at=moment, fft="poor")
    october = compiled(leicester, ReportPeriod(date(2026, 10, 1), date(2026, 11, 1)))

    assert october.fft.chart.points
    assert october.fft.chart.meaning == ""
    assert october.fft.chart.words == "The chart ends with July to September 2026"
    assert october.facts[1].figure == "–"
    assert october.facts[1].meaning == ""


def test_zeros_beside_a_hidden_total_do_not_say_what_three_women_answered(leicester: Place) -> None:
    voices(leicester, 3, at=JULY, fft="very_poor", stage="birth", age="40_over", themes={"PAIN": "negative"})

    dataset = compiled(leicester)

    assert dataset.heard.responses is None
    assert [each.figures for each in dataset.heard.breakdowns] == [()] * 8
    assert {figure.count for figure in dataset.fft.breakdown.figures} == {None}
    assert {each.count for each in dataset.themes.listed} == {None}
    assert {figure.count for each in dataset.themes.listed for figure in each.sentiments} == {None}
    assert dataset.counts.keys().isdisjoint({"fft/good", "theme:KIND/mentioned"})
    assert all(fact.figure == "Hidden" for fact in dataset.facts)


def test_a_chart_of_whole_months_says_nothing_of_a_period_that_ends_within_one(leicester: Place) -> None:
    for month in range(1, 10):
        moment = datetime(2026, month, 5, 12, tzinfo=UTC)
        voices(leicester, 20, at=moment, fft="good")
        voices(leicester, 10, at=moment, fft="poor")
    odd = compiled(leicester, ReportPeriod(date(2026, 8, 20), date(2026, 9, 21)))

    assert odd.fft.chart.meaning == ""
    assert odd.fft.chart.words == "The chart ends with August 2026"
    assert odd.facts[1].words == "No clear change: 67% in the period before"


def test_the_headline_says_of_a_theme_no_more_than_its_counts(leicester: Place) -> None:
    voices(leicester, 30, at=JULY, themes={"KIND": "positive"})
    voices(leicester, 12, at=JULY, themes={"PAIN": "negative"})
    voices(leicester, 6, at=JULY, themes={"PAIN": "positive", "TRIAGE": "negative"})

    assert compiled(leicester).headline.endswith(
        "They spoke often of kindness and respect. More were critical than pleased about pain relief."
    )


def test_one_day_is_named_once() -> None:
    assert ReportPeriod(date(2026, 7, 14), date(2026, 7, 15)).name == "14 July 2026"


def test_what_people_prefer_is_not_told_while_a_consultation_is_open(leicester: Place) -> None:
    asked = opened(leicester, at=JULY, closes_at=NOW - DAY)
    given = [
        replace(prepared(leicester, at=JULY), consultation_id=asked.pk, codes={"preferred": "option-1"})
        for _ in range(12)
    ]
    stored = responses.receive_many(given, now=JULY)
    recount(stored.values(), now=JULY)

    (still_open,) = compile_dataset(leicester.mvp, QUARTER, now=NOW - 2 * DAY).consultations
    (closed,) = compile_dataset(leicester.mvp, QUARTER, now=NOW).consultations

    assert (still_open.people, still_open.options) == (12, ())
    assert (closed.people, closed.options[0].count) == (12, 12)


def test_risks_are_not_told_where_nobody_may_know_how_many_answered(leicester: Place) -> None:
    voices(leicester, 3, at=JULY)

    assert compiled(leicester).risks.levels == ()


def test_one_of_many_themes_needs_more_than_a_likely_chance_to_be_called_worse(leicester: Place) -> None:
    voices(leicester, 10, at=SPRING, themes={"PAIN": "negative"})
    voices(leicester, 90, at=SPRING, themes={"KIND": "positive"})
    voices(leicester, 22, at=JULY, themes={"PAIN": "negative"})
    voices(leicester, 78, at=JULY, themes={"KIND": "positive"})

    pain = theme(compiled(leicester), "PAIN")

    assert (pain.change.direction, pain.trend) == ("more", "")


def test_a_percent_on_the_first_page_is_rounded_as_a_reader_would(leicester: Place) -> None:
    voices(leicester, 129, at=JULY, fft="good")
    voices(leicester, 71, at=JULY, fft="poor")

    dataset = compiled(leicester)

    assert dataset.fft.positive.percent == 64.5
    assert dataset.facts[1].figure == "65%"


def test_no_chart_helps_to_guess_a_hidden_number_of_answers(leicester: Place) -> None:
    for month, number in ((1, 30), (4, 30), (7, 3)):
        moment = datetime(2026, month, 15, 12, tzinfo=UTC)
        voices(leicester, number, at=moment, fft="good")
        voices(leicester, 10 if month < 7 else 0, at=moment, fft="poor")

    told = compiled(leicester, ReportPeriod(date(2026, 7, 1), date(2026, 8, 1)))
    before = compiled(leicester, ReportPeriod(date(2026, 4, 1), date(2026, 7, 1)))

    assert len(before.fft.chart.points) == 2
    assert told.fft.chart.points == ()
    assert told.headline == "The figures of this period stay hidden: they would give a small group away."
