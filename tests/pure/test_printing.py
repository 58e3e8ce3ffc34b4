"""Words as a PDF can print them."""

import pytest

from surveys.core.printing import printable

SAID = (
    "Kind & “calm”, ≥ 30 weeks",
    "Dziękuję, byłyście cudowne",
    "ਤੁਹਾਡਾ ਧੰਨਵਾਦ",
    "તમારો આભાર",
    "আপনাকে ধন্যবাদ",
    "شكرا لكن",
    "آپ کا شکریہ",
    "Дякую вам, її імʼя",
    "நன்றி",
    "አመሰግናለሁ",
    "🙂 👶🏽 ❤️",
)


@pytest.mark.parametrize("words", SAID)
def test_every_letter_that_women_here_write_has_a_shape(words: str) -> None:
    assert printable(words) == words


def test_a_letter_without_a_shape_is_seen_to_be_missing() -> None:
    assert printable({"quotes": ["谢谢 thank you\n"]}) == {"quotes": ["\ufffd\ufffd thank you\n"]}
