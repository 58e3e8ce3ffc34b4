"""Two people never hold one text: whoever opens it first has it for a few minutes."""

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import TypeVar
from uuid import UUID

import pytest
from django.db import connections

from surveys.core.errors import Conflict, NotAllowed
from surveys.moderation import queries, services
from surveys.moderation.models import Claim
from surveys.people.models import User
from surveys.responses.models import FreeText
from surveys.themes import services as theming
from tests.factories.listening import screened
from tests.factories.world import NOW, Place, person, place

T = TypeVar("T")
LATER = NOW + services.HOLD


def test_the_second_person_gets_the_next_text(leicester: Place) -> None:
    first = screened(leicester, good="First", at=NOW - timedelta(days=2))
    second = screened(leicester, good="Second", at=NOW - timedelta(days=1))

    got = [_next(leicester, by) for by in (leicester.chair, leicester.moderator)]

    assert got == [first, second]
    assert [str(claim.held_by) for claim in _held(leicester)] == ["Chair", "Moderator"]


def test_when_all_is_held_there_is_nothing_to_take(leicester: Place) -> None:
    screened(leicester, good="Kind")
    _next(leicester, leicester.chair)

    assert _next(leicester, leicester.moderator) is None


def test_a_claim_ends_by_itself(leicester: Place) -> None:
    text = screened(leicester, good="Kind")
    _next(leicester, leicester.chair)

    got = services.claim_next([leicester.mvp.pk], by=leicester.moderator, now=LATER)

    assert got == text
    assert Claim.objects.get().held_by == leicester.moderator


def test_who_goes_on_to_another_lets_the_first_go(leicester: Place) -> None:
    first, second = screened(leicester, good="First"), screened(leicester, good="Second")
    services.claim(first.pk, by=leicester.chair, now=NOW)

    services.claim(second.pk, by=leicester.chair, now=NOW)

    assert Claim.objects.get().free_text_id == second.pk


def test_asking_again_holds_it_longer_and_keeps_since_when(leicester: Place) -> None:
    text = screened(leicester, good="Kind")
    services.claim(text.pk, by=leicester.chair, now=NOW)

    services.claim(text.pk, by=leicester.chair, now=NOW + timedelta(minutes=4))

    claim = Claim.objects.get()
    assert (claim.held_since, claim.held_until) == (NOW, LATER + timedelta(minutes=4))


def test_who_leaves_lets_it_go_but_a_late_message_does_not(leicester: Place) -> None:
    text = screened(leicester, good="Kind")
    services.claim(text.pk, by=leicester.chair, now=NOW)
    services.claim(text.pk, by=leicester.chair, now=NOW + timedelta(minutes=1))

    services.let_go(text.pk, held_until=LATER, by=leicester.chair)
    assert Claim.objects.exists()
    services.let_go(text.pk, held_until=LATER + timedelta(minutes=1), by=leicester.moderator)
    assert Claim.objects.exists()
    services.let_go(text.pk, held_until=LATER + timedelta(minutes=1), by=leicester.chair)
    assert not Claim.objects.exists()


def test_nobody_decides_what_somebody_else_has_open(leicester: Place) -> None:
    text = screened(leicester, good="Kind")
    services.claim(text.pk, by=leicester.chair, now=NOW)

    with pytest.raises(Conflict, match="Chair has this comment open"):
        services.clear(text.pk, redactions=[], by=leicester.moderator, now=NOW)
    with pytest.raises(Conflict, match="Chair has this comment open"):
        services.set_aside(text.pk, reason="Spam", by=leicester.moderator, now=NOW)

    services.clear(text.pk, redactions=[], by=leicester.moderator, now=LATER)
    assert queries.safe_texts([text.pk]) == {text.pk: "Kind"}
    assert not Claim.objects.exists()


def test_a_claim_hides_nothing_from_the_counts(leicester: Place) -> None:
    screened(leicester, good="Kind", at=NOW - timedelta(days=3))
    _next(leicester, leicester.chair)

    counts = queries.counts([leicester.mvp.pk], now=NOW)

    assert (counts.waiting, counts.oldest_waiting) == (1, NOW - timedelta(days=3))


def test_a_moderator_of_another_mvp_holds_nothing_here(leicester: Place, durham: Place) -> None:
    text = screened(leicester, good="Kind")

    with pytest.raises(NotAllowed):
        services.claim(text.pk, by=durham.moderator, now=NOW)
    assert services.claim_next([durham.mvp.pk], by=durham.moderator, now=NOW) is None


@pytest.mark.django_db(transaction=True)
def test_eight_people_at_once_hold_eight_texts() -> None:
    here = place("Leicester")
    texts = [screened(here, good=f"Comment {number}") for number in range(8)]
    people = [person(f"person{number}", "moderator", here.mvp) for number in range(8)]

    held = _at_once(people, lambda user: services.claim_next([here.mvp.pk], by=user, now=NOW))

    assert Counter(text.pk for text in held if text) == Counter(text.pk for text in texts)


@pytest.mark.django_db(transaction=True)
def test_eight_people_who_want_one_text_are_told_no_but_one() -> None:
    here = place("Leicester")
    text = screened(here, good="Kind")
    people = [person(f"person{number}", "moderator", here.mvp) for number in range(8)]

    held = _at_once(people, lambda user: services.claim(text.pk, by=user, now=NOW))

    (claim,) = [one for one in held if one is not None]
    assert Claim.objects.get().held_by == claim.held_by


@pytest.mark.django_db(transaction=True)
def test_the_queue_is_worked_off_by_four_people_with_no_text_decided_twice() -> None:
    here = place("Leicester")
    texts = [screened(here, good=f"Comment {number}") for number in range(12)]
    people = [person(f"person{number}", "moderator", here.mvp) for number in range(4)]

    done = _at_once(people, lambda user: _work_off(here, user))

    assert Counter(key for keys in done for key in keys) == Counter(text.pk for text in texts)
    assert not queries.waiting([here.mvp.pk]).exists()


def _work_off(here: Place, user: User) -> list[UUID]:
    done = []
    while text := services.claim_next([here.mvp.pk], by=user, now=NOW):
        theming.settle(text.pk, redactions=[], decisions=None, by=user, now=NOW)
        done.append(text.pk)
    return done


def _at_once(people: Sequence[User], do: Callable[[User], T]) -> list[T]:
    start = Barrier(len(people))

    def run(user: User) -> T:
        start.wait()
        try:
            return do(user)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(run, people))


def _next(here: Place, by: User) -> FreeText | None:
    return services.claim_next([here.mvp.pk], by=by, now=NOW)


def _held(here: Place) -> list[Claim]:
    return list(queries.held([here.mvp.pk], after_loss=False, now=NOW))
