"""What somebody does about a risk. Each is one POST; what cannot be done is said above the page again."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.core.errors import DomainError, NotAllowed, require
from surveys.moderation import queries as moderation
from surveys.moderation import services as moderating
from surveys.moderation.queries import FreeText, RiskCase
from surveys.organisations.queries import Organisation
from surveys.themes import queries as themes
from surveys.web.access import SignedInRequest
from surveys.web.desk.listen.queues import Queue
from surveys.web.desk.risks import forms
from surveys.web.desk.risks.views import found_here, page
from surveys.web.desk.scope import partnership_ids


@require_POST
def take(
    request: SignedInRequest, organisation: Organisation, case_id: UUID, *, queue: Queue
) -> HttpResponse:
    """It is in her hands, unless somebody else was quicker."""
    case = _mine_to_handle(request, organisation, case_id, queue)
    try:
        moderating.take_risk(
            case.pk, instead_of=_key(request.POST.get("holder", "")), by=request.user, now=clock.now()
        )
    except DomainError as problem:
        messages.warning(request, _said(problem))
    else:
        messages.success(request, "It is in your hands now.")
    return redirect(queue.page("risk"), organisation.slug, case_id)


@require_POST
def hand_over(
    request: SignedInRequest, organisation: Organisation, case_id: UUID, *, queue: Queue
) -> HttpResponse:
    """It is in somebody else's hands."""
    case = _mine_to_handle(request, organisation, case_id, queue)
    text = case.free_text
    able = moderation.eligible(text.partnership_id, after_loss=text.response.after_loss, now=clock.now())
    form = forms.HandOverForm(request.POST, people=[user for user in able if user.pk != case.taken_by_id])

    def act() -> None:
        moderating.hand_over_risk(
            case.pk, to=form.chosen(), words=form.cleaned_data["words"], by=request.user, now=clock.now()
        )

    if _done(form, act):
        return _on(request, organisation, queue, "Handed over. They are told by e-mail.")
    return page(request, organisation, queue, case, hand=form)


@require_POST
def note(
    request: SignedInRequest, organisation: Organisation, case_id: UUID, *, queue: Queue
) -> HttpResponse:
    """One more line in the log."""
    case = _mine_to_handle(request, organisation, case_id, queue)
    form = forms.NoteForm(request.POST)
    if _done(form, _of(moderating.note_step, case.pk, form, request)):
        return _on(request, organisation, queue, "Noted in the log.", case)
    return page(request, organisation, queue, case, note=form)


@require_POST
def level(
    request: SignedInRequest, organisation: Organisation, case_id: UUID, *, queue: Queue
) -> HttpResponse:
    """It is more or less pressing than it seemed."""
    case = _mine_to_handle(request, organisation, case_id, queue)
    form = forms.LevelForm(request.POST)
    if _done(form, _of(moderating.change_level, case.pk, form, request)):
        said = "The level is changed, and so is the time that is left."
        return _on(request, organisation, queue, said, case)
    return page(request, organisation, queue, case, level=form)


@require_POST
def decide(
    request: SignedInRequest, organisation: Organisation, case_id: UUID, *, queue: Queue
) -> HttpResponse:
    """The clock stops, and the comment can be checked as all others."""
    case = _mine_to_handle(request, organisation, case_id, queue)
    form = forms.DecisionForm(request.POST, now=clock.now())
    if _done(form, _of(moderating.decide_risk, case.pk, form, request)):
        said = "Your decision is recorded. The comment waits to be checked with the others."
        return _on(request, organisation, queue, said, case)
    return page(request, organisation, queue, case, decide=form)


@require_POST
def reopen(
    request: SignedInRequest, organisation: Organisation, case_id: UUID, *, queue: Queue
) -> HttpResponse:
    """What was decided does not hold any more; the clock begins again."""
    case = _mine_to_handle(request, organisation, case_id, queue)
    form = forms.ReopenForm(request.POST)
    if _done(form, _of(moderating.reopen_risk, case.pk, form, request)):
        return _on(request, organisation, queue, "It is open again. Those on call are told by e-mail.")
    return page(request, organisation, queue, case, reopen=form)


@require_POST
def contact(
    request: SignedInRequest, organisation: Organisation, case_id: UUID, *, queue: Queue
) -> HttpResponse:
    """How she can be reached, once, on the page that answers; that somebody looked is written down."""
    case = _mine_to_handle(request, organisation, case_id, queue)
    found = moderation.contact_of(case, by=request.user, now=clock.now())
    return page(request, organisation, queue, case, contact=found or "She left nothing to reach her by.")


def raise_(
    request: SignedInRequest, organisation: Organisation, text_id: UUID, *, queue: Queue
) -> HttpResponse:
    """Somebody who checks sees danger that the rules missed. The page asks how pressing it is, and why."""
    text = _text(organisation, text_id, queue)
    form = forms.RaiseForm(request.POST if request.method == "POST" else None)
    if form.is_bound and _done(form, _of(moderating.raise_risk, text.pk, form, request)):
        said = "Those on call are told by e-mail. The comment is locked until they have decided."
        return _on(request, organisation, queue, said)
    (heard,) = themes.told([text.response])
    context = {
        "form": form,
        "text": text,
        "heard": next(one for one in heard.texts if one.id == text.pk),
        "slug": organisation.slug,
        "queue": queue,
        "stages": queue.stages,
    }
    return render(request, "web/desk/risks/raise.jinja", context)


def _mine_to_handle(
    request: SignedInRequest, organisation: Organisation, case_id: UUID, queue: Queue
) -> RiskCase:
    case = found_here(organisation, case_id, queue)
    require(moderation.may_handle(request.user, case, now=clock.now()), moderation.LOCKED)
    return case


def _text(organisation: Organisation, text_id: UUID, queue: Queue) -> FreeText:
    ids = partnership_ids(organisation, now=clock.now())
    text = moderation.in_hand(ids, after_loss=queue.after_loss).filter(pk=text_id).first()
    if text is None:
        raise Http404
    return text


def _of(
    service: Callable[..., object], key: UUID, form: Any, request: SignedInRequest
) -> Callable[[], object]:
    """The service with what was typed, once that has been found right."""
    return lambda: service(key, **form.cleaned_data, by=request.user, now=clock.now())


def _on(
    request: SignedInRequest,
    organisation: Organisation,
    queue: Queue,
    said: str,
    case: RiskCase | None = None,
) -> HttpResponse:
    """To the case again, or to the list of them, with what was done said above."""
    messages.success(request, said)
    if case is None:
        return redirect(queue.page("risks"), organisation.slug)
    return redirect(queue.page("risk"), organisation.slug, case.pk)


def _done(form: Any, act: Callable[[], object]) -> bool:
    """Whether what was sent is right and could be done; else the form says why not."""
    if not form.is_valid():
        return False
    try:
        act()
    except NotAllowed:
        raise
    except DomainError as problem:
        form.add_error(None, ValidationError(str(problem)))
        return False
    return True


def _said(problem: DomainError) -> str:
    if isinstance(problem, NotAllowed):
        raise problem
    return str(problem)


def _key(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
