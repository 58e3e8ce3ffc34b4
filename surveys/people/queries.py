"""Who holds which role where, and what that lets them see."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet

from surveys.core import clock
from surveys.core.secrets import digest
from surveys.organisations import queries as organisations
from surveys.organisations.models import Kind, Organisation
from surveys.people.models import ApiKey as ApiKey
from surveys.people.models import Membership as Membership
from surveys.people.models import MembershipQuerySet
from surveys.people.models import User as User
from surveys.people.roles import BOARD_MEMBER, ROLES, Permission, Role, roles_with


def organisation_ids(user: User, permission: Permission) -> frozenset[UUID]:
    """Where somebody holds a permission today: the organisations of her roles and all their parts."""
    today = clock.local_date(clock.now())
    held = Membership.objects.held_by(user, on=today).filter(role__in=roles_with(permission))
    return organisations.ids_under(held.values_list("organisation_id", flat=True), on=today)


def permissions_at(user: User, organisation_id: UUID) -> frozenset[Permission]:
    """All that somebody may do at an organisation today, by the roles held at it or at what it is part of."""
    today = clock.local_date(clock.now())
    over = organisations.ids_over(organisation_id, on=today)
    held = Membership.objects.held_by(user, on=today).filter(organisation_id__in=over)
    return frozenset().union(*(ROLES[role].permissions for role in held.values_list("role", flat=True)))


def own_organisations(user: User, permission: Permission) -> QuerySet[Organisation]:
    """The organisations at which somebody was given a role that carries the permission (not their parts)."""
    today = clock.local_date(clock.now())
    held = Membership.objects.held_by(user, on=today).filter(role__in=roles_with(permission))
    return Organisation.objects.filter(pk__in=held.values("organisation_id")).order_by("name")


def partnerships(user: User, permission: Permission) -> QuerySet[Organisation]:
    """The MVPs for which somebody holds a permission."""
    return Organisation.objects.filter(kind=Kind.MVP, pk__in=organisation_ids(user, permission)).order_by(
        "name"
    )


def memberships(user: User) -> QuerySet[Membership]:
    """The roles that somebody holds today."""
    today = clock.local_date(clock.now())
    return Membership.objects.held_by(user, on=today).select_related("organisation").order_by("created_at")


def roles_of(user: User) -> list[tuple[Role, Organisation]]:
    """The roles that somebody holds today, and where."""
    return [(ROLES[held.role], held.organisation) for held in memberships(user)]


def held_at(organisation_ids: Iterable[UUID], *, on: date) -> QuerySet[Membership]:
    """The roles that are held at these organisations on a day, place by place."""
    return at(organisation_ids).current(on=on).order_by("organisation__name", "role", "user__email")


def at(organisation_ids: Iterable[UUID]) -> MembershipQuerySet:
    """Every role that is or was held at these organisations."""
    found = Membership.objects.filter(organisation_id__in=list(organisation_ids))
    return found.select_related("user", "organisation")


def keys_of(organisation_ids: Iterable[UUID]) -> QuerySet[ApiKey]:
    """The keys that speak for these organisations: those that still open something first, newest first."""
    found = ApiKey.objects.filter(organisation_id__in=list(organisation_ids))
    return found.select_related("organisation", "made_by").order_by(
        F("revoked_at").desc(nulls_first=True), "-created_at"
    )


def board_members(organisation: Organisation, *, on: date) -> QuerySet[User]:
    """Who receives an organisation's reports: the board members of it and of what it is part of."""
    over = organisations.ids_over(organisation.pk, on=on)
    held = Membership.objects.current(on=on).filter(role=BOARD_MEMBER.name, organisation_id__in=over)
    return User.objects.filter(pk__in=held.values("user_id"), is_active=True).order_by("email")


def holders(permission: Permission, organisation_id: UUID, *, on: date) -> QuerySet[User]:
    """Everybody who holds a permission at an organisation on a day, there or at what it is part of."""
    over = organisations.ids_over(organisation_id, on=on)
    held = Membership.objects.current(on=on).filter(role__in=roles_with(permission))
    held = held.filter(organisation_id__in=over)
    return User.objects.filter(pk__in=held.values("user_id"), is_active=True).order_by("name", "email")


def is_anybody(permission: Permission, organisation_id: UUID, *, on: date) -> bool:
    """Whether somebody holds a permission at an organisation on a day."""
    return holders(permission, organisation_id, on=on).exists()


def who_may(permission: Permission, organisation_id: UUID, *, on: date) -> QuerySet[User]:
    """Those who hold a permission at an organisation on a day."""
    over = organisations.ids_over(organisation_id, on=on)
    held = Membership.objects.current(on=on).filter(role__in=roles_with(permission), organisation_id__in=over)
    return User.objects.filter(pk__in=held.values("user_id"), is_active=True).order_by("name", "email")


def user_by_email(email: str) -> User | None:
    return User.objects.filter(email__iexact=email, is_active=True).first()


def key_holder(key: str) -> ApiKey | None:
    """The key that somebody presented, when it is one of ours and has not been revoked."""
    return (
        ApiKey.objects.filter(key_digest=digest("api key", key), revoked_at__isnull=True)
        .select_related("organisation")
        .first()
    )
