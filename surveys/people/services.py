"""Register people, give and end roles, make and revoke keys."""

import secrets
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.actors import Actor
from surveys.core.errors import require
from surveys.core.secrets import digest
from surveys.organisations.models import Organisation
from surveys.people.models import ApiKey, Membership, User
from surveys.people.roles import Permission, Role


@transaction.atomic
def register(*, email: str, name: str, by: Actor, now: datetime) -> User:
    """The account with this address; a new one where there is none."""
    existing = User.objects.filter(email__iexact=email).first()
    if existing:
        return existing
    user = User(email=email.strip().lower(), name=name)
    user.set_unusable_password()
    user.save()
    audit.record("register", subject=user, by=by, now=now)
    return user


@transaction.atomic
def give_role(
    user: User, *, role: Role, organisation: Organisation, valid_from: date, by: Actor, now: datetime
) -> Membership:
    """Somebody holds a role at an organisation from a day on."""
    require(by.may(Permission.MANAGE, organisation.pk))
    membership, made = Membership.objects.get_or_create(
        user=user,
        organisation=organisation,
        role=role.name,
        valid_to=None,
        defaults={"valid_from": valid_from},
    )
    if made:
        audit.record("give role", subject=membership, organisation_id=organisation.pk, by=by, now=now)
    return membership


@transaction.atomic
def end_role(membership: Membership, *, on: date, by: Actor, now: datetime) -> None:
    """The role ends on a day: that day is the first on which it is no longer held."""
    require(by.may(Permission.MANAGE, membership.organisation_id))
    membership.valid_to = on
    membership.save(update_fields=["valid_to"])
    audit.record("end role", subject=membership, organisation_id=membership.organisation_id, by=by, now=now)


@transaction.atomic
def make_api_key(organisation: Organisation, *, name: str, by: User, now: datetime) -> tuple[ApiKey, str]:
    """A new key and its text, which is shown once and not kept."""
    require(by.may(Permission.MANAGE, organisation.pk))
    text = f"mvp_{secrets.token_urlsafe(32)}"
    key = ApiKey.objects.create(
        organisation=organisation,
        name=name,
        prefix=text[:8],
        key_digest=digest("api key", text),
        made_by=by,
    )
    audit.record("make API key", subject=key, organisation_id=organisation.pk, by=by, now=now)
    return key, text


@transaction.atomic
def revoke_api_key(key_id: UUID, *, by: User, now: datetime) -> None:
    """The key opens nothing from now on."""
    key = ApiKey.objects.select_for_update().get(pk=key_id)
    require(by.may(Permission.MANAGE, key.organisation_id))
    key.revoked_at = now
    key.save(update_fields=["revoked_at"])
    audit.record("revoke API key", subject=key, organisation_id=key.organisation_id, by=by, now=now)
