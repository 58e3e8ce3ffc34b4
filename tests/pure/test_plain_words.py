"""Words are the same however a phone spells them."""

import pytest

from surveys.moderation.words.phrases import PhraseBook
from surveys.moderation.words.plain import plain
from surveys.moderation.words.tokens import tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Couldn’t", "couldnt"),
        ("chcę", "chce"),
        ("łożysko", "lozysko"),
        ("naștere", "naştere"),
        ("não", "nao"),
        ("أريد", "اريد"),
        ("أُرِيدُ", "اريد"),
        ("ٱلدم", "الدم"),
        ("مستشفى", "مستشفي"),
        ("القابلة", "القابله"),
        ("أمـــوت", "اموت"),
        ("مؤلم", "مولم"),
        ("خودکشی", "خودكشي"),
        ("مجھے", "مجهے"),
        ("نہیں", "نهين"),
        ("б’є", "бʼє"),
        ("вбиті", "вбитi"),
        ("її", "її"),
        ("ਖ਼ੂਨ", "ਖੂਨ"),
        ("ਪੰਜ", "ਪਂਜ"),
        ("ਬੱਚਾ", "ਬਚਾ"),
        ("બાળક", "બાલક"),
        ("જીવવું", "જિવવુ"),
        ("বাঁচতে", "বাচতে"),
        ("ড়", "ড়"),
        ("মেয়ে", "মেয়ে"),
        ("র‌্যাব", "র্যাব"),
        ("می‌خواهم", "میخواهم"),
        ("la'aan", "laʼaan"),
    ],
)
def test_spellings_of_one_word_are_one(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize("text", ["ਮਰਨਾ ਚਾਹੁੰਦੀ", "જીવવું નથી", "বাঁচতে চাই", "র‌্যাব এসেছে", "خود کشی", "не хочу"])
def test_marks_and_joiners_split_no_word(text: str) -> None:
    assert len(tokens(text)) == 2


def test_tokens_say_where_they_stand_in_the_text_as_it_was_typed() -> None:
    text = "أُرِيدُ أن\u200f أمـــوت"
    assert [text[token.start : token.end] for token in tokens(text)] == ["أُرِيدُ", "أن\u200f", "أمـــوت"]


def test_phrases_know_choices_groups_gaps_and_words_that_may_be_missing() -> None:
    book = PhraseBook([("feel ?my|the {baby} .. kick*", "hit")], groups={"baby": ["baby", "bub*"]})

    def finds(text: str) -> bool:
        return bool(book.find(tokens(text)))

    assert finds("feel the baby kick")
    assert finds("feel bubba not even once kicking")
    assert not finds("feel her kick")
    assert not finds("feel the baby not ever even once kick")
    assert not finds("feel my the baby kick")


def test_a_phrase_that_can_be_read_in_two_ways_is_found_once() -> None:
    book = PhraseBook([("so|s* ?very sad", "hit")])
    assert len(book.find(tokens("so sad"))) == 1


@pytest.mark.parametrize("word", ["وخنقني", "بالسكين", "فالدم", "والدم", "للبيت"])
def test_arabic_words_are_known_with_what_is_written_as_one_with_them(word: str) -> None:
    book = PhraseBook([(stem, "hit") for stem in ("خنقني", "سكين", "دم", "بيت", "الدم")])
    assert book.find(tokens(word))
