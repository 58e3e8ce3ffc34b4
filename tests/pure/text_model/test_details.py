"""Details to hide as the network tells them: words from its pieces, and stretches from words."""

import re
from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import pytest

from surveys.moderation.redaction import KINDS, Kind, Redaction
from surveys.themes.text_model import details, details_teaching, shipped
from surveys.themes.text_model.details_teaching import Marked
from surveys.themes.text_model.interface import Comment
from surveys.themes.text_model.network import graph, weights
from surveys.themes.text_model.network.pieces import Pieces
from surveys.themes.text_model.network.session import Network, Reading

SURE, PERHAPS = 0.9, 0.2


def reading(text: str, kind: Kind, chances: Mapping[str, float]) -> Reading:
    """Each word is one piece, with the space before it."""
    starts = [match.start() for match in re.finditer(r" ?[^ ]+", text)]
    spans = [(0, 0), *pairwise([*starts, len(text)])]
    rows = np.zeros((len(spans), len(KINDS) + 1), np.float32)
    for row, (start, end) in zip(rows, spans, strict=True):
        row[1 + KINDS.index(kind)] = chances.get(text[start:end].strip(), 0)
    rows[:, 0] = 1 - rows.sum(axis=1)
    return Reading(np.zeros(4, np.float32), Pieces(tuple(range(len(spans))), tuple(spans)), details=rows)


def told(text: str, kind: Kind, **chances: float) -> list[str]:
    """Which words are hidden where some have a chance to be of a kind."""
    found = details.found(text, reading(text, kind, chances))
    assert {one.kind for one in found} <= {kind}
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("text", "word", "hidden"),
    [
        ("Thanks, (Ngozi's) team", "(Ngozi's)", "Ngozi"),
        # A vowel sign is part of its word.
        ("ਸਾਨੂੰ ਮਨਪ੍ਰੀਤੀ। ਚੰਗਾ", "ਮਨਪ੍ਰੀਤੀ।", "ਮਨਪ੍ਰੀਤੀ"),
    ],
)
def test_a_word_is_hidden_without_its_signs(text: str, word: str, hidden: str) -> None:
    assert told(text, "name", **{word: SURE}) == [hidden]


def test_a_word_that_might_be_one_is_part_of_what_stands_beside_it() -> None:
    assert told("at Mill Lane now", "address", Mill=SURE, Lane=PERHAPS) == ["Mill Lane"]
    assert told("at Mill Lane now", "address", Mill=PERHAPS, Lane=SURE) == ["Mill Lane"]
    assert told("at Mill Lane now", "address", Lane=PERHAPS) == []


def test_a_word_between_two_of_a_kind_is_part_of_them_but_not_between_names() -> None:
    assert told("born 5 of May", "date_of_birth", **{"5": SURE, "May": SURE}) == ["5 of May"]
    assert told("with Amy and Rosa", "name", Amy=SURE, Rosa=SURE) == ["Amy", "Rosa"]


def test_nothing_reaches_over_the_end_of_a_sentence() -> None:
    assert told("At Mill Lane. So 5", "address", Mill=SURE, **{"Lane.": SURE, "5": SURE}) == [
        "Mill Lane",
        "5",
    ]


def test_two_names_with_a_sign_between_are_two() -> None:
    text = "Amy, Rosa Kaur came"
    assert told(text, "name", **{"Amy,": SURE, "Rosa": SURE, "Kaur": SURE}) == ["Amy", "Rosa Kaur"]


def test_what_is_hidden_already_is_not_found_again() -> None:
    assert told("flat two, ••••••", "address", **{"••••••": SURE}) == []


def test_a_network_that_was_not_taught_it_finds_none() -> None:
    assert details.found("Amy", Reading(np.zeros(4, np.float32), Pieces((0,), ((0, 3),)))) == []


def test_details_of_a_long_story_keep_their_places() -> None:
    text = "The room was warm and the tea was cold. " * 40 + "My midwife was called Wojciechowska-Adeyemi."
    [read] = shipped.model().read([Comment("1", text)])
    assert "Wojciechowska-Adeyemi" in [text[one.start : one.end] for one in read.details]


@pytest.fixture(scope="module")
def comments() -> list[Marked]:
    made = [
        f"{name} was {how} with us"
        for name in ("Zog", "Plim", "Vask", "Trud")
        for how in ("rude", "calm", "late", "warm", "slow")
    ]
    names = [
        Marked(str(at), "en", text, (Redaction(0, text.index(" "), "name"),)) for at, text in enumerate(made)
    ]
    plain = [Marked(f"p{at}", "en", f"The ward was {at} with us", ()) for at in range(20)]
    return [*names, *plain] * 12


def test_what_it_learned_is_told(comments: list[Marked]) -> None:
    base = weights.shipped()
    taught = details_teaching.teach(base, shipped.taught(), comments)
    network = Network(base, graph.network_bytes(base, taught))

    for text, wanted in (
        ("Zog was cold with us", [Redaction(0, 3, "name")]),
        ("The ward was 99 with us", []),
    ):
        assert details.found(text, network.read([text])[0]) == wanted
    assert taught.labels == shipped.taught().labels
