"""Somebody leaves: what was hers goes, what she did stays without her name, and no LMS is left alone."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection

from surveys.core.actors import SYSTEM
from surveys.core.errors import Conflict, NotAllowed
from surveys.core.models import AuditEvent
from surveys.moderation import services as moderation
from surveys.moderation.models import Clearance
from surveys.notifications import delivery
from surveys.notifications import services as notifications
from surveys.notifications.models import Email, Subscription
from surveys.people import own_data
from surveys.people import services as people
from surveys.people.models import Membership, User
from surveys.people.roles import CHAIR, LMS_OFFICER
from tests.factories.consultations import opened
from tests.factories.feedback import received
from tests.factories.letters import clock, queued
from tests.factories.world import NOW, START, Place, person


def leave(user: User) -> None:
    notifications.leave(user, by=user, now=NOW)


def found_in_tables(text: str) -> list[str]:
    """The tables of ours in which a text stands."""
    names = [model._meta.db_table for model in apps.get_models() if model.__module__.startswith("surveys.")]
    with connection.cursor() as cursor:
        found = []
        for name in names:
            cursor.execute(f"SELECT count(*) FROM {name} t WHERE strpos(lower(t::text), %s) > 0", [text])  # noqa: S608 - a table of ours
            found += [name] if cursor.fetchone()[0] else []
    return found


def test_her_name_and_address_stand_nowhere_any_more(leicester: Place) -> None:
    chair = leicester.chair
    User.objects.filter(pk=chair.pk).update(name="Grace Unlike-Anybody")
    chair.refresh_from_db()
    before = found_in_tables("grace unlike-anybody") + found_in_tables(chair.email)
    address = chair.email

    leave(chair)

    assert before
    assert found_in_tables("grace unlike-anybody") + found_in_tables(address) == []


def test_she_can_do_nothing_and_get_nothing_any_more(leicester: Place) -> None:
    chair = leicester.chair
    leave(chair)

    chair.refresh_from_db()
    assert (str(chair), chair.is_active, chair.last_login) == ("Deleted account", False, None)
    assert not Membership.objects.current(on=NOW.date()).filter(user=chair).exists()
    with pytest.raises(Conflict, match="closed"):
        people.give_role(chair, role=CHAIR, organisation=leicester.mvp, valid_from=START, by=SYSTEM, now=NOW)


def test_a_role_that_was_to_begin_later_never_does(leicester: Place) -> None:
    later = NOW.date() + timedelta(days=30)
    people.give_role(
        leicester.chair, role=CHAIR, organisation=leicester.lms, valid_from=later, by=SYSTEM, now=NOW
    )

    leave(leicester.chair)

    assert not Membership.objects.current(on=later + timedelta(days=1)).filter(user=leicester.chair).exists()


def test_what_she_did_stays_with_a_number_and_no_name(leicester: Place) -> None:
    text = received(leicester, good="Kind").texts.get()
    moderation.screen([text.response_id], now=NOW)
    moderation.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)

    leave(leicester.chair)

    assert str(Clearance.objects.get().cleared_by) == "Deleted account"
    deeds = AuditEvent.objects.filter(actor_id=leicester.chair.pk).values_list("verb", flat=True)
    assert {"clear", "end role", "delete account"} <= set(deeds)


def test_what_waits_for_her_is_not_sent_and_what_her_address_asked_for_is_deleted(leicester: Place) -> None:
    chair = leicester.chair
    notifications.subscribe(
        opened(leicester).pk,
        address=chair.email,
        wants_reminder=True,
        wants_result=True,
        answered=False,
        now=NOW,
    )
    email = queued(address=chair.email)
    Email.objects.filter(pk=email.pk).update(recipient=chair)

    leave(chair)

    assert not Subscription.objects.exists()
    email.refresh_from_db()
    assert (email.state, email.address, email.address_digest) == (Email.State.STOPPED, "", "")
    assert delivery.deliver_due(now=clock()) == 0


def test_the_only_officer_is_told_what_to_do_first(leicester: Place) -> None:
    with pytest.raises(Conflict, match=r"only officer of Leicester LMS\. Give this role to somebody else"):
        leave(leicester.lms_officer)

    leicester.lms_officer.refresh_from_db()
    assert leicester.lms_officer.is_active

    person("second", "lms_officer", leicester.lms)
    leave(leicester.lms_officer)
    assert Membership.objects.current(on=NOW.date()).filter(role=LMS_OFFICER.name).count() == 1


def test_an_officer_whose_account_is_closed_does_not_count_as_another(leicester: Place) -> None:
    second = person("second", "lms_officer", leicester.lms)
    leave(second)

    with pytest.raises(Conflict):
        leave(leicester.lms_officer)


def test_nobody_deletes_the_account_of_somebody_else(leicester: Place) -> None:
    for by in (leicester.lms_officer, SYSTEM):
        with pytest.raises(NotAllowed):
            notifications.leave(leicester.chair, by=by, now=NOW)


def test_the_same_address_can_be_given_an_account_again_that_knows_nothing(leicester: Place) -> None:
    address = leicester.chair.email
    leave(leicester.chair)

    new = people.register(email=address, name="Grace", by=SYSTEM, now=NOW)

    assert new.pk != leicester.chair.pk
    assert own_data.of(new, now=NOW).roles == []


def test_every_row_that_names_somebody_is_shown_to_her(leicester: Place) -> None:
    text = received(leicester, good="Kind").texts.get()
    moderation.screen([text.response_id], now=NOW)
    moderation.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)

    held = own_data.of(leicester.chair, now=NOW)

    assert [(mark.kind, mark.how, mark.ids) for mark in held.marks] == [
        ("clearance", "cleared by", (text.pk,))
    ]
    assert [role.organisation for role in held.roles] == [leicester.mvp]
    assert "clear" in {deed.verb for deed in held.done}
    assert {"register", "give role"} <= {deed.verb for deed in held.done_to}
