"""What women said, as those may read it who read words: a list to search, one response, the themes."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from surveys.core import clock
from surveys.core.clock import local_date
from surveys.core.periods import next_month
from surveys.moderation.queries import pieces
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Organisation
from surveys.people import queries as people
from surveys.people.roles import Permission
from surveys.responses import queries as responses
from surveys.themes import queries as themes
from surveys.web.access import SignedInRequest, at
from surveys.web.desk import wording
from surveys.web.desk.listen.filters import FilterForm, three_months_before
from surveys.web.desk.listen.forms import AskForm
from surveys.web.desk.listen.queues import Queue
from surveys.web.desk.scope import partnership_ids

PAGE = 20
WORDS = {
    "stages": wording.STAGES,
    "fft": wording.FFT,
    "sentiments": wording.SENTIMENTS,
    "states": wording.STATES,
    "state_kinds": wording.STATE_KINDS,
    "pieces": pieces,
}


@at(Permission.READ_WORDS)
def feedback(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Everything that was heard, newest first, narrowed by what stands in the address."""
    now = clock.now()
    units = list(organisations.units(organisation, on=local_date(now)))
    ids = partnership_ids(organisation, now=now)
    form = FilterForm(request.GET, units=units, titles=themes.Frames(ids).all_titles(), now=now)
    found = themes.feedback(ids, form.wanted())
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "heard": themes.told(page.object_list), "slug": organisation.slug}
    return render(request, "web/desk/listen/feedback.jinja", context | WORDS)


def response(
    request: SignedInRequest,
    organisation: Organisation,
    response_id: UUID,
    *,
    queue: Queue,
    question: AskForm | None = None,
) -> HttpResponse:
    """One response: its choices, its texts, what they are about; for those who read the queue's words.

    `question` is one that is being written to her and has to be put right.
    """
    ids = partnership_ids(organisation, now=clock.now())
    found = responses.received(ids, after_loss=queue.after_loss).filter(pk=response_id)
    heard = next(iter(themes.told(found.select_related("unit", "partnership"))), None)
    if heard is None:
        raise Http404
    held = people.permissions_at(request.user, organisation.pk)
    context = {
        "heard": heard,
        "facts": _facts(heard.response),
        "agreed": responses.agreements(heard.response),
        "may_check": queue.checks in held,
        "may_ask": Permission.ASK_BACK in held and responses.may_be_asked(heard.response),
        "question": responses.open_question(response_id),
        "form": question or AskForm(),
        "queue": queue,
        "slug": organisation.slug,
    }
    return render(request, "web/desk/listen/response.jinja", context | WORDS | {"stages": queue.stages})


def _facts(response: responses.Response) -> list[tuple[str, str]]:
    """What was chosen, each with what it is called."""
    if response.after_loss:
        happened = wording.HAPPENED.get(response.answers.get("happened", ""))
        return [(_("What happened"), happened or _("Not answered"))]
    return [
        (_("Overall experience"), wording.FFT.get(response.fft, response.fft) or _("Not answered")),
        (_("How it came"), response.get_channel_display()),
    ]


@at(Permission.READ_WORDS)
def themes_overview(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """How often each theme came up in the last three months, and how much of it a person has checked."""
    now = clock.now()
    start, end = three_months_before(local_date(now)), next_month(local_date(now))
    counts = themes.overview(partnership_ids(organisation, now=now), start=start, end=end)
    context = {
        "counts": counts,
        "mentions": sum(theme.comments for theme in counts),
        "checked": sum(theme.checked for theme in counts),
        "start": start,
        "slug": organisation.slug,
        "sentiments": wording.SENTIMENTS,
    }
    return render(request, "web/desk/listen/themes.jinja", context)
