"""A consultation goes from draft to "how your views were used", each step once and in order."""

from dataclasses import replace
from datetime import timedelta

import pytest

from surveys.consultations import queries, services
from surveys.consultations.models import Phase
from surveys.core.errors import Conflict, DomainError, NotAllowed
from surveys.questionnaires.definition import QuestionKind
from tests.factories.consultations import DAY, PLAN, decided, drafted, opened, reported
from tests.factories.world import NOW, Place


def test_a_draft_asks_for_a_choice_between_the_options_and_for_words(leicester: Place) -> None:
    asked = queries.definition_of(drafted(leicester))

    assert asked is not None
    choice, text, *about_her = asked.questions
    assert [answer.code for answer in choice.choices] == ["option-1", "option-2", "none", "unsure"]
    assert (text.kind, text.says("en")) == (QuestionKind.TEXT, "What would help you most?")
    assert all(question.about_her for question in about_her)


def test_what_was_written_is_read_back_as_it_was(leicester: Place) -> None:
    assert queries.plan_of(drafted(leicester)) == PLAN


def test_taking_every_question_out_of_a_draft_leaves_nothing_to_answer(leicester: Place) -> None:
    draft = drafted(leicester)

    services.rewrite(draft.pk, plan=replace(PLAN, options=(), questions=()), by=leicester.chair, now=NOW)

    with pytest.raises(DomainError, match="at least one question"):
        services.open_(draft.pk, by=leicester.chair, now=NOW)


@pytest.mark.parametrize("plan", [replace(PLAN, proposal=" "), replace(PLAN, reasons="")])
def test_it_opens_only_with_enough_to_go_on(leicester: Place, plan: services.Plan) -> None:
    draft = services.draft(leicester.mvp, plan=plan, by=leicester.chair, now=NOW)

    with pytest.raises(DomainError, match="what is proposed and why"):
        services.open_(draft.pk, by=leicester.chair, now=NOW)


def test_it_opens_only_while_there_is_time_to_answer(leicester: Place) -> None:
    draft = drafted(leicester, closes_at=NOW)

    with pytest.raises(DomainError, match="future"):
        services.open_(draft.pk, by=leicester.chair, now=NOW)


def test_under_two_weeks_is_hurried() -> None:
    assert queries.is_hurried(NOW + 13 * DAY, now=NOW)
    assert not queries.is_hurried(NOW + 14 * DAY, now=NOW)


def test_what_people_have_read_no_longer_changes(leicester: Place) -> None:
    consultation = opened(leicester)

    with pytest.raises(Conflict):
        services.rewrite(consultation.pk, plan=PLAN, by=leicester.chair, now=NOW)


def test_it_closes_by_itself_at_its_time(leicester: Place) -> None:
    consultation = opened(leicester, closes_at=NOW + DAY)

    assert queries.is_open(consultation, now=NOW + DAY - timedelta(seconds=1))
    assert not queries.is_open(consultation, now=NOW + DAY)
    assert queries.phase_at(consultation, now=NOW + DAY) == Phase.CLOSED


def test_closing_early_can_be_taken_back(leicester: Place) -> None:
    consultation = opened(leicester)
    until = consultation.closes_at

    services.close_now(consultation.pk, by=leicester.chair, now=NOW + DAY)
    again = services.reopen(consultation.pk, closes_at=until, by=leicester.chair, now=NOW + DAY)

    assert queries.is_open(again, now=NOW + DAY)
    assert again.closes_at == until


def test_what_is_decided_does_not_open_again(leicester: Place) -> None:
    consultation = decided(leicester)

    with pytest.raises(Conflict):
        services.reopen(consultation.pk, closes_at=NOW + DAY, by=leicester.chair, now=NOW)


def test_nothing_is_decided_while_people_can_still_answer(leicester: Place) -> None:
    consultation = opened(leicester)

    with pytest.raises(Conflict, match="has closed"):
        services.decide(consultation.pk, decision="Yes", by=leicester.chair, now=NOW)


def test_a_draft_is_not_decided_even_when_its_closing_date_has_passed(leicester: Place) -> None:
    draft = drafted(leicester, closes_at=NOW + DAY)

    with pytest.raises(Conflict):
        services.decide(draft.pk, decision="Yes", by=leicester.chair, now=NOW + 2 * DAY)


def test_a_decision_can_be_worded_better_until_people_have_been_told(leicester: Place) -> None:
    consultation = decided(leicester)
    better = services.decide(consultation.pk, decision="Better words", by=leicester.chair, now=NOW)
    assert better.decision == "Better words"

    told = reported(leicester)
    with pytest.raises(Conflict, match="have been told"):
        services.decide(told.pk, decision="Other words", by=leicester.chair, now=NOW)


def test_people_are_told_only_what_has_been_decided(leicester: Place) -> None:
    consultation = opened(leicester)

    with pytest.raises(Conflict, match="Write the decision first"):
        services.report(consultation.pk, views_used="We listened", by=leicester.chair, now=NOW)


def test_two_consultations_with_one_title_have_two_addresses(leicester: Place) -> None:
    assert drafted(leicester).slug != drafted(leicester).slug


def test_only_who_runs_consultations_here_may(leicester: Place, durham: Place) -> None:
    draft = drafted(leicester)

    for stranger in (durham.chair, leicester.moderator, leicester.board_member):
        with pytest.raises(NotAllowed):
            services.open_(draft.pk, by=stranger, now=NOW)
