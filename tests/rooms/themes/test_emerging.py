"""What emerges is asked of a person, from safe words of five women at least, and her answer is kept."""

from datetime import timedelta

import pytest

from surveys.core.errors import Conflict, NotAllowed
from surveys.moderation.redaction import Redaction
from surveys.responses.models import Consent, Purpose
from surveys.themes import queries, services
from surveys.themes.codeframe import Words
from surveys.themes.emerging import finding
from surveys.themes.models import EmergingPrompt
from tests.factories.listening import screened, themed
from tests.factories.world import NOW, Place

EMPTY = "The vending machine was empty"
SOON = NOW + timedelta(hours=1)


def said(place: Place, number: int, words: str = EMPTY) -> None:
    """Women said it, and the moderator found no theme in it."""
    for _ in range(number):
        text = themed(place, good=words)
        services.settle(text.pk, redactions=[], decisions={}, by=place.moderator, now=NOW)


def looked(place: Place) -> list[queries.Prompt]:
    finding.find([place.mvp.pk], now=SOON)
    return queries.prompts(place.mvp.pk)


def test_what_five_women_say_and_no_theme_explains_is_asked_about(leicester: Place) -> None:
    said(leicester, 5)

    (asked,) = looked(leicester)

    assert asked.prompt.kind == "unexplained"
    assert set(asked.prompt.words) == {"vending", "machine"}
    assert len(asked.examples) == 3


def test_four_are_too_few_and_so_are_four_that_are_left(leicester: Place) -> None:
    said(leicester, 4)
    assert looked(leicester) == []

    said(leicester, 1)
    assert len(looked(leicester)) == 1

    Consent.objects.filter(purpose=Purpose.THEMES).update(withdrawn_at=NOW)
    assert queries.prompts(leicester.mvp.pk) == []


def test_what_nobody_has_checked_is_not_read(leicester: Place) -> None:
    for _ in range(6):
        screened(leicester, good=EMPTY)

    assert looked(leicester) == []


def test_words_that_were_hidden_are_in_no_prompt(leicester: Place) -> None:
    for _ in range(5):
        text = themed(leicester, good="Zebedee vending machine empty")
        mark = Redaction(0, 7, "name")
        services.settle(text.pk, redactions=[mark], decisions={}, by=leicester.moderator, now=NOW)

    (asked,) = looked(leicester)

    assert "zebedee" not in asked.prompt.words


def test_what_is_explained_is_not_asked_about(leicester: Place) -> None:
    for _ in range(5):
        text = themed(leicester, good=EMPTY)
        services.settle(
            text.pk, redactions=[], decisions={"ENV": "negative"}, by=leicester.moderator, now=NOW
        )

    assert looked(leicester) == []


def test_not_a_theme_is_kept_and_not_asked_again(leicester: Place) -> None:
    said(leicester, 5)
    (asked,) = looked(leicester)

    services.not_a_theme(asked.prompt.pk, by=leicester.chair, now=NOW)
    said(leicester, 2)

    assert looked(leicester) == []
    (answered,) = queries.answered_prompts(leicester.mvp.pk)
    assert (answered.answer, answered.answered_by) == ("not_a_theme", leicester.chair)
    with pytest.raises(Conflict):
        services.not_a_theme(asked.prompt.pk, by=leicester.chair, now=NOW)


def test_it_is_made_a_theme_in_her_words(leicester: Place) -> None:
    said(leicester, 5)
    (asked,) = looked(leicester)
    words = Words("Food at night", "Something to eat when the kitchen is shut.")

    code = services.make_it_a_code(
        asked.prompt.pk, words=words, why="Five said so", by=leicester.chair, now=NOW
    )

    assert queries.codeframe(leicester.mvp.pk).has(code)
    assert EmergingPrompt.objects.get().code == code


def test_what_grew_since_the_period_before_is_asked_about(leicester: Place) -> None:
    earlier = NOW - timedelta(days=120)
    for at, words in [(earlier, "The midwife was kind")] * 20 + [(NOW, "The new hoist squeaks")] * 6:
        text = themed(leicester, at=at, good=words)
        services.settle(
            text.pk, redactions=[], decisions={"KIND": "positive"}, by=leicester.moderator, now=NOW
        )

    (asked,) = looked(leicester)

    assert asked.prompt.kind == "grown"
    assert "hoist" in asked.prompt.words[0]


def test_only_who_keeps_the_list_answers(leicester: Place, durham: Place) -> None:
    said(leicester, 5)
    (asked,) = looked(leicester)

    for stranger in (leicester.moderator, durham.chair):
        with pytest.raises(NotAllowed):
            services.not_a_theme(asked.prompt.pk, by=stranger, now=NOW)
