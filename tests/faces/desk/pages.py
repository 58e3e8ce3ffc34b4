"""Somebody who has signed in, and what a page shows her."""

import re
from html import unescape

from django.test import Client

from surveys.people.models import User


def signed_in(user: User) -> Client:
    """A browser in which somebody has signed in."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def words_of(content: bytes) -> str:
    """The words on a page, without its markup, on one line."""
    main = content.decode().split("<main", 1)[-1]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())
