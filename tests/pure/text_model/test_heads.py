"""Linear readers: they learn, they say what they had not seen, and their file holds no words."""

from io import BytesIO

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from surveys.themes.text_model import heads, words
from surveys.themes.text_model.heads import Features, Heads
from surveys.themes.text_model.thresholds import evened, thresholds

TEXTS = [
    *(f"the car park was full and parking cost {number} pounds" for number in range(8)),
    *(f"my milk came in and the feeding team sat with me {number} times" for number in range(8)),
    *(f"nothing much to say on day {number}" for number in range(8)),
]
LABELS = [*[["TRAVEL"]] * 8, *[["FEED"]] * 8, *[[]] * 8]


@pytest.fixture(scope="module")
def fitted() -> heads.Fitted:
    return heads.fit(Features.of(TEXTS), LABELS, ["TRAVEL", "FEED", "RARE"])


def test_readers_find_in_new_words_what_they_learned(fitted: heads.Fitted) -> None:
    scores = fitted.heads.scores(
        Features.of(["Parking was full again", "She helped with feeding my milk baby"])
    )
    suggested = scores >= fitted.heads.limits
    assert suggested.tolist() == [[True, False, False], [False, True, False]]


def test_a_code_that_nobody_gave_is_never_suggested(fitted: heads.Fitted) -> None:
    scores = fitted.heads.scores(Features.of(TEXTS))
    assert not (scores[:, 2] >= fitted.heads.limits[2]).any()


def test_what_is_unseen_is_what_readers_without_the_text_would_say() -> None:
    chance = np.random.default_rng(1)
    given = csr_matrix(chance.normal(size=(12, 5)))
    wanted = chance.normal(size=(12, 2)).astype(np.float32)
    weighs = chance.uniform(0.2, 1, 12).astype(np.float32)
    _, unseen = heads._ridge(given, wanted, weighs)
    for place in range(12):
        others = np.arange(12) != place
        duals, _ = heads._ridge(given[others], wanted[others], weighs[others])
        slopes = given[others].T @ duals
        assert unseen[place] == pytest.approx(np.asarray(given[place] @ slopes).ravel(), abs=1e-4)


def test_a_file_holds_numbers_alone(fitted: heads.Fitted) -> None:
    data = fitted.heads.to_bytes()
    with np.load(BytesIO(data), allow_pickle=False) as file:
        text = {name: set(file[name]) for name in file.files if file[name].dtype.kind not in "fiu"}
    assert text == {"codes": {"TRAVEL", "FEED", "RARE"}}
    again = Heads.from_bytes(data)
    features = Features.of(TEXTS)
    assert np.allclose(again.scores(features), fitted.heads.scores(features), atol=0.01)


def test_words_are_found_where_they_stand() -> None:
    text = "Parking, again: £9"
    found = [text[start:end] for (start, end), _ in words.single_words(text)]
    assert found[:2] == ["Parking", "again"]


def test_a_threshold_lies_between_what_is_wanted_and_what_is_not() -> None:
    scores = np.array([[0.9], [0.8], [0.3], [0.2], [0.1]] * 20, np.float32)
    wanted = np.array([[True], [True], [False], [False], [False]] * 20)
    [limit] = thresholds(scores, wanted, np.ones(100, np.float32))
    assert 0.3 < limit <= 0.8


def test_on_the_even_scale_every_threshold_is_a_half() -> None:
    limits = np.array([0.2, 0.5, 0.8], np.float32)
    assert evened(limits[None, :], limits) == pytest.approx(np.full((1, 3), 0.5), abs=1e-5)
    assert evened(np.ones((1, 1), np.float32), np.array([1.01], np.float32)) == 0
