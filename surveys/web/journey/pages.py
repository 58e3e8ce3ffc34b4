"""The pages as HTML. What is the same for everybody is rendered once and only her part is spliced in.

The NHS macros cost 10 to 20 ms a page. A page that she has not answered yet differs from anybody else's only
in the hidden inputs, so it is rendered once for as long as its occasion is remembered; only pages that show
her words or an error are rendered for her alone.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from surveys.web.journey import consents, danger, forms, styles, tasks, words
from surveys.web.journey.afterwards import steps
from surveys.web.journey.forms import Form
from surveys.web.journey.given import hidden_inputs
from surveys.web.journey.occasion import Occasion
from surveys.web.journey.reviewing import rows
from surveys.web.journey.route import REVIEW, Kind, Step
from surveys.web.journey.tasks import Task, Waiting
from surveys.web.journey.visit import Visit
from surveys.web.languages import spoken

# Marks of what is spliced in; her words cannot hold them, since "<" is escaped in all that she types.
CARRIED = SafeString("<!--carried-->")
RECEIPT = SafeString("<!--receipt-->")
AGAIN = SafeString("<!--again-->")
HELP = SafeString("<!--help-->")
KEEPING = SafeString("<!--keeping-->")
SEND = "send"
# What stands around a page.
FRAME = "layouts/woman.jinja"
KIOSK = "layouts/kiosk.jinja"
BARE = "layouts/bare.jinja"
TEMPLATES = {
    Kind.WELCOME: "web/feedback/loss_welcome.jinja",
    Kind.CARE: "web/feedback/question.jinja",
    Kind.CONSENTS: "web/feedback/consents.jinja",
    Kind.ABOUT_HER: "web/feedback/about_her.jinja",
}


def begin(visit: Visit) -> HttpResponse:
    """The first page of a telling that has nothing of hers yet: its styles come with it, in one flight."""
    step, occasion = visit.occasion.route.first, visit.occasion
    html = once(occasion, "begin", lambda: _first(visit, step))
    return _answer(visit, html.replace(CARRIED, visit.carried(step), 1))


def _first(visit: Visit, step: Step) -> str:
    chosen = len(step.choices) == len(step.questions)
    inline = styles.first() if chosen else styles.whole()
    return _question(visit, step, forms.shown(step, visit.occasion, visit.given), inline_styles=inline)


def show(visit: Visit, step: Step) -> HttpResponse:
    """A page as she left it."""
    if step.kind is Kind.REVIEW:
        return review(visit)
    occasion = visit.occasion
    form = forms.shown  # made only when the page has to be rendered
    if visit.given.answers_any(step.shows):
        html = _question(visit, step, form(step, occasion, visit.given))
    else:
        html = once(occasion, step.name, lambda: _question(visit, step, form(step, occasion, visit.given)))
    return _answer(visit, html.replace(CARRIED, visit.carried(step), 1))


def bare(visit: Visit, step: Step) -> str:
    """A page without header and foot, to stand in another."""
    if step.kind is Kind.REVIEW:
        return _review(visit, frame=BARE)
    return _question(visit, step, forms.shown(step, visit.occasion, visit.given), frame=BARE)


def put_right(visit: Visit, step: Step, form: Form) -> HttpResponse:
    """A page with what is wrong on it."""
    return _answer(visit, _question(visit, step, form).replace(CARRIED, visit.carried(step), 1))


def review(visit: Visit, *, notice: str = "", status: int = 200) -> HttpResponse:
    """The last look: every answer, each with a way to change it."""
    html = _review(visit, notice=notice)
    return _answer(visit, html.replace(CARRIED, visit.carried(REVIEW), 1), status=status)


def wait(visit: Visit, task: Task, *, now: datetime, button: str = SEND) -> HttpResponse:
    """The last look again, with a task: her script does it and sends; without one, she waits and sends."""
    waiting = tasks.waiting(task, button=button, now=now)
    html = _review(visit, waiting=waiting)
    response = _answer(visit, html.replace(CARRIED, visit.carried(REVIEW), 1), status=429)
    response["Retry-After"] = str(waiting.seconds)
    return response


def late(visit: Visit) -> HttpResponse:
    """The last look again, under a new key."""
    return review(visit, notice=_open_too_long())


def thanks(visit: Visit, code: str, *, again: bool = False) -> HttpResponse:
    """Her receipt. `again`: it had been stored before, so she hears so, and how to send what she changed."""
    occasion = visit.occasion
    html = once(occasion, "thanks", lambda: _thanks(occasion))
    html = html.replace(RECEIPT, words.receipt(code), 1)
    html = html.replace(KEEPING, words.keeping(code), 1)
    if occasion.kiosk:
        # Nothing that she said stands here any more; only what clears the screen for good.
        html = html.replace(CARRIED, hidden_inputs(list(visit.extras.items())), 1)
    return _answer(visit, html.replace(AGAIN, _sent_before(visit) if again else "", 1))


def _thanks(occasion: Occasion) -> str:
    where = words.where_to_come_back()
    return render(_end(occasion), occasion, steps=steps(occasion), come_back_at=where)


def _end(occasion: Occasion) -> str:
    if occasion.kiosk:
        return "web/feedback/kiosk_thanks.jinja"
    return "web/feedback/loss_thanks.jinja" if occasion.after_loss else "web/feedback/thanks.jinja"


def saved(visit: Visit, *, status: int = 200, **context: Any) -> HttpResponse:
    """The page of a draft: its code, until when, and how to go on."""
    response = _answer(visit, render("web/feedback/saved.jinja", visit.occasion, **context), status=status)
    if "waiting" in context:
        response["Retry-After"] = str(context["waiting"].seconds)
    return response


def _review(visit: Visit, *, notice: str = "", **context: str | Waiting) -> str:
    return render(
        "web/feedback/review.jinja",
        visit.occasion,
        rows=rows(visit),
        notice=notice,
        has_errors=bool(notice),
        title=title(visit, REVIEW),
        **context,
    )


def _question(visit: Visit, step: Step, form: Form, **context: str) -> str:
    route = visit.occasion.route
    return render(
        TEMPLATES[step.kind],
        visit.occasion,
        form=form,
        step=step,
        is_first=step == route.first,
        questions=len(route.care),
        anyway=consents.anyway(partnership=visit.occasion.partnership, after_loss=visit.occasion.after_loss),
        title=title(visit, step),
        **context,
    )


def title(visit: Visit, step: Step) -> str:
    """What a page is called."""
    if step.kind is Kind.WELCOME:
        return _("We are so sorry")
    if step.kind is Kind.REVIEW:
        return _("Check what you have told us")
    if step.kind is Kind.CONSENTS:
        alone = len(step.purposes) == 1
        return (
            consents.label(step.purposes[0], partnership=visit.occasion.partnership)
            if alone
            else consents.question()
        )
    if step.kind is Kind.ABOUT_HER and not words.is_easy():
        return _("About you")
    alone = len(step.questions) == 1
    return str(words.said(step.questions[0].wording)) if alone else _("What do you think?")


def _sent_before(visit: Visit) -> str:
    carried = visit.renewed().carried(REVIEW)
    return render_to_string(
        "web/feedback/sent_before.jinja",
        {"carried": carried, "address": visit.occasion.address},
        using="jinja2",
    )


def render(template: str, occasion: Occasion, **context: Any) -> str:
    """A page of an occasion as HTML."""
    shared = {
        "occasion": occasion,
        "organisation": occasion.place,
        "help": occasion.help,
        "lang": words.language(),
        "gentle": occasion.after_loss,
        "frame": KIOSK if occasion.kiosk else FRAME,
        "carried": CARRIED,
        "receipt": RECEIPT,
        "again": AGAIN,
        "help_at_once": HELP,
        "keeping": KEEPING,
    }
    return render_to_string(template, shared | context, using="jinja2")


def once(occasion: Occasion, name: str, render: Callable[[], str]) -> str:
    """A page that is the same for everybody, rendered when it is first asked for."""
    key = f"{spoken().code}:{name}"
    if key not in occasion.rendered:
        occasion.rendered[key] = render()
    return occasion.rendered[key]


def _answer(visit: Visit, html: str, *, status: int = 200) -> HttpResponse:
    texts = visit.given.texts(visit.occasion.definition)
    response = HttpResponse(html.replace(HELP, danger.help_for(texts, visit.occasion.help), 1), status=status)
    # Not for shared caches: every page carries a key of its own. Not `no-store` either: with it the browser's
    # Back button would show an error instead of what she had typed (decision 0031).
    response["Cache-Control"] = "private, no-cache"
    response["Content-Security-Policy"] = styles.policy()
    return response


def _open_too_long() -> str:
    return _("This page had been open for a long time. Nothing is lost. Please press Send again.")
