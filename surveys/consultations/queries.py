"""What is being asked, what was decided."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from surveys.consultations.models import Consultation as Consultation
from surveys.consultations.models import Phase as Phase
from surveys.consultations.plans import OptionText, Plan
from surveys.questionnaires import queries as questionnaires
from surveys.questionnaires.definition import Definition

# People need time to think and to talk with each other; two weeks is the least that is fair.
FAIR_TIME = timedelta(days=14)


def is_hurried(closes_at: datetime, *, now: datetime) -> bool:
    """Whether somebody who hears of it now would have less than two weeks to answer."""
    return closes_at - now < FAIR_TIME


def is_open(consultation: Consultation, *, now: datetime) -> bool:
    """Whether it can be answered at this moment."""
    started = consultation.opens_at is not None and consultation.opens_at <= now
    return consultation.phase == Phase.OPEN and started and now < consultation.closes_at


def phase_at(consultation: Consultation, *, now: datetime) -> Phase:
    """Where it stands: as a person left it, but closed once its closing time has passed."""
    if consultation.phase == Phase.OPEN and consultation.closes_at <= now:
        return Phase.CLOSED
    return Phase(consultation.phase)


def open_now(organisation_ids: Collection[UUID], *, now: datetime) -> QuerySet[Consultation]:
    """Those that can be answered at this moment, the first to close first."""
    return Consultation.objects.filter(
        organisation_id__in=organisation_ids, phase=Phase.OPEN, opens_at__lte=now, closes_at__gt=now
    ).order_by("closes_at")


def public(organisation_ids: Collection[UUID], *, now: datetime) -> QuerySet[Consultation]:
    """Everything that has been opened: open, closed, decided, reported."""
    return (
        Consultation.objects.filter(organisation_id__in=organisation_ids, opens_at__lte=now)
        .exclude(phase=Phase.DRAFT)
        .order_by("-closes_at")
    )


def of(organisation_ids: Collection[UUID]) -> QuerySet[Consultation]:
    """All of these organisations' consultations, drafts too."""
    return Consultation.objects.filter(organisation_id__in=organisation_ids).order_by("-created_at")


def in_period(
    organisation_ids: Collection[UUID], *, start: datetime, end: datetime
) -> QuerySet[Consultation]:
    """Those that were open, decided or reported at some time in `[start, end)`."""
    return (
        Consultation.objects.filter(organisation_id__in=organisation_ids, opens_at__lt=end)
        .exclude(phase=Phase.DRAFT)
        .exclude(closes_at__lt=start, decided_at__isnull=True)
        .exclude(decided_at__lt=start, reported_at__isnull=True)
        .exclude(reported_at__lt=start)
        .prefetch_related("options")
        .order_by("closes_at")
    )


def plan_of(consultation: Consultation) -> Plan:
    """What the chair has written, as she wrote it."""
    asked = definition_of(consultation)
    return Plan(
        title=consultation.title,
        proposal=consultation.proposal,
        reasons=consultation.reasons,
        closes_at=consultation.closes_at,
        options=tuple(
            OptionText(option.title, option.detail) for option in consultation.options.order_by("position")
        ),
        questions=tuple(text.says("en") for text in asked.texts if not text.about_her) if asked else (),
    )


def definition_of(consultation: Consultation) -> Definition | None:
    """What it asks; None while nothing has been written to answer."""
    return questionnaires.definition(consultation.version) if consultation.version else None
