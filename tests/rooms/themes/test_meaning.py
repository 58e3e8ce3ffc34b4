"""What is close in meaning: read by the real network in the worker, compared where the page is made."""

import numpy as np
import pytest

from surveys.moderation import services as moderation
from surveys.responses.models import FreeText, Purpose
from surveys.themes import meaning, queries, services
from surveys.themes.queries import Looked
from surveys.themes.search.models import Findable, SearchQuestion
from surveys.themes.search.vectors import closeness, packed
from tests.factories.listening import worked_off
from tests.factories.searching import findable, findable_after_loss
from tests.factories.world import NOW, Place

pytestmark = pytest.mark.django_db

BUZZER = "I pressed the buzzer for ages and nobody turned up"
LEAFLET = "The leaflets were only in English"
ASKED = "nobody came when I rang the bell"


def close(place: Place, typed: str = ASKED, *, after_loss: bool = False) -> list[FreeText]:
    """What comes close to a question that the worker has answered."""
    by = place.loss_moderator if after_loss else place.chair
    here = place.lms if after_loss else place.mvp
    question = services.ask(typed, organisation_id=here.pk, after_loss=after_loss, by=by, now=NOW)
    worked_off()
    question.refresh_from_db()
    assert question.meaning is not None
    looked = Looked(terms=queries.terms(typed))
    found = queries.closest([here.pk], looked, bytes(question.meaning), after_loss=after_loss, by=by)
    return [one.text for one in found]


def test_what_says_it_in_other_words_is_found(leicester: Place) -> None:
    buzzer = findable(leicester, better=BUZZER)
    findable(leicester, better=LEAFLET)

    assert close(leicester) == [buzzer]


def test_nothing_is_close_that_somebody_may_not_read(leicester: Place, durham: Place) -> None:
    findable(durham, better=BUZZER)
    loss = findable_after_loss(leicester, different=BUZZER)
    case = findable(leicester, better=BUZZER)
    moderation.raise_risk(case.pk, level="R2", reason="It may go on", by=leicester.chair, now=NOW)

    assert close(leicester) == []
    assert close(leicester, after_loss=True) == [loss]


def test_what_has_the_words_is_not_found_twice(leicester: Place) -> None:
    findable(leicester, better=BUZZER)

    assert close(leicester, "buzzer for ages nobody turned up") == []


def test_who_did_not_agree_to_themes_is_found_by_word_alone(leicester: Place) -> None:
    text = findable(leicester, better=BUZZER)
    text.response.consents.filter(purpose=Purpose.THEMES).update(given=False)
    worked_off()

    assert Findable.objects.get().meaning is None


def test_who_looks_for_the_same_today_waits_for_nobody(leicester: Place) -> None:
    close(leicester)

    asked = services.ask(
        "Nobody came when I rang the bell!",
        organisation_id=leicester.mvp.pk,
        after_loss=False,
        by=leicester.moderator,
        now=NOW,
    )

    assert asked.meaning is not None
    assert SearchQuestion.objects.filter(answered_at__isnull=True).count() == 0


def test_reading_twice_changes_nothing(leicester: Place) -> None:
    text = findable(leicester, better=BUZZER)
    worked_off()
    first = bytes(Findable.objects.get().meaning or b"")

    meaning.measure([text.pk], now=NOW)

    assert closeness(first, [bytes(Findable.objects.get().meaning or b"")])[0] > 0.97


def test_meanings_become_one_byte_a_number_and_keep_how_close_they_are() -> None:
    numbers = np.random.default_rng(1).normal(size=(50, 384)).astype(np.float32)
    numbers[1] = numbers[0]
    bytes_ = packed(numbers)

    close_to_first = closeness(bytes_[0], bytes_)

    assert {len(one) for one in bytes_} == {384}
    assert close_to_first[:2] == pytest.approx([1, 1], abs=1e-3)
    assert abs(close_to_first[2:]).max() < 0.9


def test_without_a_network_there_are_no_numbers() -> None:
    assert packed(np.zeros((2, 0), np.float32)) == [b"", b""]
    assert closeness(b"", []).tolist() == []
