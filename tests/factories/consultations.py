"""Consultations for tests, written and opened through their room's own door."""

from datetime import datetime, timedelta

from surveys.consultations import services
from surveys.consultations.models import Consultation
from tests.factories.world import NOW, Place

DAY = timedelta(days=1)
PLAN = services.Plan(
    title="Partners staying overnight",
    proposal="Partners may stay on the ward at night.",
    reasons="Many of you told us that nights alone are hard.",
    closes_at=NOW + 21 * DAY,
    options=(services.OptionText("Every night"), services.OptionText("The first night only")),
    questions=("What would help you most?",),
)


def drafted(place: Place, *, at: datetime = NOW, closes_at: datetime | None = None) -> Consultation:
    """A draft by the chair."""
    plan = services.Plan(
        title=PLAN.title,
        proposal=PLAN.proposal,
        reasons=PLAN.reasons,
        closes_at=closes_at or at + 21 * DAY,
        options=PLAN.options,
        questions=PLAN.questions,
    )
    return services.draft(place.mvp, plan=plan, by=place.chair, now=at)


def opened(place: Place, *, at: datetime = NOW, closes_at: datetime | None = None) -> Consultation:
    """One that women can answer from `at` on."""
    draft = drafted(place, at=at, closes_at=closes_at)
    return services.open_(draft.pk, by=place.chair, now=at)


def decided(place: Place, *, at: datetime = NOW) -> Consultation:
    """One that has closed a day before `at` and been decided then."""
    consultation = opened(place, at=at - 20 * DAY, closes_at=at - DAY)
    return services.decide(consultation.pk, decision="Partners may stay.", by=place.chair, now=at)


def reported(place: Place, *, at: datetime = NOW) -> Consultation:
    """One whose answerers have been told, at `at`, how their views were used."""
    consultation = decided(place, at=at)
    words = "Most of you asked for every night.\nSo it is every night."
    return services.report(consultation.pk, views_used=words, by=place.chair, now=at)
