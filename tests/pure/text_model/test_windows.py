"""Long texts are read whole, in stretches."""

from hypothesis import given
from hypothesis import strategies as st

from surveys.themes.text_model.windows import sentences, windows


@given(st.text(max_size=400), st.integers(min_value=2, max_value=50))
def test_stretches_are_the_text_in_order(text: str, longest: int) -> None:
    parts = list(windows(text, longest=longest))
    assert "".join(part for _, part in parts) == text
    assert [text[start : start + len(part)] for start, part in parts] == [part for _, part in parts]
    assert all(len(part) <= longest for _, part in parts)


def test_a_long_text_is_cut_after_a_sentence() -> None:
    parts = [part for _, part in windows("It began well. Then we waited. Nobody came.", longest=32)]
    assert parts == ["It began well. Then we waited. ", "Nobody came."]


def test_sentences_end_in_every_script() -> None:
    text = "Kind staff!\nI am bleeding. ہمیں دیر ہوئی۔ ভালো ছিল।"
    assert sentences(text) == ["Kind staff", "I am bleeding", "ہمیں دیر ہوئی", "ভালো ছিল"]


def test_a_point_within_a_number_ends_no_sentence() -> None:
    assert sentences("I lost 1.5 litres at 3.Then I slept.") == ["I lost 1.5 litres at 3", "Then I slept"]
    assert next(part for _, part in windows("He was ill. We lost 1.5 litres", longest=22)) == "He was ill. "
