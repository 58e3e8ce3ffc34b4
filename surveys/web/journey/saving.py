"""Save and finish later: what she asks us to keep, the page with its code, and a link by e-mail.

A draft is her page as it would be sent. Going on is that page, sent to the address at which she tells, with
the button `GO_ON`: whatever has become of its questions or its closing day, the journey itself answers.
"""

from dataclasses import replace
from datetime import datetime
from uuid import uuid5

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.core.errors import Conflict
from surveys.notifications import services as notifications
from surveys.responses import queries as heard
from surveys.responses import receipts
from surveys.responses.drafts import codes
from surveys.responses.drafts import queries as drafts
from surveys.responses.drafts import services as keeping
from surveys.responses.drafts.queries import Kept, Unsent
from surveys.web import nhs_forms as nhs
from surveys.web.journey import limits, pages, sending, slowing, tasks
from surveys.web.journey.given import Given
from surveys.web.journey.route import Step
from surveys.web.journey.tasks import Waiting
from surveys.web.journey.visit import TURN, Visit
from surveys.web.languages import spoken

LATER = "later"
GO_ON = "go-on"
SEND_LINK = "send-link"
BUTTONS = (LATER, GO_ON, SEND_LINK)

# In an hour. Somebody whose address another person types is written to three times at most; and one code is
# not sent all over the world.
MOST_LINKS_TO_ONE = 3
MOST_LINKS_OF_ONE = 6


class LinkForm(nhs.NhsForm):
    """Where to send the link: used once, and not kept."""

    email = nhs.EmailField(
        label=gettext_lazy("Your e-mail address"),
        error_messages={"required": gettext_lazy("Write your e-mail address")},
    )


def press(request: HttpRequest, visit: Visit, here: Step, *, now: datetime) -> HttpResponse:
    """Answer the button that was pressed."""
    if SEND_LINK in request.POST:
        return _send_link(request, visit, now=now)
    if visit.occasion.is_closed(now):
        return sending.closed(visit)
    return _go_on(visit, here, now=now) if GO_ON in request.POST else _save(request, visit, here, now=now)


def as_page(kept: Kept) -> QueryDict:
    """The page of a draft as it is sent to go on."""
    page = QueryDict(mutable=True)
    for name, values in kept.unsent.given.items():
        page.setlist(name, list(values))
    page[TURN] = str(kept.unsent.turn + 1)
    page[GO_ON] = "1"
    return page


def _save(request: HttpRequest, visit: Visit, here: Step, *, now: datetime) -> HttpResponse:
    task = slowing.first(request, "save", visit.ticket.key, now=now)
    if task is not None:
        return pages.wait(visit, task, now=now, button=LATER)
    try:
        return _show(visit, _keep(visit, here, now=now))
    except Conflict:
        code = receipts.code(visit.ticket.key)
        if heard.by_receipt(code) is not None:
            return pages.thanks(visit, code, again=True)
    # She took that feedback back, so this is a new telling.
    return _show(visit, _keep(visit.renewed(), here, now=now))


def _keep(visit: Visit, here: Step, *, now: datetime) -> Kept:
    visit = _with_what_was_kept(visit, now=now)
    start = visit.occasion.start
    unsent = Unsent(
        key=visit.ticket.key,
        partnership_id=visit.occasion.partnership_id,
        version_id=visit.occasion.version_id,
        route=start.name,
        parts=start.arguments,
        language=spoken().code,
        given=visit.as_data(here),
        turn=visit.turn,
    )
    return keeping.save(unsent, closes_at=visit.occasion.closes_at, now=now)


def _with_what_was_kept(visit: Visit, *, now: datetime) -> Visit:
    """On a device that she had left: also what she has saved on another one since."""
    kept = drafts.by_key(visit.ticket.key, now=now)
    if kept is None or kept.unsent.turn <= visit.turn:
        return visit
    definition = visit.occasion.definition
    given = visit.given.together(Given.read(as_page(kept), definition), definition)
    return replace(visit, given=given, turn=kept.unsent.turn)


def _go_on(visit: Visit, here: Step, *, now: datetime) -> HttpResponse:
    """The page on which she stopped; its ticket is good for another day where it was hers."""
    kept = drafts.by_key(visit.ticket.key, now=now)
    return pages.show(visit.renewed(key=visit.ticket.key) if kept else visit, here)


def _send_link(request: HttpRequest, visit: Visit, *, now: datetime) -> HttpResponse:
    occasion = visit.occasion
    kept = drafts.by_code(codes.read(request.POST.get("code", "")) or "", now=now)
    # A draft from after a loss, sent to another address, is not written about either.
    if kept is None or occasion.after_loss or kept.unsent.route != occasion.start.name:
        return redirect("feedback:go-on")
    visit = replace(visit, given=Given.read(as_page(kept), occasion.definition))
    form = LinkForm(request.POST)
    if not form.is_valid():
        return _show(visit, kept, form=form)
    address = form.cleaned_data["email"]
    task = slowing.first(request, "link", uuid5(kept.unsent.key, address.lower()), now=now)
    if task is not None:
        waiting = tasks.waiting(task, button=SEND_LINK, now=now)
        return _show(visit, kept, form=form, status=429, waiting=waiting)
    if not _may_send(kept, address.lower(), now=now):
        return _show(visit, kept, notice=_too_many_links(), status=429)
    notifications.send_link(kept, address=address, organisation=occasion.partnership, now=now)
    return _show(visit, kept, told=True)


def _may_send(kept: Kept, address: str, *, now: datetime) -> bool:
    to_it = limits.few(address, "link to", most=MOST_LINKS_TO_ONE, now=now)
    of_it = limits.few(str(kept.unsent.key), "link of", most=MOST_LINKS_OF_ONE, now=now)
    return to_it and of_it


def _show(
    visit: Visit,
    kept: Kept,
    *,
    form: LinkForm | None = None,
    notice: str = "",
    told: bool = False,
    status: int = 200,
    **waits: Waiting,
) -> HttpResponse:
    return pages.saved(
        visit,
        status=status,
        kept=kept,
        form=form or LinkForm(),
        notice=notice,
        told=told,
        typed_address=settings.SITE_URL.partition("//")[2] + reverse("feedback:go-on"),
        **waits,
    )


def _too_many_links() -> str:
    return _("Too many links were asked for. Please wait an hour. Until then you can go on with your code.")
