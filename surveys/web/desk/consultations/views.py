"""Consultations: all of them by where they stand, one with its answers, and as a woman will see it."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from surveys.commitments import queries as commitments
from surveys.consultations import queries as consultations
from surveys.consultations.queries import Consultation, Phase
from surveys.core import clock
from surveys.moderation.queries import pieces
from surveys.notifications import queries as notifications
from surveys.organisations.queries import Organisation
from surveys.people.roles import Permission
from surveys.responses import queries as responses
from surveys.web.access import SignedInRequest, at
from surveys.web.desk.consultations.answers import answers_to
from surveys.web.desk.consultations.course import course, group_titles
from surveys.web.desk.consultations.lookup import found
from surveys.web.desk.scope import organisation_ids
from surveys.web.public.hearing import HearForm


@dataclass(frozen=True)
class Listed:
    """One line of the list."""

    consultation: Consultation
    phase: Phase
    people: int


@at(Permission.RUN_CONSULTATIONS)
def consultations_here(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """All of them, grouped by what they need next."""
    now = clock.now()
    here = list(consultations.of(organisation_ids(organisation, now=now)))
    people = responses.heard_in([each.pk for each in here])
    listed = [Listed(each, consultations.phase_at(each, now=now), people.get(each.pk, 0)) for each in here]
    groups = [
        (title, [one for one in listed if one.phase == phase]) for phase, title in group_titles().items()
    ]
    context = {"groups": [group for group in groups if group[1]], "slug": organisation.slug}
    return render(request, "web/desk/consultations/list.jinja", context)


@at(Permission.RUN_CONSULTATIONS)
def consultation(request: SignedInRequest, organisation: Organisation, consultation_id: UUID) -> HttpResponse:
    """Where it stands, what comes next, and what has been answered."""
    now = clock.now()
    one = found(organisation, consultation_id, now=now)
    phase = consultations.phase_at(one, now=now)
    context = {
        "consultation": one,
        "phase": phase,
        "course": course(one, phase),
        "commitments": commitments.of_consultation(one.pk),
        "plan": consultations.plan_of(one),
        "answers": answers_to(one) if phase != Phase.DRAFT else None,
        "wishes": notifications.for_consultation(one.pk),
        "pieces": pieces,
        "was_open_until": request.GET.get("was") if phase == Phase.CLOSED else None,
        "slug": organisation.slug,
        "now": now,
    }
    return render(request, "web/desk/consultations/consultation.jinja", context)


@at(Permission.RUN_CONSULTATIONS)
def preview(request: SignedInRequest, organisation: Organisation, consultation_id: UUID) -> HttpResponse:
    """As a woman will see it; nothing that is sent from here is kept."""
    one = found(organisation, consultation_id, now=clock.now())
    here = reverse("desk:consultation-preview", args=[organisation.slug, one.pk])
    if request.method == "POST":
        messages.info(request, _("This is a preview, so nothing was kept."))
        return redirect(here)
    asked = consultations.definition_of(one)
    context = {
        "organisation": one.organisation.name,
        "consultation": one,
        "phase": Phase.OPEN,
        "is_open": True,
        "options": one.options.order_by("position"),
        "commitments": commitments.of_consultation(one.pk),
        "form": HearForm(is_open=True),
        "answer_address": f"{here}#questions",
        "hear_address": here,
        "questions": [each for each in asked.questions if not each.about_her] if asked else [],
        "back_address": reverse("desk:consultation", args=[organisation.slug, one.pk]),
    }
    return render(request, "web/desk/consultations/preview.jinja", context)
