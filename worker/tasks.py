"""Tasks: each rings for work that the database holds. `**kwargs` lets old workers survive new callers."""

import logging
from typing import Any

from surveys.core import clock
from surveys.notifications import delivery, handlers, reminders, risks
from surveys.responses.drafts import services as drafts
from surveys.responses.imports import running as imports
from surveys.themes import learning
from surveys.themes import services as themes
from worker.app import app

log = logging.getLogger(__name__)


@app.task
def settle(**kwargs: Any) -> None:
    """Work off what waits in the outbox."""
    handlers.settle(now=clock.now, on_failure=_say)


@app.task
def deliver(**kwargs: Any) -> None:
    """Send the e-mails that are due."""
    delivery.deliver_due(now=clock.now)


@app.task
def remind(**kwargs: Any) -> None:
    """Ask for the reminders whose time has come."""
    reminders.ask_for_due(now=clock.now())


@app.task
def escalate(**kwargs: Any) -> None:
    """Tell the next people of risks about which nobody has decided in time."""
    risks.escalate(now=clock.now())


@app.task
def let_drafts_go(**kwargs: Any) -> None:
    """Delete what women had saved and whose time is over."""
    drafts.let_go(now=clock.now())


@app.task
def look_for_new_themes(**kwargs: Any) -> None:
    """Ask the workers to look for what no theme explains."""
    themes.look_everywhere(now=clock.now())


def learn(**kwargs: Any) -> None:
    """Learn from what people decided."""
    learning.learn_due(now=clock.now())


@app.task
def let_searches_go(**kwargs: Any) -> None:
    """Delete what people looked for more than a day ago."""
    themes.let_questions_go(now=clock.now())


@app.task
def import_spreadsheets(**kwargs: Any) -> None:
    """Bring in the spreadsheets that wait."""
    imports.run_waiting(now=clock.now)


def _say(topic: str, error: Exception) -> None:
    # The type only: a message can quote a row, and a row can hold what a woman wrote.
    log.error("a message could not be acted on", extra={"topic": topic, "error": type(error).__name__})
