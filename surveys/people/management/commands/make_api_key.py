"""Make a key for another system: `make_api_key ORGANISATION_SLUG --name NAME`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from surveys.core import clock
from surveys.core.actors import SYSTEM
from surveys.core.errors import DomainError
from surveys.organisations import queries as organisations
from surveys.people import services


class Command(BaseCommand):
    help = "Make a key with which another system uses the API. It is printed once and cannot be shown again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("organisation", help="the slug of the organisation that the key speaks for")
        parser.add_argument("--name", required=True, help="what will use it, such as “Trust survey system”")

    def handle(self, *args: Any, **options: Any) -> None:
        place = organisations.by_slug(options["organisation"])
        if place is None:
            raise CommandError(f"There is no organisation with the address “{options['organisation']}”.")
        try:
            _key, text = services.make_api_key(place, name=options["name"], by=SYSTEM, now=clock.now())
        except DomainError as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(text)
