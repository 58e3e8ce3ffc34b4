"""What may be no feedback at all, many at a time: set aside for one reason, or trusted; undone at once."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.core.errors import DomainError, NotAllowed
from surveys.moderation import queries as moderation
from surveys.moderation import services as moderating
from surveys.organisations.queries import Organisation
from surveys.responses.queries import Doubt, Response
from surveys.web.access import SignedInRequest, at
from surveys.web.desk.listen.forms import NotFeedbackForm
from surveys.web.desk.listen.queues import Queue
from surveys.web.desk.scope import partnership_ids

PAGE = 50
CHOSEN = "chosen"
# In an address: the act that has just been done, so that the page can offer to undo it.
DONE = "aside"


def addresses(queue: Queue) -> list[URLPattern]:
    """The addresses of judging a queue's doubtful ones, each open to those who check it."""
    views = (("misuse/", judge, "misuse"), ("misuse/<uuid:act_id>/undo/", undo, "misuse-undo"))
    return [
        path(route, at(queue.checks)(partial(view, queue=queue)), name=name) for route, view, name in views
    ]


def judge(request: SignedInRequest, organisation: Organisation, *, queue: Queue) -> HttpResponse:
    """All that may be misuse; `?doubt=links` narrows it, `?all=1` ticks everything on the page."""
    if request.method != "POST":
        return _page(request, organisation, queue, NotFeedbackForm())
    form = NotFeedbackForm(request.POST)
    trusted = "trust" in request.POST
    if not request.POST.getlist(CHOSEN):
        form.add_error(None, ValidationError(_("Tick at least one answer")))
    elif trusted or form.is_valid():
        try:
            return _judged(request, organisation, queue, None if trusted else form.cleaned_data["reason"])
        except NotAllowed:
            raise
        except DomainError as problem:
            form = NotFeedbackForm(request.POST)
            form.add_error(None, ValidationError(str(problem)))
    return _page(request, organisation, queue, form)


@require_POST
def undo(request: SignedInRequest, organisation: Organisation, act_id: UUID, *, queue: Queue) -> HttpResponse:
    """A whole act is taken back."""
    try:
        number = moderating.bring_back(act_id, by=request.user, now=clock.now())
    except NotAllowed:
        raise
    except DomainError as problem:
        messages.warning(request, str(problem))
    else:
        text = ngettext("%(num)s answer is back.", "%(num)s answers are back.", number)
        messages.success(request, text % {"num": number})
    return redirect(queue.page("misuse"), organisation.slug)


def just_done(request: SignedInRequest) -> tuple[UUID, int] | None:
    """The act that she has just done, and how many answers it set aside."""
    try:
        act_id = UUID(request.GET.get(DONE, ""))
    except ValueError:
        return None
    number = moderation.just_set_aside(act_id, by=request.user)
    return (act_id, number) if number else None


def _judged(
    request: SignedInRequest, organisation: Organisation, queue: Queue, reason: str | None
) -> HttpResponse:
    now = clock.now()
    found = moderation.in_question(partnership_ids(organisation, now=now), after_loss=queue.after_loss)
    chosen = [pk for pk in found.values_list("pk", flat=True) if str(pk) in request.POST.getlist(CHOSEN)]
    here = queue.address("misuse", organisation.slug)
    if reason is not None:
        act = moderating.set_responses_aside(chosen, reason=reason, by=request.user, now=now)
        return redirect(f"{here}?{DONE}={act.pk}")
    number = moderating.trust(chosen, by=request.user, now=now)
    text = ngettext("%(num)s answer waits with the others.", "%(num)s answers wait with the others.", number)
    messages.success(request, text % {"num": number})
    return redirect(here)


def _page(
    request: SignedInRequest, organisation: Organisation, queue: Queue, form: NotFeedbackForm
) -> HttpResponse:
    now = clock.now()
    ids = partnership_ids(organisation, now=now)
    doubt = request.GET.get("doubt", "")
    doubt = doubt if doubt in Doubt.values else ""
    everything = moderation.in_question(ids, after_loss=queue.after_loss)
    shown = moderation.in_question(ids, after_loss=queue.after_loss, doubt=doubt)
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "found": moderation.to_judge([one.pk for one in page.object_list], by=request.user, now=now),
        "reasons": _reasons(everything),
        "doubt": doubt,
        "all_ticked": "all" in request.GET,
        "chosen": request.POST.getlist(CHOSEN),
        "act": just_done(request),
        "slug": organisation.slug,
        "queue": queue,
        "stages": queue.stages,
    }
    return render(request, "web/desk/listen/misuse.jinja", context)


def _reasons(found: QuerySet[Response]) -> list[tuple[str, str, int]]:
    """The reasons that there are: the code, its words, and how many answers."""
    counted = moderation.by_doubt(found)
    return [(doubt.value, str(doubt.label), counted[doubt]) for doubt in Doubt if counted[doubt]]
