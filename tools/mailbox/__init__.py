"""A mail server that keeps what it is sent, and pages to read it on. For one's own machine and for tests."""

from tools.mailbox.mailbox import Mailbox
from tools.mailbox.store import Attachment, Letter

__all__ = ["Attachment", "Letter", "Mailbox"]
