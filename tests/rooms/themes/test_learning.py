"""The machine learns from what people decided, proves it, and can be taken back."""

from io import BytesIO
from uuid import UUID

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from surveys.core.errors import Conflict, DomainError, NotAllowed
from surveys.responses.models import FreeText
from surveys.themes import learning, services
from surveys.themes.codeframe import maternity
from surveys.themes.models import LearnedVersion, ThemeSuggestion
from surveys.themes.queries.learned import FEWEST, in_use, learned_lines
from tests.factories.listening import themed, worked_off
from tests.factories.world import NOW, Place, place

# Words that no corpus has for the theme that these people mean by them.
PARKING = "The zog was plim again and the {} zog took us {} goes"
FEEDING = "{} blim helped me {} times with my blim"
# Which decisions are held out is drawn by their ids, one in five: of so many, ten and more.
ENOUGH = 130


def decided_comments(at: Place, count: int) -> list[FreeText]:
    texts = []
    for number in range(count):
        words, code = (PARKING, "TRAVEL") if number % 2 else (FEEDING, "FEED")
        text = themed(at, better=words.format(["red", "old", "north"][number % 3], number))
        services.decide(text.pk, decisions={code: "negative"}, by=at.chair, now=NOW)
        texts.append(text)
    return texts


def suggested(text: FreeText) -> set[str]:
    return set(ThemeSuggestion.objects.filter(free_text=text).values_list("code", flat=True))


def test_it_learns_their_words_and_is_promoted_because_it_proved_better(leicester: Place) -> None:
    decided_comments(leicester, ENOUGH)
    waiting = themed(leicester, better="The zog was plim again and the old zog took us 99 goes")
    assert "TRAVEL" not in suggested(waiting)
    assert learning.learn(leicester.mvp.pk, now=NOW)
    [line] = learned_lines(leicester.mvp.pk)
    assert line.in_use
    assert line.f1_after > line.f1_before
    worked_off()
    assert "TRAVEL" in suggested(waiting)


def test_nothing_learned_at_one_partnership_reaches_another(leicester: Place) -> None:
    decided_comments(leicester, ENOUGH)
    learning.learn(leicester.mvp.pk, now=NOW)
    assert in_use(leicester.mvp.pk)
    elsewhere = place("Durham")
    assert "TRAVEL" not in suggested(
        themed(elsewhere, better="The zog was plim again and the old zog took us 99 goes")
    )
    assert in_use(elsewhere.mvp.pk) is None


def test_few_decisions_teach_nothing(leicester: Place) -> None:
    decided_comments(leicester, FEWEST - 1)
    assert not learning.learn(leicester.mvp.pk, now=NOW)
    assert not LearnedVersion.objects.exists()


def test_it_does_not_learn_the_same_again(leicester: Place) -> None:
    decided_comments(leicester, 80)
    assert learning.learn(leicester.mvp.pk, now=NOW)
    with CaptureQueriesContext(connection) as asked:
        assert not learning.learn(leicester.mvp.pk, now=NOW)
    read = [query["sql"] for query in asked if "rawtext" in query["sql"]]
    assert not read, "nobody’s words are read for nothing"


def test_what_was_learned_can_be_taken_back_with_a_reason(leicester: Place) -> None:
    decided_comments(leicester, ENOUGH)
    waiting = themed(leicester, better="The zog was plim again and the old zog took us 99 goes")
    learning.learn(leicester.mvp.pk, now=NOW)
    worked_off()
    version = in_use(leicester.mvp.pk)
    assert version is not None
    with pytest.raises(DomainError):
        services.roll_back(version.pk, why=" ", by=leicester.chair, now=NOW)
    services.roll_back(version.pk, why="It says travel of everything", by=leicester.chair, now=NOW)
    worked_off()
    assert in_use(leicester.mvp.pk) is None
    assert "TRAVEL" not in suggested(waiting)
    with pytest.raises(Conflict):
        services.roll_back(version.pk, why="again", by=leicester.chair, now=NOW)


def test_a_stranger_takes_nothing_back(leicester: Place) -> None:
    decided_comments(leicester, 80)
    learning.learn(leicester.mvp.pk, now=NOW)
    version: UUID = LearnedVersion.objects.get().pk
    with pytest.raises(NotAllowed):
        services.roll_back(version, why="mine now", by=place("Durham").chair, now=NOW)


def test_what_is_stored_holds_no_words(leicester: Place) -> None:
    decided_comments(leicester, 80)
    learning.learn(leicester.mvp.pk, now=NOW)
    with np.load(BytesIO(bytes(LearnedVersion.objects.get().content)), allow_pickle=False) as file:
        text = {name: set(file[name]) for name in file.files if file[name].dtype.kind not in "fiu"}
    assert text == {"codes": {code.code for code in maternity().codes}}, "all else is numbers"
