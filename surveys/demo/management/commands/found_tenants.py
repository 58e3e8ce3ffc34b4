"""Make the founding tenants on a new server: organisations, plans and help lines; no people, no feedback."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from surveys.core import clock
from surveys.demo import founding, loading


class Command(BaseCommand):
    help = "Make the two founding LMS, their trusts, units, MVPs, plans and national help lines."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--help-lines-checked-on",
            required=True,
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="the day on which you rang the national help lines of surveys/demo/world/founding.toml",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if loading.is_loaded():
            raise CommandError("The founding tenants are there already.")
        with transaction.atomic():
            made = founding.found_all(now=clock.now(), checked_on=options["help_lines_checked_on"])
        self.stdout.write(f"Made {len(made)} organisations.")
