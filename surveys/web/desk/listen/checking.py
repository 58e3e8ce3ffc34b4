"""Checking one comment after another: hide details, say what it is about.

Each view serves a queue: an MVP's comments, or an LMS's after a loss (`addresses.py`).
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
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
from surveys.web.access import SignedInRequest
from surveys.web.desk import wording
from surveys.web.desk.home.ages import age
from surveys.web.desk.listen import holding, misuse, taking_back, why
from surveys.web.desk.listen.forms import AsideForm, NotFeedbackForm, ThemesForm
from surveys.web.desk.listen.hiding import CheckForm, UnhideForm, new_row
from surveys.web.desk.listen.lookup import text_here
from surveys.web.desk.listen.queues import Queue
from surveys.web.desk.listen.taking_back import Before
from surveys.web.desk.scope import partnership_ids


def check(request: SignedInRequest, organisation: Organisation, *, queue: Queue) -> HttpResponse:
    """The comment that has waited longest and that nobody has open; `?skip=2` leaves two for later."""
    now = clock.now()
    ids = partnership_ids(organisation, now=now)
    skip = _number(request.GET.get("skip"))
    text = _next(request, ids, queue, skip) or (_next(request, ids, queue, 0) if skip else None)
    counts = moderation.counts(ids, now=now, after_loss=queue.after_loss)
    context = {
        "total": counts.waiting,
        "oldest": age(counts.oldest_waiting, now=now) if counts.oldest_waiting else "",
        "skip": skip,
        "others": holding.open_with_others(organisation, queue, by=request),
        "done": _just_done(request, organisation, queue),
        "act": misuse.just_done(request),
        "in_question": moderation.in_question(ids, after_loss=queue.after_loss).count(),
    }
    if text is None:
        empty = context | {"slug": organisation.slug, "queue": queue}
        return render(request, "web/desk/listen/all_checked.jinja", empty)
    context["mine"], _other = holding.taken(request, text)
    return page_of(request, organisation, queue, _opened(request, text), context)


def _next(request: SignedInRequest, ids: list[UUID], queue: Queue, skip: int) -> FreeText | None:
    return moderating.claim_next(
        ids, after_loss=queue.after_loss, skip=skip, by=request.user, now=clock.now()
    )


def check_one(
    request: SignedInRequest, organisation: Organisation, text_id: UUID, *, queue: Queue
) -> HttpResponse:
    """One comment: to check while it waits, to theme again once it is safe; a risk has a page of its own."""
    ids = partnership_ids(organisation, now=clock.now())
    risks = moderation.open_cases(ids, after_loss=queue.after_loss)
    if risk := risks.filter(free_text_id=text_id).first():
        return redirect(queue.page("risk"), organisation.slug, risk.pk)
    text = text_here(organisation, text_id, queue)
    held: dict[str, Any] = {}
    if moderation.waits(text):
        mine, other = holding.taken(request, text)
        if mine is None and request.method != "POST":
            return holding.elsewhere(request, organisation, text, other, queue)
        held = {"mine": mine, "other": other}
    item = _opened(request, text, original="original" in request.GET)
    if request.method != "POST":
        return page_of(request, organisation, queue, item, held)
    if item.clearance is not None:
        return _retheme(request, organisation, item, queue)
    form = _check_form(item, request.POST, saving="save" in request.POST)
    if form.is_valid() and form.saving and _settled(request, item, form):
        taking_back.forget(request)
        return _on_to_the_next(organisation, text_id, queue)
    sent = {"form": form, "previewed": "preview" in request.POST}
    return page_of(request, organisation, queue, item, held | sent)


@require_POST
def set_aside(
    request: SignedInRequest, organisation: Organisation, text_id: UUID, *, queue: Queue
) -> HttpResponse:
    """Nobody else reads the comment; on to the next."""
    text = text_here(organisation, text_id, queue)
    form = AsideForm(request.POST)
    if form.is_valid():
        try:
            moderating.set_aside(text.pk, reason=form.words(), by=request.user, now=clock.now())
        except DomainError as problem:
            refuse(form, problem)
        else:
            return _on_to_the_next(organisation, text_id, queue)
    return page_of(request, organisation, queue, _opened(request, text), {"aside": form})


@require_POST
def not_feedback(
    request: SignedInRequest, organisation: Organisation, text_id: UUID, *, queue: Queue
) -> HttpResponse:
    """All of its response is set aside, chosen answers too; on to the next."""
    text = text_here(organisation, text_id, queue)
    form = NotFeedbackForm(request.POST)
    if form.is_valid():
        try:
            act = moderating.set_responses_aside(
                [text.response_id],
                reason=form.cleaned_data["reason"],
                by=request.user,
                now=clock.now(),
                opened=text.pk,
            )
        except DomainError as problem:
            refuse(form, problem)
        else:
            return redirect(f"{queue.address('check', organisation.slug)}?{misuse.DONE}={act.pk}")
    return page_of(request, organisation, queue, _opened(request, text), {"not_feedback": form})


@require_POST
def undo(
    request: SignedInRequest, organisation: Organisation, text_id: UUID, *, queue: Queue
) -> HttpResponse:
    """What was decided about a comment is taken back, and it opens again."""
    text = text_here(organisation, text_id, queue)
    taking_back.remember(request, text)
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
    form = ThemesForm(request.POST, rows=themes.theme_rows(item.text.pk), frame=_list(item))
    if "save" in request.POST and form.is_valid():
        try:
            theming.decide(item.text.pk, decisions=form.decisions(), by=request.user, now=clock.now())
        except DomainError as problem:
            refuse(form, problem)
        else:
            messages.success(request, _("Themes saved."))
            return redirect(queue.page("response"), organisation.slug, item.text.response_id)
    return page_of(request, organisation, queue, item, {"form": form})


def _settled(request: SignedInRequest, item: ToCheck, form: CheckForm) -> bool:
    decisions = form.decisions() if themes.may_be_themed(item.text.pk) else None
    try:
        theming.settle(
            item.text.pk,
            redactions=form.redactions(),
            decisions=decisions,
            why_not=form.cleaned_data["why_not"],
            by=request.user,
            now=clock.now(),
        )
    except DomainError as problem:
        refuse(form, problem)
        return False
    return True


def refuse(form: Any, problem: DomainError) -> None:
    if isinstance(problem, NotAllowed):
        raise problem
    form.add_error(None, ValidationError(str(problem)))


def _opened(request: SignedInRequest, text: FreeText, *, original: bool = False) -> ToCheck:
    return moderation.to_check(text, by=request.user, now=clock.now(), original=original)


def _check_form(
    item: ToCheck, data: Any = None, *, saving: bool = False, before: Before | None = None
) -> CheckForm:
    themed = themes.may_be_themed(item.text.pk)
    rows = themes.theme_rows(item.text.pk) if themed else []
    return CheckForm(data, item=item, rows=rows, frame=_list(item), saving=saving, before=before)


def _list(item: ToCheck) -> themes.Codeframe:
    return themes.codeframe(item.text.partnership_id)


def page_of(
    request: SignedInRequest, organisation: Organisation, queue: Queue, item: ToCheck, context: dict[str, Any]
) -> HttpResponse:
    """The page of one comment: of its forms, that is given which has just been sent."""
    form = context.get("form") or _form_for(request, item)
    (heard,) = themes.told([item.text.response])
    shown = {
        "item": item,
        "heard": next(text for text in heard.texts if text.id == item.text.pk),
        "form": form,
        "aside": AsideForm(),
        "not_feedback": NotFeedbackForm(),
        "set_aside": moderation.act_of(item.text.response),
        "chosen": _chosen(form, item),
        "themed": themes.may_be_themed(item.text.pk),
        "new_row": new_row(),
        "unhide": UnhideForm(item=item),
        "openings": moderation.openings_of(item.text.pk),
        "unhidden": moderation.unhidden_in(item.text.pk),
        "said": age(moderation.said_at(item.text), now=clock.now()),
        "slug": organisation.slug,
        "levels": moderation.RISK_LEVELS,
        "queue": queue,
        "stages": queue.stages,
        "fft": wording.FFT,
        "happened": wording.HAPPENED.get(item.text.response.answers.get("happened", ""), ""),
        "kinds": wording.KINDS,
        "pieces": moderation.pieces,
        "reasons": why.reasons(item, form.rows, _list(item), by=request.user),
    }
    return render(request, "web/desk/listen/check.jinja", shown | context | {"form": form})


def _form_for(request: SignedInRequest, item: ToCheck) -> ThemesForm:
    if item.clearance is None:
        return _check_form(item, before=taking_back.before(request, item.text))
    return ThemesForm(rows=themes.theme_rows(item.text.pk), frame=_list(item))


def _chosen(form: ThemesForm, item: ToCheck) -> Any:
    return form.ticked() if isinstance(form, CheckForm) else item.suggested


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
