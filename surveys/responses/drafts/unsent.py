"""What is kept of a telling that has not been sent, and until when."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from surveys.core.clock import LONDON, local_date
from surveys.core.secrets import decrypt, encrypt
from surveys.responses.drafts import codes

KEPT_FOR = timedelta(days=28)
# Nobody can send any more when a consultation has closed, but she may want to copy what she wrote.
KEPT_AFTER_CLOSING = timedelta(days=7)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Unsent:
    """A telling as it stands: `given` is everything that its page would send, by control.

    `route` and `parts` are the address at which she tells. `turn` grows each time the telling goes on from
    its code or link: a page with a lower one than the draft is from a device that she has left.
    """

    key: UUID
    partnership_id: UUID
    version_id: UUID
    route: str
    parts: Sequence[str]
    language: str
    given: Mapping[str, Sequence[str]]
    turn: int = 0


@dataclass(frozen=True)
class Kept:
    """A draft as its writer gets it back."""

    unsent: Unsent
    saved_at: datetime
    expires_at: datetime

    @property
    def code(self) -> str:
        """What she types to go on."""
        return codes.code(self.unsent.key)

    @property
    def last_day(self) -> date:
        """The last day on which it is there, in London."""
        return local_date(self.expires_at) - DAY


def expiry(*, closes_at: datetime | None, now: datetime) -> datetime:
    """The end, in London, of the last day on which what is saved now is kept."""
    end = now + KEPT_FOR
    if closes_at is not None:
        end = min(end, closes_at + KEPT_AFTER_CLOSING)
    return datetime.combine(local_date(end) + DAY, time(), tzinfo=LONDON)


def sealed(given: Mapping[str, Sequence[str]]) -> str:
    """What she gave, readable only with a key of WORDS_KEYS."""
    return encrypt(json.dumps({name: list(values) for name, values in given.items()})).decode()


def opened(ciphertext: str) -> dict[str, list[str]]:
    """What `sealed` has sealed."""
    given: dict[str, list[str]] = json.loads(decrypt(ciphertext.encode()))
    return given
