"""`teach_details`: teaches the shipped network to tell details to hide, after new comments."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from surveys.themes.text_model import details_teaching, shipped
from surveys.themes.text_model.network import weights


class Command(BaseCommand):
    """Writes what was learned to `surveys/themes/text_model/data/reader.npz`, beside what is there."""

    help = "Teach the shipped network to tell details to hide; some minutes on two cores."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            base = weights.shipped()
        except weights.NoNetworkError as error:
            raise CommandError(str(error)) from error
        taught = details_teaching.teach(base, shipped.taught(), details_teaching.comments())
        shipped.TAUGHT.write_bytes(taught.to_bytes())
        self.stdout.write(f"Written to {shipped.TAUGHT}. Now run make bench, and update docs/text-model.md.")
