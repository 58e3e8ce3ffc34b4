"""`evaluate_themes --codeframe FILE --train TRAIN.csv --test TEST.csv [--fine-tune] [--json]`."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from surveys.themes.text_model import evaluation, tables
from surveys.themes.text_model.evaluation import Evaluation
from surveys.themes.text_model.network.weights import NoNetworkError


class Command(BaseCommand):
    """Learns the codes of a table of comments, and says how well it then reads another one."""

    help = (
        "How well the learning part does on comments of your own: learns from one CSV file and measures on "
        "another. The codeframe file names the columns that hold codes (1 or 0): TOML or JSON with a list "
        "called codes, text for the column with the words, and context for columns that say what was asked "
        "and of which service (read with --fine-tune only); or plain text with one name a line."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--codeframe", type=Path, required=True)
        parser.add_argument("--train", type=Path, required=True)
        parser.add_argument("--test", type=Path, required=True)
        parser.add_argument(
            "--fine-tune", action="store_true", help="also teach a network from the table (half an hour)"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            columns = tables.settled(tables.read_columns(options["codeframe"]), options["train"])
            train = tables.read_table(options["train"], columns)
            test = tables.read_table(options["test"], columns)
            found = evaluation.evaluate(train, test, columns.codes, fine_tune=options["fine_tune"])
        except (tables.TableError, NoNetworkError) as error:
            raise CommandError(str(error)) from error
        context = list(columns.context or ())
        said = (
            json.dumps(found.as_json() | {"context": context})
            if options["json"]
            else _in_words(found, context)
        )
        self.stdout.write(said)


def _in_words(found: Evaluation, context: Sequence[str]) -> str:
    measures = found.measures
    return (
        f"Method: {found.method}, learned in {found.training_seconds:.0f} seconds\n"
        f"All {measures.rows} comments: micro F1 {measures.micro_f1:.3f}, macro F1 {measures.macro_f1:.3f}\n"
        f"The {measures.rows_that_say_something} that say something: "
        f"micro F1 {measures.micro_f1_of_rows_that_say_something:.3f}, "
        f"macro F1 {measures.macro_f1_of_rows_that_say_something:.3f}\n"
        f"{found.comments_a_second:.0f} comments a second, {found.peak_memory_mb:.0f} MB at most\n"
        f"Beside the words a taught network reads: {', '.join(context) or 'nothing'}"
    )
