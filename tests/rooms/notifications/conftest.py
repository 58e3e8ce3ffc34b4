"""A real mail server, and a consultation that people asked to hear about."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tools.mailbox import Mailbox


@pytest.fixture(autouse=True)
def _addresses(settings: Settings) -> None:
    """The room is tested without the faces above it, whose addresses it only names."""
    settings.ROOT_URLCONF = "tests.rooms.notifications.faces"
    settings.SITE_URL = "https://voices.example"


@pytest.fixture(scope="session")
def running_mailbox() -> Iterator[Mailbox]:
    with Mailbox(port=0) as mailbox:
        yield mailbox


@pytest.fixture
def mailbox(running_mailbox: Mailbox, settings: Settings) -> Mailbox:
    """An empty mailbox to which everything is delivered."""
    running_mailbox.clear()
    settings.DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = running_mailbox.port
    return running_mailbox
