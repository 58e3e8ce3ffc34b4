"""Write a plan down, say what a consultation is about, open and close actions."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from surveys.commitments import policies
from surveys.commitments.models import Action, Commitment, ConsultationCommitment
from surveys.consultations.models import Consultation
from surveys.core import audit
from surveys.core.actors import Actor
from surveys.core.clock import local_date
from surveys.core.errors import Conflict, DomainError
from surveys.organisations import queries as organisations
from surveys.organisations.models import Kind, Organisation

CLOSED = (Action.State.DONE, Action.State.CANNOT)


@dataclass(frozen=True)
class Promise:
    """One promise of a plan: its place in it, its words, and the themes that speak to it."""

    ref: str
    title: str
    text: str
    position: int
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActionPlan:
    """What was heard, what is to be done, by whom (a role or an organisation) and until when."""

    you_said: str
    we_do: str
    owner: str
    due_on: date
    code: str = ""
    commitment_id: UUID | None = None


@transaction.atomic
def promise(
    organisation: Organisation, *, plan: str, promise: Promise, valid_from: date, by: Actor, now: datetime
) -> Commitment:
    """Add a commitment to an LMS's plan. Raises Conflict when the plan has one with this reference."""
    policies.require_plan_keeper(by, organisation.pk)
    if organisation.kind != Kind.LMS:
        raise DomainError("A plan belongs to a Local Maternity System.")
    current = Commitment.objects.filter(
        organisation=organisation, plan=plan, ref=promise.ref, valid_to__isnull=True
    )
    if current.exists():
        raise Conflict(f"{plan} already has a commitment {promise.ref}.")
    commitment = Commitment.objects.create(
        organisation=organisation,
        plan=plan,
        ref=promise.ref,
        title=promise.title,
        text=promise.text,
        position=promise.position,
        codes=list(promise.codes),
        valid_from=valid_from,
    )
    audit.record("promise", subject=commitment, organisation_id=organisation.pk, by=by, now=now)
    return commitment


@transaction.atomic
def link_consultation(
    consultation_id: UUID, *, commitment_ids: Collection[UUID], by: Actor, now: datetime
) -> None:
    """Say which commitments a consultation is about: these, and no others.

    Raises DomainError for a commitment of a plan that the consultation's MVP is not part of.
    """
    consultation = Consultation.objects.select_for_update().get(pk=consultation_id)
    policies.require_consultation_keeper(by, consultation.organisation_id)
    chosen = [_commitment(key, consultation.organisation_id, now=now) for key in commitment_ids]
    ConsultationCommitment.objects.filter(consultation=consultation).delete()
    ConsultationCommitment.objects.bulk_create(
        [ConsultationCommitment(consultation=consultation, commitment=each) for each in chosen]
    )
    audit.record(
        "link consultation",
        subject=consultation,
        organisation_id=consultation.organisation_id,
        by=by,
        now=now,
        facts={"commitments": [each.ref for each in chosen]},
    )


@transaction.atomic
def open_action(
    organisation: Organisation, *, action: ActionPlan, opened_on: date, by: Actor, now: datetime
) -> Action:
    """Promise to do something about what was heard. Raises DomainError when words are missing."""
    policies.require_action_keeper(by, organisation.pk)
    if not all(words.strip() for words in (action.you_said, action.we_do, action.owner)):
        raise DomainError("Say what was heard, what will be done and who does it.")
    if action.due_on < opened_on:
        raise DomainError("The date by which it is done must not be before the day it begins.")
    if action.commitment_id is not None:
        _commitment(action.commitment_id, organisation.pk, now=now)
    opened = Action.objects.create(
        organisation=organisation,
        commitment_id=action.commitment_id,
        code=action.code,
        you_said=action.you_said,
        we_do=action.we_do,
        owner=action.owner,
        opened_on=opened_on,
        due_on=action.due_on,
    )
    audit.record("open action", subject=opened, organisation_id=organisation.pk, by=by, now=now)
    return opened


@transaction.atomic
def close_action(
    action_id: UUID, *, state: Action.State, outcome: str, closed_on: date, by: Actor, now: datetime
) -> Action:
    """Say what came of it. Raises Conflict when it has been closed before."""
    action = Action.objects.select_for_update().get(pk=action_id)
    policies.require_action_keeper(by, action.organisation_id)
    if action.state != Action.State.OPEN:
        raise Conflict("This action has already been closed.")
    if state not in CLOSED or not outcome.strip():
        raise DomainError("Say what came of it, or why it cannot be done.")
    if closed_on < action.opened_on:
        raise DomainError("It cannot be closed before the day it began.")
    action.state, action.outcome, action.closed_on = state, outcome, closed_on
    action.save(update_fields=["state", "outcome", "closed_on"])
    audit.record("close action", subject=action, organisation_id=action.organisation_id, by=by, now=now)
    return action


def _commitment(commitment_id: UUID, organisation_id: UUID, *, now: datetime) -> Commitment:
    """The commitment, when it belongs to a plan of this organisation or of what it is part of."""
    over: Sequence[UUID] = organisations.ids_over(organisation_id, on=local_date(now))
    found = Commitment.objects.filter(pk=commitment_id, organisation_id__in=over).first()
    if found is None:
        raise DomainError("Choose a commitment of your own plan.")
    return found
