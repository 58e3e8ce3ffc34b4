"""A chair keeps her actions."""

from django.test import Client
from django.urls import reverse

from surveys.commitments.models import Action
from surveys.people.models import User
from tests.factories.world import Place

ACTION = {
    "you_said": "Partners are sent home at night.",
    "we_do": "Let partners stay on Ward 5.",
    "owner": "Head of midwifery",
    "due_on_day": "1",
    "due_on_month": "12",
    "due_on_year": "2099",
    "code": "PARTNER",
    "commitment": "",
}


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_she_adds_an_action_and_says_what_came_of_it(leicester: Place) -> None:
    client, slug = client_of(leicester.chair), leicester.mvp.slug

    assert "No actions yet" in client.get(reverse("desk:actions", args=[slug])).content.decode()
    client.post(reverse("desk:action-new", args=[slug]), ACTION)
    action = Action.objects.get()
    assert "Head of midwifery" in client.get(reverse("desk:actions", args=[slug])).content.decode()
    close = reverse("desk:action-close", args=[slug, action.pk])
    refused = client.post(close, {"state": "done", "outcome": ""}).content.decode()
    assert "Write what changed" in refused
    client.post(close, {"state": "done", "outcome": "They may stay."})
    assert "They may stay." in client.get(reverse("desk:actions", args=[slug])).content.decode()


def test_what_she_typed_survives_a_mistake(leicester: Place) -> None:
    given = ACTION | {"due_on_year": "1999"}
    page = client_of(leicester.chair).post(reverse("desk:action-new", args=[leicester.mvp.slug]), given)

    assert "must not be before the day it begins" in page.content.decode()
    assert "Let partners stay on Ward 5." in page.content.decode()


def test_strangers_find_no_actions(leicester: Place, durham: Place) -> None:
    client_of(leicester.chair).post(reverse("desk:action-new", args=[leicester.mvp.slug]), ACTION)
    action = Action.objects.get()

    for stranger in (durham.chair, leicester.moderator, leicester.board_member):
        for slug in (leicester.mvp.slug, durham.mvp.slug):
            address = reverse("desk:action-close", args=[slug, action.pk])
            assert client_of(stranger).get(address).status_code == 404
