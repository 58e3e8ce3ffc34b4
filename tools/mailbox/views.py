"""What the mailbox's pages show. Each function returns a status, a content type and a body."""

import json
import re
from http import HTTPStatus
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from tools.mailbox.store import Letter

PAGES = Path(__file__).parent / "pages"
HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")
LONDON = ZoneInfo("Europe/London")
Answer = tuple[HTTPStatus, str, bytes]


def inbox(letters: list[Letter]) -> Answer:
    return _page("inbox.jinja", letters=letters)


def letter(shown: Letter) -> Answer:
    return _page("letter.jinja", letter=shown)


def html(shown: Letter) -> Answer:
    """The letter as its sender wrote it; its links open beside the mailbox."""
    base = '<base target="_blank">'
    head = re.search(r"<head[^>]*>", shown.html, re.IGNORECASE)
    at = head.end() if head else 0
    return HTTPStatus.OK, HTML, (shown.html[:at] + base + shown.html[at:]).encode()


def source(shown: Letter) -> Answer:
    return HTTPStatus.OK, TEXT, shown.source


def style() -> Answer:
    return HTTPStatus.OK, "text/css; charset=utf-8", (PAGES / "style.css").read_bytes()


def as_json(letters: list[Letter]) -> Answer:
    body = json.dumps([_as_dict(one) for one in letters], ensure_ascii=False, indent=1)
    return HTTPStatus.OK, "application/json", body.encode()


def _as_dict(shown: Letter) -> dict[str, object]:
    return {
        "id": shown.id,
        "received": shown.received.isoformat(),
        "from": shown.sender,
        "to": shown.to,
        "subject": shown.subject,
        "headers": shown.headers,
        "text": shown.text,
        "html": shown.html,
        "attachments": [
            {
                "name": file.name,
                "type": file.content_type,
                "size": len(file.content),
                "url": f"/letters/{shown.id}/files/{number}",
            }
            for number, file in enumerate(shown.attachments)
        ],
    }


def _page(name: str, **context: object) -> Answer:
    return HTTPStatus.OK, HTML, _environment.get_template(name).render(context).encode()


def _with_links(text: str) -> Markup:
    """Plain text with its web addresses made into links, all else escaped."""
    parts, at = [], 0
    for found in LINK.finditer(text):
        parts.append(escape(text[at : found.start()]))
        parts.append(Markup('<a href="{0}" target="_blank" rel="noreferrer">{0}</a>').format(found[0]))
        at = found.end()
    return Markup("").join([*parts, escape(text[at:])])


def _when(shown: Letter) -> str:
    moment = shown.received.astimezone(LONDON)
    return f"{moment:%A} {moment.day} {moment:%B %Y, %H:%M}"


def _size(content: bytes) -> str:
    kilobytes = len(content) / 1000
    return f"{kilobytes / 1000:.1f} MB" if kilobytes >= 1000 else f"{kilobytes:.0f} KB"


_environment = Environment(
    loader=FileSystemLoader(PAGES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters.update(with_links=_with_links, when=_when, size=_size)
