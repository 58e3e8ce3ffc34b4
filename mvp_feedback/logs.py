"""Log lines as JSON: a message, its named fields, and of an exception only its type and the places it passed.

Exception messages are left out on purpose: a database error can quote a row, and a row can hold what a woman
wrote.
"""

import json
import logging
import re
import traceback
from typing import Any

# Celery's `data` holds a task's arguments and the text of its exception.
LEFT_OUT = {"message", "asctime", "request", "taskName", "data"}
# The personal part of a link (`core.secrets.token_for`): an address that is logged must open nothing.
TOKEN = re.compile(r"(?<![\w-])[\w-]{43}(?![\w-])")
STANDARD = frozenset(vars(logging.makeLogRecord({}))) | LEFT_OUT


class JsonFormatter(logging.Formatter):
    """One JSON object a line; `extra=` fields are kept, `request` objects are not."""

    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, Any] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _event(record),
        }
        entry |= {name: value for name, value in vars(record).items() if name not in STANDARD}
        if record.exc_info and record.exc_info[0]:
            entry["error"] = record.exc_info[0].__name__
            entry["where"] = _places(record.exc_info[2])
        return json.dumps(entry, default=str, ensure_ascii=False)


def _event(record: logging.LogRecord) -> str:
    # With an exception the arguments may quote it, so the sentence stays as it was written, unfilled.
    return str(record.msg) if record.exc_info else TOKEN.sub("…", record.getMessage())


def _places(trace: Any) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)[-8:]]
