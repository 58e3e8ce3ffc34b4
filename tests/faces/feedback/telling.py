"""Plays a woman's browser without scripts: reads a page's form, fills it in, presses a button."""

from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import count
from typing import Any

from django.test import Client

from surveys.web.journey import tasks

MOST_PAGES = 12


class Page(HTMLParser):
    """One page as she sees it, with what its main form would send."""

    def __init__(self, answer: Any) -> None:
        super().__init__()
        self.answer = answer
        self.html = answer.content.decode()
        self.fields: dict[str, list[str]] = {}
        self.action = ""
        self.title = ""
        self._form = self._textarea = self._select = ""
        self._in_title = False
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.action = self.action or given.get("action", "")
        elif tag == "input" and ("checked" in given or given.get("type") not in ("radio", "checkbox")):
            self.fields.setdefault(given["name"], []).append(given.get("value", ""))
        elif tag == "textarea":
            self._textarea = given["name"]
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and "selected" in given:
            self.fields[self._select] = [given.get("value", "")]
        self._in_title = tag == "title"

    def handle_data(self, data: str) -> None:
        if self._textarea:
            # HTML drops a line break right after the tag.
            self.fields[self._textarea] = [data.removeprefix("\n")]
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._textarea = ""
        self._in_title = False

    def worked(self) -> str:
        """The number that a script would find for the task of the page."""
        (text,) = self.fields["task"]
        bits = int(text.split(".")[1])
        return next(str(number) for number in count() if tasks.zeros(text, str(number)) >= bits)

    @property
    def at(self) -> str:
        return self.fields["at"][0]


class Woman:
    """Somebody who opens a short address and presses buttons."""

    def __init__(self, address: str = "/leicester") -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.page = Page(self.client.get(address))

    def press(self, button: str = "", value: str = "1", /, **answers: str | Sequence[str]) -> Page:
        """Fill in answers (names without `q-` are questions' keys) and press a button."""
        sent = dict(self.page.fields)
        for name, answer in answers.items():
            sent[_control(name)] = [answer] if isinstance(answer, str) else list(answer)
        if button:
            sent[button] = [value]
        self.page = Page(self.client.post(self.page.action, sent))
        return self.page

    def to_review(self, **answers: str | Sequence[str]) -> Page:
        """Go on from page to page until the last look, answering what is asked on the way."""
        return self.to("review", **answers)

    def to(self, step: str, **answers: str | Sequence[str]) -> Page:
        """Go on until a page, answering what is asked on the way."""
        for _page in range(MOST_PAGES):
            if self.page.at == step:
                break
            self.press("", **{name: value for name, value in answers.items() if self._asks(name)})
        return self.page

    def _asks(self, name: str) -> bool:
        shown = f'name="{_control(name)}"'
        return shown in self.page.html and f'type="hidden" {shown}' not in self.page.html


def _control(name: str) -> str:
    return name if name in ("consents", "contact", "ticket", "at") else f"q-{name}"
