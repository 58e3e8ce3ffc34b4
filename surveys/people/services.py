"""Register people, give and end roles, make and revoke keys."""

import secrets
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit, clock
from surveys.core.actors import Actor
from surveys.core.errors import Conflict, require
from surveys.core.secrets import digest
from surveys.organisations.models import Kind, Organisation
from surveys.people import policies, sessions
from surveys.people.models import ApiKey, Membership, User
from surveys.people.roles import LOSS_MODERATOR, Permission, Role


@transaction.atomic
def register(*, email: str, name: str, by: Actor, now: datetime) -> User:
    """The account with this address; a new one where there is none."""
    existing = User.objects.filter(email__iexact=email.strip()).first()
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
    """Somebody holds a role at an organisation from a day on. Raises NotAllowed, Conflict."""
    policies.require_keeper(by, of=user, organisation_id=organisation.pk)
    if role is LOSS_MODERATOR and organisation.kind != Kind.LMS:
        raise Conflict("A specialist moderator reads for a whole LMS. Choose the LMS.")
    if not user.is_active:
        raise Conflict("This account has been closed. Use another e-mail address.")
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
    """The role ends on a day: that day is the first on which it is no longer held. Raises NotAllowed."""
    policies.require_keeper(by, of=membership.user, organisation_id=membership.organisation_id)
    if membership.valid_to is None or membership.valid_to > on:
        _set_end(membership, on, verb="end role", by=by, now=now)


@transaction.atomic
def resume_role(membership: Membership, *, by: Actor, now: datetime) -> None:
    """On its day, the end of a role is taken back. Raises NotAllowed, Conflict."""
    policies.require_keeper(by, of=membership.user, organisation_id=membership.organisation_id)
    if membership.valid_to is not None and membership.valid_to < clock.local_date(now):
        raise Conflict("This role ended before today. Give it again instead.")
    same = Membership.objects.filter(
        user_id=membership.user_id, organisation_id=membership.organisation_id, role=membership.role
    )
    if same.filter(valid_to__isnull=True).exists():
        raise Conflict("She has been given this role again since.")
    _set_end(membership, None, verb="resume role", by=by, now=now)


def _set_end(membership: Membership, day: date | None, *, verb: str, by: Actor, now: datetime) -> None:
    membership.valid_to = day
    membership.save(update_fields=["valid_to"])
    audit.record(verb, subject=membership, organisation_id=membership.organisation_id, by=by, now=now)


@transaction.atomic
def sign_out_everywhere(membership: Membership, *, by: Actor, now: datetime) -> None:
    """All sessions of somebody with a role end; she can sign in again with a new code.

    Raises NotAllowed, and Conflict where she no longer holds the role: she may be others' concern by now.
    """
    require(by.may(Permission.MANAGE, membership.organisation_id))
    if membership.valid_to is not None and membership.valid_to < clock.local_date(now):
        raise Conflict("She no longer has this role, so she cannot be signed out from here.")
    sessions.end_all(membership.user, now=now)
    audit.record(
        "sign out everywhere",
        subject=membership.user,
        organisation_id=membership.organisation_id,
        by=by,
        now=now,
    )


@transaction.atomic
def sign_out_oneself(user: User, *, by: Actor, now: datetime) -> None:
    """All sessions of somebody end, as she asks. Raises NotAllowed for anybody else."""
    require(by.actor_id == user.pk)
    sessions.end_all(user, now=now)
    audit.record("sign out everywhere", subject=user, by=by, now=now)


@transaction.atomic
def make_api_key(organisation: Organisation, *, name: str, by: Actor, now: datetime) -> tuple[ApiKey, str]:
    """A new key and its text, which is shown once and not kept. Raises NotAllowed, Conflict."""
    require(by.may(Permission.MANAGE, organisation.pk))
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    if ApiKey.objects.filter(organisation=organisation, name=name, revoked_at__isnull=True).exists():
        raise Conflict(f"There is already a key “{name}”. Revoke it first, or choose another name.")
    text = f"mvp_{secrets.token_urlsafe(32)}"
    key = ApiKey.objects.create(
        organisation=organisation,
        name=name,
        prefix=text[:8],
        key_digest=digest("api key", text),
        made_by_id=by.actor_id,
    )
    audit.record("make API key", subject=key, organisation_id=organisation.pk, by=by, now=now)
    return key, text


@transaction.atomic
def revoke_api_key(key_id: UUID, *, by: Actor, now: datetime) -> None:
    """The key opens nothing from now on; a second time changes nothing. Raises NotAllowed."""
    key = ApiKey.objects.select_for_update().get(pk=key_id)
    require(by.may(Permission.MANAGE, key.organisation_id))
    if key.revoked_at is not None:
        return
    key.revoked_at = now
    key.save(update_fields=["revoked_at"])
    audit.record("revoke API key", subject=key, organisation_id=key.organisation_id, by=by, now=now)
