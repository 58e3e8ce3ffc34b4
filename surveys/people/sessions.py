"""Where somebody is signed in. A session keeps no address and no browser, only who and until when."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from surveys.people.models import User


def ends_of(user: User, *, now: datetime) -> list[datetime]:
    """When each place where she is signed in signs her out by itself, the next first."""
    return sorted(session.expire_date for session in _of(user, now=now))


def end_all(user: User, *, now: datetime) -> None:
    """She is signed out everywhere."""
    # Each session carries a fingerprint of the (unusable) password: with another one, none of them fits.
    user.set_unusable_password()
    user.save(update_fields=["password"])
    keys = [session.session_key for session in _of(user, now=now)]
    Session.objects.filter(session_key__in=keys).delete()


def _of(user: User, *, now: datetime) -> Iterator[Session]:
    # Who it is stands inside; there are as many as people have signed in within twelve hours.
    for session in Session.objects.filter(expire_date__gt=now):
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            yield session
