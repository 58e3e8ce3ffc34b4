"""Tell people of risks: at once those on call, others the longer nobody has decided. Never her words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import override

from surveys.core.clock import local_date
from surveys.core.languages import ENGLISH
from surveys.core.secrets import digest
from surveys.moderation import on_call, policies
from surveys.moderation import services as moderation
from surveys.moderation.models import RiskCase, RiskStep
from surveys.moderation.services import Alert
from surveys.notifications import addresses, letters
from surveys.notifications.letters import RiskLetter
from surveys.notifications.models import Purpose
from surveys.notifications.queueing import queue_email
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind
from surveys.people.models import User

SUBJECTS = (
    "A comment needs somebody now",
    "A comment is overdue: please act now",
    "A comment is still overdue: please act now",
)
HANDED_OVER = "A comment is in your hands now"
# Goes before reports and results; a week later it would help nobody.
GOOD_FOR = timedelta(days=7)


def tell_opened(case_ids: Sequence[UUID], *, now: datetime) -> None:
    """Tell those on call (or whoever leads) of new risks: what came together in one e-mail for each."""
    _tell(moderation.claim_alerts(case_ids, now=now), now)


@transaction.atomic
def escalate(*, now: datetime) -> int:
    """Tell the next people of risks that are overdue, each once for each stage; how many risks there were."""
    alerts = moderation.escalate(now=now)
    _tell(alerts, now)
    return len(alerts)


def tell_handed_over(step_ids: Sequence[UUID], *, now: datetime) -> None:
    """Tell somebody that a risk is in her hands now."""
    for step in RiskStep.objects.filter(pk__in=step_ids, to__isnull=False).select_related("case", "by", "to"):
        case = RiskCase.objects.select_related("free_text__response", "free_text__partnership").get(
            pk=step.case_id
        )
        if step.to is not None and case.taken_by_id == step.to_id:
            notes = (f"{step.by} has handed it over to you.",)
            _queue(step.to, [case], HANDED_OVER, notes, key=f"handed over:{step.pk}", now=now)


def _tell(alerts: Iterable[Alert], now: datetime) -> None:
    for user, stage, together in _by_person(alerts):
        cases = [alert.case for alert in together]
        rounds = ",".join(f"{case.pk}:{case.round}" for case in cases)
        key = f"{stage}:{user.pk}:{digest('risk e-mail', rounds)}"
        _queue(user, cases, SUBJECTS[stage], tuple(_notes(user, together[0], now)), key=key, now=now)


def _by_person(alerts: Iterable[Alert]) -> Iterator[tuple[User, int, list[Alert]]]:
    """The risks that one person is to be told of in one e-mail: of one organisation, at one stage."""
    together: dict[tuple[UUID, UUID, bool, int], tuple[User, list[Alert]]] = {}
    for alert in alerts:
        text = alert.case.free_text
        for user in alert.recipients:
            about = (user.pk, text.partnership_id, text.response.after_loss, alert.stage)
            together.setdefault(about, (user, []))[1].append(alert)
    for (_user, _place, _loss, stage), (user, found) in together.items():
        yield user, stage, found


def _notes(user: User, alert: Alert, now: datetime) -> Iterator[str]:
    if alert.stage:
        holder = alert.case.taken_by
        yield "Nobody has decided about it in time. " + (
            f"{holder} has it in hand." if holder else "Nobody has it in hand."
        )
    if alert.nobody_on_call:
        yield "Nobody is on call there now, so this comes to you. Please say who is on call."
    if not policies.may_handle(user, alert.case, now=now):
        yield f"You cannot open it yourself. Please ring one of these at once: {_who_can(alert.case, now)}."


def _who_can(case: RiskCase, now: datetime) -> str:
    text = case.free_text
    covered = on_call.cover(text.partnership_id, after_loss=text.response.after_loss, now=now)
    names = [f"{user} ({user.email})" for user in dict.fromkeys((*covered.on_call, *covered.leads))]
    return ", ".join(names) or "nobody checks comments there, so give somebody the role first"


def _queue(
    user: User, cases: Sequence[RiskCase], subject: str, notes: tuple[str, ...], *, key: str, now: datetime
) -> None:
    place = cases[0].free_text.partnership
    with override(ENGLISH.code):
        letter = letters.risk(
            RiskLetter(
                subject=subject,
                organisation=place.name,
                risks=tuple((case.get_level_display(), case.due_at) for case in cases),
                notes=notes,
                address=_address(user, cases, now),
            )
        )
    queue_email(
        key=f"risk:{key}",
        purpose=Purpose.RISK,
        address=user.email,
        letter=letter,
        due_at=now,
        expires_at=now + GOOD_FOR,
        recipient=user,
        risk_case=cases[0] if len(cases) == 1 else None,
    )


def _address(user: User, cases: Sequence[RiskCase], now: datetime) -> str:
    text = cases[0].free_text
    after_loss = text.response.after_loss
    if not policies.may_handle(user, cases[0], now=now):
        # An officer: to the list without words, of the LMS that she keeps.
        lms = organisations.over(text.partnership, kind=Kind.LMS, on=local_date(now)) or text.partnership
        return addresses.risks_page(lms.slug, after_loss=False)
    if len(cases) > 1:
        return addresses.risks_page(text.partnership.slug, after_loss=after_loss)
    return addresses.risk_page(text.partnership.slug, cases[0].pk, after_loss=after_loss)
