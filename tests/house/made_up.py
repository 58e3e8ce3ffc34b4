"""A made-up language: every text that can be translated stands between ⟦ and ⟧, and no other."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from django.test import override_settings

from surveys.web import kept_words

LETTERS = re.compile(r"[^\W\d_]{2,}")
QUIET = ("style", "script", "textarea", "svg")
VOID = ("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")
CODE = re.compile(r'<(p|div)[^>]* class="mv-receipt".*?</\1>', re.DOTALL)
SPOKEN = ("alt", "aria-label", "placeholder", "title", "label")
# What people called their places and wrote themselves, and what is the same in every language.
NAMES = re.compile(
    r"Leicester (?:Hospital|MVP|LMS|Trust|Home Birth Team)|Partners staying overnight|Every night"
    r"|Partners may stay(?: on the ward at night)?\.|Many of you told us that nights alone are hard\."
    r"|The first night only|Nights alone are hard\.|NHS|PDF|CSV|JSON|name@example\.org"
    r"|What would help you most\?|Most of you asked for every night\.|So it is every night\."
    r"|127\.0\.0\.1:\d+/pl/(?:privacy|r|go-on)|https?://\S*"
    r"|(?:[0-9A-Z]{4}-){2,3}[0-9A-Z]{4}"
    # Days, as Polish writes them.
    r"|(?:\w+, )?\d{1,2} \w+ 20\d\d"
)


@contextmanager
def spoken_as_polish(said: Catalog, folder: Path) -> Iterator[None]:
    """Polish is the made-up language, as long as this lasts."""
    marked = Catalog(locale="pl")
    for message in said:
        if isinstance(message.id, str):
            marked.add(message.id, f"⟦{message.id}⟧", context=message.context)
        else:
            marked.add(message.id, [f"⟦{form}⟧" for form in (*message.id, message.id[-1])])
    (folder / "pl" / "LC_MESSAGES").mkdir(parents=True)
    with (folder / "pl" / "LC_MESSAGES" / "django.mo").open("wb") as file:
        write_mo(file, marked)
    kept_words.forget()
    with override_settings(LOCALE_PATHS=[folder]):
        yield
    kept_words.forget()


def told(html: str) -> list[str]:
    """The texts of a page that no catalogue has."""
    return _Seen(CODE.sub("", html)).outside


def told_by_letter(text: str) -> list[str]:
    """The lines of an e-mail's plain text that no catalogue has."""
    return [line for line in text.splitlines() if _unmarked(line)]


class _Seen(HTMLParser):
    """The texts of a page that stand outside the marks of the made-up language."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.outside: list[str] = []
        self._depth = 0
        self._open: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID:
            # A language is named in itself; a code and her own words are in none.
            self._open.append((tag, tag in QUIET or ("lang" in given and tag != "html")))
        spoken = [value or "" for name, value in attrs if name in SPOKEN or _is_words(name, value)]
        self.outside += [text for text in spoken if _unmarked(text)]

    def handle_endtag(self, tag: str) -> None:
        if any(opened == tag for opened, _quiet in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        left = self._left(data)
        if left and not any(quiet for _tag, quiet in self._open):
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
