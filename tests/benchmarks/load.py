"""Sends requests over a number of connections, each a new one as gunicorn's sync workers want it."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

CONNECTIONS = 8


@dataclass(frozen=True)
class Request:
    """A request as it goes over the wire, and words that a right answer holds."""

    wire: bytes
    expect: bytes


def get(url: str, path: str, *, expect: bytes) -> Request:
    return Request(_head("GET", url, path, address="10.0.0.1") + b"\r\n", expect)


def post(url: str, path: str, body: str, *, address: str, expect: bytes) -> Request:
    """A form sent from an address (as the proxy before the server would say)."""
    content = body.encode()
    kind = b"Content-Type: application/x-www-form-urlencoded\r\n"
    length = f"Content-Length: {len(content)}\r\n\r\n".encode()
    return Request(_head("POST", url, path, address=address) + kind + length + content, expect)


def rate(url: str, requests: Sequence[Request]) -> float:
    """Requests answered rightly a second. Raises AssertionError at the first wrong answer."""
    start = time.perf_counter()
    asyncio.run(_all(url, requests))
    return len(requests) / (time.perf_counter() - start)


def _head(method: str, url: str, path: str, *, address: str) -> bytes:
    host = urlsplit(url).netloc
    return (
        f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-For: {address}\r\nConnection: close\r\n"
    ).encode()


async def _all(url: str, requests: Sequence[Request]) -> None:
    waiting = iter(requests)
    await asyncio.gather(*(_connection(url, waiting) for _ in range(CONNECTIONS)))


async def _connection(url: str, waiting: Iterator[Request]) -> None:
    where = urlsplit(url)
    for request in waiting:
        reader, writer = await asyncio.open_connection(where.hostname, where.port)
        writer.write(request.wire)
        answer = await reader.read(-1)
        writer.close()
        assert answer.startswith(b"HTTP/1.1 200"), answer[:300]
        assert request.expect in answer, answer[-600:]
