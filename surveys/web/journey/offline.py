"""The whole telling on one page, for a woman whose signal has gone (decision 0062).

The worker in her browser keeps it beside the styles and shows it where the network fails. It has no key and
nothing of hers in it. The pages of the telling are the very same; a script shows one at a time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.cache import get_conditional_response
from django.utils.safestring import SafeString

from surveys.questionnaires.definition import QuestionKind
from surveys.responses.queries import Purpose
from surveys.web.journey import pages, tickets
from surveys.web.journey.afterwards import steps
from surveys.web.journey.given import CONTACT, field_name, hidden_inputs
from surveys.web.journey.occasion import Occasion
from surveys.web.journey.route import REVIEW, Step
from surveys.web.journey.visit import AT, Visit

# In the address of a telling's first page: asks for this page instead. frontend/js/worker.mjs says it too.
ASKED = "offline"


@dataclass(frozen=True)
class Rule:
    """What has to be put right before she leaves a page: `kind` as frontend/js/offline/wrong.mjs knows it."""

    kind: str
    control: str


@dataclass(frozen=True)
class Sheet:
    """One page of the telling, as it stands in the page for all."""

    name: str
    title: str
    html: SafeString
    rules: tuple[Rule, ...]


def page(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    """The page, or that it has not changed since it was fetched."""
    html = pages.once(occasion, "offline", lambda: _rendered(occasion))
    tag = f'"{sha256(html.encode()).hexdigest()[:32]}"'
    unchanged = get_conditional_response(request, etag=tag)
    response = unchanged or HttpResponse(html)
    response["Cache-Control"] = "no-cache"
    response["ETag"] = tag
    return response


def _rendered(occasion: Occasion) -> str:
    nobody = Visit.begin(occasion, QueryDict())
    return pages.render(
        "web/feedback/offline.jinja",
        occasion,
        sheets=[_sheet(nobody, step) for step in occasion.route],
        steps=steps(occasion),
        version=tickets.version_mark(occasion),
    )


def _sheet(nobody: Visit, step: Step) -> Sheet:
    carried = hidden_inputs([(AT, step.name)])
    html = pages.bare(nobody, step).replace(pages.CARRIED, carried, 1)
    return Sheet(step.name, pages.title(nobody, step), SafeString(html), tuple(_rules(step)))


def _rules(step: Step) -> Iterator[Rule]:
    for question in step.questions:
        if question.required:
            yield Rule("needed", field_name(question.key))
        if question.kind is QuestionKind.TEXT:
            yield Rule("long", field_name(question.key))
    if Purpose.CONTACT in step.purposes:
        yield Rule("address", CONTACT)
    if step == REVIEW:
        yield Rule("nothing", "")
