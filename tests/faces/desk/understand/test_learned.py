"""A chair sees what the machine learned, and takes it back."""

from django.test import Client

from surveys.themes.models import LearnedVersion
from tests.factories.world import NOW, Place, place


def learned(at: Place, **fields: object) -> LearnedVersion:
    told: dict[str, object] = {
        "number": 1,
        "base": "reader-1",
        "list_version": 1,
        "decisions": 80,
        "held_out": 16,
        "before": {"hits": 5, "wrong": 5, "missed": 5},
        "after": {"hits": 12, "wrong": 3, "missed": 1},
        "share": 0.5,
        "content": b"",
        "made_at": NOW,
        "promoted": True,
    }
    return LearnedVersion.objects.create(organisation=at.mvp, **(told | fields))


def page_of(client: Client, at: Place) -> str:
    return client.get(f"/desk/{at.mvp.slug}/understand/learned/").content.decode()


def test_a_chair_sees_how_each_version_did(client: Client, leicester: Place) -> None:
    client.force_login(leicester.chair)
    assert "Nothing learned yet" in page_of(client, leicester)
    learned(leicester)
    shown = page_of(client, leicester)
    assert "In use: version 1" in shown
    assert "86%" in shown
    assert "50%" in shown


def test_a_version_is_taken_back_with_a_reason_and_not_without(client: Client, leicester: Place) -> None:
    client.force_login(leicester.chair)
    version = learned(leicester)
    address = f"/desk/{leicester.mvp.slug}/understand/learned/{version.pk}/take-back/"
    refused = client.post(address, {"why": " "})
    assert refused.status_code == 422
    assert "Say why" in refused.content.decode()
    client.post(address, {"why": "It calls everything parking"})
    assert "taken back: It calls everything parking" in page_of(client, leicester)


def test_another_partnerships_version_is_not_there(client: Client, leicester: Place) -> None:
    client.force_login(leicester.chair)
    theirs = learned(place("Durham"))
    address = f"/desk/{leicester.mvp.slug}/understand/learned/{theirs.pk}/take-back/"
    assert client.post(address, {"why": "mine"}).status_code == 404
    theirs.refresh_from_db()
    assert theirs.ended_at is None
