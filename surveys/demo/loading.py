"""Loads the demo world, once: the founding tenants, people, two years of feedback and what came of it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from surveys.core.actors import SYSTEM
from surveys.core.clock import local_date
from surveys.demo import acting, consulting, feedback, founding, losses, moderating, people
from surveys.moderation import services as making_safe
from surveys.notifications import handlers
from surveys.organisations import queries as organisations
from surveys.organisations import services as arranging
from surveys.organisations.queries import HelpLine, Organisation
from surveys.people.queries import User
from surveys.reports import services as reports

Say = Callable[[str], None]
WEEK = timedelta(days=7)
# Numbers that Ofcom keeps for drama: they ring nowhere.
TRIAGE = {
    "leicester-mvp": "0116 496 0101",
    "newcastle-mvp": "0191 498 0101",
    "county-durham-mvp": "01632 960101",
}
CHAIRS = {
    "leicester-mvp": "chair@leicester.example",
    "newcastle-mvp": "chair@newcastle.example",
    "county-durham-mvp": "chair@durham.example",
}
SPECIALISTS = {
    "leicester-leicestershire-rutland": "specialist@leicester.example",
    "north-east-north-cumbria": "specialist@north.example",
}


def is_loaded() -> bool:
    """Whether the demo world is there."""
    return organisations.by_slug("leicester-mvp") is not None


def load(*, now: datetime, say: Say) -> None:
    """Everything, in the order in which it could have happened."""
    say("the founding tenants")
    places = founding.found_all(now=now, checked_on=local_date(now))
    users = people.give_roles(places, now=now)
    _triage_lines(places, now=now)
    _on_call(places, users, now=now)
    say("two years of feedback")
    feedback.receive_all(places, now=now)
    for slug in SPECIALISTS:
        losses.tell(places[slug], now=now)
    for slug, chair in CHAIRS.items():
        _story(places[slug], users[chair], now=now)
    say("what the worker makes of it")
    while handlers.settle(now=lambda: now, on_failure=_stop):
        pass
    say("the chairs’ work")
    for slug, chair in CHAIRS.items():
        moderating.check_all(places[slug], by=users[chair], now=now)
    for slug, specialist in SPECIALISTS.items():
        losses.check(places[slug], by=users[specialist], now=now)
    while handlers.settle(now=lambda: now, on_failure=_stop):
        pass
    say("the last report")
    _report(places["leicester-mvp"], users[CHAIRS["leicester-mvp"]], now=now)


def _story(place: Organisation, chair: User, *, now: datetime) -> None:
    acting.act(place, by=chair, now=now)
    consulting.overnight_stays(place, by=chair, now=now)
    if place.slug == "leicester-mvp":
        consulting.community_hubs(place, by=chair, now=now)
        consulting.triage_line(place, by=chair, now=now)
        consulting.feeding_support(place, by=chair, now=now)


def _on_call(places: dict[str, Organisation], users: dict[str, User], *, now: datetime) -> None:
    """A month of weeks in Leicester, by turns; in the north nobody is, so its chairs are told."""
    turns = ("moderator@leicester.example", "chair@leicester.example")
    for week in range(4):
        making_safe.put_on_call(
            places["leicester-mvp"].pk,
            user_id=users[turns[week % 2]].pk,
            starts_at=now + week * WEEK,
            ends_at=now + (week + 1) * WEEK,
            by=users["chair@leicester.example"],
            now=now,
        )


def _triage_lines(places: dict[str, Organisation], *, now: datetime) -> None:
    for slug, phone in TRIAGE.items():
        arranging.list_help_line(
            organisation=places[slug],
            purpose=HelpLine.Purpose.TRIAGE,
            name="Maternity triage",
            phone=phone,
            hours="day and night",
            checked_on=local_date(now),
            by=SYSTEM,
            now=now,
        )


def _report(place: Organisation, chair: User, *, now: datetime) -> None:
    """The quarter that has ended is signed off; the month that has ended is a draft."""
    today = local_date(now)
    month = today.replace(day=1)
    quarter = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    before = _months_before(quarter, 3)
    report = reports.compile_report(place, starts_on=before, ends_on=quarter, by=chair, now=now)
    reports.word_report(
        report.pk,
        headline=report.headline,
        ask="Agree that the triage phone has two midwives from ten to ten until spring, and hear in January "
        "whether women get through.",
        by=chair,
        now=now,
    )
    reports.sign_off(report.pk, by=chair, now=now)
    if _months_before(month, 1) >= quarter:
        reports.compile_report(place, starts_on=_months_before(month, 1), ends_on=month, by=chair, now=now)


def _months_before(month: date, count: int) -> date:
    earlier = month.year * 12 + month.month - 1 - count
    return date(earlier // 12, earlier % 12 + 1, 1)


def _stop(topic: str, failure: Exception) -> None:
    raise failure
