"""What rules and network say of danger, put together."""

from collections.abc import Sequence

import pytest

from surveys.moderation import redaction
from surveys.moderation.redaction import Redaction
from surveys.themes.text_model.analysis import analyse
from surveys.themes.text_model.interface import Comment, Read, RiskLevel

WORDS = "Clean up, aisle of shame"


class Network:
    """Says the same of every comment."""

    version = "says the same"

    def __init__(self, said: Read) -> None:
        self._said = said

    def read(self, comments: Sequence[Comment]) -> list[Read]:
        return [self._said for _ in comments]


@pytest.mark.parametrize(
    ("text", "read", "level"),
    [
        (WORDS, Read(), "R2"),
        (WORDS, Read(looks_harmless=True), None),
        (WORDS, Read(danger="R1"), "R1"),
        (f"{WORDS}. I want to make a formal complaint", Read(looks_harmless=True), "R4"),
        ("The room was warm", Read(danger="R2"), "R2"),
    ],
)
def test_the_network_raises_and_doubts_words(text: str, read: Read, level: RiskLevel | None) -> None:
    (found,) = analyse([Comment("1", text, None, "en")], model=Network(read))
    assert found.risk == level


def test_what_the_network_would_hide_joins_what_the_rules_hide() -> None:
    text = "kazfrump 14 Mill Lane, and zogplim came"
    street, flat, name = Redaction(9, 21, "address"), Redaction(0, 8, "address"), Redaction(27, 34, "name")
    assert redaction.suggest(text) == [street]

    (found,) = analyse([Comment("1", text, None, "en")], model=Network(Read(details=(flat, name))))
    assert found.redactions == (Redaction(0, 21, "address"), name)


def test_the_network_is_told_in_which_texts_the_rules_see_danger() -> None:
    class Listening(Network):
        def read(self, comments: Sequence[Comment]) -> list[Read]:
            told.extend(comment.sounds_dangerous for comment in comments)
            return super().read(comments)

    told: list[bool] = []
    texts = (WORDS, "The room was warm", "I want to make a formal complaint")
    comments = [Comment(text, text, None, "en") for text in texts]
    list(analyse(comments, model=Listening(Read())))
    assert told == [True, False, False]
