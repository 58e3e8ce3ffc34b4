"""Another system, with its key, reads what is open and published and sends feedback once."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from surveys.consultations import services as consultations
from surveys.consultations.services import OptionText, Plan
from surveys.core import clock
from surveys.core.actors import SYSTEM
from surveys.people import services as people
from surveys.responses import raw_text
from surveys.responses.models import Response
from tests.factories.world import NOW, Place

FEEDBACK = "/api/v1/feedback"
ONCE = "a-key-of-my-own-making"


class Api(Client):
    """A client with a place's key."""

    def __init__(self, place: Place) -> None:
        self.key, text = people.make_api_key(place.lms, name="Trust system", by=place.lms_officer, now=NOW)
        super().__init__(headers={"authorization": f"Bearer {text}"})

    def send(self, place: Place, *, once: str = ONCE, **changes: Any) -> Any:
        body = {"unit": place.site.slug, "answers": {"fft": "good", "better": "The wait"}} | changes
        return self.post(FEEDBACK, body, content_type="application/json", headers={"idempotency-key": once})


@pytest.fixture
def api(leicester: Place) -> Api:
    return Api(leicester)


def test_feedback_is_stored_once_and_its_receipt_is_the_same(api: Api, leicester: Place) -> None:
    first = api.send(leicester, consents={"themes": True})
    second = api.send(leicester, consents={"themes": True})

    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["receipt"] == second.json()["receipt"]
    response = Response.objects.get()
    assert (response.channel, response.fft, response.unit) == ("api", "good", leicester.site)
    text = response.texts.get()
    assert raw_text.read([text.pk], by=SYSTEM, now=NOW) == {text.pk: "The wait"}


@pytest.mark.parametrize("what", ["consents", "unit"])
def test_a_key_used_again_for_another_place_or_other_consents_is_refused(
    api: Api, leicester: Place, what: str
) -> None:
    other: dict[str, Any] = {"consents": {"quote": True}, "unit": leicester.service.slug}
    api.send(leicester, consents={"themes": True})

    answer = api.send(leicester, **({"consents": {"themes": True}} | {what: other[what]}))

    assert answer.status_code == 409


def test_half_a_letter_is_refused_in_a_sentence(api: Api, leicester: Place) -> None:
    answer = api.send(leicester, answers={"fft": "good", "better": "The wait \ud800"})

    assert answer.status_code == 400
    assert "cannot be read" in answer.json()["error"]
    assert not Response.objects.exists()


def test_a_key_used_again_for_other_words_is_refused_and_nothing_is_lost_silently(
    api: Api, leicester: Place
) -> None:
    api.send(leicester)

    answer = api.send(leicester, answers={"fft": "good", "better": "Something else"})

    assert answer.status_code == 409
    assert "new key" in answer.json()["error"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"answers": {"fft": "splendid"}}, "Choose one of the answers"),
        ({"answers": {}}, "at least one question"),
        ({"consents": {"qoute": True}}, "put right"),
        ({"unit": "nowhere"}, "no unit"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(
    api: Api, leicester: Place, changes: dict[str, Any], sentence: str
) -> None:
    answer = api.send(leicester, **changes)

    assert answer.status_code == 400
    assert sentence in answer.json()["error"]
    assert not Response.objects.exists()


def test_feedback_without_an_idempotency_key_is_refused(api: Api, leicester: Place) -> None:
    assert api.send(leicester, once="short").status_code == 400


def test_another_tenants_unit_is_as_unknown_as_one_that_does_not_exist(
    api: Api, leicester: Place, durham: Place
) -> None:
    there = api.send(leicester, unit=durham.site.slug).json()["error"]
    nowhere = api.send(leicester, unit="nowhere").json()["error"]

    assert there.replace(durham.site.slug, "nowhere") == nowhere


def test_without_a_key_or_with_a_revoked_one_nothing_answers(api: Api, leicester: Place) -> None:
    for path in ("consultations", "figures", f"units/{leicester.site.slug}/questions"):
        assert Client().get(f"/api/v1/{path}").status_code == 401
    people.revoke_api_key(api.key.pk, by=leicester.lms_officer, now=NOW)
    assert api.get("/api/v1/consultations").status_code == 401


def test_only_open_consultations_of_ones_own_are_listed(api: Api, leicester: Place, durham: Place) -> None:
    for place in (leicester, durham):
        plan = Plan(
            title=f"Visiting at {place.site.name}",
            proposal="Partners may stay overnight.",
            reasons="Women told us that nights are the hardest.",
            closes_at=clock.now() + timedelta(days=20),
            options=(OptionText("Every night"), OptionText("First night")),
            questions=("What should we think of?",),
        )
        draft = consultations.draft(place.mvp, plan=plan, by=place.chair, now=clock.now())
        consultations.open_(draft.pk, by=place.chair, now=clock.now())

    body = api.get("/api/v1/consultations").json()

    assert [found["title"] for found in body["results"]] == ["Visiting at Leicester Hospital"]
    assert [option["title"] for option in body["results"][0]["options"]] == ["Every night", "First night"]


def test_the_questions_say_which_codes_feedback_is_sent_with(api: Api, leicester: Place) -> None:
    asked = {
        question["key"]: question
        for question in api.get(f"/api/v1/units/{leicester.site.slug}/questions").json()
    }

    assert {choice["code"] for choice in asked["fft"]["choices"]} >= {"very_good", "dont_know"}


def test_the_openapi_document_describes_every_address(api: Api) -> None:
    document = Client().get("/api/v1/schema?format=json").json()

    assert set(document["paths"]) == {
        "/api/v1/consultations",
        "/api/v1/feedback",
        "/api/v1/figures",
        "/api/v1/units/{unit}/questions",
    }
    assert document["openapi"].startswith("3.")
