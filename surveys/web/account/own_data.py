"""Somebody with an account sees, downloads and deletes all that is held about her."""

from dataclasses import asdict
from typing import Any, cast

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from surveys.core import clock
from surveys.core.errors import DomainError
from surveys.core.trail import Deed
from surveys.notifications import queries as notifications
from surveys.notifications import services as notifying
from surveys.organisations import queries as organisations
from surveys.people import leaving, own_data
from surveys.people import services as people
from surveys.people.own_data import OwnData
from surveys.people.queries import User
from surveys.people.roles import ROLES
from surveys.web import nhs_forms as nhs

LATEST = 20


class DeleteForm(nhs.NhsForm):
    """Her own address, typed: nobody deletes an account by one slip."""

    email = nhs.EmailField(
        label=gettext_lazy("Type your e-mail address to delete your account"),
        error_messages={"required": gettext_lazy("Type the e-mail address of this account")},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        typed = cleaned.get("email", self.user.email)
        if typed.lower() != self.user.email.lower():
            self.add_error("email", _("This is not the e-mail address of this account"))
        return cleaned


@never_cache
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """What is held, on one page."""
    user = cast("User", request.user)
    held = own_data.of(user, now=clock.now())
    context = {
        "held": held,
        "roles": [(ROLES[role.role].title, role) for role in held.roles],
        "deeds": held.done[:LATEST],
        "asked": notifications.asked_with(user.email),
        "sent": notifications.sent_to(user),
    }
    return render(request, "account/own_data.jinja", context)


@never_cache
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """The same and all the rest of it, as a file."""
    user = cast("User", request.user)
    answer = JsonResponse(_as_json(user, own_data.of(user, now=clock.now())), json_dumps_params={"indent": 1})
    answer["Content-Disposition"] = 'attachment; filename="what-we-keep-about-you.json"'
    return answer


@never_cache
@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End every session of hers, this one too."""
    user = cast("User", request.user)
    people.sign_out_oneself(user, by=user, now=clock.now())
    logout(request)
    return redirect("account_login")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    """Say what goes and what stays, and delete the account when she has typed its address."""
    user, now = cast("User", request.user), clock.now()
    form = DeleteForm(request.POST if request.method == "POST" else None, user=user)
    problem = ""
    if form.is_valid():
        try:
            notifying.leave(user, by=user, now=now)
        except DomainError as refusal:
            problem = str(refusal)
        else:
            logout(request)
            return render(request, "account/deleted.jinja")
    alone = leaving.left_alone(user, now=now)
    context = {"form": form, "alone": alone, "problem": problem}
    return render(request, "account/delete.jinja", context)


def _as_json(user: User, held: OwnData) -> dict[str, Any]:
    deeds = [*held.done, *held.done_to]
    names = organisations.named(deed.organisation_id for deed in deeds if deed.organisation_id)
    return {
        "account": {
            "key": user.pk,
            "name": user.name,
            "email": user.email,
            "since": user.created_at,
            "last_signed_in": user.last_login,
            "signing_in": {"addresses": held.addresses, "second_factors": held.second_factors},
        },
        "roles": [
            {
                "role": ROLES[role.role].title,
                "organisation": role.organisation.name,
                "from": role.valid_from,
                "until": role.valid_to,
            }
            for role in held.roles
        ],
        "signed_in_until": held.sessions,
        "what_you_did": [_deed(deed, names) for deed in held.done],
        "what_was_done_to_your_account": [_deed(deed, names) for deed in held.done_to],
        "rows_that_name_you": [asdict(mark) for mark in held.marks],
        "e_mails_that_you_asked_for": [asdict(asked) for asked in notifications.asked_with(user.email)],
        "e_mails_to_you": [
            {"at": at, "about": about, "state": state} for at, about, state in notifications.sent_to(user)
        ],
    }


def _deed(deed: Deed, names: dict[Any, str]) -> dict[str, Any]:
    return asdict(deed) | {"organisation": names.get(deed.organisation_id, "")}
