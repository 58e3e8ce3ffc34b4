"""She goes on with what she had saved: by its code, or by the link in an e-mail to herself.

The code is only ever posted. The link has to stand in an address, so it is a token of its own, its page sends
no referrer, and it shows one button first, since mail scanners open links. A wrong code, one whose time is
over and one whose telling has been sent get the same answer.
"""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.forms import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from surveys.core import clock
from surveys.core.secrets import grouped, read_code
from surveys.questionnaires import queries as questionnaires
from surveys.responses.drafts import codes
from surveys.responses.drafts import queries as drafts
from surveys.responses.drafts import services as keeping
from surveys.responses.drafts.queries import Kept
from surveys.web import nhs_forms as nhs
from surveys.web.journey import slowing
from surveys.web.journey.given import Given
from surveys.web.journey.reviewing import answered
from surveys.web.journey.saving import as_page
from surveys.web.journey.whom_to_ring import Help

DOOR = "go on"
STEP = "step"
ASK = "ask"
FORGET = "forget"
# Pages about what was told there open gently.
AFTER_LOSS = "feedback:loss"


class CodeForm(nhs.NhsForm):
    """The code of a draft, forgiving of small letters, spaces and look-alikes. Whose it is is asked later."""

    code = nhs.CharField(
        label=gettext_lazy("What is your code?"),
        label_size="l",
        page_heading=True,
        help_text=gettext_lazy("12 letters and numbers. You saw it when you saved."),
        width=20,
        autocomplete="off",
        attributes={"dir": "ltr", "autocapitalize": "characters", "spellcheck": "false"},
        error_messages={"required": gettext_lazy("Write your code")},
    )

    def clean_code(self) -> str:
        if self.receipt:
            raise ValidationError(_("This is not a code to go on with"))
        code = codes.read(self.cleaned_data["code"])
        if code is None:
            raise ValidationError(_not_found())
        return code

    @property
    def receipt(self) -> str:
        """The receipt code, if what was typed looks like one; whether it is one is not asked."""
        return read_code(self.data.get("code", "")) or ""


# Whoever holds the code may act with it: there is no session that a forged post could borrow.
@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def by_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code; go on where she stopped, or forget what was saved."""
    if request.method != "POST":
        return _ask(request, CodeForm())
    form, now = CodeForm(request.POST), clock.now()
    if not form.is_valid():
        return _ask(request, form)
    code = form.cleaned_data["code"]
    task = slowing.before_looking(request, DOOR, code, now=now)
    if task is not None:
        return _ask(request, form, **slowing.at_door(request, task, now=now))
    kept = drafts.by_code(code, now=now)
    slowing.looked(request, DOOR, code, found=kept is not None, now=now)
    if request.POST.get(STEP) == FORGET:
        return _forget(request, code, kept, now=now)
    if kept is None:
        form.add_error("code", _not_found())
        return _ask(request, form)
    if request.POST.get(STEP) == ASK:
        return _of(request, "web/feedback/draft_sure.jinja", kept, shown=grouped(code))
    return _go_on(request, kept)


@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows one button, whatever the token is; POST goes on."""
    answer = _by_link(request, token) if request.method == "POST" else _button(request)
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _button(request: HttpRequest, *, status: int = 200, **waits: Any) -> HttpResponse:
    return _page(request, "web/feedback/draft_link.jinja", status=status, **waits)


def _by_link(request: HttpRequest, token: str) -> HttpResponse:
    now = clock.now()
    task = slowing.before_looking(request, DOOR, token, now=now)
    if task is not None:
        return _button(request, **slowing.at_door(request, task, now=now))
    kept = drafts.by_link(token, now=now)
    slowing.looked(request, DOOR, token, found=kept is not None, now=now)
    return _go_on(request, kept) if kept else _ask(request, CodeForm(), notice=_not_found())


def _forget(request: HttpRequest, code: str, kept: Kept | None, *, now: datetime) -> HttpResponse:
    keeping.forget(code, now=now)
    return _of(request, "web/feedback/draft_forgotten.jinja", kept)


def _go_on(request: HttpRequest, kept: Kept) -> HttpResponse:
    """Her page, in the language in which she wrote, as the address at which she tells answers it."""
    with translation.override(kept.unsent.language):
        answer = _at_her_address(request, kept) or _without_a_page(request, kept)
        answer["Content-Language"] = translation.get_language()
    return answer


def _at_her_address(request: HttpRequest, kept: Kept) -> HttpResponse | None:
    """None where there is nothing at that address any more."""
    request.POST = as_page(kept)  # type: ignore[assignment]  # a QueryDict, as Django makes it itself
    try:
        view = resolve(reverse(kept.unsent.route, args=kept.unsent.parts))
        answer: HttpResponse = view.func(request, *view.args, **view.kwargs)
    except (Http404, NoReverseMatch, Resolver404):
        return None
    return answer if answer.status_code == 200 else None


def _without_a_page(request: HttpRequest, kept: Kept) -> HttpResponse:
    definition = questionnaires.definition(questionnaires.by_id(kept.unsent.version_id))
    rows = answered(definition, Given.read(as_page(kept), definition))
    return _of(request, "web/feedback/draft_without_page.jinja", kept, rows=rows)


def _ask(request: HttpRequest, form: CodeForm, *, notice: str = "", **waits: Any) -> HttpResponse:
    return _page(request, "web/feedback/go_on.jinja", form=form, notice=notice, **waits)


def _of(request: HttpRequest, template: str, kept: Kept | None, **context: Any) -> HttpResponse:
    gentle = kept is not None and kept.unsent.route == AFTER_LOSS
    return _page(request, template, kept=kept, gentle=gentle, **context)


def _page(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    shared = {"organisation": _("Maternity Voices"), "help": Help()}
    answer = render(request, template, shared | context, status=status)
    answer["Cache-Control"] = "no-store"
    if "waiting" in context:
        answer["Retry-After"] = str(context["waiting"].seconds)
    return answer


def _not_found() -> str:
    return _(
        "We have nothing saved under this. Check each letter of your code. "
        "Perhaps you have sent it already, or its time is over and we have deleted it."
    )
