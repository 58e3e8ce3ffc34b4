"""The frame around every page of the desk: where this person may go here, and who she is."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import resolve, reverse
from django.utils.translation import gettext as _

from surveys.organisations.queries import Organisation
from surveys.people import queries as people
from surveys.people.roles import Permission
from surveys.web.places import Desk, Place


@dataclass(frozen=True)
class Section:
    """One place in the main navigation and the pages inside it, each by the name of its address."""

    text: str
    pages: tuple[tuple[str, str], ...]


SECTIONS = (
    Section("Today", (("Today", "desk:today"),)),
    Section(
        "Listen",
        (
            ("Feedback", "desk:feedback"),
            ("Check comments", "desk:check"),
            ("Risks", "desk:risks"),
            ("On call", "desk:on-call"),
            ("Bring in answers", "desk:imports"),
        ),
    ),
    Section(
        "After a loss",
        (
            ("What needs you", "desk:loss:home"),
            ("Search", "desk:loss:search"),
            ("Check comments", "desk:loss:check"),
            ("Risks", "desk:loss:risks"),
            ("On call", "desk:loss:on-call"),
        ),
    ),
    Section(
        "Ask",
        (
            ("Consultations", "desk:consultations"),
            ("Posters and cards", "desk:posters"),
            ("Websites and tablets", "desk:website"),
        ),
    ),
    Section(
        "Understand",
        (
            ("Themes", "desk:themes"),
            ("Search", "desk:search"),
            ("Themes list", "desk:codes"),
            ("New themes", "desk:emerging"),
            ("The plan", "desk:plan"),
            ("The machine", "desk:accuracy"),
            ("Agreement", "desk:agreement"),
            ("Code a sample", "desk:to-code"),
        ),
    ),
    Section("Act", (("Actions", "desk:actions"), ("Reports", "desk:reports"))),
    Section(
        "People",
        (
            ("People", "desk:people"),
            ("Help lines", "desk:help-lines"),
            ("Time limits", "desk:risk-limits"),
            ("Keys", "desk:keys"),
        ),
    ),
)


def desk(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `desk` on pages that `access.at` has opened, nothing elsewhere."""
    organisation = getattr(request, "organisation", None)
    if organisation is None:
        return {}
    return {"desk": frame(request, organisation)}


def frame(request: Any, organisation: Organisation) -> Desk:
    """The frame of a page at an organisation, with the links that this person's roles open there."""
    held = people.permissions_at(request.user, organisation.pk)
    sections = [(section.text, _pages(section, organisation, held)) for section in SECTIONS]
    here = _longest_match(request.path, [page for _name, pages in sections for page in pages])
    return Desk(
        organisation=organisation.name,
        home=_home([page for _name, pages in sections for page in pages], organisation),
        account=str(request.user),
        sign_out=reverse("account_logout"),
        places=tuple(_place(text, pages, here) for text, pages in sections if pages),
        subplaces=_subplaces([pages for _name, pages in sections], here),
        switch=_other_places(request.user, organisation),
        account_links=(Place(_("What we keep about you"), reverse("account_data")),),
    )


def _home(places: list[Place], organisation: Organisation) -> str:
    """Today, or for whoever has no Today the first page that she may open."""
    return places[0].href if places else address("desk:today", organisation)


def _pages(section: Section, organisation: Organisation, held: frozenset[Permission]) -> list[Place]:
    links = [(text, address(name, organisation)) for text, name in section.pages]
    return [Place(text, href) for text, href in links if href and _permission(href) in held]


def address(name: str, organisation: Organisation) -> str:
    """Where a page of the desk stands, for this organisation."""
    return reverse(name, args=[organisation.slug])


def _permission(href: str) -> Permission | None:
    """What opens the page: said once, at its view."""
    return getattr(resolve(href).func, "permission", None)


def _longest_match(path: str, places: list[Place]) -> str:
    return max((place.href for place in places if path.startswith(place.href)), key=len, default="")


def _place(text: str, pages: list[Place], here: str) -> Place:
    return Place(text, pages[0].href, current=here in [page.href for page in pages])


def _subplaces(sections: list[list[Place]], here: str) -> tuple[Place, ...]:
    inside = next((pages for pages in sections if here in [page.href for page in pages]), [])
    if len(inside) < 2:
        return ()
    return tuple(Place(page.text, page.href, current=page.href == here) for page in inside)


def _other_places(user: people.User, organisation: Organisation) -> tuple[Place, ...]:
    places = people.own_organisations(user, Permission.READ_FIGURES).exclude(pk=organisation.pk)
    others = [Place(place.name, address("desk:today", place)) for place in places]
    apart = people.own_organisations(user, Permission.MODERATE_LOSS).exclude(pk=organisation.pk)
    others += [Place(after_loss_at(place), address("desk:loss:home", place)) for place in apart]
    return tuple(others)


def after_loss_at(place: Organisation) -> str:
    """What the desk of specialist moderators is called among somebody's places."""
    return _("After a loss: %(place)s") % {"place": place.name}
