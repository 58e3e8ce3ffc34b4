"""No unit can be given a short address that leads to one of the product's own pages."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from surveys.core.errors import Conflict
from surveys.core.languages import BY_CODE
from surveys.organisations.models import Kind
from surveys.organisations.services import RESERVED_SHORT_CODES
from tests.factories.world import organisation


def first_parts() -> set[str]:
    """What the product's own addresses begin with."""
    found = {settings.STATIC_URL.strip("/"), *BY_CODE}
    found |= {re.split(r"[/<]", str(pattern.pattern))[0] for pattern in at_the_top(get_resolver())}
    return {part for part in found if part}


def at_the_top(resolver: URLResolver) -> Iterator[URLPattern | URLResolver]:
    """The patterns that an address begins with, whichever file they stand in."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver) and not str(pattern.pattern):
            yield from at_the_top(pattern)
        else:
            yield pattern


def test_every_first_part_of_an_address_is_reserved() -> None:
    assert first_parts() == RESERVED_SHORT_CODES


@pytest.mark.django_db
@pytest.mark.parametrize("code", sorted(code for code in RESERVED_SHORT_CODES if code.isalpha()))
def test_a_reserved_code_is_refused(code: str) -> None:
    with pytest.raises(Conflict, match="kept for the product"):
        organisation(Kind.SITE, "Somewhere", slug=uuid4().hex, short_code=code.upper())
