"""Publish feedback questionnaires again where their translations have become better."""

from typing import Any

from django.core.management.base import BaseCommand

from surveys.core import clock
from surveys.core.actors import SYSTEM
from surveys.questionnaires import queries, services


class Command(BaseCommand):
    """A published version never changes, so better translations of its questions are a new version."""

    help = "Publish feedback questionnaires again with the translations of today, where they differ."

    def handle(self, *args: Any, **options: Any) -> None:
        now = clock.now()
        versions = list(queries.current_versions())
        renewed = [services.renew_translations(version, by=SYSTEM, now=now) for version in versions]
        count = sum(version is not None for version in renewed)
        self.stdout.write(f"{count} of {len(versions)} questionnaires published again.")
