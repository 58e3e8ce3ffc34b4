"""The active language, and what is said in it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django.template import engines
from django.urls import reverse
from django.utils.safestring import SafeString

from surveys.web.addresses import typed
from surveys.web.journey.whom_to_ring import Help
from surveys.web.languages import in_english, spoken


def language() -> str:
    """What browsers are told of the page's language, and what is kept with what she writes: "en"."""
    return spoken().tag


def is_easy() -> bool:
    """Whether she reads Easy Read: short sentences, one idea and one picture a page."""
    return spoken().is_easy


def said(wording: Mapping[str, str]) -> str:
    """A wording of a questionnaire in the page's language, else in English; empty where there is none."""
    return wording.get(spoken().code) or wording.get(language()) or in_english(wording.get("en", ""))


def help_box(help_: Help) -> SafeString:
    """The box above every place for words."""
    return SafeString(macros("components/help.jinja").help_box(help_))


def help_now(help_: Help, *, is_watched: bool) -> SafeString:
    """Help at once; `is_watched`: somebody may be looking over her shoulder."""
    return SafeString(macros("components/help.jinja").help_now(help_, is_watched))


def how_to_complain(help_: Help) -> SafeString:
    """A quiet line: who takes complaints."""
    return SafeString(macros("components/help.jinja").how_to_complain(help_))


def room(name: str) -> SafeString:
    """Where a script says how many letters still fit into a box for words."""
    return SafeString(macros("components/journey.jinja").room(name))


def receipt(code: str) -> SafeString:
    """A receipt code as it is shown."""
    return SafeString(macros("components/journey.jinja").receipt_code(code))


def keeping(code: str) -> SafeString:
    """Ways to keep a receipt code other than copying it."""
    return SafeString(macros("components/journey.jinja").ways_to_keep(code))


def where_to_come_back() -> str:
    """The address at which a receipt code is typed in, as people read it to each other."""
    return typed(reverse("feedback:receipt"))


def month(day: date) -> str:
    """A day's month, "November 2026", as the page's language has it."""
    return str(_templates().filters["month_year"](day))


def macros(template: str) -> Any:
    """The macros of one of our templates."""
    return _templates().get_template(template).module


def _templates() -> Any:
    return cast("Any", engines["jinja2"]).env
