"""You said, we did: promises, consultations about them, and actions with an end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from surveys.commitments import queries, services
from surveys.commitments.services import ActionPlan, Promise
from surveys.consultations import services as consultations
from surveys.core.actors import SYSTEM
from surveys.core.errors import Conflict, DomainError, NotAllowed
from tests.factories.world import NOW, START, Place

TODAY = NOW.date()
STAY = ActionPlan(
    you_said="Partners are sent home at night.",
    we_do="Let partners stay on Ward 5.",
    owner="Head of midwifery",
    due_on=date(2026, 12, 1),
    code="PARTNER",
)


def promised(place: Place, ref: str = "L1", position: int = 1) -> queries.Commitment:
    words = Promise(ref=ref, title="Choice", text="Women choose.", position=position, codes=("CHOICE",))
    return services.promise(
        place.lms, plan="Our plan", promise=words, valid_from=START, by=place.lms_officer, now=NOW
    )


def opened(place: Place, action: ActionPlan = STAY) -> queries.Action:
    return services.open_action(place.mvp, action=action, opened_on=TODAY, by=place.chair, now=NOW)


def test_a_plan_holds_its_commitments_in_order(leicester: Place) -> None:
    second, first = promised(leicester, "L2", 2), promised(leicester, "L1", 1)

    assert list(queries.of_plan(leicester.lms.pk, on=TODAY)) == [first, second]
    assert list(queries.for_organisation(leicester.site, on=TODAY)) == [first, second]
    assert not queries.of_plan(leicester.lms.pk, on=START - timedelta(days=1))
    with pytest.raises(Conflict):
        promised(leicester, "L1")


def test_only_who_keeps_the_plan_may_add_to_it(leicester: Place) -> None:
    words = Promise(ref="L1", title="Choice", text="Women choose.", position=1)

    with pytest.raises(NotAllowed):
        services.promise(
            leicester.lms, plan="Our plan", promise=words, valid_from=START, by=leicester.chair, now=NOW
        )


def test_a_consultation_is_about_commitments_of_its_own_plan(leicester: Place, durham: Place) -> None:
    ours, theirs = promised(leicester), promised(durham)
    plan = consultations.Plan(
        title="Where to give birth",
        proposal="A new birth centre.",
        reasons="Women asked.",
        closes_at=NOW + timedelta(days=30),
        questions=("What do you think?",),
    )
    asked = consultations.draft(leicester.mvp, plan=plan, by=leicester.chair, now=NOW)

    services.link_consultation(asked.pk, commitment_ids=[ours.pk], by=leicester.chair, now=NOW)

    assert list(queries.of_consultation(asked.pk)) == [ours]
    assert queries.consultations_of([ours.pk, theirs.pk]) == {ours.pk: [asked.pk], theirs.pk: []}
    with pytest.raises(DomainError, match="your own plan"):
        services.link_consultation(asked.pk, commitment_ids=[theirs.pk], by=leicester.chair, now=NOW)
    with pytest.raises(NotAllowed):
        services.link_consultation(asked.pk, commitment_ids=[ours.pk], by=durham.chair, now=NOW)


def test_an_action_is_open_until_it_says_what_came_of_it(leicester: Place) -> None:
    action = opened(leicester)

    with pytest.raises(DomainError):
        services.close_action(
            action.pk, state=queries.State.DONE, outcome=" ", closed_on=TODAY, by=leicester.chair, now=NOW
        )
    services.close_action(
        action.pk,
        state=queries.State.DONE,
        outcome="They stay.",
        closed_on=TODAY,
        by=leicester.chair,
        now=NOW,
    )
    with pytest.raises(Conflict):
        services.close_action(
            action.pk, state=queries.State.CANNOT, outcome="No.", closed_on=TODAY, by=SYSTEM, now=NOW
        )


def test_strangers_keep_no_actions(leicester: Place, durham: Place) -> None:
    action = opened(leicester)

    for stranger in (durham.chair, leicester.board_member, leicester.trust_staff):
        with pytest.raises(NotAllowed):
            services.open_action(leicester.mvp, action=STAY, opened_on=TODAY, by=stranger, now=NOW)
        with pytest.raises(NotAllowed):
            services.close_action(
                action.pk, state=queries.State.DONE, outcome="Done.", closed_on=TODAY, by=stranger, now=NOW
            )


def test_an_action_is_overdue_from_the_day_after(leicester: Place) -> None:
    action = opened(leicester)
    ours = [leicester.mvp.pk]

    assert not queries.overdue(ours, today=action.due_on)
    assert list(queries.overdue(ours, today=action.due_on + timedelta(days=1))) == [action]


def test_a_period_holds_the_actions_that_were_open_in_it(leicester: Place) -> None:
    action = opened(leicester)
    services.close_action(
        action.pk,
        state=queries.State.DONE,
        outcome="They stay.",
        closed_on=TODAY,
        by=leicester.chair,
        now=NOW,
    )
    ours = [leicester.mvp.pk]

    assert list(queries.actions_in(ours, start=TODAY, end=TODAY + timedelta(days=1))) == [action]
    assert not queries.actions_in(ours, start=TODAY - timedelta(days=9), end=TODAY)
    assert not queries.actions_in(ours, start=TODAY + timedelta(days=1), end=TODAY + timedelta(days=9))


def test_what_was_done_about_a_theme_is_found_by_its_own_code_or_its_commitments(leicester: Place) -> None:
    stay = opened(leicester)
    promise = promised(leicester)
    choose = opened(leicester, replace(STAY, code="", commitment_id=promise.pk))
    opened(leicester, replace(STAY, code="FOOD"))
    done_on = TODAY + timedelta(days=2)
    for action in queries.Action.objects.all():
        services.close_action(
            action.pk,
            state=queries.State.DONE,
            outcome="Done.",
            closed_on=done_on,
            by=leicester.chair,
            now=NOW,
        )
    ours = [leicester.mvp.pk]

    assert list(queries.done_about({"PARTNER"}, ours, after=TODAY)) == [stay]
    assert list(queries.done_about({"CHOICE"}, ours, after=TODAY)) == [choose]
    assert not queries.done_about(set(), ours, after=TODAY)
    assert not queries.done_about({"PARTNER"}, ours, after=done_on)
    assert not queries.done_about({"PARTNER"}, [leicester.lms.pk], after=TODAY)


def test_what_cannot_be_done_has_not_been_done(leicester: Place) -> None:
    action = opened(leicester)
    services.close_action(
        action.pk, state=queries.State.CANNOT, outcome="No.", closed_on=TODAY, by=leicester.chair, now=NOW
    )

    assert not queries.done_about({"PARTNER"}, [leicester.mvp.pk], after=TODAY - timedelta(days=1))
