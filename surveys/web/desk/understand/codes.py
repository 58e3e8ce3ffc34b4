"""The themes list is the chair's: she adds, words, merges, splits, retires and brings back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from surveys.commitments import queries as commitments
from surveys.core import clock
from surveys.core.clock import local_date
from surveys.core.errors import DomainError, NotAllowed
from surveys.moderation import queries as moderation
from surveys.moderation.queries import pieces
from surveys.organisations.queries import Organisation
from surveys.people.roles import Permission
from surveys.themes import queries as themes
from surveys.themes import services as theming
from surveys.themes.codeframe import categories
from surveys.themes.queries import Codeframe
from surveys.web.access import SignedInRequest, at
from surveys.web.desk import wording
from surveys.web.desk.understand.forms import CodeForm, MergeForm, SplitForm, WhyForm

PAGE = 20


@at(Permission.KEEP_THEMES)
def codes(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Every theme of the list, what it means and what it belongs to."""
    frame = themes.codeframe(organisation.pk)
    context = {
        "frame": frame,
        "commitments": _commitments_by_code(organisation, frame),
        "categories": {each.key: each.name for each in categories()},
        "again": themes.to_look_at_again(organisation.pk).count(),
        "own": themes.versions(organisation.pk).exists(),
        "slug": organisation.slug,
    }
    return render(request, "web/desk/understand/codes.jinja", context)


@at(Permission.KEEP_THEMES)
def add(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """A theme that the list lacks."""
    form = CodeForm(_sent(request), plan=plan_of(organisation))

    def save() -> None:
        theming.add_code(
            organisation,
            words=form.words(),
            why=form.cleaned_data["why"],
            by=request.user,
            now=clock.now(),
        )

    done = _("The theme is in your list. The machine suggests it once people have decided it a few times.")
    return _answer(request, organisation, form, save, done) or _page(
        request, organisation, form, "add", _("Add a theme")
    )


@at(Permission.KEEP_THEMES)
def change(request: SignedInRequest, organisation: Organisation, code: str) -> HttpResponse:
    """Other words for a theme; its commitments and NHS categories."""
    frame = _with(organisation, code)
    entry = frame.code(code)
    initial = {
        "title": entry.title,
        "definition": entry.definition,
        "examples": "\n".join(entry.examples),
        "plan": [each.ref for each in _commitments_by_code(organisation, frame)[code]],
        "nhs": entry.nhs,
    }
    form = CodeForm(_sent(request), initial=initial, plan=plan_of(organisation))

    def save() -> None:
        theming.change_code(
            organisation,
            code=code,
            words=form.words(),
            why=form.cleaned_data["why"],
            by=request.user,
            now=clock.now(),
        )

    return _answer(request, organisation, form, save, _("The theme is changed.")) or _page(
        request, organisation, form, "change", entry.title, entry=entry
    )


@at(Permission.KEEP_THEMES)
def merge(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Two themes become one."""
    form = MergeForm(_sent(request), frame=themes.codeframe(organisation.pk))

    def save() -> None:
        theming.merge_codes(organisation, **form.cleaned_data, by=request.user, now=clock.now())

    done = _("The themes are merged. The machine reads the comments again in the background.")
    return _answer(request, organisation, form, save, done) or _page(
        request, organisation, form, "merge", _("Merge two themes")
    )


@at(Permission.KEEP_THEMES)
def split(request: SignedInRequest, organisation: Organisation, code: str) -> HttpResponse:
    """One theme becomes several."""
    entry = _with(organisation, code).code(code)
    form = SplitForm(_sent(request))

    def save() -> None:
        theming.split_code(
            organisation,
            code=code,
            parts=form.parts(),
            why=form.cleaned_data["why"],
            by=request.user,
            now=clock.now(),
        )

    done = _("The theme is split. Comments that people had given it wait to be looked at again.")
    return _answer(request, organisation, form, save, done) or _page(
        request, organisation, form, "split", _("Split “%(title)s”") % {"title": entry.title}, entry=entry
    )


@at(Permission.KEEP_THEMES)
def retire(request: SignedInRequest, organisation: Organisation, code: str) -> HttpResponse:
    """A theme is used no more."""
    entry = _with(organisation, code).code(code)
    form = WhyForm(_sent(request))

    def save() -> None:
        theming.retire_code(organisation, code=code, **form.cleaned_data, by=request.user, now=clock.now())

    done = _("The theme is retired. What was decided with it keeps its name.")
    return _answer(request, organisation, form, save, done) or _page(
        request, organisation, form, "retire", _("Retire “%(title)s”") % {"title": entry.title}, entry=entry
    )


@at(Permission.KEEP_THEMES)
def restore(request: SignedInRequest, organisation: Organisation, code: str) -> HttpResponse:
    """A past theme is used again."""
    past = [each.code for each in themes.codeframe(organisation.pk).past if each.code.code == code]
    if not past:
        raise Http404
    form = WhyForm(_sent(request))

    def save() -> None:
        theming.restore_code(organisation, code=code, **form.cleaned_data, by=request.user, now=clock.now())

    done = _("The theme is in your list again.")
    return _answer(request, organisation, form, save, done) or _page(
        request,
        organisation,
        form,
        "restore",
        _("Bring back “%(title)s”") % {"title": past[0].title},
        past[0],
    )


@at(Permission.KEEP_THEMES)
def history(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Who changed the list, when and why."""
    versions = list(themes.versions(organisation.pk))
    context = {
        "versions": versions,
        "titles": themes.Frames([organisation.pk]).all_titles(),
        "slug": organisation.slug,
    }
    return render(request, "web/desk/understand/history.jinja", context)


@at(Permission.MODERATE)
def again(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Comments whose theme was split: a person says which of the new themes it is."""
    page = Paginator(themes.to_look_at_again(organisation.pk), PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "words": moderation.safe_texts(text.pk for text in page.object_list),
        "pieces": pieces,
        "stages": wording.STAGES,
        "slug": organisation.slug,
    }
    return render(request, "web/desk/understand/again.jinja", context)


def _sent(request: SignedInRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _with(organisation: Organisation, code: str) -> Codeframe:
    frame = themes.codeframe(organisation.pk)
    if not frame.has(code):
        raise Http404
    return frame


def plan_of(organisation: Organisation) -> list[commitments.Commitment]:
    """The commitments that a theme of this partnership may speak to."""
    return list(commitments.for_organisation(organisation, on=local_date(clock.now())))


def _commitments_by_code(
    organisation: Organisation, frame: Codeframe
) -> dict[str, list[commitments.Commitment]]:
    plan = plan_of(organisation)
    speaking = commitments.speaking_to(plan, [frame])
    return {code.code: [each for each in plan if code.code in speaking[each.pk]] for code in frame.codes}


def _answer(
    request: SignedInRequest, organisation: Organisation, form: Any, save: Callable[[], object], done: str
) -> HttpResponse | None:
    """Save what is sound and go back to the list; None where the page has to be shown (again)."""
    if not form.is_valid():
        return None
    try:
        save()
    except NotAllowed:
        raise
    except DomainError as problem:
        form.add_error(None, ValidationError(str(problem)))
        return None
    messages.success(request, done)
    return redirect("desk:codes", organisation.slug)


def _page(
    request: SignedInRequest, organisation: Organisation, form: Any, what: str, title: str, entry: Any = None
) -> HttpResponse:
    context = {"form": form, "what": what, "heading": title, "entry": entry, "slug": organisation.slug}
    return render(request, "web/desk/understand/code.jinja", context)
