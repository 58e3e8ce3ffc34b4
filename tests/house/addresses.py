"""Every address of the product, as Django's resolver knows them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from surveys.people.roles import Permission

# The organisation in whose name a page of the desk is opened; all other parts of an address name an object.
PLACE = "organisation"
PART = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Address:
    """One address: its name (else its route), how it is written (`desk/<slug:organisation>/`), the view."""

    name: str
    route: str
    view: Callable[..., Any]
    parts: tuple[str, ...]

    @property
    def permission(self) -> Permission | None:
        """What opens the page, where `access.at` guards it."""
        return getattr(self.view, "permission", None)

    @property
    def asks_for_sign_in(self) -> bool:
        return bool(getattr(self.view, "login_required", True))

    @property
    def is_api(self) -> bool:
        return self.name.startswith("api:")

    @property
    def names_an_object(self) -> bool:
        return any(part != PLACE for part in self.parts)

    def filled(self, known: Mapping[str, Any]) -> str:
        """The address with real things in it."""
        missing = [part for part in self.parts if part not in known]
        if missing:
            pytest.fail(
                f"The walk does not know what “{missing[0]}” in {self.route} stands for. Make one of "
                "Leicester’s in tests/house/belongings.py, so that the walk can try to reach it from Durham."
            )
        return "/" + PART.sub(lambda part: str(known[part[1]]), self.route)


def addresses() -> list[Address]:
    """All of them."""
    return list(_inside(get_resolver(), "", ()))


def _inside(resolver: URLResolver, before: str, spaces: tuple[str, ...]) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            name = ":".join([*spaces, pattern.name]) if pattern.name else route
            yield Address(name, route, pattern.callback, tuple(PART.findall(route)))
        else:
            yield from _inside(pattern, route, spaces + ((pattern.namespace,) if pattern.namespace else ()))
