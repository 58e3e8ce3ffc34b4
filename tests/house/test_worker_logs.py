"""What goes wrong in a worker is logged without what a woman wrote."""

import json
import logging

import pytest

from mvp_feedback.logs import JsonFormatter
from surveys.responses.imports import running
from worker.tasks import import_spreadsheets


def test_a_task_that_fails_logs_no_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(**_given: object) -> None:
        "She left me alone \ud800".encode()

    monkeypatch.setattr(running, "run_waiting", fail)
    with caplog.at_level(logging.INFO):
        import_spreadsheets.apply()

    lines = [json.loads(JsonFormatter().format(record)) for record in caplog.records]
    assert [line["error"] for line in lines if "error" in line] == ["UnicodeEncodeError"]
    assert "She left me" not in str(lines)
