"""A line between the phone and the site that a test can spoil: a real connection, passed on byte by byte."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

PIECE = 65_536


class Line:
    """Passes requests on to the site.

    What has `loses` in it is answered by the site, and the answer is lost on its way back; `lost` counts.
    While it `hangs`, nothing arrives at all.
    """

    def __init__(self, site_url: str) -> None:
        self._site = (urlsplit(site_url).hostname, urlsplit(site_url).port)
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        self.loses: bytes | None = None
        self.hangs = False
        self.lost = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._door.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                phone, _address = self._door.accept()
                threading.Thread(target=self._pass_on, args=(phone,), daemon=True).start()

    def _pass_on(self, phone: socket.socket) -> None:
        with phone, suppress(OSError):
            asked = _whole_request(phone)
            if self.hangs:
                phone.recv(1)  # until the phone gives up
                return
            answer = self._answer(asked)
            if self.loses and self.loses in asked:
                self.lost += 1
                return
            phone.sendall(answer)

    def _answer(self, asked: bytes) -> bytes:
        head, _end, body = asked.partition(b"\r\n\r\n")
        with socket.create_connection(self._site) as site:
            # One request for each connection, so that its end is the end of the answer.
            site.sendall(head.replace(b"keep-alive", b"close") + b"\r\n\r\n" + body)
            return b"".join(iter(lambda: site.recv(PIECE), b""))


def _whole_request(phone: socket.socket) -> bytes:
    asked = b""
    while b"\r\n\r\n" not in asked:
        asked += _more(phone)
    head, _end, body = asked.partition(b"\r\n\r\n")
    length = next(
        (int(line[15:]) for line in head.splitlines() if line.lower().startswith(b"content-length:")), 0
    )
    while len(body) < length:
        body += _more(phone)
    return head + b"\r\n\r\n" + body


def _more(phone: socket.socket) -> bytes:
    piece = phone.recv(PIECE)
    if not piece:
        raise OSError("The phone has hung up.")
    return piece


@contextmanager
def line_to(site_url: str) -> Iterator[Line]:
    line = Line(site_url)
    try:
        yield line
    finally:
        line.close()
