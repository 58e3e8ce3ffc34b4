"""The machine against people: from decisions and what was suggested then, hidden where there are few."""

from surveys.moderation.models import Screening
from surveys.responses.models import Consent, Purpose
from surveys.themes import queries, services
from tests.factories.listening import themed
from tests.factories.world import NOW, Place

KIND = {"KIND": "positive"}


def decided(
    place: Place, number: int, decisions: dict[str, str], *, language: str = "en", **told: str
) -> None:
    """The machine suggests kindness for each, and a person decides."""
    for _ in range(number):
        text = themed(place, good="They were kind", **told)
        Screening.objects.filter(pk=text.pk).update(language=language)
        services.settle(text.pk, redactions=[], decisions=decisions, by=place.moderator, now=NOW)


def test_under_thirty_decisions_nothing_is_told_but_how_many(leicester: Place) -> None:
    decided(leicester, 29, KIND)

    found = queries.accuracy(leicester.mvp.pk)

    assert (found.comments, found.overall, found.groups) == (29, None, {})


def test_from_thirty_on_by_theme_language_stage_and_length(leicester: Place) -> None:
    decided(leicester, 30, KIND)
    decided(leicester, 10, {"PAIN": "negative"})

    found = queries.accuracy(leicester.mvp.pk)

    assert found.overall is not None
    assert (found.overall.both, found.overall.suggested_only, found.overall.decided_only) == (30, 10, 10)
    codes = {line.name: line for line in found.groups["code"]}
    assert codes["Kindness and respect"].decisions == 40
    assert codes["Pain relief"].hits is None
    assert [(line.name, line.decisions) for line in found.groups["language"]] == [("en", 40)]
    assert [(line.name, line.decisions) for line in found.groups["length"]] == [("Up to 20 words", 40)]


def test_a_small_group_is_hidden_and_its_company_with_it(leicester: Place) -> None:
    decided(leicester, 31, KIND)
    decided(leicester, 3, KIND, language="so")

    lines = queries.accuracy(leicester.mvp.pk).groups["language"]

    assert [(line.decisions, line.hits) for line in lines] == [(None, None)] * 2


def test_what_counts_is_what_the_machine_said_then_and_codes_are_read_as_today(leicester: Place) -> None:
    decided(leicester, 30, KIND)
    services.merge_codes(leicester.mvp, code="KIND", into="LISTEN", why="One", by=leicester.chair, now=NOW)

    found = queries.accuracy(leicester.mvp.pk)

    assert [(line.name, line.hits.both if line.hits else 0) for line in found.groups["code"]] == [
        ("Being listened to", 30)
    ]


def test_who_takes_her_agreement_back_is_in_no_figure(leicester: Place) -> None:
    decided(leicester, 30, KIND)
    text = themed(leicester, good="They were kind")
    services.settle(text.pk, redactions=[], decisions=KIND, by=leicester.moderator, now=NOW)
    Consent.objects.filter(response=text.response, purpose=Purpose.THEMES).update(withdrawn_at=NOW)

    assert queries.accuracy(leicester.mvp.pk).comments == 30
