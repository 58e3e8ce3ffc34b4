"""All that waits, on a list: several are accepted, set aside or given a theme at once, and undone at once."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from surveys.core import clock
from surveys.core.errors import DomainError, NotAllowed
from surveys.moderation import queries as moderation
from surveys.moderation import services as moderating
from surveys.moderation.queries import Together, Waiting
from surveys.organisations.queries import Organisation
from surveys.themes import queries as themes
from surveys.themes import together
from surveys.web.access import SignedInRequest
from surveys.web.desk import wording
from surveys.web.desk.home.ages import age
from surveys.web.desk.listen.forms import TogetherForm
from surveys.web.desk.listen.queues import Queue
from surveys.web.desk.scope import partnership_ids

PAGE = 20
CHOSEN = "chosen"
# In an address: the act that has just been done, so that the page can offer to undo it.
DONE = "together"


@dataclass(frozen=True)
class Line:
    """One comment on the list."""

    waiting: Waiting
    age: str
    themes: list[themes.Theme]


def waiting_list(request: SignedInRequest, organisation: Organisation, *, queue: Queue) -> HttpResponse:
    """What waits, danger first and then what waits longest; `?all=1` ticks what may be accepted."""
    if request.method != "POST":
        moderating.let_all_go(by=request.user)
        return _page(request, organisation, queue, _form(organisation))
    form = _form(organisation, request.POST)
    if not request.POST.getlist(CHOSEN):
        form.add_error(None, ValidationError(_("Tick at least one comment")))
    elif form.is_valid():
        try:
            return _done(request, organisation, queue, form)
        except NotAllowed:
            raise
        except DomainError as problem:
            form = _form(organisation, request.POST)
            form.add_error(None, ValidationError(str(problem)))
    return _page(request, organisation, queue, form)


def _form(organisation: Organisation, data: QueryDict | None = None) -> TogetherForm:
    ids = partnership_ids(organisation, now=clock.now())
    return TogetherForm(data, titles=themes.Frames(ids).titles())


@require_POST
def undo(
    request: SignedInRequest, organisation: Organisation, together_id: UUID, *, queue: Queue
) -> HttpResponse:
    """A whole act is taken back."""
    try:
        number = together.undo(together_id, by=request.user, now=clock.now())
    except NotAllowed:
        raise
    except DomainError as problem:
        messages.warning(request, str(problem))
    else:
        text = ngettext("%(num)s comment is as before.", "%(num)s comments are as before.", number)
        messages.success(request, text % {"num": number})
    return redirect(queue.page("check-list"), organisation.slug)


def just_done(request: SignedInRequest) -> tuple[Together, int] | None:
    """The act that she has just done, and how many comments it was about."""
    try:
        act_id = UUID(request.GET.get(DONE, ""))
    except ValueError:
        return None
    return moderation.just_done_together(act_id, by=request.user)


def _done(
    request: SignedInRequest, organisation: Organisation, queue: Queue, form: TogetherForm
) -> HttpResponse:
    now = clock.now()
    found = moderation.waiting(partnership_ids(organisation, now=now), after_loss=queue.after_loss)
    sent = set(request.POST.getlist(CHOSEN))
    chosen = [pk for pk in found.values_list("pk", flat=True) if str(pk) in sent]
    done = form.do(chosen, by=request.user, now=now)
    if done.left:
        text = ngettext(
            "%(num)s comment was left: it wants to be read by itself, or somebody has it open.",
            "%(num)s comments were left: they want to be read by themselves, or somebody has them open.",
            done.left,
        )
        messages.warning(request, text % {"num": done.left})
    return redirect(f"{queue.address('check-list', organisation.slug)}?{DONE}={done.act_id}")


def _page(
    request: SignedInRequest, organisation: Organisation, queue: Queue, form: TogetherForm
) -> HttpResponse:
    now = clock.now()
    ids = partnership_ids(organisation, now=now)
    page = Paginator(moderation.waiting(ids, after_loss=queue.after_loss), PAGE).get_page(
        request.GET.get("page")
    )
    shown = moderation.to_choose(list(page.object_list), by=request.user, now=now)
    suggested = themes.themes_of([waiting.text.pk for waiting in shown])
    counts = moderation.counts(ids, now=now, after_loss=queue.after_loss)
    context = {
        "form": form,
        "page": page,
        "lines": [
            Line(
                waiting,
                age(moderation.said_at(waiting.text), now=now),
                suggested.get(waiting.text.pk, []),
            )
            for waiting in shown
        ],
        "oldest": age(counts.oldest_waiting, now=now) if counts.oldest_waiting else "",
        "all_ticked": "all" in request.GET,
        "chosen": request.POST.getlist(CHOSEN),
        "act": just_done(request),
        "slug": organisation.slug,
        "queue": queue,
        "stages": queue.stages,
        "sentiments": wording.SENTIMENTS,
        "fft": wording.FFT,
    }
    return render(request, "web/desk/listen/waiting.jinja", context)
