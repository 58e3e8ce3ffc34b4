"""Pictures of what a journey has seen, for whoever wants to look: in the folder that PICTURES names."""

import os
import re
from pathlib import Path

from playwright.sync_api import Page

PICTURES = os.environ.get("PICTURES", "")


def picture(page: Page, name: str) -> None:
    """The whole page as it stands."""
    if PICTURES:
        page.screenshot(
            path=Path(PICTURES) / f"{re.sub(r'[^a-z0-9]+', '-', name.lower())}.png", full_page=True
        )
