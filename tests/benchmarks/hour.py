"""What of a moderator's hour the machine takes: sixty comments opened, and decided as it suggests.

The rest of the hour is hers, for reading. How fast somebody reads and presses keys is not measured here.
"""

import re
import time
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

from django.test import Client

from surveys.moderation.models import Clearance
from surveys.themes import analysis
from surveys.themes.models import ThemeDecision, ThemeSuggestion
from surveys.themes.text_model import corpus
from tests.benchmarks.reading import say
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.listening import screened
from tests.factories.world import NOW, Place, place

COMMENTS, HOUR = 60, 3600
# A tenth of the hour.
MOST_SECONDS = HOUR / 10
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
# For scripts to copy; no browser sends what stands there.
_TEMPLATE = re.compile(r"<template\b.*?</template>", re.DOTALL)


def run() -> bool:
    somewhere = place("Hour")
    _waiting(somewhere)
    moderator = signed_in(somewhere.moderator)
    moderator.defaults["HTTP_HOST"] = "127.0.0.1"
    start = time.perf_counter()
    for _ in range(COMMENTS):
        _decide_as_suggested(moderator, f"/desk/{somewhere.mvp.slug}/listen/check/")
    seconds = time.perf_counter() - start
    assert Clearance.objects.filter(outcome=Clearance.Outcome.CLEARED).count() == COMMENTS
    assert ThemeDecision.objects.count() >= ThemeSuggestion.objects.count() > COMMENTS
    return say("sixty comments checked, seconds that the machine takes", seconds, at_most=MOST_SECONDS)


def _waiting(somewhere: Place) -> None:
    """Comments without danger, read by rules and network as the worker does it."""
    rows = (row for row in corpus.held_out(corpus.comments()) if row.language == "en")
    safe = (row.text for row in rows if not any(reading.risk for reading in row.readings))
    found = 0
    while found < COMMENTS:
        text = screened(somewhere, better=next(safe))
        if not text.screening.risk:
            analysis.suggest([text.response_id], now=NOW)
            found += 1


def _decide_as_suggested(moderator: Client, address: str) -> None:
    page = moderator.get(address)
    [form] = [form for form in _FORM.findall(page.content.decode()) if 'name="save"' in form]
    action = re.search(r'action="([^"]+)"', form)
    fields: dict[str, list[str]] = {}
    for name, value in _Fields.of(form):
        fields.setdefault(name, []).append(value)
    answer = moderator.post(unescape(action[1]) if action else address, {**fields, "save": "1"})
    assert answer.status_code == 302, words_of(answer.content)[:700]


class _Fields(HTMLParser):
    """What a browser would send of a form in which nothing was changed."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._select = ""

    @classmethod
    def of(cls, form: str) -> Iterator[tuple[str, str]]:
        reader = cls()
        reader.feed(_TEMPLATE.sub("", form))
        yield from reader.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given:
            self.found.append((self._select, value))
        elif tag == "textarea":
            self.found.append((name, ""))
        elif tag == "input" and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
            self.found.append((name, value))
