"""What a visit costs on the wire: every page of a telling, and everything that these pages load."""

import gzip
import re
from dataclasses import dataclass

import brotli  # type: ignore[import-untyped]
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client

from surveys.core.languages import ENGLISH, Language
from tests.faces.feedback.telling import Woman as Woman

LOADED = re.compile(r'(?:src|href)="/static/([^"#]+)"')
WORKER = "/sw.js"
WORDS = re.compile(r'data-words="([^"]+)"')
STORY = "The midwife stayed with me all night and explained everything. Then the ward was loud and busy."


@dataclass(frozen=True)
class Visit:
    """Bytes of each page in order (gzip, as the proxy sends it) and of all that they load.

    Styles and scripts come in Brotli, made beforehand. `words` is what her phone keeps, said in her language;
    `without_signal` is what a browser fetches beside, once and in the background, to be able to go on then:
    the page for that, its script, and the worker, which a view answers and so comes as gzip.
    """

    pages: dict[str, int]
    assets: dict[str, int]
    words: int
    without_signal: int

    @property
    def first(self) -> int:
        return next(iter(self.pages.values()))

    @property
    def whole(self) -> int:
        return sum(self.pages.values()) + sum(self.assets.values()) + self.words + self.without_signal


def made(language: Language) -> Visit:
    """The way from the first page to the receipt, with two stories told and all consents given."""
    address = at("/leicester", language)
    woman, pages, assets = Woman(address), {}, set[str]()
    while True:
        pages[woman.page.at] = on_the_wire(woman.page.html)
        assets |= set(LOADED.findall(woman.page.html))
        if woman.page.at == "review":
            break
        woman.press(**_answers(woman))
    pages["thanks"] = on_the_wire(woman.press("send").html)
    assets |= set(LOADED.findall(woman.page.html))
    (words,) = set(WORDS.findall(woman.page.html))
    spare, worker = fetched(f"{address}?offline=1"), fetched(WORKER)
    kept = set(LOADED.findall(spare)) - assets
    return Visit(
        pages,
        {name: _asset(name) for name in sorted(assets)},
        on_the_wire(fetched(words)),
        on_the_wire(spare) + on_the_wire(worker) + sum(map(_asset, kept)),
    )


def at(address: str, language: Language) -> str:
    """A page's address in a language."""
    return address if language == ENGLISH else f"/{language.code}{address}"


def fetched(address: str) -> str:
    """What is answered there."""
    answer = Client().get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def on_the_wire(html: str) -> int:
    return len(gzip.compress(html.encode(), 5))


def _answers(woman: Woman) -> dict[str, str]:
    return {key: STORY for key in ("good", "better") if f'name="q-{key}"' in woman.page.html}


def _asset(name: str) -> int:
    with staticfiles_storage.open(name) as file:
        return len(brotli.compress(file.read()))
