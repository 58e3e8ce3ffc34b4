"""The pages of the mailbox. What strangers wrote is escaped, or shown where it can run and fetch nothing."""

import re
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast
from urllib.parse import quote

from tools.mailbox import views
from tools.mailbox.post import PostOffice
from tools.mailbox.store import Letter, Store

OUR_PAGES = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"
THEIR_PAGES = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
    "sandbox allow-popups allow-popups-to-escape-sandbox"
)
NOT_FOUND = (HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"There is nothing here.\n")
Answer = tuple[HTTPStatus, str, bytes]


class Site(ThreadingHTTPServer):
    """Serves the letters of a store on a port of 127.0.0.1."""

    daemon_threads = True

    def __init__(self, port: int, store: Store, office: PostOffice) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.store = store
        self.office = office


class Handler(BaseHTTPRequestHandler):
    """Reads addresses; `views` makes the pages."""

    protocol_version = "HTTP/1.1"
    timeout = 30

    @property
    def site(self) -> Site:
        return cast("Site", self.server)

    def do_GET(self) -> None:
        if self._is_stranger():
            return self._send(HTTPStatus.FORBIDDEN, "text/plain", b"Ask by 127.0.0.1.\n")
        path = self.path.partition("?")[0]
        pages = {"/": views.inbox, "/messages.json": views.as_json}
        if path in pages:
            return self._send(*pages[path](self.site.store.letters()))
        if path == "/style.css":
            return self._send(*views.style())
        return self._letter(path)

    def do_POST(self) -> None:
        """POST /control/fail-next/3: answer 451 to the next three messages. Not for pages of other sites."""
        asked = re.fullmatch(r"/control/fail-next/(\d{1,6})", self.path)
        if self._is_stranger() or "Origin" in self.headers or not asked:
            return self._send(HTTPStatus.FORBIDDEN, "text/plain", b"No.\n")
        self.site.office.failures = int(asked[1])
        return self._send(HTTPStatus.OK, "text/plain", b"So be it.\n")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Nobody reads a log of who looked at the mailbox."""

    def _letter(self, path: str) -> None:
        parts = re.fullmatch(r"/letters/([0-9a-f-]+)(?:/(html|source|files/(\d+)))?", path)
        letter = self.site.store.letter(parts[1]) if parts else None
        if not parts or not letter:
            return self._send(*NOT_FOUND)
        if parts[3]:
            return self._file(letter, int(parts[3]))
        if parts[2] == "html":
            return self._send(*views.html(letter), policy=THEIR_PAGES)
        return self._send(*(views.source(letter) if parts[2] else views.letter(letter)))

    def _file(self, letter: Letter, number: int) -> None:
        if number >= len(letter.attachments):
            return self._send(*NOT_FOUND)
        file = letter.attachments[number]
        kind = re.sub(r"[^\w/.+-]", "", file.content_type)
        return self._send(HTTPStatus.OK, kind, file.content, save_as=file.name)

    def _is_stranger(self) -> bool:
        """Whether a foreign name was made to point here, to read our mail through a visitor's browser."""
        return self.headers.get("Host", "").partition(":")[0] not in ("127.0.0.1", "localhost")

    def _send(
        self, status: HTTPStatus, kind: str, body: bytes, *, policy: str = OUR_PAGES, save_as: str = ""
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        if save_as:
            self.send_header("Content-Disposition", f"attachment; filename*=UTF-8''{quote(save_as, safe='')}")
        self.end_headers()
        self.wfile.write(body)
