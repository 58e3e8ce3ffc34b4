"""What a plan promises, what was asked about it, and what is being done."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from surveys.commitments.models import Action as Action
from surveys.commitments.models import Commitment as Commitment
from surveys.commitments.models import ConsultationCommitment
from surveys.organisations import queries as organisations
from surveys.organisations.models import Kind, Organisation
from surveys.themes.codeframe import Codeframe

State = Action.State


def of_plan(lms_id: UUID, *, on: date) -> QuerySet[Commitment]:
    """The commitments of an LMS's plan that hold on a day, in the plan's order."""
    ongoing = Q(valid_to__isnull=True) | Q(valid_to__gt=on)
    return Commitment.objects.filter(ongoing, organisation_id=lms_id, valid_from__lte=on).order_by(
        "plan", "position", "ref"
    )


def for_organisation(organisation: Organisation, *, on: date) -> QuerySet[Commitment]:
    """The commitments of the plan that an organisation of any kind lives under on a day."""
    lms = organisations.over(organisation, kind=Kind.LMS, on=on)
    return of_plan(lms.pk, on=on) if lms else Commitment.objects.none()


def of_consultation(consultation_id: UUID) -> QuerySet[Commitment]:
    """The commitments that a consultation is about."""
    return Commitment.objects.filter(consultations__consultation_id=consultation_id).order_by(
        "position", "ref"
    )


def consultations_of(commitment_ids: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """The consultations about each of these commitments, by the commitment's key."""
    found: dict[UUID, list[UUID]] = {key: [] for key in commitment_ids}
    links = ConsultationCommitment.objects.filter(commitment_id__in=commitment_ids)
    for commitment_id, consultation_id in links.order_by("pk").values_list(
        "commitment_id", "consultation_id"
    ):
        found[commitment_id].append(consultation_id)
    return found


def speaking_to(plan: Iterable[Commitment], lists: Iterable[Codeframe]) -> dict[UUID, list[str]]:
    """The theme codes in use that speak to each commitment, by the commitment's key.

    A partnership says so in its own themes list; where it has said nothing of a theme, the plan's word holds,
    read in the codes of today.
    """
    frames = list(lists)
    return {each.pk: _codes_of(each, frames) for each in plan}


def _codes_of(commitment: Commitment, frames: Sequence[Codeframe]) -> list[str]:
    found: dict[str, None] = {}
    for frame in frames:
        planned = [name for code in commitment.codes for name in frame.today(code)]
        said = {code.code: code.plan for code in frame.codes}
        found |= {code: None for code in planned if said[code] is None}
        found |= {code: None for code, refs in said.items() if commitment.ref in (refs or ())}
    return list(found)


def actions_of(organisation_ids: Collection[UUID]) -> QuerySet[Action]:
    """All actions of these organisations: open ones first, the first due first."""
    return (
        Action.objects.filter(organisation_id__in=organisation_ids)
        .select_related("commitment", "organisation")
        .order_by("closed_on", "due_on", "pk")
    )


def actions_in(organisation_ids: Collection[UUID], *, start: date, end: date) -> QuerySet[Action]:
    """The actions of these organisations that were open for a part of `[start, end)`."""
    unfinished = Q(closed_on__isnull=True) | Q(closed_on__gte=start)
    return actions_of(organisation_ids).filter(unfinished, opened_on__lt=end)


def done_about(
    codes: Collection[str], organisation_ids: Collection[UUID], *, after: date
) -> QuerySet[Action]:
    """What these organisations have done after a day about these themes, the latest first.

    An action is about the theme that it answers, and about those that speak to its commitment.
    """
    about = Q(code__in=codes)
    for code in codes:
        about |= Q(commitment__codes__contains=[code])
    done = Action.objects.filter(
        organisation_id__in=organisation_ids, state=Action.State.DONE, closed_on__gt=after
    )
    return done.filter(about).order_by("-closed_on", "pk")


def overdue(organisation_ids: Collection[UUID], *, today: date) -> QuerySet[Action]:
    """The open actions whose day has passed, the longest waiting first."""
    return (
        Action.objects.filter(organisation_id__in=organisation_ids, state=Action.State.OPEN, due_on__lt=today)
        .select_related("organisation")
        .order_by("due_on", "pk")
    )
