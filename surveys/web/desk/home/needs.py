"""What needs somebody now: counts that open what they count, as far as she may act on them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.commitments import queries as commitments
from surveys.consultations import queries as consultations
from surveys.consultations.queries import Phase
from surveys.core.clock import local_date
from surveys.moderation import queries as moderation
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation
from surveys.people import queries as people
from surveys.people.roles import Permission
from surveys.questionnaires import queries as questionnaires
from surveys.questionnaires.queries import Questionnaire
from surveys.reports import queries as reports
from surveys.web.desk.frame import address
from surveys.web.desk.home.ages import age
from surveys.web.desk.listen.queues import ORDINARY, Queue
from surveys.web.desk.scope import organisation_ids, partnership_ids

SOON = timedelta(days=7)


@dataclass(frozen=True)
class Need:
    """One card: how many of what, where to see them, and how much it presses."""

    number: int
    text: str
    href: str
    kind: str = "attention"
    detail: str | None = None


def needs(organisation: Organisation, held: frozenset[Permission], *, now: datetime) -> list[Need]:
    """The cards for somebody with these permissions, the most pressing first."""
    ids = organisation_ids(organisation, now=now)
    cards: list[Need] = []
    if Permission.MODERATE in held:
        cards += to_check(organisation, ORDINARY, now)
    elif Permission.SEE_RISKS in held:
        cards.append(_overdue_risks(organisation, now))
    if Permission.LEAD_ON_RISKS in held:
        cards.append(_nobody_on_call(organisation, now))
    if Permission.SIGN_OFF_REPORTS in held:
        cards.append(_drafts(organisation, ids))
    if Permission.RUN_CONSULTATIONS in held:
        cards += _consultations(organisation, ids, now)
    if Permission.KEEP_ACTIONS in held:
        cards.append(_overdue(organisation, ids, now))
    if Permission.MANAGE in held:
        cards.append(_no_specialist(organisation, now))
    return cards


def to_check(organisation: Organisation, queue: Queue, now: datetime) -> Iterator[Need]:
    """The cards for whoever checks a queue: risks first."""
    ids = partnership_ids(organisation, now=now)
    counts = moderation.counts(ids, now=now, after_loss=queue.after_loss)
    href = queue.address("check", organisation.slug)
    yield Need(
        counts.open_cases,
        ngettext("risk to decide", "risks to decide", counts.open_cases),
        queue.address("risks", organisation.slug),
        "danger",
        _risk_detail(counts, now),
    )
    yield Need(
        counts.waiting,
        ngettext("comment to check", "comments to check", counts.waiting),
        href,
        "attention",
        _since(counts.oldest_waiting, now, at_it=_at_it(ids, queue, now)),
    )
    doubtful = moderation.in_question(ids, after_loss=queue.after_loss)
    oldest = doubtful.order_by("received_at").values_list("received_at", flat=True).first()
    number = doubtful.count()
    yield Need(
        number,
        ngettext("answer that may be misuse", "answers that may be misuse", number),
        queue.address("misuse", organisation.slug),
        "plain",
        _since(oldest, now),
    )


def _at_it(ids: list[UUID], queue: Queue, now: datetime) -> str:
    """Who has a comment open now."""
    held = moderation.held(ids, after_loss=queue.after_loss, now=now)
    names = ", ".join(str(claim.held_by) for claim in held)
    return _(" Open now with %(names)s") % {"names": names} if names else ""


def _risk_detail(counts: moderation.Counts, now: datetime) -> str | None:
    if counts.overdue_cases:
        return f"{counts.overdue_cases} overdue"
    return _since(counts.oldest_case, now)


def _overdue_risks(organisation: Organisation, now: datetime) -> Need:
    """For an officer, who reads no words: what nobody has decided about in time."""
    overdue = moderation.counts(partnership_ids(organisation, now=now), now=now).overdue_cases
    text = ngettext("risk overdue", "risks overdue", overdue)
    return Need(overdue, text, address("desk:risks", organisation), "danger")


def _nobody_on_call(organisation: Organisation, now: datetime) -> Need:
    places = organisations.existing(local_date(now)).filter(
        pk__in=partnership_ids(organisation, now=now), kind=Kind.MVP
    )
    uncovered = moderation.uncovered(places.values_list("pk", flat=True), now=now)
    text = ngettext("MVP with nobody on call for risks", "MVPs with nobody on call for risks", len(uncovered))
    return Need(len(uncovered), text, address("desk:on-call", organisation))


def _drafts(organisation: Organisation, ids: list[UUID]) -> Need:
    drafts = reports.drafts(ids).count()
    text = ngettext("draft report to sign off", "draft reports to sign off", drafts)
    return Need(drafts, text, address("desk:reports", organisation))


def _consultations(organisation: Organisation, ids: list[UUID], now: datetime) -> Iterator[Need]:
    href = address("desk:consultations", organisation)
    closing = consultations.open_now(ids, now=now).filter(closes_at__lte=now + SOON).count()
    closed = consultations.of(ids).filter(phase=Phase.OPEN, closes_at__lte=now).count()
    yield Need(
        closing,
        ngettext("consultation closing this week", "consultations closing this week", closing),
        href,
        "plain",
    )
    yield Need(
        closed, ngettext("closed consultation to decide", "closed consultations to decide", closed), href
    )


def _overdue(organisation: Organisation, ids: list[UUID], now: datetime) -> Need:
    overdue = commitments.overdue(ids, today=local_date(now)).count()
    return Need(
        overdue, ngettext("action overdue", "actions overdue", overdue), address("desk:actions", organisation)
    )


def _no_specialist(organisation: Organisation, now: datetime) -> Need:
    """Whether an LMS asks parents after a loss with nobody there to read; no count of what they told."""
    asked = questionnaires.current_version(organisation, purpose=Questionnaire.Purpose.AFTER_LOSS)
    is_read = people.is_anybody(Permission.MODERATE_LOSS, organisation.pk, on=local_date(now))
    text = _(
        "specialist moderator to find: nobody reads what parents tell after a loss, so they are not asked"
    )
    return Need(int(asked is not None and not is_read), text, address("desk:people", organisation))


def _since(moment: datetime | None, now: datetime, *, at_it: str = "") -> str | None:
    if moment is None:
        return None
    waiting = _("Waiting for %(age)s") % {"age": age(moment, now=now)}
    return f"{waiting}.{at_it}" if at_it else waiting
