"""Load the demo world: made-up feedback for the founding tenants. For development only."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from surveys.core import clock
from surveys.demo import loading


class Command(BaseCommand):
    help = "Load the demo world, once. Every word of feedback in it is made up."

    def handle(self, *args: Any, **options: Any) -> None:
        if loading.is_loaded():
            self.stdout.write("The demo world is there already.")
            return
        with transaction.atomic():
            loading.load(now=clock.now(), say=self._say)

    def _say(self, what: str) -> None:
        self.stdout.write(f"Making {what} …")
        self.stdout.flush()
