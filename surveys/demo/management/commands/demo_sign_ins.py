"""Print who can sign in to the demo world, and where women give feedback in it."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from surveys.demo.people import SIGN_INS

SHOWN = ("lri", "rvi", "uhnd")


class Command(BaseCommand):
    help = "Print the demo's sign-ins. The code that each asks for arrives in the mailbox."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("  Women give feedback at")
        for code in SHOWN:
            self.stdout.write(f"    {settings.SITE_URL}/{code}")
        self.stdout.write(
            f"\n  Sign in at {settings.SITE_URL}/account/login/ (the code arrives in the mailbox)"
        )
        width = max(len(sign_in.email) for sign_in in SIGN_INS)
        for sign_in in SIGN_INS:
            self.stdout.write(f"    {sign_in.email:<{width}}  {sign_in.role.title}, {sign_in.name}")
