"""Who may open a page: everything is closed until a view says which permission opens it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from surveys.core.errors import NotAllowed
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Organisation
from surveys.people.queries import User
from surveys.people.roles import Permission

P = ParamSpec("P")


class SignedInRequest(HttpRequest):
    """A request by somebody with an account, at an organisation where she may be."""

    user: User
    organisation: Organisation


View = Callable[Concatenate[SignedInRequest, Organisation, P], HttpResponse]


def at(permission: Permission) -> Callable[[View[P]], Callable[..., HttpResponse]]:
    """Open a page of `/desk/<organisation>/` to those who hold the permission there.

    The view receives the organisation instead of its slug. To everybody else the page does not exist (404),
    so that nobody learns what there is.
    """

    def decorate(view: View[P]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def opened(
            request: HttpRequest, organisation: str, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            signed_in = cast("SignedInRequest", request)
            place = organisations.by_slug(organisation)
            if place is None or not signed_in.user.may(permission, place.pk):
                raise Http404
            signed_in.organisation = place
            try:
                answer = view(signed_in, place, *args, **kwargs)
            except NotAllowed as refusal:
                answer = render(request, "403.html", {"sentence": str(refusal)}, status=403)
            # What women wrote must not be left behind in the browser of a shared computer.
            answer.headers.setdefault("Cache-Control", "private, no-store")
            return answer

        opened.permission = permission  # type: ignore[attr-defined]  # read by the house test that walks every address
        return opened

    return decorate
