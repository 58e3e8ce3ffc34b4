"""What the reading network says of danger beside the rules: it raises, makes more urgent, and doubts."""

from datetime import datetime, timedelta
from typing import Never

import pytest

from surveys.core.errors import Conflict
from surveys.moderation import choosing, misuse, queries, risk, services
from surveys.moderation.models import RiskCase, RiskStep, Screening
from surveys.moderation.services import Look
from surveys.notifications import handlers
from surveys.notifications.models import Email
from surveys.outbox import services as outbox
from surveys.outbox.models import Message
from surveys.responses.models import Consent, FreeText, Purpose, Response
from surveys.themes import analysis
from surveys.themes.models import ThemeSuggestion
from surveys.themes.text_model import corpus, shipped
from surveys.themes.text_model.interface import Comment
from tests.factories.listening import decided, put_on_call, screened, worked_off
from tests.factories.world import NOW, Place

# Rules see no sign in the first; in the second a wish to complain.
UNSEEN = "Something is not right where I live"
# Rules take it for honour violence.
HARMLESS = "My waters broke in Aldi between a wetsuit and a chainsaw. Clean up, aisle of shame"
DANGER = "He hits me"
COMPLAINT = "I want to make a formal complaint about the ward"


def look(text: FreeText, seen: Look) -> None:
    services.second_look({text.pk: seen}, version="reader-9", now=NOW)


def tell_what_is_due(at: datetime) -> None:
    tell = handlers.handlers(now=at)[services.RISK_OPENED]
    outbox.work_off(services.RISK_OPENED, tell, now=lambda: at, on_failure=failed)


def failed(topic: str, error: Exception) -> Never:
    raise AssertionError(topic) from error


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

    look(text, Look("R2"))
    worked_off()

    case = RiskCase.objects.get(free_text=text)
    assert (case.level, case.raised_by) == ("R2", None)
    assert Email.objects.count() == before + 1
    assert Screening.objects.get(pk=text.pk).method.endswith(" reader-9")


def test_a_less_urgent_case_becomes_more_urgent_and_is_told_again(leicester: Place) -> None:
    text = screened(leicester, better=COMPLAINT)
    case = RiskCase.objects.get(free_text=text)
    assert case.level == "R4"

    look(text, Look("R1"))

    again = RiskCase.objects.get(free_text=text)
    assert (again.level, again.round, again.alerted_at) == ("R1", case.round + 1, None)
    assert again.due_at < case.due_at
    assert RiskStep.objects.filter(case=case, kind=RiskStep.Kind.LEVEL).count() == 1


def test_it_says_nothing_twice(leicester: Place) -> None:
    text = screened(leicester, better=UNSEEN)
    look(text, Look("R1"))

    look(text, Look("R2"))
    look(text, Look())
    look(text, Look("R1"))

    case = RiskCase.objects.get(free_text=text)
    assert (case.level, case.round) == ("R1", 1)
    assert Screening.objects.get(pk=text.pk).method.count("reader-9") == 1


def test_a_decision_stands(leicester: Place) -> None:
    text = screened(leicester, better=COMPLAINT)
    case = decided(RiskCase.objects.get(free_text=text), by=leicester.chair)

    look(text, Look("R1"))

    assert RiskCase.objects.get(pk=case.pk).decided_at == case.decided_at


def test_danger_is_minded_without_consent_to_themes(leicester: Place) -> None:
    text = screened(leicester, better=seen_by_the_network_alone())
    Consent.objects.filter(purpose=Purpose.THEMES).update(given=False)
    assert not RiskCase.objects.exists()

    analysis.suggest([text.response_id], now=NOW)

    assert RiskCase.objects.get(free_text=text).level == "R1"
    assert not ThemeSuggestion.objects.exists()


def test_words_of_danger_that_it_takes_for_harmless_have_no_clock_and_are_read_next(leicester: Place) -> None:
    put_on_call(leicester, leicester.moderator)
    before = screened(leicester, better="The ward was loud")
    text = screened(leicester, better=HARMLESS)
    assert RiskCase.objects.get(free_text=text).level == "R2"

    look(text, Look(looks_harmless=True))
    worked_off()

    assert not RiskCase.objects.exists()
    assert not Email.objects.filter(purpose="risk").exists()
    assert not Message.objects.exists()
    screening = Screening.objects.get(pk=text.pk)
    assert (screening.risk, screening.look_first) == ("", True)
    assert list(queries.waiting([leicester.mvp.pk])) == [text, before]


def test_nobody_decides_about_it_unread(leicester: Place) -> None:
    text = screened(leicester, better=HARMLESS)
    Response.objects.filter(pk=text.response_id).update(doubts="burst")

    look(text, Look(looks_harmless=True))

    screening = Screening.objects.get(pk=text.pk)
    assert not choosing.may_be_accepted(text, screening)
    (row,) = misuse.to_judge([text.response_id], by=leicester.chair, now=NOW)
    assert not row.may_be_set_aside
    with pytest.raises(Conflict):
        services.set_responses_aside([text.response_id], reason="spam", by=leicester.chair, now=NOW)


def test_whoever_has_it_open_by_itself_may_say_that_it_is_no_feedback(leicester: Place) -> None:
    text = screened(leicester, better=HARMLESS)
    look(text, Look(looks_harmless=True))

    services.set_responses_aside(
        [text.response_id], reason="spam", by=leicester.chair, now=NOW, opened=text.pk
    )

    assert not queries.waiting([leicester.mvp.pk]).exists()


def test_a_complaint_in_the_same_words_stays(leicester: Place) -> None:
    text = screened(leicester, better=f"{HARMLESS}. {COMPLAINT}")
    assert RiskCase.objects.get(free_text=text).level == "R2"

    look(text, Look(looks_harmless=True))

    case = RiskCase.objects.get(free_text=text)
    assert (case.level, Screening.objects.get(pk=text.pk).risk) == ("R4", "R4")


def test_once_told_or_in_hand_a_risk_ends_with_a_persons_decision_alone(leicester: Place) -> None:
    texts = [screened(leicester, better=words) for words in (HARMLESS, DANGER, DANGER)]
    told, taken, noted = (RiskCase.objects.get(free_text=text).pk for text in texts)
    services.claim_alerts([told], now=NOW)
    services.take_risk(taken, instead_of=None, by=leicester.chair, now=NOW)
    services.note_step(noted, words="Rang the ward", by=leicester.chair, now=NOW)

    for text in texts:
        look(text, Look(looks_harmless=True))

    assert RiskCase.objects.count() == 3
    assert not Screening.objects.filter(look_first=True).exists()


def test_those_on_call_are_told_after_half_a_minute_where_no_second_look_comes(leicester: Place) -> None:
    put_on_call(leicester, leicester.moderator)
    screened(leicester, better=DANGER)
    Email.objects.all().delete()

    for seconds in (29, 30):
        tell_what_is_due(NOW + timedelta(seconds=seconds))
        assert Email.objects.count() == (seconds == 30)
