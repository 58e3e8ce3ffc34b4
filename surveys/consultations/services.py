"""Write, open, decide and report a consultation; each step once, in order."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from surveys.consultations.models import Consultation, Option, Phase
from surveys.consultations.plans import PREFERRED, OptionText, Plan, definition, option_code
from surveys.core import audit
from surveys.core.actors import Actor
from surveys.core.errors import Conflict, DomainError, require
from surveys.organisations.models import Organisation
from surveys.outbox import services as outbox
from surveys.people.roles import Permission
from surveys.questionnaires import services as questionnaires
from surveys.questionnaires.models import Questionnaire

__all__ = [
    "PREFERRED",
    "OptionText",
    "Plan",
    "close_now",
    "decide",
    "draft",
    "open_",
    "reopen",
    "report",
    "rewrite",
]


@transaction.atomic
def draft(organisation: Organisation, *, plan: Plan, by: Actor, now: datetime) -> Consultation:
    """A consultation that only the MVP sees."""
    require(by.may(Permission.RUN_CONSULTATIONS, organisation.pk))
    consultation = Consultation(organisation=organisation, slug=_free_slug(organisation, plan.title))
    _write(consultation, plan, by=by, now=now)
    _note("draft consultation", consultation, by=by, now=now)
    return consultation


@transaction.atomic
def rewrite(consultation_id: UUID, *, plan: Plan, by: Actor, now: datetime) -> Consultation:
    """Change a draft. Raises Conflict once it has been opened: people have answered what it said."""
    consultation = _locked(consultation_id, by=by)
    _expect(consultation, Phase.DRAFT, "It has been opened, so what it says can no longer change.")
    _write(consultation, plan, by=by, now=now)
    _note("rewrite consultation", consultation, by=by, now=now)
    return consultation


@transaction.atomic
def open_(consultation_id: UUID, *, by: Actor, now: datetime) -> Consultation:
    """People may answer until it closes; what it asks is published and fixed.

    Raises DomainError while they would have too little to go on, or no time.
    """
    consultation = _locked(consultation_id, by=by)
    _expect(consultation, Phase.DRAFT, "It has already been opened.")
    _require_future(consultation.closes_at, now=now)
    if not consultation.proposal.strip() or not consultation.reasons.strip():
        raise DomainError("Write what is proposed and why first.")
    if consultation.version is None:
        raise DomainError("Write at least one question or two options first.")
    questionnaires.publish(consultation.version, by=by, now=now)
    consultation.phase = Phase.OPEN
    consultation.opens_at = now
    consultation.save(update_fields=["phase", "opens_at"])
    _note("open consultation", consultation, by=by, now=now)
    return consultation


@transaction.atomic
def close_now(consultation_id: UUID, *, by: Actor, now: datetime) -> Consultation:
    """No more answers from this moment on."""
    consultation = _locked(consultation_id, by=by)
    _expect(consultation, Phase.OPEN, "It is not open.")
    consultation.phase = Phase.CLOSED
    consultation.closes_at = min(consultation.closes_at, now)
    consultation.save(update_fields=["phase", "closes_at"])
    _note("close consultation", consultation, by=by, now=now)
    return consultation


@transaction.atomic
def reopen(consultation_id: UUID, *, closes_at: datetime, by: Actor, now: datetime) -> Consultation:
    """Take closing back: people may answer again until `closes_at`. Raises Conflict once it is decided."""
    consultation = _locked(consultation_id, by=by)
    _expect(consultation, Phase.CLOSED, "Only what has been closed early can be opened again.")
    _require_future(closes_at, now=now)
    consultation.phase = Phase.OPEN
    consultation.closes_at = closes_at
    consultation.save(update_fields=["phase", "closes_at"])
    _note("reopen consultation", consultation, by=by, now=now)
    return consultation


@transaction.atomic
def decide(consultation_id: UUID, *, decision: str, by: Actor, now: datetime) -> Consultation:
    """Write what was decided, or better words for it while nobody has been told.

    Raises Conflict while people can still answer, and once they have been told.
    """
    consultation = _locked(consultation_id, by=by)
    _expect_not(consultation, Phase.REPORTED, "People have been told, so the decision can no longer change.")
    if consultation.phase == Phase.DRAFT or now < consultation.closes_at:
        raise Conflict("A decision can be written once the consultation has closed.")
    if not decision.strip():
        raise DomainError("Write what was decided.")
    consultation.phase = Phase.DECIDED
    consultation.decision = decision.strip()
    consultation.decided_at = now
    consultation.save(update_fields=["phase", "decision", "decided_at"])
    _note("decide consultation", consultation, by=by, now=now)
    return consultation


@transaction.atomic
def report(consultation_id: UUID, *, views_used: str, by: Actor, now: datetime) -> Consultation:
    """Tell everybody how their views were used; those who asked to hear are written to."""
    consultation = _locked(consultation_id, by=by)
    _expect(consultation, Phase.DECIDED, "Write the decision first.")
    if not views_used.strip():
        raise DomainError("Write how people's views were used.")
    consultation.phase = Phase.REPORTED
    consultation.views_used = views_used.strip()
    consultation.reported_at = now
    consultation.save(update_fields=["phase", "views_used", "reported_at"])
    outbox.publish("consultations.reported", subjects=[consultation.pk], due_at=now)
    _note("report consultation", consultation, by=by, now=now)
    return consultation


def _locked(consultation_id: UUID, *, by: Actor) -> Consultation:
    consultation = Consultation.objects.select_for_update().get(pk=consultation_id)
    require(by.may(Permission.RUN_CONSULTATIONS, consultation.organisation_id))
    return consultation


def _expect(consultation: Consultation, phase: Phase, sentence: str) -> None:
    if consultation.phase != phase:
        raise Conflict(sentence)


def _expect_not(consultation: Consultation, phase: Phase, sentence: str) -> None:
    if consultation.phase == phase:
        raise Conflict(sentence)


def _require_future(closes_at: datetime, *, now: datetime) -> None:
    if closes_at <= now:
        raise DomainError("The closing date must be in the future.")


def _free_slug(organisation: Organisation, title: str) -> str:
    wanted = slugify(title)[:60] or "consultation"
    taken = set(
        Consultation.objects.filter(organisation=organisation, slug__startswith=wanted).values_list(
            "slug", flat=True
        )
    )
    numbered = (wanted if n == 1 else f"{wanted}-{n}" for n in range(1, len(taken) + 2))
    return next(slug for slug in numbered if slug not in taken)


def _write(consultation: Consultation, plan: Plan, *, by: Actor, now: datetime) -> None:
    if not plan.title.strip():
        raise DomainError("Say what it is about.")
    consultation.title = plan.title
    consultation.proposal = plan.proposal
    consultation.reasons = plan.reasons
    consultation.closes_at = plan.closes_at
    consultation.save()
    consultation.options.all().delete()
    Option.objects.bulk_create(
        Option(
            consultation=consultation, code=option_code(at), title=text.title, detail=text.detail, position=at
        )
        for at, text in enumerate(plan.options, start=1)
    )
    _write_questions(consultation, plan, by=by, now=now)


def _write_questions(consultation: Consultation, plan: Plan, *, by: Actor, now: datetime) -> None:
    asked = definition(plan)
    if asked is None:
        consultation.version = None
    elif consultation.version is None:
        consultation.version = questionnaires.draft(
            consultation.organisation,
            purpose=Questionnaire.Purpose.CONSULTATION,
            title=plan.title,
            definition=asked,
            by=by,
            now=now,
        )
    else:
        questionnaires.redraft(consultation.version, definition=asked, by=by, now=now)
    consultation.save(update_fields=["version"])


def _note(verb: str, consultation: Consultation, *, by: Actor, now: datetime) -> None:
    audit.record(verb, subject=consultation, organisation_id=consultation.organisation_id, by=by, now=now)
