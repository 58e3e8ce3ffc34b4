"""Log lines name what happened and where; they never hold what an exception, and so perhaps a row, says."""

import json
import logging
import subprocess
import sys
from typing import Any

from mvp_feedback.logs import JsonFormatter

WORDS = "Nobody came when I rang the bell"


def logged(message: str, *values: object, **fields: Any) -> dict[str, Any]:
    """The line that a logger writes while an exception with her words is being handled."""
    try:
        raise ValueError(WORDS)
    except ValueError:
        record = logging.LogRecord("a.logger", logging.ERROR, "file.py", 1, message, values, sys.exc_info())
    vars(record).update(fields)
    line: dict[str, Any] = json.loads(JsonFormatter().format(record))
    return line


def test_an_exception_is_named_and_placed_but_not_quoted() -> None:
    line = logged("a message could not be acted on: %s", WORDS, topic="responses.received")

    assert line["error"] == "ValueError"
    assert line["topic"] == "responses.received"
    assert "test_logs.py" in line["where"][-1]
    assert WORDS not in json.dumps(line)


def test_what_celery_says_of_a_failed_task_is_left_out() -> None:
    line = logged("Task %(name)s raised %(exc)s", {"name": "a task", "exc": WORDS}, data={"exc": WORDS})

    assert WORDS not in json.dumps(line)


def test_a_worker_logs_like_the_rest() -> None:
    """Celery replaces the root logger's handlers unless it is told not to."""
    program = (
        "import logging; from worker import app; app.log.setup(loglevel='INFO', redirect_stdouts=False);"
        "print([type(handler.formatter).__name__ for handler in logging.getLogger().handlers])"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "['JsonFormatter']"
