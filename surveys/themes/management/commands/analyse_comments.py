"""`analyse_comments < in.jsonl > out.jsonl`: what the worker would make of comments; touches no table."""

import io
import sys
from typing import Any

from django.core.management.base import BaseCommand

from surveys.themes.text_model import registry
from surveys.themes.text_model.lines import analyse_lines

# In seconds: how long a thread that comes back from the network waits for the interpreter. With Python's own
# 0.005 a tenth fewer comments are read.
_PATIENCE = 0.0005


class Command(BaseCommand):
    """Reads comments from standard input, one JSON object a line, and writes one line for each."""

    help = (
        'Reads lines of {"id", "text", "stage"?, "language"?} and writes lines of '
        '{"id", "language", "redactions", "risk", "themes"}, in the same order. '
        'A line that is no comment gives {"id", "error"}.'
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        sys.setswitchinterval(_PATIENCE)
        # UTF-8 whatever the terminal speaks; a broken letter or a stray carriage return must not end the run.
        given = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
        with io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n") as answers:
            for line in analyse_lines(given, model=registry.shipped()):
                answers.write(f"{line}\n")
