"""All that is held about somebody with an account, for herself; and what stays when she leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db import models
from django.utils.text import camel_case_to_spaces

from surveys.core import trail
from surveys.core.trail import Deed
from surveys.people import sessions
from surveys.people.models import Membership, User

# Said apart, since these are hers alone and do not stay.
SAID_APART = {"people.Membership", "notifications.Email"}


@dataclass(frozen=True)
class Mark:
    """Rows that name her as the one who did something: "clearance", "cleared by", and their keys."""

    kind: str
    how: str
    ids: tuple[UUID, ...]


@dataclass(frozen=True)
class OwnData:
    """An account as it is held. Times are moments; `sessions` say when each ends by itself."""

    user: User
    roles: list[Membership]
    sessions: list[datetime]
    addresses: list[str]
    second_factors: list[str]
    marks: list[Mark]
    done: list[Deed]
    done_to: list[Deed]


def of(user: User, *, now: datetime) -> OwnData:
    """What this room and the audit trail hold, and where other rooms name her."""
    held = list(Membership.objects.filter(user=user).select_related("organisation").order_by("valid_from"))
    return OwnData(
        user=user,
        roles=held,
        sessions=sessions.ends_of(user, now=now),
        addresses=list(EmailAddress.objects.filter(user=user).values_list("email", flat=True)),
        second_factors=list(Authenticator.objects.filter(user=user).values_list("type", flat=True)),
        marks=list(_marks(user)),
        done=trail.done_by(user.pk),
        done_to=trail.done_to([user.pk, *(membership.pk for membership in held)]),
    )


def _marks(user: User) -> Iterator[Mark]:
    # Asked of Django, since rooms above this one have such rows too, and new ones must not be forgotten.
    for model in apps.get_models():
        if model.__module__.startswith("surveys.") and model._meta.label not in SAID_APART:
            for field in model._meta.concrete_fields:
                if isinstance(field, models.ForeignKey) and field.related_model is User:
                    yield from _mark(model, field, user)


def _mark(model: type[models.Model], field: models.ForeignKey[Any, Any], user: User) -> Iterator[Mark]:
    ids = tuple(model._base_manager.filter(**{field.name: user}).values_list("pk", flat=True))
    if ids:
        kind = camel_case_to_spaces(model.__name__)
        yield Mark(kind=kind, how=field.name.replace("_", " "), ids=ids)
