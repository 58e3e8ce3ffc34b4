"""Write a consultation, and change it while it is a draft."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from surveys.commitments import queries as commitments
from surveys.commitments import services as committing
from surveys.consultations import queries as consultations
from surveys.consultations import services as consulting
from surveys.consultations.queries import Consultation
from surveys.core import clock
from surveys.core.clock import local_date
from surveys.core.errors import Conflict
from surveys.organisations.queries import Organisation
from surveys.people.roles import Permission
from surveys.web.access import SignedInRequest, at
from surveys.web.desk.consultations.lookup import found, page
from surveys.web.desk.consultations.plan_form import PlanForm, blank, written

FIELDS_AT_FIRST = 2
COUNT = re.compile("[0-9]{1,2}")


@at(Permission.RUN_CONSULTATIONS)
def new(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """An empty form; sending it makes a draft."""
    return _write(request, organisation, None, now=clock.now())


@at(Permission.RUN_CONSULTATIONS)
def edit(request: SignedInRequest, organisation: Organisation, consultation_id: UUID) -> HttpResponse:
    """The form of a draft."""
    now = clock.now()
    return _write(request, organisation, found(organisation, consultation_id, now=now), now=now)


def _write(
    request: SignedInRequest, organisation: Organisation, draft: Consultation | None, *, now: datetime
) -> HttpResponse:
    form = _form(request, organisation, draft, now=now)
    if "more" in request.POST:
        form = _with_more(request, form, organisation, now=now)
    elif request.method == "POST" and form.is_valid():
        try:
            saved = _save(request, organisation, draft, form, now=now)
        except Conflict as conflict:
            form.add_error(None, str(conflict))
        else:
            messages.success(request, _("Your draft is kept. Only your MVP can see it."))
            return redirect(page(organisation, saved))
    context = {"form": form, "consultation": draft, "slug": organisation.slug}
    return render(request, "web/desk/consultations/write.jinja", context)


def _form(
    request: SignedInRequest, organisation: Organisation, draft: Consultation | None, *, now: datetime
) -> PlanForm:
    if request.method == "POST":
        return _plan_form(organisation, request.POST, counts=_counts(request), now=now)
    if draft is None:
        return _plan_form(organisation, None, initial=blank(today=local_date(now)), now=now)
    plan = consultations.plan_of(draft)
    counts = (max(FIELDS_AT_FIRST, len(plan.options)), max(FIELDS_AT_FIRST, len(plan.questions)))
    first = written(plan, commitments.of_consultation(draft.pk))
    return _plan_form(organisation, None, initial=first, counts=counts, now=now)


def _with_more(
    request: SignedInRequest, form: PlanForm, organisation: Organisation, *, now: datetime
) -> PlanForm:
    """The same form with what was typed, unchecked, and one more option or question."""
    options, questions = _counts(request)
    more = request.POST["more"]
    counts = (options + (more == "option"), questions + (more == "question"))
    return _plan_form(organisation, None, initial=form.typed(), counts=counts, now=now)


def _plan_form(
    organisation: Organisation,
    data: Any,
    *,
    now: datetime,
    initial: Mapping[str, Any] | None = None,
    counts: tuple[int, int] = (FIELDS_AT_FIRST, FIELDS_AT_FIRST),
) -> PlanForm:
    return PlanForm(
        data,
        initial=initial,
        commitments=commitments.for_organisation(organisation, on=local_date(now)),
        options=counts[0],
        questions=counts[1],
        now=now,
    )


def _counts(request: SignedInRequest) -> tuple[int, int]:
    """How many options and questions the form had that was sent."""
    typed = [request.POST.get(name, "") for name in ("options_shown", "questions_shown")]
    options, questions = (int(each) if COUNT.fullmatch(each) else FIELDS_AT_FIRST for each in typed)
    return options, questions


@transaction.atomic
def _save(
    request: SignedInRequest,
    organisation: Organisation,
    draft: Consultation | None,
    form: PlanForm,
    *,
    now: datetime,
) -> Consultation:
    """The draft and the promises that it is about, both or neither."""
    if draft is None:
        saved = consulting.draft(organisation, plan=form.plan(), by=request.user, now=now)
    else:
        saved = consulting.rewrite(draft.pk, plan=form.plan(), by=request.user, now=now)
    chosen = [UUID(key) for key in form.cleaned_data["commitments"]]
    committing.link_consultation(saved.pk, commitment_ids=chosen, by=request.user, now=now)
    return saved
