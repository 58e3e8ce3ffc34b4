"""Bring in a spreadsheet of answers: `import_responses FILE --partnership SLUG --mapping MAPPING.toml`."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from surveys.core import clock
from surveys.core.actors import SYSTEM
from surveys.core.errors import DomainError
from surveys.organisations import queries as organisations
from surveys.responses.imports import services
from surveys.responses.imports.sorting import Outcome


class Command(BaseCommand):
    help = "Bring in a CSV or XLSX file of answers. Says what became of each row, and why one was refused."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a .csv or .xlsx file whose first row names the columns")
        parser.add_argument(
            "--partnership", required=True, help="the slug of the MVP that the answers are for"
        )
        parser.add_argument(
            "--mapping", required=True, type=Path, help="a TOML file: what each column answers"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen; store nothing")
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        for path in (options["file"], options["mapping"]):
            if not path.is_file():
                raise CommandError(f"There is no file {path}.")
        try:
            outcome = self._bring_in(options)
        except DomainError as problem:
            raise CommandError(str(problem)) from problem
        if options["json"]:
            self.stdout.write(json.dumps(outcome.as_json(), ensure_ascii=False))
        else:
            self._tell(outcome, dry=options["dry_run"])

    def _bring_in(self, options: dict[str, Any]) -> Outcome:
        partnership = organisations.by_slug(options["partnership"])
        if partnership is None or partnership.kind != organisations.Kind.MVP:
            raise DomainError(f"There is no partnership with the address “{options['partnership']}”.")
        mapping = _text(options["mapping"])
        with options["file"].open("rb") as file:
            if options["dry_run"]:
                return services.dry_run(file, partnership=partnership, mapping=mapping, now=clock.now())
            return services.import_file(
                file,
                file_name=options["file"].name,
                partnership=partnership,
                mapping=mapping,
                by=SYSTEM,
                now=clock.now,
            )

    def _tell(self, outcome: Outcome, *, dry: bool) -> None:
        for refusal in outcome.refused:
            self.stdout.write(f"Row {refusal.row}: {refusal.reason}")
        heading = "Nothing has been stored. This would happen:" if dry else "Done."
        self.stdout.write(
            f"{heading} {outcome.rows:,} rows: {outcome.accepted:,} accepted, "
            f"{outcome.duplicates:,} already known, {len(outcome.refused):,} refused."
        )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DomainError("The mapping is not a UTF-8 text file.") from error
