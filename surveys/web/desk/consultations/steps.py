"""The steps of a consultation: open it, close it early and take that back, decide, tell people."""

from collections.abc import Callable, Mapping
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from surveys.consultations import queries as consultations
from surveys.consultations import services as consulting
from surveys.consultations.queries import Consultation
from surveys.core import clock
from surveys.core.clock import local_date
from surveys.core.errors import DomainError
from surveys.notifications import queries as notifications
from surveys.notifications import quiet_hours, reminders
from surveys.organisations.queries import Organisation
from surveys.people.roles import Permission
from surveys.web import nhs_forms as nhs
from surveys.web.access import SignedInRequest, at
from surveys.web.desk.consultations.forms import DecisionForm, OpenForm, ViewsUsedForm
from surveys.web.desk.consultations.lookup import found, page


@at(Permission.RUN_CONSULTATIONS)
def open_(request: SignedInRequest, organisation: Organisation, consultation_id: UUID) -> HttpResponse:
    """Check that it is fair (early enough, enough to go on, enough time), then open it."""
    now = clock.now()
    one = found(organisation, consultation_id, now=now)
    form = OpenForm(_sent(request))
    if form.is_valid() and _done(form, lambda: consulting.open_(one.pk, by=request.user, now=now)):
        messages.success(request, _("It is open. Women can find it on your page and answer."))
        return redirect(page(organisation, one))
    context = {
        "days": (local_date(one.closes_at) - local_date(now)).days,
        "is_hurried": consultations.is_hurried(one.closes_at, now=now),
        "can_remind": reminders.will_reach(one.closes_at),
    }
    return _show(request, "open", organisation, one, form, context)


@require_POST
@at(Permission.RUN_CONSULTATIONS)
def close(request: SignedInRequest, organisation: Organisation, consultation_id: UUID) -> HttpResponse:
    """Close it now; the page that follows offers to take that back."""
    now = clock.now()
    one = found(organisation, consultation_id, now=now)
    was = one.closes_at.isoformat()
    try:
        consulting.close_now(one.pk, by=request.user, now=now)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect(page(organisation, one))
    return redirect(f"{page(organisation, one)}?{urlencode({'was': was})}")


@require_POST
@at(Permission.RUN_CONSULTATIONS)
def reopen(request: SignedInRequest, organisation: Organisation, consultation_id: UUID) -> HttpResponse:
    """Take closing back: it is open again until `?was=`, the moment at which it would have closed."""
    now = clock.now()
    one = found(organisation, consultation_id, now=now)
    try:
        consulting.reopen(one.pk, closes_at=_moment(request.GET.get("was", "")), by=request.user, now=now)
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("It is open again, until the time that it had before."))
    return redirect(page(organisation, one))


@at(Permission.RUN_CONSULTATIONS)
def decide(request: SignedInRequest, organisation: Organisation, consultation_id: UUID) -> HttpResponse:
    """Write the decision; until people are told, it can be worded better."""
    now = clock.now()
    one = found(organisation, consultation_id, now=now)
    form = DecisionForm(_sent(request), initial={"decision": one.decision})
    if form.is_valid():
        words = form.cleaned_data["decision"]
        if _done(form, lambda: consulting.decide(one.pk, decision=words, by=request.user, now=now)):
            messages.success(request, _("The decision is on your page."))
            return redirect(page(organisation, one))
    return _show(request, "decide", organisation, one, form, {})


@at(Permission.RUN_CONSULTATIONS)
def tell(request: SignedInRequest, organisation: Organisation, consultation_id: UUID) -> HttpResponse:
    """Write how views were used; it goes on the page and to everybody who asked to hear."""
    now = clock.now()
    one = found(organisation, consultation_id, now=now)
    form = ViewsUsedForm(_sent(request))
    if form.is_valid():
        words = form.cleaned_data["views_used"]
        if _done(form, lambda: consulting.report(one.pk, views_used=words, by=request.user, now=now)):
            messages.success(request, _("It is on your page, and those who asked to hear are written to."))
            return redirect(page(organisation, one))
    context = {
        "wishes": notifications.for_consultation(one.pk),
        "goes_out": quiet_hours.next_allowed(now),
        "goes_out_now": not quiet_hours.is_quiet(now),
    }
    return _show(request, "tell", organisation, one, form, context)


def _sent(request: SignedInRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _done(form: nhs.NhsForm, step: Callable[[], object]) -> bool:
    """Take the step; what forbids it becomes an error of the form."""
    try:
        step()
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _show(
    request: SignedInRequest,
    step: str,
    organisation: Organisation,
    one: Consultation,
    form: nhs.NhsForm,
    context: Mapping[str, object],
) -> HttpResponse:
    known: dict[str, object] = {"consultation": one, "form": form, "slug": organisation.slug}
    return render(request, f"web/desk/consultations/{step}.jinja", {**known, **context})


def _moment(typed: str) -> datetime:
    try:
        moment = parse_datetime(typed)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise DomainError(_("The closing date is missing. Close it again and choose Undo."))
    return moment
