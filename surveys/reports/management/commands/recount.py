"""`python manage.py recount`: count everything again, or check that nothing needs it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from surveys.reports import rollups


class Command(BaseCommand):
    help = "Counts every month again from what was said. With --check, only says which counts are wrong."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="change nothing; exit 1 when a count is wrong"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            self._check()
        else:
            self.stdout.write(f"Counted {rollups.recount_all():,} months again.")

    def _check(self) -> None:
        wrong = list(rollups.differences())
        for difference in wrong:
            self.stdout.write(str(difference))
        if wrong:
            raise CommandError(f"{len(wrong):,} counts differ from a full recount. Run: manage.py recount")
        self.stdout.write("Every kept count equals a full recount.")
