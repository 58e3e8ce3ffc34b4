"""Letters as files: one .eml each, named by when it came, so that they survive a restart."""

import email.policy
import os
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True)
class Attachment:
    """A file that came with a letter."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True)
class Letter:
    """One message as it was received. `to` are those whom the server was told to deliver it to."""

    id: str
    received: datetime
    sender: str
    to: tuple[str, ...]
    subject: str
    headers: tuple[tuple[str, str], ...]
    text: str
    html: str
    attachments: tuple[Attachment, ...]
    source: bytes


class Store:
    """The letters in a folder. Several processes may read it while one writes."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder = folder

    def keep(self, sender: str, to: list[str], content: bytes) -> None:
        """Write a message down, whole, with its envelope as two headers of ours at the top."""
        name = f"{time.time_ns():020d}-{secrets.token_hex(4)}"
        envelope = f"X-Envelope-From: {sender}\r\nX-Envelope-To: {', '.join(to)}\r\n"
        unfinished = self.folder / f"{name}.new"
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(envelope.encode() + content)
        unfinished.rename(self.folder / f"{name}.eml")

    def letters(self) -> list[Letter]:
        """All letters, newest first."""
        return [_read(path) for path in sorted(self.folder.glob("*.eml"), reverse=True)]

    def letter(self, letter_id: str) -> Letter | None:
        path = self.folder / f"{letter_id}.eml"
        known = path.parent == self.folder and path.exists()
        return _read(path) if known else None

    def clear(self) -> None:
        for path in self.folder.glob("*.eml"):
            path.unlink(missing_ok=True)


@lru_cache(maxsize=2000)
def _read(path: Path) -> Letter:
    source = path.read_bytes()
    message = BytesParser(_class=EmailMessage, policy=email.policy.default).parsebytes(source)
    headers = tuple((name, str(value)) for name, value in message.items())
    to = str(message.get("X-Envelope-To", ""))
    return Letter(
        id=path.stem,
        received=datetime.fromtimestamp(int(path.stem.partition("-")[0]) / 1e9, UTC),
        sender=str(message.get("From", "")),
        to=tuple(address.strip() for address in to.split(",") if address.strip()),
        subject=str(message.get("Subject", "")),
        headers=tuple(pair for pair in headers if not pair[0].startswith("X-Envelope")),
        text=_body(message, "plain"),
        html=_body(message, "html"),
        attachments=tuple(_attachment(part) for part in message.iter_attachments()),
        source=source,
    )


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return str(part.get_content()) if part else ""


def _attachment(part: EmailMessage) -> Attachment:
    content = part.get_content()
    as_bytes = content if isinstance(content, bytes) else str(content).encode()
    return Attachment(part.get_filename() or "untitled", part.get_content_type(), as_bytes)
