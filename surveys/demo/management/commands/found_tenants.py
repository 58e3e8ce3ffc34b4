"""Make the founding tenants on a new server: organisations, plans and help lines; no people, no feedback."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from surveys.core import clock
from surveys.demo import founding, loading


class Command(BaseCommand):
    help = "Make the two founding LMS, their trusts, units, MVPs, plans and national help lines."

    def handle(self, *args: Any, **options: Any) -> None:
        if loading.is_loaded():
            raise CommandError("The founding tenants are there already.")
        with transaction.atomic():
            made = founding.found_all(now=clock.now())
        self.stdout.write(f"Made {len(made)} organisations.")
