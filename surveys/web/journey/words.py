"""The active language, and what is said in it."""

from collections.abc import Mapping
from typing import Any, cast

from django.template import engines
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from surveys.web.journey.whom_to_ring import Help


def language() -> str:
    """The page's language without its country: "en"."""
    return (get_language() or "en").split("-")[0]


def said(wording: Mapping[str, str]) -> str:
    """A wording of a questionnaire in the page's language, else in English; empty where there is none."""
    return wording.get(language()) or wording.get("en", "")


def help_box(help_: Help) -> SafeString:
    """The box above every place for words."""
    return SafeString(macros("components/help.jinja").help_box(help_))


def receipt(code: str) -> SafeString:
    """A receipt code as it is shown."""
    return SafeString(macros("components/journey.jinja").receipt_code(code))


def macros(template: str) -> Any:
    """The macros of one of our templates."""
    return cast("Any", engines["jinja2"]).env.get_template(template).module
