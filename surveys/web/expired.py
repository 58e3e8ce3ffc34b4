"""A form that came too late: what was typed is shown again, to be sent with one press."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field


@dataclass(frozen=True)
class Sent:
    """One field as it came."""

    name: str
    value: str

    @property
    def label(self) -> str:
        """The field's name in the likeness of words."""
        return self.name.replace("_", " ").replace("-", " ").strip().capitalize()


def may_send_again(request: HttpRequest) -> bool:
    """Whether a form came from a page of our own and holds only text.

    Offering to send again what failed the check for forgeries must not help a forger. So the browser itself
    has to say that the form stood on a page of this very site: `Origin`, which it sets on every POST and no
    page can change, and `Sec-Fetch-Site` where it knows that. Anything less is refused without an offer.
    """
    from_us = (
        request.headers.get("origin") == _own(request)
        and request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
    )
    return request.method == "POST" and from_us and not request.FILES and bool(sent(request))


def from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that a form stood on somebody else's page."""
    return request.headers.get("origin", _own(request)) != _own(request)


def _own(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def sent(request: HttpRequest) -> list[Sent]:
    """Every field of a form but the token, in the order of the form."""
    return [
        Sent(name, str(value)) for name, values in request.POST.lists() if name != TOKEN for value in values
    ]


def page(request: HttpRequest, *, signed_out: bool) -> HttpResponse:
    """The page that says so; it offers to send again only what `may_send_again`."""
    fields = sent(request) if may_send_again(request) else []
    context = {"sent": fields, "action": request.get_full_path(), "signed_out": signed_out}
    answer = render(request, "errors/expired.jinja", context, status=403)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
