"""Users, the roles they hold, and keys for other systems."""

from datetime import date
from typing import ClassVar, Self
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from surveys.core import clock
from surveys.core.fates import Fates
from surveys.core.models import Row, UuidV7
from surveys.organisations import queries as organisations
from surveys.organisations.models import Organisation
from surveys.people import roles


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Somebody with an account: an e-mail address and a name, no username; signs in by e-mailed code."""

    fates = Fates(
        retention="account",
        kept="id created_at is_active last_login",
        personal="email name",
        secret="password",  # noqa: S106 - the name of a field
    )

    id = models.UUIDField(primary_key=True, db_default=UuidV7(), editable=False)
    email = models.EmailField()
    name = models.TextField(blank=True, default="")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_an_address")]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def actor_id(self) -> UUID:
        return self.pk

    def may(self, permission: str, organisation_id: UUID) -> bool:
        """Whether a role held here, or at something this is part of, carries the permission today."""
        today = clock.local_date(clock.now())
        held = Membership.objects.held_by(self, on=today).filter(role__in=roles.roles_with(permission))
        return held.filter(organisation_id__in=organisations.ids_over(organisation_id, on=today)).exists()


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self, *, on: date) -> Self:
        ongoing = models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=on)
        return self.filter(ongoing, valid_from__lte=on)

    def held_by(self, user: User, *, on: date) -> Self:
        return self.current(on=on).filter(user=user)


class Membership(Row):
    """That somebody holds a role at an organisation, `[from, to)`."""

    fates = Fates(
        retention="account", kept="id created_at organisation role valid_from valid_to", personal="user"
    )

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    role = models.TextField(choices=[(role.name, role.title) for role in roles.ROLES.values()])
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation", "role"],
                condition=models.Q(valid_to__isnull=True),
                name="one_current_membership",
            ),
        ]


class ApiKey(Row):
    """A key with which another system speaks for an organisation; only its fingerprint is kept."""

    fates = Fates(
        retention="account",
        kept="id created_at organisation name prefix revoked_at",
        personal="made_by",
        secret="key_digest",  # noqa: S106 - the name of a field
    )

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE)
    name = models.TextField()
    prefix = models.TextField()
    key_digest = models.TextField(unique=True)
    # Empty: by whoever runs the server, with a command.
    made_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT)
    revoked_at = models.DateTimeField(null=True)
