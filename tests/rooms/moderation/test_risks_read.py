"""Danger that the reading model sees beside the rules: it raises, makes more urgent, and clears nothing."""

from surveys.moderation import risk, services
from surveys.moderation.models import RiskCase, RiskStep, Screening
from surveys.notifications.models import Email
from surveys.responses.models import Consent, Purpose
from surveys.themes import analysis
from surveys.themes.models import ThemeSuggestion
from surveys.themes.text_model import corpus, shipped
from surveys.themes.text_model.interface import Comment
from tests.factories.listening import decided, put_on_call, screened, worked_off
from tests.factories.world import NOW, Place

# Rules see no sign in the first; in the second a wish to complain.
UNSEEN = "Something is not right where I live"
COMPLAINT = "I want to make a formal complaint about the ward"


def seen_by_the_network_alone() -> str:
    """A line of danger in which the rules see nothing."""
    return next(
        line.text
        for line in corpus.danger_lines()
        if (line.language, line.risk) == ("en", "R1")
        and not risk.assess(line.text)
        and shipped.model().read([Comment(line.id, line.text, "birth", "en")])[0].danger == "R1"
    )


def test_what_the_rules_missed_is_locked_and_those_on_call_are_told(leicester: Place) -> None:
    put_on_call(leicester, leicester.moderator)
    text = screened(leicester, better=UNSEEN)
    worked_off()
    before = Email.objects.count()

    services.raise_by_model({text.pk: "R2"}, version="reader-9", now=NOW)
    worked_off()

    case = RiskCase.objects.get(free_text=text)
    assert (case.level, case.raised_by) == ("R2", None)
    assert Email.objects.count() == before + 1
    assert Screening.objects.get(pk=text.pk).method.endswith(" reader-9")


def test_a_less_urgent_case_becomes_more_urgent_and_is_told_again(leicester: Place) -> None:
    text = screened(leicester, better=COMPLAINT)
    case = RiskCase.objects.get(free_text=text)
    assert case.level == "R4"

    services.raise_by_model({text.pk: "R1"}, version="reader-9", now=NOW)

    again = RiskCase.objects.get(free_text=text)
    assert (again.level, again.round, again.alerted_at) == ("R1", case.round + 1, None)
    assert again.due_at < case.due_at
    assert RiskStep.objects.filter(case=case, kind=RiskStep.Kind.LEVEL).count() == 1


def test_it_clears_nothing_and_says_nothing_twice(leicester: Place) -> None:
    text = screened(leicester, better=UNSEEN)
    services.raise_by_model({text.pk: "R1"}, version="reader-9", now=NOW)

    services.raise_by_model({text.pk: "R2"}, version="reader-9", now=NOW)
    services.raise_by_model({}, version="reader-9", now=NOW)
    services.raise_by_model({text.pk: "R1"}, version="reader-9", now=NOW)

    case = RiskCase.objects.get(free_text=text)
    assert (case.level, case.round) == ("R1", 1)
    assert Screening.objects.get(pk=text.pk).method.count("reader-9") == 1


def test_a_decision_stands(leicester: Place) -> None:
    text = screened(leicester, better=COMPLAINT)
    case = decided(RiskCase.objects.get(free_text=text), by=leicester.chair)

    services.raise_by_model({text.pk: "R1"}, version="reader-9", now=NOW)

    assert RiskCase.objects.get(pk=case.pk).decided_at == case.decided_at


def test_danger_is_minded_without_consent_to_themes(leicester: Place) -> None:
    text = screened(leicester, better=seen_by_the_network_alone())
    Consent.objects.filter(purpose=Purpose.THEMES).update(given=False)
    assert not RiskCase.objects.exists()

    analysis.suggest([text.response_id], now=NOW)

    assert RiskCase.objects.get(free_text=text).level == "R1"
    assert not ThemeSuggestion.objects.exists()
