"""The words to which women have agreed are kept for ever, in each language; others are a new version."""

import json
from html import escape

import pytest

from surveys.core.languages import LANGUAGES, Language
from surveys.responses import wordings
from surveys.web.journey.consents import said_now
from tests.faces.feedback.telling import Woman
from tests.factories.world import Place

NEW_VERSION = (
    "The words beside the boxes have changed, in English or in a catalogue. Whoever agrees from now on "
    "agrees to something else: add a version to surveys/responses/wordings.py and run manage.py "
    "keep_consent_words. Only while no woman has seen the version: delete its file, run the command, and put "
    "the new digest there."
)


@pytest.mark.parametrize("version", wordings.VERSIONS, ids=lambda version: version.name)
def test_a_version_is_what_it_was(version: wordings.Version) -> None:
    assert wordings.digest_of(version) == version.digest


@pytest.mark.parametrize("after_loss", [False, True], ids=["feedback", "after a loss"])
def test_the_pages_say_what_the_current_version_keeps(after_loss: bool) -> None:
    kept = wordings.words_of(wordings.current(after_loss=after_loss))

    assert json.dumps(said_now(after_loss=after_loss)) == json.dumps(kept), NEW_VERSION


def test_versions_follow_each_other_and_no_file_is_without_one() -> None:
    assert list(wordings.VERSIONS) == sorted(wordings.VERSIONS, key=lambda version: version.since)
    assert {version.file for version in wordings.VERSIONS} == set(wordings.FOLDER.glob("*"))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("after_loss", [False, True], ids=["feedback", "after a loss"])
def test_every_word_that_is_kept_was_on_the_page(
    leicester: Place, language: Language, after_loss: bool
) -> None:
    said = wordings.words_of(wordings.current(after_loss=after_loss))[language.code]
    partnership = leicester.lms.name if after_loss else leicester.mvp.name
    html = every_page(language.code, after_loss=after_loss)

    boxes = [text for box in said["purposes"].values() for text in box.values()]
    one_a_page = language.code == "en-easy"
    around = [said["yes"]] if one_a_page else [said["question"], said["hint"]]
    for text in [*boxes, *around, said["anyway"]]:
        assert escape(text % {"partnership": partnership}) in html, text


def every_page(code: str, *, after_loss: bool) -> str:
    """All that a woman reads on her way, in one text."""
    prefix = "" if code == "en-gb" else f"/{code}"
    woman = Woman(f"{prefix}/leicester{'/loss' if after_loss else ''}")
    pages = [woman.page.html]
    while woman.page.at != "review":
        pages.append(woman.press().html)
    return " ".join("".join(pages).split())
