"""Every text of women's pages is in every catalogue; and no page shows a text that no catalogue has."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from django.test import Client, override_settings

from surveys.core.languages import EASY_READ, LANGUAGES
from tests.faces.feedback.telling import Woman
from tests.factories.world import place
from tests.house.addresses import addresses
from tests.house.belongings import belongings
from tools import words

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|</?\w+|\b(?:999|111)\b")
LETTERS = re.compile(r"[^\W\d_]{2,}")
QUIET = ("style", "script", "textarea", "svg")
CODE = re.compile(r'<p class="mv-receipt".*?</p>', re.DOTALL)
SPOKEN = ("alt", "aria-label", "placeholder", "title", "label")
# What people called their places and wrote themselves, and what is the same in every language.
NAMES = re.compile(
    r"Leicester (?:Hospital|MVP|LMS|Trust|Home Birth Team)|Partners staying overnight|Every night"
    r"|Partners may stay on the ward at night\.|Many of you told us that nights alone are hard\."
    r"|The first night only|NHS|PDF|CSV|JSON|name@example\.org|127\.0\.0\.1:\d+/pl/(?:privacy|r)"
)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """What the code says now."""
    return words.gather(tmp_path_factory.mktemp("words") / "words.pot")


def names(catalogue: Catalog) -> set[str]:
    return {str(message.id) for message in catalogue if message.id}


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


class Seen(HTMLParser):
    """The texts of a page that stand outside the marks of the made-up language."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.outside: list[str] = []
        self._depth = 0
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        # A language is named in itself; a code and her own words are in none.
        self._silent += tag in QUIET or ("lang" in given and tag != "html")
        spoken = [value or "" for name, value in attrs if name in SPOKEN or _is_words(name, value)]
        self.outside += [text for text in spoken if _unmarked(text)]

    def handle_endtag(self, tag: str) -> None:
        if self._silent and tag in (*QUIET, "bdi", "li"):
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent and (left := self._left(data)):
            self.outside.append(left)

    def _left(self, data: str) -> str:
        kept = ""
        for letter in data:
            self._depth += (letter == "⟦") - (letter == "⟧")
            kept += letter if self._depth == 0 and letter != "⟧" else " "
        kept = NAMES.sub("", kept)
        return kept.strip() if LETTERS.search(kept) else ""


def _is_words(name: str, value: str | None) -> bool:
    return name.startswith("data-") and " " in (value or "") and not (value or "").startswith(("{", "["))


def _unmarked(text: str) -> bool:
    return bool(LETTERS.search(NAMES.sub("", re.sub(r"⟦.*⟧", "", text))))


@pytest.fixture
def made_up(said: Catalog, tmp_path: Path) -> Iterator[None]:
    """Polish as a language in which every text that can be translated stands between ⟦ and ⟧."""
    marked = Catalog(locale="pl")
    for message in said:
        if isinstance(message.id, str):
            marked.add(message.id, f"⟦{message.id}⟧", context=message.context)
        else:
            marked.add(message.id, [f"⟦{form}⟧" for form in (*message.id, message.id[-1])])
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "django.mo").open("wb") as file:
        write_mo(file, marked)
    with override_settings(LOCALE_PATHS=[tmp_path]):
        yield


def told(html: str) -> list[str]:
    return Seen(CODE.sub("", html)).outside


def _journey() -> Iterator[tuple[str, str]]:
    """Every page of a telling, also with what was wrong, and what comes after it."""
    woman = Woman("/pl/leicester")
    while woman.page.at != "review":
        yield woman.page.at, woman.page.html
        if woman.page.at == "consents":
            yield "consents, wrong", woman.press(consents=["contact"], contact="nowhere").html
            woman.press(consents=["themes"], contact="")
        else:
            woman.press()
    yield "review, nothing answered", woman.press("send").html
    woman.press("change", "care-3")
    yield "too long", woman.press(good="ą" * 5001).html
    woman.press(good="⟦ ⟧")
    yield "review", woman.page.html
    yield "thanks", woman.press("send").html


@pytest.mark.django_db
@pytest.mark.usefixtures("made_up")
def test_no_page_of_a_telling_shows_a_text_that_cannot_be_translated() -> None:
    place("Leicester")

    assert {name: told(html) for name, html in _journey() if told(html)} == {}


@pytest.mark.django_db
@pytest.mark.usefixtures("made_up")
def test_no_other_page_of_womens_shows_one_either() -> None:
    known = belongings(place("Leicester"))
    found = {}
    for address in addresses():
        if address.name.partition(":")[0] in ("feedback", "public"):
            answer = Client().get("/pl" + address.filled(known))
            is_page = answer.headers["Content-Type"].startswith("text/html")
            if is_page and (texts := told(answer.content.decode())):
                found[f"{address.name} ({answer.status_code})"] = texts
    assert found == {}
