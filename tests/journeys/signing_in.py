"""Signing in as people do: an address, a code by e-mail."""

import re

from playwright.sync_api import Page

from tests.journeys.site import Site

INSIDE = re.compile(r"^[^?]*/(desk|board)/")


def by_code(page: Page, site: Site, email: str) -> None:
    """From the sign-in page in front of us to where she wanted to go."""
    site.mailbox.clear()
    page.get_by_label("E-mail address").fill(email)
    page.get_by_role("button", name="Send me a code").click()
    letter = site.mailbox.wait_for(email, "Your sign-in code")
    code = re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", letter.text)
    assert code, letter.text
    page.get_by_label("Code", exact=True).fill(code[0])
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(INSIDE)


def has_a_desk(page: Page) -> bool:
    """Whether the page in front of us is behind sign-in."""
    return bool(INSIDE.match(page.url))
