"""The languages in which women's journeys are walked, and what our own catalogues say in them.

One journey of each file is walked in all three, the others in English.
"""

from dataclasses import replace
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import get_language_from_path, gettext, override
from playwright.sync_api import Page

from tests.journeys.site import Site

# What stands before every address.
PREFIXES = {"English": "", "Arabic": "/ar", "Polish": "/pl"}
# What she tells, and what she adds to it later.
STORIES = {
    "en-gb": "The midwife stayed with me all night.",
    "ar": "بقيت القابلة معي طوال الليل.",
    "pl": "Położna została ze mną całą noc.",
    "en-easy": "She was nice.",
}
MORE = {
    "en-gb": "The lights were left on all night.",
    "ar": "بقيت الأضواء مضاءة طوال الليل.",
    "pl": "Światło paliło się przez całą noc.",
}


def as_read_in(site: Site, prefix: str) -> Site:
    """The same site with the addresses of another language."""
    return replace(site, url=site.url + prefix)


def language(page: Page) -> str:
    """The code of the language that the page's address names."""
    return get_language_from_path(urlsplit(page.url).path) or settings.LANGUAGE_CODE


def said(page: Page, english: str, **values: object) -> str:
    """A text of ours, whole, in the page's language, with its values in their places.

    What our catalogues do not know is an error: else a journey would look for English on a page in Arabic.
    """
    code = language(page)
    with override(code):
        words = gettext(english)
    if words == english and not code.startswith("en"):
        raise LookupError(f"The catalogue of {code} has no “{english}”.")
    return words % values if values else words


def story(page: Page) -> str:
    return STORIES[language(page)]


def more(page: Page) -> str:
    return MORE[language(page)]
