"""`teach_reader`: teaches the shipped reading network anew; for maintainers, after the corpus changed."""

import logging
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from surveys.themes.codeframe import maternity
from surveys.themes.text_model import shipped, teaching
from surveys.themes.text_model.network import weights


class Command(BaseCommand):
    """Writes what was learned to `surveys/themes/text_model/data/reader.npz`."""

    help = "Teach the shipped reading network from the corpus; several hours on two cores."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("version", help="how it is called from now on, such as reader-2")

    def handle(self, *args: Any, **options: Any) -> None:
        logging.getLogger("surveys.themes.text_model").setLevel(logging.INFO)
        try:
            base = weights.shipped()
        except weights.NoNetworkError as error:
            raise CommandError(str(error)) from error
        codes = [code.code for code in maternity().codes]
        taught = teaching.teach(base, codes, version=options["version"])
        shipped.TAUGHT.write_bytes(taught.to_bytes())
        self.stdout.write(f"Written to {shipped.TAUGHT}. Now run make bench, and update docs/text-model.md.")
