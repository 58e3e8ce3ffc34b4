"""Sending: one service call, and a page that loses nothing whatever comes of it."""

from dataclasses import replace
from datetime import datetime
from typing import Protocol

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from surveys.core.errors import DomainError
from surveys.notifications import services as notifications
from surveys.responses import queries as heard
from surveys.responses import receipts
from surveys.responses import services as responses
from surveys.responses.drafts import queries as drafts
from surveys.responses.queries import Channel, Purpose
from surveys.responses.submission import Submission, submission
from surveys.web.journey import doubting, forms, machine, pages, words
from surveys.web.journey.forms import Form
from surveys.web.journey.route import Kind, Step
from surveys.web.journey.tasks import Task
from surveys.web.journey.visit import REMINDER, Visit


class Teller(Protocol):
    """Says what came of it: `pages` to her, `machine` to the worker in her browser."""

    def thanks(self, visit: Visit, code: str, *, again: bool = False) -> HttpResponse: ...
    def late(self, visit: Visit) -> HttpResponse: ...
    def review(self, visit: Visit, *, notice: str = "", status: int = 200) -> HttpResponse: ...
    def wait(self, visit: Visit, task: Task, *, now: datetime) -> HttpResponse: ...
    def put_right(self, visit: Visit, step: Step, form: Form) -> HttpResponse: ...


def send(request: HttpRequest, visit: Visit, *, now: datetime) -> HttpResponse:
    """Store the telling once and show its receipt; or the last look again, with what to do.

    Nothing genuine is refused because of where it comes from: at most it waits a little (`doubting`).
    """
    tell: Teller = machine if machine.asks(request) else pages
    if not visit.ticket.good:
        return _late(visit, tell, now=now)
    if visit.occasion.is_closed(now):
        return closed(visit, tell)
    try:
        given = _submission(visit, now=now)
    except (DomainError, ValidationError) as refusal:
        return _refused(visit, refusal, tell)
    judgement = doubting.judge(request, visit, given, now=now)
    if judgement.task is not None:
        return tell.wait(visit, judgement.task, now=now)
    return _receive(visit, replace(given, doubts=judgement.doubts), tell, now=now)


def _receive(visit: Visit, given: Submission, tell: Teller, *, now: datetime) -> HttpResponse:
    receipt = responses.receive(given, now=now)
    if visit.occasion.consultation_id and REMINDER in visit.extras:
        notifications.mark_answered(token=visit.extras[REMINDER], now=now)
    if receipt.already_known and heard.by_receipt(receipt.code) is None:
        return tell.review(visit.renewed(), notice=_taken_back())
    return tell.thanks(visit, receipt.code, again=receipt.already_known)


def closed(visit: Visit, tell: Teller = pages) -> HttpResponse:
    """The last look at a consultation that has closed: too late to send, but she can copy her words."""
    return tell.review(visit, notice=_closed())


def _late(visit: Visit, tell: Teller, *, now: datetime) -> HttpResponse:
    """The page had been open for a day: her receipt if it was sent then, else her words and a new key.

    A draft's key stays, since it may be sent from another device too.
    """
    key = visit.ticket.key
    code = receipts.code(key)
    if heard.by_receipt(code) is not None:
        return tell.thanks(visit, code, again=True)
    kept = drafts.by_key(key, now=now)
    return tell.late(visit.renewed(key=key if kept else None))


def _submission(visit: Visit, *, now: datetime) -> Submission:
    occasion = visit.occasion
    agreed = visit.given.agreed(occasion.purposes)
    if agreed[Purpose.CONTACT]:
        validate_email(visit.given.contact)
    return submission(
        key=visit.ticket.key,
        partnership_id=occasion.partnership_id,
        unit_id=occasion.unit_id,
        version_id=occasion.version_id,
        consultation_id=occasion.consultation_id,
        definition=occasion.definition,
        answers=visit.given.answers,
        consents=agreed,
        contact=visit.given.contact,
        channel=Channel.WARD if occasion.kiosk else Channel.WEB,
        language=words.language(),
        wording=visit.wording,
        received_at=now,
        after_loss=occasion.after_loss,
    )


def _refused(visit: Visit, refusal: DomainError | ValidationError, tell: Teller) -> HttpResponse:
    """The first page that has something to put right; the last look where no page has."""
    for step in visit.occasion.route:
        if step.kind is Kind.REVIEW:
            break
        form = forms.checked(step, visit.occasion, visit.given)
        if not form.is_valid():
            return tell.put_right(visit, step, form)
    return tell.review(visit, notice=str(refusal))


def _taken_back() -> str:
    return _("You took this feedback back before. If you want us to have it again, press Send.")


def _closed() -> str:
    return _(
        "This has closed, so we can no longer add your answers. We are sorry. "
        "You can still copy what you wrote from here."
    )
