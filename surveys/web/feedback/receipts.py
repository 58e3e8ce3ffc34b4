"""She comes back with her receipt code: it was received, and she may take it back.

The code is only ever posted, so that it stands in no address, history or log. A wrong code and one that
was taken back get the same answer.
"""

from contextlib import suppress
from datetime import datetime

from django import forms as django_forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from surveys.core import clock
from surveys.core.errors import Conflict
from surveys.core.secrets import grouped, read_code
from surveys.organisations import queries as organisations
from surveys.responses import queries as heard
from surveys.responses import services as responses
from surveys.responses.drafts import codes as drafts
from surveys.web import nhs_forms as nhs
from surveys.web.journey import limits
from surveys.web.journey.whom_to_ring import Help

# Enough for anybody who mistypes; far too few to guess one code out of 2 to the power of 75.
MOST_AN_HOUR = 60
ASK = "ask"
TAKE_BACK = "take-back"


class CodeForm(nhs.NhsForm):
    """The code, forgiving of small letters, spaces and look-alikes."""

    code = nhs.CharField(
        label=gettext_lazy("What is your receipt code?"),
        label_size="l",
        page_heading=True,
        help_text=gettext_lazy("16 letters and numbers. You saw it after you sent your feedback."),
        width=20,
        autocomplete="off",
        attributes={"dir": "ltr", "autocapitalize": "characters", "spellcheck": "false"},
        error_messages={"required": gettext_lazy("Write your code")},
    )

    @property
    def draft(self) -> str:
        """The code of a draft, if what was typed looks like one; whether it is one is not asked."""
        return drafts.read(self.data.get("code", "")) or ""

    def clean_code(self) -> str:
        if self.draft:
            raise django_forms.ValidationError(_("This is not a receipt code"))
        code = read_code(self.cleaned_data["code"])
        if code is None or heard.by_receipt(code) is None:
            raise django_forms.ValidationError(_not_found())
        return code


# Whoever holds the code may act with it: there is no session that a forged post could borrow.
@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest) -> HttpResponse:
    """Ask for the code, show that it was received, explain taking it back, take it back."""
    now = clock.now()
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _show(request, "web/feedback/receipt_code.jinja", form=form)
    if not limits.within(request, "receipt", most=MOST_AN_HOUR, now=now):
        form.add_error("code", _("Too many codes were tried. Please wait an hour and try again."))
        return _show(request, "web/feedback/receipt_code.jinja", status=429, form=form)
    if request.POST.get("step") == TAKE_BACK:
        return _take_back(request, now=now)
    if not form.is_valid():
        return _show(request, "web/feedback/receipt_code.jinja", form=form)
    return _known(request, form.cleaned_data["code"])


def _known(request: HttpRequest, code: str) -> HttpResponse:
    sure = request.POST.get("step") == ASK
    template = "web/feedback/receipt_sure.jinja" if sure else "web/feedback/receipt_received.jinja"
    response = heard.by_receipt(code)
    gentle = response is not None and response.after_loss
    return _show(request, template, code=code, shown=grouped(code), place=_place(code), gentle=gentle)


def _take_back(request: HttpRequest, *, now: datetime) -> HttpResponse:
    code = read_code(request.POST.get("code", ""))
    # Pressed twice, the second finds nothing: it is taken back all the same, which is what she wants to read.
    with suppress(Conflict):
        responses.withdraw(code or "", now=now)
    return _show(request, "web/feedback/receipt_taken_back.jinja")


def _place(code: str) -> str:
    response = heard.by_receipt(code)
    place = response and (response.unit_id or response.partnership_id)
    return organisations.named([place])[place] if place else ""


def _not_found() -> str:
    return _("We cannot find feedback with this code. Check each letter and try again.")


def _show(request: HttpRequest, template: str, *, status: int = 200, **context: object) -> HttpResponse:
    shared = {"organisation": _("Maternity Voices"), "help": Help()}
    response = render(request, template, shared | context, status=status)
    response["Cache-Control"] = "no-store"
    return response
