"""Log lines as JSON: a message, its named fields, and of an exception only its type and the places it passed.

Exception messages are left out on purpose: a database error can quote a row, and a row can hold what a woman
wrote.
"""

import json
import logging
import traceback
from typing import Any

STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "request", "taskName"}


class JsonFormatter(logging.Formatter):
    """One JSON object a line; `extra=` fields are kept, `request` objects are not."""

    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, Any] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        entry |= {name: value for name, value in vars(record).items() if name not in STANDARD}
        if record.exc_info and record.exc_info[0]:
            entry["error"] = record.exc_info[0].__name__
            entry["where"] = _places(record.exc_info[2])
        return json.dumps(entry, default=str, ensure_ascii=False)


def _places(trace: Any) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)[-8:]]
