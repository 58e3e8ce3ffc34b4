"""Ask: what invites women to speak, to print or to put on a website."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from surveys.core import clock
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Kind, Organisation
from surveys.people.roles import Permission
from surveys.web.access import SignedInRequest, at
from surveys.web.addresses import full, typed
from surveys.web.desk.invite.forms import PlaceForm, PosterForm
from surveys.web.desk.invite.printing import Size, printed
from surveys.web.feedback.invitation import invitation
from surveys.web.feedback.lookup import is_asked_about, occasion_at

WITH_A_PAGE = (Kind.MVP, Kind.LMS)


@dataclass(frozen=True)
class Lines:
    """What is copied into another site: the address of a page, and of our card, so many pixels high.

    `tablet`: the address for a tablet that stands on a ward, where there is one.
    """

    about: str
    link: str
    frame: str
    height: int
    tablet: str = ""


@at(Permission.INVITE)
@require_safe
def posters(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """A form; filled in, the PDF. Nothing changes by it, so it is asked for by GET."""
    today = clock.local_date(clock.now())
    form = PosterForm(request.GET or None, places=_places(organisation, today))
    if form.is_valid():
        return _poster(form, today)
    return render(request, "web/desk/invite/posters.jinja", {"form": form})


@at(Permission.INVITE)
@require_safe
def website(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Lines to copy into another site, a link or our card in a frame; and the address for a ward's tablet."""
    today = clock.local_date(clock.now())
    form = PlaceForm(request.GET or None, places=_places(organisation, today))
    lines = _lines(form, organisation, today) if form.is_valid() else []
    context = {"form": form, "lines": lines, "language": form.first().tag if lines else ""}
    return render(request, "web/desk/invite/website.jinja", context)


def _places(organisation: Organisation, today: date) -> list[Organisation]:
    """This organisation and its parts, as far as somebody can give feedback there."""
    found = organisations.with_short_address(organisation, on=today)
    return [place for place in found if is_asked_about(str(place.short_code), today)]


def _poster(form: PosterForm, today: date) -> HttpResponse:
    short_code, size = form.cleaned_data["place"], Size(form.cleaned_data["size"])
    asked = occasion_at(short_code, today)
    made = printed(
        size,
        [invitation(short_code, language) for language in form.languages()],
        place=asked.place,
        partnership=asked.partnership,
        made_at=clock.now(),
    )
    name = f"{short_code}-{size.value}-{form.first().code}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def _lines(form: PlaceForm, organisation: Organisation, today: date) -> list[Lines]:
    """What leads to the place, and what shows the MVP, in the language that was chosen."""
    short_code = form.cleaned_data["place"]
    with override(form.first().code):
        found = [
            Lines(
                about=occasion_at(short_code, today).place,
                link=full(reverse("feedback:start", args=[short_code])),
                frame=full(reverse("feedback:embed", args=[short_code])),
                height=400,
                tablet=typed(reverse("feedback:kiosk", args=[short_code])),
            )
        ]
        if organisation.kind in WITH_A_PAGE:
            slug = organisation.slug
            page, card = (full(reverse(f"public:{name}", args=[slug])) for name in ("partnership", "embed"))
            found.append(Lines(about=organisation.name, link=page, frame=card, height=800))
    return found
