"""What is asked of whoever sends when something speaks for a machine: a little work, or a short wait.

A task is signed, bound to one key (that of a telling, or of what else is sent: `slowing`), and good for an
hour. The script on the page does the work by itself; without scripts, waiting is enough. Either lets it
through, wherever it comes from. One key stores one thing, so a task done is of no use for another, and
nothing is kept (decision 0071).
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import QueryDict

from surveys.responses.queries import Doubt

TASK = "task"
WORK = "work"
GOOD_FOR = timedelta(hours=1)
# An old phone tries about 20,000 numbers a second: two seconds or so at first, a quarter of a minute at most.
LEAST_BITS, MOST_BITS = 15, 18
LONGEST_WORK = 20


@dataclass(frozen=True)
class Task:
    """`bits` of work, or waiting until `due_at`; `doubts` are why it was asked for."""

    text: str
    key: UUID
    bits: int
    due_at: datetime
    made_at: datetime
    doubts: tuple[Doubt, ...]

    def seconds_left(self, now: datetime) -> int:
        """How long she still has to wait without doing the work."""
        return max(0, -((now - self.due_at) // timedelta(seconds=1)))

    def is_done(self, work: str, *, now: datetime) -> bool:
        """Whether she has waited long enough, or `work` makes a number that begins with `bits` zeros."""
        return now >= self.due_at or (0 < len(work) <= LONGEST_WORK and zeros(self.text, work) >= self.bits)


@dataclass(frozen=True)
class Waiting:
    """What her page says of a task: its text and bits for the script, the seconds for her.

    `many`: many people are sending from where she is; else a sign made us careful. `button` is hers to press.
    """

    task: str
    bits: int
    seconds: int
    many: bool
    button: str


def waiting(task: Task, *, button: str, now: datetime) -> Waiting:
    """What the page says of this task, on which this button sends."""
    many = Doubt.FLOOD in task.doubts
    return Waiting(task.text, task.bits, task.seconds_left(now), many=many, button=button)


def ask(key: UUID, doubts: tuple[Doubt, ...], *, excess: float, now: datetime) -> Task:
    """A new task. `excess` says how many times as much as usual was sent; more of it asks for more."""
    harder = min(max(int(excess), 1).bit_length() - 1, MOST_BITS - LEAST_BITS)
    seconds = settings.SEND_WAIT_SECONDS * (1 + harder)
    bits = LEAST_BITS + harder
    made_at = now.replace(microsecond=0)
    said = f"{key.hex}.{bits}.{seconds}.{int(made_at.timestamp())}.{'-'.join(doubts)}"
    return _read(_signer().sign(said), said)


def given(data: QueryDict, key: UUID, *, now: datetime) -> Task | None:
    """The task that her page carried, where it was made here, for this telling, and not too long ago."""
    text = data.get(TASK, "")
    try:
        task = _read(text, _signer().unsign(text))
    except BadSignature:
        return None
    return task if task.key == key and now - task.made_at < GOOD_FOR else None


def zeros(text: str, work: str) -> int:
    """With how many zero bits the fingerprint of a task and a number begins."""
    number = int.from_bytes(hashlib.sha256(f"{text}:{work}".encode()).digest())
    return 256 - number.bit_length()


def _read(text: str, said: str) -> Task:
    key, bits, seconds, made, doubts = said.split(".")
    made_at = datetime.fromtimestamp(int(made), tz=UTC)
    due_at = made_at + timedelta(seconds=int(seconds))
    codes = tuple(Doubt(code) for code in doubts.split("-"))
    return Task(text, UUID(key), int(bits), due_at, made_at, codes)


def _signer() -> Signer:
    return Signer(salt="journey-task")
