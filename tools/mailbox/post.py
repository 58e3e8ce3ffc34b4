"""The SMTP side: takes every message, or fails on demand as real servers do."""

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tools.mailbox.store import Store

TRY_LATER = "451 4.3.0 The mailbox was asked to fail this one"


class PostOffice:
    """aiosmtpd's handler. It answers 451 to the next `failures` messages, then keeps what comes."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.failures = 0

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if self.failures > 0:
            self.failures -= 1
            return TRY_LATER
        content = envelope.content or b""
        as_bytes = content if isinstance(content, bytes) else content.encode()
        self.store.keep(envelope.mail_from or "", envelope.rcpt_tos, as_bytes)
        return "250 2.0.0 Kept"


def open_office(office: PostOffice, port: int) -> Controller:
    """Listen on a port of 127.0.0.1, in a thread of its own."""
    controller = Controller(office, hostname="127.0.0.1", port=port, ready_timeout=30)
    controller.start()
    return controller
