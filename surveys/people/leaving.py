"""Somebody deletes her own account: what was hers goes, what she did stays, without her name."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from surveys.core import audit, clock
from surveys.core.actors import Actor
from surveys.core.errors import Conflict, require
from surveys.organisations.models import Organisation
from surveys.people import sessions
from surveys.people.models import Membership, User
from surveys.people.roles import LMS_OFFICER

NAME = "Deleted account"
# Reserved by RFC 2606: nothing can ever be sent there.
NOWHERE = "deleted.invalid"


@transaction.atomic
def leave(user: User, *, by: Actor, now: datetime) -> None:
    """End her roles and sessions, and take name and address from her account, which can be used no more.

    Raises NotAllowed for anybody but herself, and Conflict where an LMS would be left without an officer.
    """
    require(by.actor_id == user.pk, "Only you yourself can delete your account.")
    _require_another_officer(user, now=now)
    _end_roles(user, now=now)
    audit.record("delete account", subject=user, by=by, now=now)
    sessions.end_all(user, now=now)
    for kept_by_signing_in in (EmailAddress, Authenticator, SocialAccount):
        kept_by_signing_in.objects.filter(user=user).delete()
    user.email, user.name, user.is_active, user.last_login = f"{user.pk}@{NOWHERE}", NAME, False, None
    user.save(update_fields=["email", "name", "is_active", "last_login"])


def left_alone(user: User, *, now: datetime) -> list[Organisation]:
    """Where she is the only officer today: somebody else has to be one before she can leave."""
    officers = Membership.objects.current(on=clock.local_date(now)).filter(role=LMS_OFFICER.name)
    hers = officers.filter(user=user).values_list("organisation_id", flat=True)
    others = officers.exclude(user=user).filter(user__is_active=True)
    alone = set(hers) - set(others.values_list("organisation_id", flat=True))
    return list(Organisation.objects.filter(pk__in=alone).order_by("name"))


def _require_another_officer(user: User, *, now: datetime) -> None:
    # Two officers who leave at the same moment: the second waits here, and sees that she is the last.
    hers = Membership.objects.filter(user=user, role=LMS_OFFICER.name).values("organisation_id")
    list(Organisation.objects.select_for_update().filter(pk__in=hers).order_by("pk"))
    if alone := left_alone(user, now=now):
        names = ", ".join(place.name for place in alone)
        raise Conflict(
            f"You are the only officer of {names}. Give this role to somebody else first, or ask whoever "
            "runs this service to do it. Then you can delete your account."
        )


def _end_roles(user: User, *, now: datetime) -> None:
    today = clock.local_date(now)
    for membership in Membership.objects.filter(user=user).exclude(valid_to__lte=today):
        membership.valid_to = max(today, membership.valid_from)
        membership.save(update_fields=["valid_to"])
        audit.record(
            "end role",
            subject=membership,
            organisation_id=membership.organisation_id,
            by=user,
            now=now,
        )
