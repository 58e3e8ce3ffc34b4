"""Checking one comment after another: decide about danger, hide details, say what it is about.

Each view serves a queue: an MVP's comments, or an LMS's after a loss (`addresses`).
"""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.core.errors import DomainError, NotAllowed
from surveys.moderation import queries as moderation
from surveys.moderation import services as moderating
from surveys.moderation.queries import FreeText, ToCheck
from surveys.organisations.queries import Organisation
from surveys.responses import queries as responses
from surveys.themes import queries as themes
from surveys.themes import services as theming
from surveys.web.access import SignedInRequest, at
from surveys.web.desk import wording
from surveys.web.desk.home.ages import age
from surveys.web.desk.listen import misuse
from surveys.web.desk.listen.forms import AsideForm, CheckForm, NotFeedbackForm, RiskForm, ThemesForm
from surveys.web.desk.listen.queues import Queue
from surveys.web.desk.scope import partnership_ids


def addresses(queue: Queue) -> list[URLPattern]:
    """The addresses of checking a queue, each open to those who may."""
    views = (
        ("check/", check, "check"),
        ("check/<uuid:text_id>/", check_one, "check-one"),
        ("check/<uuid:text_id>/aside/", set_aside, "set-aside"),
        ("check/<uuid:text_id>/risk/", decide_risk, "decide-risk"),
        ("check/<uuid:text_id>/undo/", undo, "undo-check"),
        ("check/<uuid:text_id>/not-feedback/", not_feedback, "not-feedback"),
    )
    return [
        path(route, at(queue.checks)(partial(view, queue=queue)), name=name) for route, view, name in views
    ]


def check(request: SignedInRequest, organisation: Organisation, *, queue: Queue) -> HttpResponse:
    """The comment that has waited longest, danger first; `?skip=2` leaves two for later."""
    ids = partnership_ids(organisation, now=clock.now())
    waiting = moderation.waiting(ids, after_loss=queue.after_loss)
    total = waiting.count()
    skip = _number(request.GET.get("skip"))
    skip = skip if skip < total else 0
    text = next(iter(waiting[skip : skip + 1]), None)
    context = {
        "total": total,
        "skip": skip,
        "done": _just_done(request, organisation, queue),
        "act": misuse.just_done(request),
        "in_question": moderation.in_question(ids, after_loss=queue.after_loss).count(),
    }
    if text is None:
        empty = context | {"slug": organisation.slug, "queue": queue}
        return render(request, "web/desk/listen/all_checked.jinja", empty)
    return _page(request, organisation, queue, _opened(request, text), context)


def check_one(
    request: SignedInRequest, organisation: Organisation, text_id: UUID, *, queue: Queue
) -> HttpResponse:
    """One comment: to check while it waits, to theme again once it is safe."""
    item = _opened(request, _text(organisation, text_id, queue))
    if request.method != "POST":
        return _page(request, organisation, queue, item, {})
    if item.clearance is not None:
        return _retheme(request, organisation, item, queue)
    form = _check_form(item, request.POST)
    if "save" in request.POST and form.is_valid() and _settled(request, item, form):
        return _on_to_the_next(organisation, text_id, queue)
    return _page(request, organisation, queue, item, {"form": form, "previewed": "preview" in request.POST})


@require_POST
def set_aside(
    request: SignedInRequest, organisation: Organisation, text_id: UUID, *, queue: Queue
) -> HttpResponse:
    """Nobody else reads the comment; on to the next."""
    text = _text(organisation, text_id, queue)
    form = AsideForm(request.POST)
    if form.is_valid():
        try:
            moderating.set_aside(text.pk, reason=form.words(), by=request.user, now=clock.now())
        except DomainError as problem:
            _refuse(form, problem)
        else:
            return _on_to_the_next(organisation, text_id, queue)
    return _page(request, organisation, queue, _opened(request, text), {"aside": form})


@require_POST
def not_feedback(
    request: SignedInRequest, organisation: Organisation, text_id: UUID, *, queue: Queue
) -> HttpResponse:
    """All of its response is set aside, chosen answers too; on to the next."""
    text = _text(organisation, text_id, queue)
    form = NotFeedbackForm(request.POST)
    if form.is_valid():
        try:
            act = moderating.set_responses_aside(
                [text.response_id], reason=form.cleaned_data["reason"], by=request.user, now=clock.now()
            )
        except DomainError as problem:
            _refuse(form, problem)
        else:
            return redirect(f"{queue.address('check', organisation.slug)}?{misuse.DONE}={act.pk}")
    return _page(request, organisation, queue, _opened(request, text), {"not_feedback": form})


@require_POST
def decide_risk(
    request: SignedInRequest, organisation: Organisation, text_id: UUID, *, queue: Queue
) -> HttpResponse:
    """The clock of a risk stops; the comment can be checked now."""
    text = _text(organisation, text_id, queue)
    case = moderation.case_of(text.pk)
    if case is None:
        raise Http404
    form = RiskForm(request.POST)
    if form.is_valid():
        try:
            moderating.decide_risk(case.pk, **form.cleaned_data, by=request.user, now=clock.now())
        except DomainError as problem:
            _refuse(form, problem)
        else:
            messages.success(request, _("Your decision about the risk is recorded."))
            return redirect(queue.page("check-one"), organisation.slug, text_id)
    return _page(request, organisation, queue, _opened(request, text), {"risk": form})


@require_POST
def undo(
    request: SignedInRequest, organisation: Organisation, text_id: UUID, *, queue: Queue
) -> HttpResponse:
    """What was decided about a comment is taken back, and it opens again."""
    text = _text(organisation, text_id, queue)
    try:
        theming.undo(text.pk, by=request.user, now=clock.now())
    except DomainError as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, _("Taken back. The comment waits to be checked."))
    return redirect(queue.page("check-one"), organisation.slug, text_id)


def _retheme(
    request: SignedInRequest, organisation: Organisation, item: ToCheck, queue: Queue
) -> HttpResponse:
    form = ThemesForm(request.POST, rows=themes.theme_rows(item.text.pk))
    if "save" in request.POST and form.is_valid():
        try:
            theming.decide(item.text.pk, decisions=form.decisions(), by=request.user, now=clock.now())
        except DomainError as problem:
            _refuse(form, problem)
        else:
            messages.success(request, _("Themes saved."))
            return redirect(queue.page("response"), organisation.slug, item.text.response_id)
    return _page(request, organisation, queue, item, {"form": form})


def _settled(request: SignedInRequest, item: ToCheck, form: CheckForm) -> bool:
    decisions = form.decisions() if themes.may_be_themed(item.text.pk) else None
    try:
        theming.settle(
            item.text.pk, redactions=form.redactions(), decisions=decisions, by=request.user, now=clock.now()
        )
    except DomainError as problem:
        _refuse(form, problem)
        return False
    return True


def _refuse(form: Any, problem: DomainError) -> None:
    if isinstance(problem, NotAllowed):
        raise problem
    form.add_error(None, ValidationError(str(problem)))


def _opened(request: SignedInRequest, text: FreeText) -> ToCheck:
    return moderation.to_check(text, by=request.user, now=clock.now())


def _text(organisation: Organisation, text_id: UUID, queue: Queue) -> FreeText:
    ids = partnership_ids(organisation, now=clock.now())
    text = moderation.in_hand(ids, after_loss=queue.after_loss).filter(pk=text_id).first()
    if text is None:
        raise Http404
    return text


def _check_form(item: ToCheck, data: Any = None) -> CheckForm:
    themed = themes.may_be_themed(item.text.pk)
    return CheckForm(data, item=item, rows=themes.theme_rows(item.text.pk) if themed else [])


def _page(
    request: SignedInRequest, organisation: Organisation, queue: Queue, item: ToCheck, context: dict[str, Any]
) -> HttpResponse:
    """The page of one comment: of `form`, `aside` and `risk` that is given which has just been sent."""
    form = context.get("form") or _form_for(item)
    (heard,) = themes.told([item.text.response])
    shown = {
        "item": item,
        "heard": next(text for text in heard.texts if text.id == item.text.pk),
        "form": form,
        "aside": AsideForm(),
        "not_feedback": NotFeedbackForm(),
        "set_aside": moderation.act_of(item.text.response),
        "risk": RiskForm(),
        "chosen": _chosen(form, item),
        "themed": themes.may_be_themed(item.text.pk),
        "waited": age(item.case.opened_at, now=clock.now()) if item.case else "",
        "slug": organisation.slug,
        "levels": moderation.RISK_LEVELS,
        "queue": queue,
        "stages": queue.stages,
        "fft": wording.FFT,
        "happened": wording.HAPPENED.get(item.text.response.answers.get("happened", ""), ""),
        "kinds": wording.KINDS,
        "pieces": moderation.pieces,
    }
    return render(request, "web/desk/listen/check.jinja", shown | context | {"form": form})


def _form_for(item: ToCheck) -> ThemesForm:
    if item.clearance is None:
        return _check_form(item)
    return ThemesForm(rows=themes.theme_rows(item.text.pk))


def _chosen(form: ThemesForm, item: ToCheck) -> Any:
    if isinstance(form, CheckForm) and form.is_bound and form.is_valid():
        return form.redactions()
    return item.suggested


def _on_to_the_next(organisation: Organisation, text_id: UUID, queue: Queue) -> HttpResponse:
    return redirect(f"{queue.address('check', organisation.slug)}?done={text_id}")


def _just_done(request: SignedInRequest, organisation: Organisation, queue: Queue) -> Any:
    """What she decided a moment ago, so that the page can offer to undo it."""
    try:
        text_id = UUID(request.GET.get("done", ""))
    except ValueError:
        return None
    ids = partnership_ids(organisation, now=clock.now())
    outcome = moderation.outcomes([text_id]).get(text_id)
    mine = outcome is not None and outcome.cleared_by_id == request.user.pk
    ours = responses.free_texts(ids, after_loss=queue.after_loss).filter(pk=text_id)
    return outcome if mine and ours.exists() else None


def _number(given: str | None) -> int:
    return int(given) if given and given.isascii() and given.isdigit() and len(given) < 7 else 0
