"""Write down the words beside the boxes, for versions that have no file yet: `keep_consent_words`."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from surveys.responses import wordings
from surveys.web.journey.consents import said_now


class Command(BaseCommand):
    help = (
        "Make the files of new versions in surveys/responses/wordings.py from what the pages say now, and "
        "print the digest to put there. A file that is there is never written over: women have agreed to it."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for after_loss in (False, True):
            version = wordings.current(after_loss=after_loss)
            if version.file.exists():
                self.stdout.write(f"{version.file.name} is there")
                continue
            text = json.dumps(said_now(after_loss=after_loss), ensure_ascii=False, indent=1)
            version.file.write_text(f"{text}\n", encoding="utf-8")
            self.stdout.write(f"{version.file.name} is made: digest {wordings.digest_of(version)}")
