"""Every text of women's pages is in every catalogue."""

import re
from collections.abc import Iterator

from babel.messages import Catalog, Message

from surveys.core.languages import EASY_READ, LANGUAGES
from tools import words

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|</?\w+|\b(?:999|111)\b")
# Read only by whoever signs in, or said the same in Easy Read.
AS_IN_ENGLISH = {
    # To a chair who asks.
    "She cannot be asked about this feedback.",
    "Write your question.",
    "Your question is %(has)s letters long. Please shorten it to %(most)s.",
    "She has been asked something already. Take that question back before you ask another.",
    # At the head of pages behind sign-in.
    "Main",
    "waiting",
    "Your account:",
    "Sign out",
    "In this section",
    # To a board.
    "Maternity voices report, %(period)s",
    "you are on the board that receives its reports, and this one has been signed off.",
    "Read the full report",
    "%(organisation)s: what we heard, %(period)s.",
    "What the board is asked to do",
    "In figures",
    "Small numbers are hidden, so that nobody can be recognised.",
}


def names(catalogue: Catalog) -> set[tuple[str, str]]:
    return {(message.context or "", str(message.id)) for message in catalogue if message.id}


def translated() -> Iterator[tuple[str, Catalog]]:
    for language, path in words.catalogues():
        yield language.code, words.read(path)


def test_the_catalogues_hold_just_what_is_said(said: Catalog) -> None:
    for code, catalogue in translated():
        assert names(catalogue) == names(said), f"{code}: run make words, and translate what is new."


def test_every_text_is_translated_into_every_language() -> None:
    lacking = {
        code: [str(message.id) for message in words.missing(catalogue)]
        for code, catalogue in translated()
        if code != EASY_READ.code
    }
    assert {code: texts for code, texts in lacking.items() if texts} == {}


def test_easy_read_leaves_out_only_what_nobody_reads_there() -> None:
    (easy,) = [catalogue for code, catalogue in translated() if code == EASY_READ.code]

    assert {str(message.id) for message in words.missing(easy)} == AS_IN_ENGLISH


def test_translations_keep_what_is_put_in_and_what_is_dialled() -> None:
    wrong = [
        (code, message.id)
        for code, catalogue in translated()
        for message in catalogue
        if message.id and any(_marks(text) != _marks(_longest(message)) for text in _filled(message))
    ]
    assert wrong == []


def _longest(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[-1]


def _filled(message: Message) -> list[str]:
    """The translations, but for plural forms that say the number in a word ("one comment")."""
    said = [message.string] if isinstance(message.string, str) else list(message.string or ())[-1:]
    return [text for text in said if text]


def _marks(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def test_no_translation_is_the_english_but_for_names() -> None:
    alike: dict[str, list[str]] = {}
    for code, catalogue in translated():
        for message in catalogue:
            same = isinstance(message.id, str) and message.id == message.string
            if code != EASY_READ.code and same and " " in str(message.id):
                alike.setdefault(str(message.id), []).append(code)
    assert {text for text, codes in alike.items() if len(codes) > 2} <= {"Maternity Voices"}


def test_only_a_native_speakers_check_ends_the_waiting() -> None:
    assert [language.code for language in LANGUAGES if language.checked] == ["en-gb"]
