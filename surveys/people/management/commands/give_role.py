"""Give somebody a role: `give_role EMAIL ROLE ORGANISATION_SLUG`; how a new server gets its first officer."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction

from surveys.core import clock
from surveys.core.actors import SYSTEM
from surveys.core.errors import DomainError
from surveys.organisations import queries as organisations
from surveys.people import services
from surveys.people.roles import ROLES


class Command(BaseCommand):
    help = "Give somebody a role at an organisation, from today on. She can sign in at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the address that her sign-in codes go to")
        parser.add_argument("role", choices=list(ROLES))
        parser.add_argument("organisation", help="the slug of the organisation")
        parser.add_argument("--name", default="", help="her name, as others see it")

    def handle(self, *args: Any, **options: Any) -> None:
        place = organisations.by_slug(options["organisation"])
        if place is None:
            raise CommandError(f"There is no organisation with the address “{options['organisation']}”.")
        role, now = ROLES[options["role"]], clock.now()
        try:
            validate_email(options["email"])
            with transaction.atomic():
                user = services.register(email=options["email"], name=options["name"], by=SYSTEM, now=now)
                today = clock.local_date(now)
                services.give_role(user, role=role, organisation=place, valid_from=today, by=SYSTEM, now=now)
        except ValidationError as problem:
            raise CommandError(f"“{options['email']}” is not an e-mail address.") from problem
        except DomainError as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"{user} ({user.email}) is {role.title} at {place.name}.")
