"""The mailbox as one object, for the process that `make run` starts and for tests."""

import tempfile
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tools.mailbox.post import PostOffice, open_office
from tools.mailbox.site import Site
from tools.mailbox.store import Letter, Store
from tools.processes import free_port


class Mailbox:
    """A running mail server and its pages, both on 127.0.0.1. Port 0 is any free one.

    Without a folder, letters are kept in a temporary one until stop().
    """

    def __init__(self, *, port: int = 0, page_port: int = 0, folder: Path | None = None) -> None:
        self._temporary = None if folder else tempfile.TemporaryDirectory(prefix="mailbox-")
        self._store = Store(folder or Path(self._temporary.name if self._temporary else ""))
        self._office = PostOffice(self._store)
        self._site = Site(page_port, self._store, self._office)
        self.port = port or free_port()
        self._listening = open_office(self._office, self.port)
        threading.Thread(target=self._site.serve_forever, args=[0.05], daemon=True).start()

    @property
    def email_url(self) -> str:
        """What EMAIL_URL has to be for Django to send here."""
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """The address of the page that lists the letters."""
        return f"http://127.0.0.1:{self._site.server_port}"

    def messages(self) -> list[Letter]:
        """All that was received, newest first."""
        return self._store.letters()

    def wait_for(self, to: str, subject: str = "", *, timeout: float = 20.0) -> Letter:
        """The newest letter to this address whose subject has these words, once it is there.

        timeout is in seconds. Raises TimeoutError, which tells what did come.
        """
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            for letter in self.messages():
                if to in letter.to and subject in letter.subject:
                    return letter
            time.sleep(0.05)
        came = [(letter.to, letter.subject) for letter in self.messages()]
        raise TimeoutError(f"No letter to {to} about {subject!r} in {timeout:g} s; there were {came}")

    def clear(self) -> None:
        self._store.clear()

    def fail_next(self, count: int) -> None:
        """Answer 451 to the next `count` messages."""
        self._office.failures = count

    def refuse(self) -> None:
        """Let nobody connect, as a server that is down, until accept()."""
        self._listening.stop()

    def accept(self) -> None:
        """Listen again, on the same port."""
        self._listening = open_office(self._office, self.port)

    def stop(self) -> None:
        self._listening.stop(no_assert=True)
        self._site.shutdown()
        self._site.server_close()
        if self._temporary:
            self._temporary.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
