"""What the product is measured against: a view with three ORM inserts, and a flat Jinja2 page."""

import os
from functools import lru_cache
from uuid import UUID, uuid4

import jinja2
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from surveys.core import clock
from surveys.core.models import AuditEvent
from surveys.outbox.models import Message
from surveys.responses.models import Channel, Response

FLAT_PAGE_BYTES = "FLAT_PAGE_BYTES"


@csrf_exempt
@login_not_required
@transaction.atomic
def three_inserts(request: HttpRequest) -> HttpResponse:
    """Store what was posted, as plainly as Django can: a response, an audit row, a message."""
    now = clock.now()
    response = Response.objects.create(
        submission_key=uuid4(),
        receipt_digest=uuid4().hex,
        partnership_id=UUID(request.POST["partnership"]),
        version_id=UUID(request.POST["version"]),
        channel=Channel.WEB,
        stage="birth",
        fft="good",
        answers={"good": request.POST["good"], "better": request.POST["better"]},
        received_at=now,
        local_month=clock.local_month(now),
    )
    AuditEvent.objects.create(at=now, verb="receive", subject_kind="response", subject_id=response.pk)
    Message.objects.create(topic="bare", subject_id=response.pk)
    return HttpResponse("Thank you")


@login_not_required
def flat_page(request: HttpRequest) -> HttpResponse:
    """A page of the same size with two values put in."""
    return HttpResponse(_flat().render(name="Leicester Hospital", key=uuid4().hex))


@lru_cache(maxsize=1)
def _flat() -> jinja2.Template:
    paragraph = "<p>{{ name }} would like to hear about your care. {{ key }}</p>\n"
    filler = "<p>This is what a page of this size looks like when nothing has to be decided.</p>\n"
    lines = max(0, int(os.environ[FLAT_PAGE_BYTES]) - len(paragraph)) // len(filler)
    return jinja2.Environment(autoescape=True).from_string(paragraph + filler * lines)
