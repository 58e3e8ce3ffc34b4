"""A chair takes a consultation from a draft to "how your views were used", in the browser's requests."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from surveys.commitments import queries as commitments
from surveys.commitments import services as committing
from surveys.consultations.models import Consultation, Phase
from surveys.core import clock
from surveys.core.actors import SYSTEM
from surveys.notifications.models import Subscription
from tests.factories.consultations import decided, drafted, opened, reported
from tests.factories.letters import subscribed
from tests.factories.world import START, Place

DAY = timedelta(days=1)


@pytest.fixture
def desk(client: Client, leicester: Place) -> Client:
    """The chair of Leicester, signed in."""
    client.force_login(leicester.chair)
    return client


def at(name: str, place: Place, *args: object) -> str:
    return reverse(f"desk:{name}", args=[place.mvp.slug, *args])


def words(**changed: Any) -> dict[str, Any]:
    """A filled form: two options, one question, closing in a month."""
    closes = clock.local_date(clock.now()) + 30 * DAY
    form = {
        "options_shown": "2",
        "questions_shown": "2",
        "title": "Staying overnight",
        "proposal": "Partners may stay at night.",
        "reasons": "You told us that nights are hard.",
        "option_1_title": "Every night",
        "option_2_title": "The first night",
        "question_1": "What would help you?",
        "closes_on_day": str(closes.day),
        "closes_on_month": str(closes.month),
        "closes_on_year": str(closes.year),
        "closes_at": "17:00",
    }
    return form | changed


def test_an_empty_list_says_what_will_be_here(desk: Client, leicester: Place) -> None:
    page = desk.get(at("consultations", leicester)).content.decode()

    assert "No consultations yet" in page
    assert at("consultation-new", leicester) in page


def test_writing_keeps_a_draft_with_its_promises(desk: Client, leicester: Place) -> None:
    promise = promised(leicester)

    answer = desk.post(at("consultation-new", leicester), words(commitments=[str(promise.pk)]))

    draft = Consultation.objects.get()
    assert answer.url == at("consultation", leicester, draft.pk)  # type: ignore[attr-defined]
    assert draft.closes_at.astimezone(clock.LONDON).hour == 17
    assert list(commitments.of_consultation(draft.pk)) == [promise]
    page = desk.get(answer.url).content.decode()  # type: ignore[attr-defined]
    assert "Your draft is kept" in page
    assert "The first night" in page


def test_add_another_keeps_what_was_typed_and_checks_nothing(desk: Client, leicester: Place) -> None:
    promise = promised(leicester)
    typed = words(title="", more="option", closes_on_month="13", commitments=[str(promise.pk)])

    page = desk.post(at("consultation-new", leicester), typed).content.decode()

    assert 'name="option_3_title"' in page
    assert 'name="question_3"' not in page
    assert 'value="The first night"' in page
    assert 'value="13"' in page
    assert "There is a problem" not in page
    assert page.count("checked") == 1


def test_six_options_are_the_most(desk: Client, leicester: Place) -> None:
    page = desk.post(
        at("consultation-new", leicester), words(options_shown="6", more="option")
    ).content.decode()

    assert 'name="option_6_title"' in page
    assert 'name="option_7_title"' not in page
    assert "Add another option" not in page


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"title": ""}, "Say what it is about"),
        ({"closes_on_year": "2020"}, "Closing date must be in the future"),
        ({"option_2_title": ""}, "Write at least two options, or none"),
        ({"option_2_title": "", "option_2_detail": "More"}, "Give option 2 a name"),
        ({"options_shown": "many"}, None),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    desk: Client, leicester: Place, changed: dict[str, str], sentence: str | None
) -> None:
    answer = desk.post(at("consultation-new", leicester), words(**changed))

    if sentence is None:
        assert answer.status_code == HTTPStatus.FOUND
    else:
        assert sentence in answer.content.decode()
        assert not Consultation.objects.exists()


def test_a_draft_comes_back_as_it_was_written_and_can_be_changed(desk: Client, leicester: Place) -> None:
    desk.post(at("consultation-new", leicester), words())
    draft = Consultation.objects.get()
    page = desk.get(at("consultation-edit", leicester, draft.pk)).content.decode()
    assert 'value="What would help you?"' in page

    desk.post(at("consultation-edit", leicester, draft.pk), words(title="Nights"))

    assert Consultation.objects.get().title == "Nights"


def test_a_preview_shows_what_women_will_see_and_keeps_nothing(desk: Client, leicester: Place) -> None:
    draft = drafted(leicester, at=clock.now())
    preview = at("consultation-preview", leicester, draft.pk)

    page = desk.get(preview).content.decode()
    assert "Which do you think would be best?" in page
    assert "This is a preview" in page

    desk.post(preview, {"email": "a@example.org", "wants": ["result"]})
    assert not Subscription.objects.exists()


def test_opening_asks_whether_it_is_fair(desk: Client, leicester: Place) -> None:
    draft = drafted(leicester, at=clock.now(), closes_at=clock.now() + 9 * DAY)
    opening = at("consultation-open", leicester, draft.pk)

    assert "two weeks or more is fairer" in desk.get(opening).content.decode()
    assert "Tick this when nothing has been decided yet" in desk.post(opening, {}).content.decode()
    desk.post(opening, {"formative": "on", "enough": "on"})

    draft.refresh_from_db()
    assert draft.phase == Phase.OPEN


def test_closing_is_done_at_once_and_can_be_undone(desk: Client, leicester: Place) -> None:
    consultation = opened(leicester, at=clock.now())
    until = consultation.closes_at

    page = desk.post(at("consultation-close", leicester, consultation.pk), follow=True)
    assert "Undo" in page.content.decode()
    undo = f"{at('consultation-reopen', leicester, consultation.pk)}?was={until.isoformat()}"
    desk.post(undo.replace("+", "%2B"))

    consultation.refresh_from_db()
    assert (consultation.phase, consultation.closes_at) == (Phase.OPEN, until)


@pytest.mark.parametrize("was", ["", "soon", "2026-13-01T00:00:00", "2020-01-01T00:00:00+00:00"])
def test_undoing_without_a_time_to_come_says_so(desk: Client, leicester: Place, was: str) -> None:
    consultation = opened(leicester, at=clock.now())
    desk.post(at("consultation-close", leicester, consultation.pk))

    page = desk.post(
        at("consultation-reopen", leicester, consultation.pk) + "?was=" + was.replace("+", "%2B"), follow=True
    )

    assert "closing date" in page.content.decode()
    consultation.refresh_from_db()
    assert consultation.phase == Phase.CLOSED


def test_decision_then_telling(desk: Client, leicester: Place) -> None:
    consultation = opened(leicester, at=clock.now() - 20 * DAY, closes_at=clock.now() - DAY)
    subscribed(consultation)

    desk.post(at("consultation-decide", leicester, consultation.pk), {"decision": "They may stay."})
    telling = at("consultation-tell", leicester, consultation.pk)
    assert "1 person who asked to hear is written to" in desk.get(telling).content.decode()
    desk.post(telling, {"views_used": "You asked for every night, so it is."})

    consultation.refresh_from_db()
    assert (consultation.phase, consultation.decision) == (Phase.REPORTED, "They may stay.")
    page = desk.get(at("consultation", leicester, consultation.pk)).content.decode()
    assert "You asked for every night" in page


def test_a_step_out_of_turn_is_explained(desk: Client, leicester: Place) -> None:
    consultation = opened(leicester, at=clock.now())

    page = desk.post(at("consultation-decide", leicester, consultation.pk), {"decision": "Yes"})

    assert "once the consultation has closed" in page.content.decode()


def test_the_list_puts_what_needs_her_first(desk: Client, leicester: Place) -> None:
    now = clock.now()
    drafted(leicester, at=now)
    opened(leicester, at=now)
    decided(leicester, at=now)
    reported(leicester, at=now)

    page = desk.get(at("consultations", leicester)).content.decode()

    headings = ["Decided: tell people", "Open now", "Being written", "Finished"]
    places = [page.index(heading) for heading in headings]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "name", ["consultation", "consultation-edit", "consultation-preview", "consultation-open"]
)
def test_nobody_else_finds_it(client: Client, leicester: Place, durham: Place, name: str) -> None:
    draft = drafted(leicester)
    for who in (durham.chair, leicester.moderator, leicester.board_member, leicester.trust_staff):
        client.force_login(who)
        assert client.get(at(name, leicester, draft.pk)).status_code == HTTPStatus.NOT_FOUND

    client.force_login(durham.chair)
    assert client.get(at(name, durham, draft.pk)).status_code == HTTPStatus.NOT_FOUND


def promised(place: Place) -> commitments.Commitment:
    """A promise of the plan that the place lives under."""
    return committing.promise(
        place.lms,
        plan="Better Births",
        promise=committing.Promise("L6", "The Birth Centre as the hub", "Words", 6),
        valid_from=START,
        by=SYSTEM,
        now=clock.now(),
    )
