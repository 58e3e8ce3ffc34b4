"""How far two people agree who code the same comments: draw, read the figures, settle what differs."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from surveys.core import clock
from surveys.core.clock import local_date
from surveys.core.errors import DomainError, NotAllowed
from surveys.moderation import queries as moderation
from surveys.moderation.queries import pieces
from surveys.organisations.queries import Organisation
from surveys.people import queries as people
from surveys.people.roles import Permission
from surveys.themes import queries as themes
from surveys.themes import services as theming
from surveys.themes.queries import CodingItem, CodingSample, ThemeRow
from surveys.web.access import SignedInRequest, at
from surveys.web.desk import wording
from surveys.web.desk.listen.forms import ThemesForm
from surveys.web.desk.understand.forms import SampleForm


@at(Permission.KEEP_THEMES)
def agreement(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """The samples that there are, and a new one."""
    now = clock.now()
    coders = list(people.who_may(Permission.THEME, organisation.pk, on=local_date(now)))
    form = SampleForm(request.POST if request.method == "POST" else None, coders=coders)
    if form.is_valid():
        coder = next(each for each in coders if str(each.pk) == form.cleaned_data["coder"])
        try:
            theming.draw_sample(
                organisation, size=form.cleaned_data["size"], coder=coder, by=request.user, now=now
            )
        except NotAllowed:
            raise
        except DomainError as problem:
            form.add_error(None, ValidationError(str(problem)))
        else:
            messages.success(
                request, _("The sample is drawn. %(name)s finds it under “Code a sample”.") % {"name": coder}
            )
            return redirect("desk:agreement", organisation.slug)
    context = {"form": form, "samples": themes.samples(organisation.pk), "slug": organisation.slug}
    return render(request, "web/desk/understand/agreement.jinja", context)


@at(Permission.KEEP_THEMES)
def sample(request: SignedInRequest, organisation: Organisation, sample_id: UUID) -> HttpResponse:
    """One sample: how far the two agree, and where they differ."""
    found = _sample(organisation, sample_id)
    context = {
        "sample": found,
        "agreement": themes.agreement(found),
        "differences": themes.differences(found),
        "titles": themes.codeframe(organisation.pk).titles(),
        "sentiments": wording.SENTIMENTS,
        "slug": organisation.slug,
    }
    return render(request, "web/desk/understand/sample.jinja", context)


@at(Permission.KEEP_THEMES)
def settle(request: SignedInRequest, organisation: Organisation, item_id: UUID) -> HttpResponse:
    """Two people said different things of a comment: a person says what it comes to."""
    item = themes.difference(organisation.pk, item_id)
    if item is None:
        raise Http404
    frame = themes.codeframe(organisation.pk)
    rows = [
        ThemeRow(code, frame.code(code).title, item.first.get(code, ""), suggested=False)
        for code in sorted({*item.first, *(item.second or {})})
        if frame.has(code)
    ]
    form = ThemesForm(request.POST if request.method == "POST" else None, rows=rows, frame=frame)
    if "save" in request.POST and form.is_valid():
        try:
            theming.settle_item(item.pk, decisions=form.decisions(), by=request.user, now=clock.now())
        except NotAllowed:
            raise
        except DomainError as problem:
            form.add_error(None, ValidationError(str(problem)))
        else:
            messages.success(request, _("Settled. What both had said is kept."))
            return redirect("desk:agreement-sample", organisation.slug, item.sample_id)
    context = {"item": item, "titles": frame.titles(), "sentiments": wording.SENTIMENTS}
    return _coding_page(request, organisation, item, form, "settle.jinja", context)


@at(Permission.THEME)
def to_code(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """The samples that wait for this person."""
    mine = themes.samples(organisation.pk).filter(coder=request.user)
    context = {"samples": mine, "slug": organisation.slug}
    return render(request, "web/desk/understand/to_code.jinja", context)


@at(Permission.THEME)
def code_next(request: SignedInRequest, organisation: Organisation, sample_id: UUID) -> HttpResponse:
    """The next comment of a sample, blind: neither the machine nor the first person is shown."""
    found = _sample(organisation, sample_id, coder=request.user)
    item = themes.next_to_code(found)
    if item is None:
        messages.success(request, _("You have coded every comment of the sample. Thank you."))
        return redirect("desk:to-code", organisation.slug)
    frame = themes.codeframe(organisation.pk)
    sent = request.POST if request.POST.get("item") == str(item.pk) else None
    form = ThemesForm(sent, rows=[], frame=frame)
    if sent is not None and "save" in sent and form.is_valid():
        try:
            theming.code_item(item.pk, decisions=form.decisions(), by=request.user, now=clock.now())
        except NotAllowed:
            raise
        except DomainError as problem:
            form.add_error(None, ValidationError(str(problem)))
        else:
            return redirect("desk:code-next", organisation.slug, sample_id)
    context = {"item": item, "sample": found, "frame": frame}
    return _coding_page(request, organisation, item, form, "code_next.jinja", context)


def _coding_page(
    request: SignedInRequest,
    organisation: Organisation,
    item: CodingItem,
    form: ThemesForm,
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    words = moderation.safe_texts([item.free_text_id])[item.free_text_id]
    shown = {"words": pieces(words), "form": form, "stages": wording.STAGES, "slug": organisation.slug}
    return render(request, f"web/desk/understand/{template}", shown | context)


def _sample(organisation: Organisation, sample_id: UUID, **among: Any) -> CodingSample:
    found = themes.samples(organisation.pk).filter(pk=sample_id, **among).first()
    if found is None:
        raise Http404
    return found
