"""She comes back with her receipt code: sees where her feedback is, adds, answers, takes it back.

The code is only ever posted, so that it stands in no address, history or log. A wrong code and one that
was taken back get the same answer.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from surveys.core import clock
from surveys.core.errors import Conflict, DomainError
from surveys.notifications import services as notifications
from surveys.responses import queries as heard
from surveys.responses import services as responses
from surveys.responses.queries import Response
from surveys.web.feedback.receipt_forms import AddressForm, CodeForm, WordsForm
from surveys.web.feedback.whereabouts import steps
from surveys.web.journey import danger, limits, slowing, tasks, words
from surveys.web.journey.tasks import Task, Waiting
from surveys.web.journey.whom_to_ring import Help, from_unit

DOOR = "receipt"
# Whoever an address belongs to is written to so often at most, and one code is not sent all over the world.
MOST_TO_ONE_ADDRESS_AN_HOUR = 3
MOST_OF_ONE_CODE_AN_HOUR = 6
# The same page in another language: it says by "at" which one it is.
STAY = "stay"


@dataclass(frozen=True)
class Visit:
    """She who holds this code, at one moment."""

    request: HttpRequest
    code: str
    response: Response
    now: datetime

    @property
    def partnership(self) -> str:
        return str(self.response.partnership.name)

    @cached_property
    def help(self) -> Help:
        unit = self.response.unit or self.response.partnership
        return from_unit(unit, on=clock.local_date(self.now), after_loss=self.response.after_loss)

    @property
    def typed(self) -> str:
        """What she has written and not sent yet, where she is about to read the page in another language."""
        return self.request.POST.get("words", "") if STAY in self.request.POST else ""

    @cached_property
    def key(self) -> UUID:
        """What makes a page's words be kept once; a new one where the page brought none."""
        with suppress(ValueError):
            return UUID(self.request.POST.get("key", ""))
        return uuid4()

    def show(self, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
        own = {
            "code": self.code,
            "partnership": self.partnership,
            "help": self.help,
            "gentle": self.response.after_loss,
            # Words that sound like danger are followed by help, whatever comes of them (decision 0050).
            "help_at_once": danger.help_for([self.request.POST.get("words", "")], self.help),
        }
        return _show(self.request, template, status=status, **(own | context))


# Whoever holds the code may act with it: there is no session that a forged post could borrow.
@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest) -> HttpResponse:
    """Ask for the code; with it, do what was pressed."""
    now = clock.now()
    if request.method != "POST":
        return _ask_for_code(request, CodeForm())
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _ask_for_code(request, form)
    code = form.cleaned_data["code"]
    task = slowing.before_looking(request, DOOR, code, now=now)
    if task is not None:
        return _ask_for_code(request, form, **_at_door(request, task, now=now))
    response = heard.by_receipt(code)
    slowing.looked(request, DOOR, code, found=response is not None, now=now)
    if response is None:
        return _nobodys(request, form)
    wanted = request.POST.get("at" if STAY in request.POST else "step", "")
    return ACTS.get(wanted, look)(Visit(request, code, response, now))


def look(
    visit: Visit,
    *,
    notice: str = "",
    answer: WordsForm | None = None,
    status: int = 200,
    **waits: Waiting,
) -> HttpResponse:
    """Where her feedback is, what she is asked, and what she can do."""
    question = heard.open_question(visit.response.pk)
    if answer is not None and question is None:
        return more(visit, form=_more_form(visit, visit.request.POST), status=status, **waits)
    return visit.show(
        "web/feedback/receipt_received.jinja",
        status=status,
        place=(visit.response.unit or visit.response.partnership).name,
        come_back_at=words.where_to_come_back(),
        steps=steps(visit.response, now=visit.now),
        question=question,
        form=answer or (_answer_form(visit) if question else None),
        key=visit.key if answer else uuid4(),
        may_add=heard.may_add(visit.response, now=visit.now),
        may_email=not visit.response.after_loss,
        notice=notice,
        **waits,
    )


def more(visit: Visit, *, form: WordsForm | None = None, status: int = 200, **waits: Waiting) -> HttpResponse:
    """A box for what she wants to add."""
    key = visit.key if form else uuid4()
    form = form or _more_form(visit)
    return visit.show("web/feedback/receipt_more.jinja", status=status, form=form, key=key, **waits)


def add(visit: Visit) -> HttpResponse:
    """Keep what she wrote, once."""
    form = _more_form(visit, visit.request.POST)
    if not form.is_valid():
        return more(visit, form=form)
    if waits := _waits(visit, "add", str(visit.key)):
        return more(visit, form=form, **waits)
    try:
        responses.add(visit.code, key=visit.key, words=form.cleaned_data["words"], now=visit.now)
    except DomainError as refusal:
        form.add_error("words", str(refusal))
        return more(visit, form=form)
    return look(visit, notice=_("We have what you added. Thank you. A person will read it."))


def answer(visit: Visit) -> HttpResponse:
    """Keep her answer to the question that she saw, once; nothing she wrote is lost when it is gone."""
    form = _answer_form(visit, visit.request.POST)
    if not form.is_valid():
        return look(visit, answer=form)
    if waits := _waits(visit, "add", str(visit.key)):
        return look(visit, answer=form, **waits)
    written = form.cleaned_data["words"]
    try:
        responses.answer(
            visit.code, question_id=_question(visit), key=visit.key, words=written, now=visit.now
        )
    except Conflict as refusal:
        form = _more_form(visit, visit.request.POST)
        form.add_error("words", str(refusal))
        return more(visit, form=form)
    return look(visit, notice=_("We have your answer. Thank you. A person will read it."))


def address(
    visit: Visit, *, form: AddressForm | None = None, status: int = 200, **waits: Waiting
) -> HttpResponse:
    """Ask where to send her code."""
    if visit.response.after_loss:
        return look(visit)
    form = form or AddressForm()
    return visit.show("web/feedback/receipt_address.jinja", status=status, form=form, **waits)


def email(visit: Visit) -> HttpResponse:
    """Send her code, once, and forget where to."""
    form = AddressForm(visit.request.POST)
    if visit.response.after_loss or not form.is_valid():
        return address(visit, form=form)
    where = form.cleaned_data["email"]
    if waits := _waits(visit, "receipt e-mail", where.lower()):
        return address(visit, form=form, **waits)
    if not _may_send_to(visit, where):
        form.add_error("email", _("Too many e-mails were asked for. Please copy your code, or wait an hour."))
        return address(visit, form=form, status=429)
    notifications.send_receipt(visit.code, address=where, now=visit.now)
    return look(
        visit,
        notice=_(
            "We send your code now. If you once told us to stop all messages to this address, we do not."
        ),
    )


def sure(visit: Visit) -> HttpResponse:
    """What taking back means, before it is done."""
    return visit.show("web/feedback/receipt_sure.jinja")


def take_back(visit: Visit) -> HttpResponse:
    """Take it back."""
    with suppress(Conflict):
        responses.withdraw(visit.code, now=visit.now)
    return _taken_back(visit.request)


TAKE_BACK = "take-back"
ACTS: dict[str, Callable[[Visit], HttpResponse]] = {
    "more": more,
    "add": add,
    "answer": answer,
    "address": address,
    "email": email,
    "ask": sure,
    TAKE_BACK: take_back,
}


def _at_door(request: HttpRequest, task: Task, *, now: datetime) -> dict[str, Any]:
    help_at_once = danger.help_for([request.POST.get("words", "")], Help())
    return slowing.at_door(request, task, now=now) | {"help_at_once": help_at_once}


def _nobodys(request: HttpRequest, form: CodeForm) -> HttpResponse:
    if request.POST.get("step") == TAKE_BACK:
        # Pressed twice, the second finds nothing: it is taken back all the same, as she wants to read.
        return _taken_back(request)
    form.add_error("code", _("We cannot find feedback with this code. Check each letter and try again."))
    return _ask_for_code(request, form)


def _answer_form(visit: Visit, data: Any = None) -> WordsForm:
    return WordsForm(data, label=_("Your answer"), help_=visit.help, typed=visit.typed)


def _more_form(visit: Visit, data: Any = None) -> WordsForm:
    label = _("What do you want to add?")
    return WordsForm(data, label=label, help_=visit.help, heading=True, typed=visit.typed)


def _question(visit: Visit) -> UUID:
    with suppress(ValueError):
        return UUID(visit.request.POST.get("question", ""))
    return uuid4()


def _waits(visit: Visit, purpose: str, what: str) -> dict[str, Any]:
    """What her page needs where this has to wait; nothing where it goes through now."""
    task = slowing.first(visit.request, purpose, uuid5(visit.response.pk, what), now=visit.now)
    if task is None:
        return {}
    return {"status": 429, "waiting": tasks.waiting(task, button="step", now=visit.now)}


def _may_send_to(visit: Visit, where: str) -> bool:
    now = visit.now
    to_it = limits.few(where.lower(), "receipt e-mail to", most=MOST_TO_ONE_ADDRESS_AN_HOUR, now=now)
    of_it = limits.few(visit.code, "receipt e-mail of", most=MOST_OF_ONE_CODE_AN_HOUR, now=now)
    return to_it and of_it


def _ask_for_code(request: HttpRequest, form: CodeForm, **waits: Any) -> HttpResponse:
    return _show(request, "web/feedback/receipt_code.jinja", form=form, help=Help(), **waits)


def _taken_back(request: HttpRequest) -> HttpResponse:
    return _show(request, "web/feedback/receipt_taken_back.jinja", help=Help())


def _show(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    shared = {"organisation": _("Maternity Voices"), "lang": words.language()}
    response = render(request, template, shared | context, status=status)
    response["Cache-Control"] = "no-store"
    if "waiting" in context:
        response["Retry-After"] = str(context["waiting"].seconds)
    return response
