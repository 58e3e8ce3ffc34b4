"""Walks every address: strangers are sent to sign in, other tenants find nothing, each role what it may."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from surveys.api.permissions import HoldsKey
from surveys.people import services as people
from surveys.people.models import User
from surveys.people.roles import ROLES, Permission
from tests.faces.desk.pages import signed_in
from tests.factories.world import NOW, Place, place
from tests.house.addresses import PLACE, Address, addresses
from tests.house.belongings import after_loss, belongings, drafts

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
REFUSED = {401, 403, 404, 405}
# 405: an address that only takes a POST.
OPENED = {200, 302, 405}

# What answers somebody without an account, on purpose.
PUBLIC = {
    "health:live",
    "health:ready",
    "account_login",
    "account_request_login_code",
    "account_confirm_login_code",
    "account_logout",
    "account_inactive",
    "api:schema",
    "public:home",
    "public:partnership",
    "public:embed",
    "public:data-csv",
    "public:data-json",
    "public:consultation",
    "public:answer",
    "public:hear",
    "public:stop",
    "public:kept",
    "public:leave",
    "public:privacy",
    "public:accessibility",
    "public:robots",
    "feedback:receipt",
    "feedback:go-on",
    "feedback:go-on-link",
    "feedback:start",
    # The same with a slash, as somebody may type it.
    "<slug:short_code>/",
    "feedback:untidy",
    "feedback:help",
    "feedback:loss",
    "feedback:embed",
    "worker",
    "kept-words",
    "feedback:kiosk",
    "feedback:kiosk-loss",
}
# Closed pages that stand under no organisation, and what keeps each of them right.
WITHOUT_PERMISSION = {
    "desk": "leads to desk:home, for those who leave the slash out",
    "board": "leads to board:home, for those who leave the slash out",
    "account_data": "shows only what is held about the person who asks",
    "account_data_download": "gives only what is held about the person who asks",
    "account_data_sign_out": "ends only her own sessions",
    "account_data_delete": "deletes only her own account, when she has typed its address",
    "desk:home": "shows only links to where her own roles are",
    "board:home": "lists only reports of organisations at which she may read them",
    "board:report": "finds only reports of organisations at which she may read them",
    "board:document": "finds only reports of organisations at which she may read them",
}
# Where in the world each of its people has a role, by the name of the role.
HOLDERS = {
    "chair": ("chair", "mvp"),
    "moderator": ("moderator", "mvp"),
    "loss_moderator": ("loss_moderator", "lms"),
    "trust": ("trust_staff", "trust"),
    "lms_officer": ("lms_officer", "lms"),
    "board_member": ("board_member", "lms"),
}

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class World:
    """Leicester with one of everything, and Durham, whose people try to reach it."""

    leicester: Place
    durham: Place
    known: dict[str, Any]
    drafts: dict[str, dict[str, Any]]

    def filled(self, address: Address, slug: str) -> str:
        """The address with Leicester's things, opened in the name of the organisation with this slug."""
        return address.filled(self.known | self.drafts.get(address.name, {}) | {PLACE: slug})


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Made once: each test's own changes are rolled back to here, and all of it at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        leicester, durham = place("Leicester"), place("Durham")
        theirs = drafts(leicester) | after_loss(leicester)
        yield World(leicester, durham, belongings(leicester), theirs)
        transaction.set_rollback(True)


def closed() -> list[Address]:
    return [address for address in addresses() if address.name not in PUBLIC]


def desk() -> list[Address]:
    return [address for address in closed() if address.permission]


def holder(world_place: Place, role: str) -> tuple[User, str]:
    """Somebody with this role, and the slug of where she has it."""
    who, where = HOLDERS[role]
    return getattr(world_place, who), getattr(world_place, where).slug


def rightful(world_place: Place, permission: Permission | None) -> tuple[User, str]:
    """Somebody who may open what this permission opens, and where."""
    wanted = permission or Permission.READ_REPORTS
    name = next(role.name for role in ROLES.values() if wanted in role.permissions)
    return holder(world_place, name)


def browser(user: User | None = None) -> Client:
    client = signed_in(user) if user else Client()
    client.raise_request_exception = False
    return client


def contents() -> dict[str, Any]:
    """A fingerprint of every row of every table of ours."""
    tables = [model._meta.db_table for model in apps.get_models() if model.__module__.startswith("surveys.")]
    with connection.cursor() as cursor:
        return {table: _fingerprint(cursor, table) for table in tables}


def _fingerprint(cursor: Any, table: str) -> Any:
    cursor.execute(f"SELECT count(*), md5(string_agg(t::text, '' ORDER BY t::text)) FROM {table} t")  # noqa: S608 - the name of a table of ours
    return cursor.fetchone()


def test_only_these_pages_answer_without_an_account() -> None:
    open_pages = {
        address.name for address in addresses() if not address.asks_for_sign_in and not address.is_api
    }

    assert open_pages | {"api:schema"} == PUBLIC, (
        "A page that needs no account has come or gone. If strangers should see it, add it to PUBLIC."
    )


def test_every_page_says_what_opens_it() -> None:
    silent = {address.name for address in closed() if not address.permission and not address.is_api}

    assert silent == set(WITHOUT_PERMISSION), (
        "Give the view a permission (surveys.web.access.at), or list it in WITHOUT_PERMISSION with a reason."
    )


def test_every_view_of_the_api_asks_for_a_key() -> None:
    views: list[Any] = [address.view for address in closed() if address.is_api]

    assert views
    assert {tuple(view.cls.permission_classes) for view in views} == {(HoldsKey,)}


def test_a_stranger_is_sent_to_sign_in_or_refused(world: World) -> None:
    stranger, before = browser(), contents()
    answered = []
    for address in closed():
        where = world.filled(address, rightful(world.leicester, address.permission)[1])
        for method in METHODS:
            answer = stranger.generic(method, where)
            to_sign_in = answer.status_code == 302 and answer.headers["Location"].startswith(
                "/account/login/"
            )
            if not to_sign_in and answer.status_code not in REFUSED:
                answered.append(f"{method} {where}: {answer.status_code}")

    assert answered == []
    assert contents() == before


def test_who_may_open_a_page_does_and_no_browser_keeps_it(world: World) -> None:
    """Were these things not found by their own people, the next tests would mean nothing."""
    wrong = []
    for address in closed():
        if address.is_api:
            continue
        user, slug = rightful(world.leicester, address.permission)
        answer = browser(user).get(world.filled(address, slug))
        kept = answer.status_code == 200 and "no-store" not in answer.headers.get("Cache-Control", "")
        if kept or answer.status_code not in OPENED:
            wrong.append(f"{address.name}: {answer.status_code} {answer.headers.get('Cache-Control')}")

    assert wrong == []


@pytest.mark.parametrize("role", HOLDERS)
def test_nobody_of_another_tenant_reaches_anything(world: World, role: str) -> None:
    user, own = holder(world.durham, role)
    attacker, before, reached = browser(user), contents(), []
    for address in closed():
        if address.is_api or (not address.names_an_object and PLACE not in address.parts):
            continue
        theirs = rightful(world.leicester, address.permission)[1]
        slugs = {theirs, own} if address.names_an_object else {theirs}
        for where in {world.filled(address, slug) for slug in slugs}:
            for method in ("GET", "POST"):
                status = attacker.generic(method, where).status_code
                if status not in REFUSED:
                    reached.append(f"{method} {where}: {status}")

    assert reached == []
    assert contents() == before


def test_a_key_of_another_tenant_reaches_nothing(world: World) -> None:
    _key, text = people.make_api_key(world.durham.lms, name="Theirs", by=world.durham.lms_officer, now=NOW)
    system = Client(headers={"authorization": f"Bearer {text}", "idempotency-key": "k" * 20})
    before, leaked = contents(), []
    body = {"unit": world.leicester.site.slug, "answers": {"fft": "good"}}
    for address in closed():
        if not address.is_api:
            continue
        where = address.filled(world.known)
        for method in METHODS:
            answer = system.generic(method, where, str(body).replace("'", '"'), "application/json")
            told = answer.content.decode().replace(world.leicester.site.slug, "")
            if "leicester" in told.lower() or any(str(thing) in told for thing in ids(world)):
                leaked.append(f"{method} {where}: {told}")

    assert leaked == []
    assert contents() == before


def ids(world: World) -> list[Any]:
    return [thing for part, thing in world.known.items() if part.endswith("_id")]


@pytest.mark.parametrize("role", HOLDERS)
def test_each_role_opens_just_what_its_permissions_say(world: World, role: str) -> None:
    user, slug = holder(world.leicester, role)
    client, wrong = browser(user), []
    for address in desk():
        if address.names_an_object:
            continue
        status = client.get(world.filled(address, slug)).status_code
        may = address.permission in ROLES[role].permissions
        if (status == 404) == may or status >= 500:
            wrong.append(f"{address.name}: {status}, though she may{'' if may else ' not'}")

    assert wrong == []


def test_the_walk_sees_what_it_should() -> None:
    """If the resolver were read wrongly, all of the above would be true of nothing."""
    found = {address.name for address in addresses()}

    assert {"desk:check-one", "board:report", "api:feedback", "public:home", "account_login"} <= found
    assert {address.permission for address in desk()} >= {Permission.MODERATE, Permission.MANAGE}
    assert len(desk()) > 40
