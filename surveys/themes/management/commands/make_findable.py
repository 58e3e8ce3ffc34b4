"""`python manage.py make_findable`: search is made anew from what is safe to read."""

from typing import Any

from django.core.management.base import BaseCommand

from surveys.core import clock
from surveys.themes import services


class Command(BaseCommand):
    help = "Hands every comment that is safe to read to the worker, to be made findable anew."

    def handle(self, *args: Any, **options: Any) -> None:
        number = services.make_all_findable(now=clock.now())
        self.stdout.write(f"{number:,} comments wait to be made findable. The worker does it.")
