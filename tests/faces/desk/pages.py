"""Somebody who has signed in, and what a page shows her."""

import re
from html import unescape

from django.test import Client

from surveys.people.models import User

# A whole decision about a risk, as its page sends it.
DECISION = {
    "decide-decision": "safeguarding",
    "decide-reason": "It may go on at home",
    "decide-told": "Duty safeguarding midwife, by phone",
    "decide-told_on_day": "14",
    "decide-told_on_month": "10",
    "decide-told_on_year": "2026",
    "decide-told_time": "11:15",
}


def signed_in(user: User) -> Client:
    """A browser in which somebody has signed in."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def words_of(content: bytes) -> str:
    """The words on a page, without its markup, on one line."""
    main = content.decode().split("<main", 1)[-1]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())
