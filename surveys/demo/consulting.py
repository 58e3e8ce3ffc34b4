"""The demo's consultations: one told of, one open, one about to close, one being written."""

import random
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from surveys.commitments import queries as plans
from surveys.commitments import services as commitments
from surveys.consultations import services as consultations
from surveys.consultations.queries import Consultation
from surveys.consultations.services import OptionText, Plan
from surveys.core.clock import local_date
from surveys.notifications import services as notifications
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation
from surveys.people.queries import User
from surveys.questionnaires import queries as questionnaires
from surveys.responses import services as responses
from surveys.responses.queries import Channel, Purpose
from surveys.responses.submission import submission

VIEWS = (
    "Please make sure there is somewhere for partners to sleep.",
    "Yes to this, the nights were the hardest part.",
    "I would worry about privacy in a shared bay.",
    "Only if the ward stays quiet enough to rest.",
    "It would have made all the difference to us.",
)


def overnight_stays(place: Organisation, *, by: User, now: datetime) -> None:
    """A consultation from its draft to how views were used, four months ago."""
    began = now - timedelta(days=120)
    plan = Plan(
        title="Should partners be able to stay overnight?",
        proposal="One birth partner could stay overnight on the postnatal ward, in a chair that reclines.",
        reasons="Women told us that nights on the ward were the hardest part. Fewer than three in four say "
        "that their partner could stay as long as they wanted.",
        closes_at=began + timedelta(days=28),
        options=(
            OptionText("Every night", "In every bay, if the woman in it agrees."),
            OptionText("First night only", "When help is needed most."),
            OptionText("Side rooms only", "Where nobody else is disturbed."),
        ),
        questions=("What should we think about before we decide?",),
    )
    told = _opened(place, plan, refs=("L9", "4"), by=by, now=began)
    _answers(told, people=74, weights=(46, 19, 9), now=began + timedelta(days=9))
    decided = began + timedelta(days=40)
    consultations.decide(
        told.pk,
        decision="Partners can stay every night from January, starting on one ward.",
        by=by,
        now=decided,
    )
    consultations.report(
        told.pk,
        views_used="Most of you wanted every night. Because some of you worried about privacy, each bay will "
        "be asked first, and the ward will be quiet from ten o’clock.",
        by=by,
        now=decided + timedelta(days=5),
    )


def community_hubs(place: Organisation, *, by: User, now: datetime) -> None:
    """A consultation that is open, with some answers and one woman to remind."""
    plan = Plan(
        title="Where should our new community hub be?",
        proposal="Scans, blood tests and midwife visits could move to a community hub closer to home.",
        reasons="Many of you take two buses to reach the hospital, and parking is dear.",
        closes_at=_at_five(now + timedelta(days=12)),
        options=(
            OptionText("Beaumont Leys", "In the leisure centre."),
            OptionText("Highfields", "In the library."),
            OptionText("Loughborough", "In the health centre."),
        ),
        questions=("What would make a hub easy to use for you?",),
    )
    hub = _opened(place, plan, refs=("L13", "L6"), by=by, now=now - timedelta(days=8))
    _answers(hub, people=31, weights=(12, 14, 5), now=now - timedelta(days=3))
    _subscribe(hub, "leila@example.com", now=now)


def triage_line(place: Organisation, *, by: User, now: datetime) -> None:
    """A consultation that closes within two days, so that the reminders go out."""
    plan = Plan(
        title="A new number for maternity triage",
        proposal="One number for the whole area, answered by a midwife day and night.",
        reasons="Many of you waited too long before triage answered the phone.",
        closes_at=_at_five(now + timedelta(days=2)),
        options=(OptionText("One number for everybody"), OptionText("A number for each hospital, as now")),
        questions=("What matters to you when you ring?",),
    )
    line = _opened(place, plan, refs=("L4", "1"), by=by, now=now - timedelta(days=20))
    _answers(line, people=22, weights=(17, 5), now=now - timedelta(days=6))
    _subscribe(line, "sophie@example.com", now=now - timedelta(days=5))


def feeding_support(place: Organisation, *, by: User, now: datetime) -> None:
    """A draft."""
    plan = Plan(
        title="Help with feeding at weekends",
        proposal="Infant feeding help on Saturdays and Sundays, by phone or at the hub.",
        reasons="Feeding problems do not wait until Monday.",
        closes_at=_at_five(now + timedelta(days=40)),
        options=(OptionText("By phone"), OptionText("In person")),
        questions=("When did you need help most?",),
    )
    consultations.draft(place, plan=plan, by=by, now=now)


def _opened(place: Organisation, plan: Plan, *, refs: Sequence[str], by: User, now: datetime) -> Consultation:
    drafted = consultations.draft(place, plan=plan, by=by, now=now)
    lms = organisations.over(place, kind=Kind.LMS, on=local_date(now))
    promised = plans.of_plan(lms.pk, on=local_date(now)) if lms else ()
    chosen = [promise.pk for promise in promised if promise.ref in refs]
    commitments.link_consultation(drafted.pk, commitment_ids=chosen, by=by, now=now)
    return consultations.open_(drafted.pk, by=by, now=now)


def _answers(consultation: Consultation, *, people: int, weights: Sequence[int], now: datetime) -> None:
    if consultation.version is None:
        return
    chance = random.Random(consultation.slug)  # noqa: S311 - a story, not a secret
    definition = questionnaires.definition(consultation.version)
    options = [f"option-{number}" for number in range(1, len(weights) + 1)]
    consents: Mapping[Purpose, bool] = {Purpose.THEMES: True, Purpose.QUOTE: True}
    responses.receive_many(
        [
            submission(
                key=uuid5(NAMESPACE_URL, f"demo/{consultation.slug}/{number}"),
                partnership_id=consultation.organisation_id,
                unit_id=None,
                version_id=consultation.version.pk,
                definition=definition,
                answers={
                    "preferred": chance.choices(options, weights)[0],
                    "question-1": chance.choice(VIEWS) if chance.random() < 0.6 else "",
                },
                consents=consents,
                channel=Channel.WEB,
                language="en",
                received_at=now,
                consultation_id=consultation.pk,
            )
            for number in range(people)
        ],
        now=now,
    )


def _subscribe(consultation: Consultation, address: str, *, now: datetime) -> None:
    notifications.subscribe(
        consultation.pk, address=address, wants_reminder=True, wants_result=True, answered=False, now=now
    )


def _at_five(moment: datetime) -> datetime:
    return moment.replace(hour=17, minute=0, second=0, microsecond=0)
