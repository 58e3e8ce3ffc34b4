"""The one template engine's environment: Jinja2 with the NHS components, dates, numbers and translation.

Our own templates are strict: a name that does not exist is an error, not an empty space. The NHS macros
expect missing parameters to be empty all the way down, so they alone are compiled with ChainableUndefined.
"""

import datetime as dt
from collections.abc import MutableMapping
from typing import Any

import jinja2
import mjml
from babel import dates
from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.dateformat import format as format_date
from django.utils.formats import number_format
from markupsafe import Markup

from surveys.core import clock
from surveys.web import kept_words, languages
from surveys.web.addresses import typed

NHS_MACROS = "nhsuk/"


class Environment(jinja2.Environment):
    """Strict for our templates, forgiving for the NHS macros."""

    _macros: jinja2.Environment | None = None

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own name
    ) -> jinja2.Template:
        """Load a template; those of the NHS package come from their own, forgiving environment."""
        if isinstance(name, str) and name.startswith(NHS_MACROS) and self._macros is not None:
            return self._macros.get_template(name, parent, globals)
        return super().get_template(name, parent, globals)

    def keep_macros_forgiving(self) -> None:
        """Compile the NHS macros apart from now on; call once, when filters and globals are set."""
        self._macros = self.overlay(undefined=jinja2.ChainableUndefined)


def environment(*, loader: jinja2.BaseLoader, **options: Any) -> Environment:
    """Return the environment that Django's Jinja2 backend renders with."""
    options |= {
        "loader": jinja2.ChoiceLoader([loader, jinja2.PackageLoader("nhsuk_frontend_jinja")]),
        "undefined": jinja2.StrictUndefined,
        "autoescape": escapes,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "extensions": ["jinja2.ext.i18n", "jinja2.ext.do"],
    }
    env = Environment(**options)
    env.globals.update(
        static=static,
        url=url,
        messages_for=get_messages,
        text_direction=text_direction,
        typed_address=typed,
        spoken_language=languages.spoken,
        other_languages=languages.others,
        kept_words_address=kept_words.address,
    )
    env.filters.update(FILTERS)
    env.policies["ext.i18n.trimmed"] = True
    _speak_the_active_language(env)
    env.keep_macros_forgiving()
    return env


def escapes(name: str | None) -> bool:
    """Return whether a template is HTML: all are but the plain texts of e-mails."""
    return name is None or not name.endswith((".txt", ".txt.jinja"))


def _speak_the_active_language(env: Any) -> None:
    env.install_gettext_callables(
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """Return the address of a named route."""
    return reverse(name, args=args, kwargs=kwargs)


def text_direction() -> str:
    """Return "rtl" or "ltr" for the active language, for the page's `dir`."""
    return "rtl" if translation.get_language_bidi() else "ltr"


def long_date(value: dt.date) -> str:
    """Return a date as "Thursday 26 November 2026" (a moment: its day in London), as its language has it."""
    if _in_english():
        return format_date(_local(value), "l j F Y")
    return dates.format_date(_local(value), "full", locale=languages.spoken().tag)


def short_date(value: dt.date) -> str:
    """Return a date as "26 November 2026", for tables."""
    if _in_english():
        return format_date(_local(value), "j F Y")
    return dates.format_date(_local(value), "long", locale=languages.spoken().tag)


def month_year(value: dt.date) -> str:
    """Return a date's month as "November 2026"."""
    if _in_english():
        return format_date(_local(value), "F Y")
    return dates.format_skeleton("yMMMM", _local(value), locale=languages.spoken().tag)


def clock_time(value: dt.datetime) -> str:
    """Return a moment's time of day in London as "3:30pm"; noon and midnight in words."""
    local = _local(value)
    if isinstance(local, dt.datetime) and not _in_english():
        return dates.format_time(local, "short", tzinfo=clock.LONDON, locale=languages.spoken().tag)
    words = {(0, 0): translation.gettext("midnight"), (12, 0): translation.gettext("midday")}
    if isinstance(local, dt.datetime) and (local.hour, local.minute) in words:
        return words[local.hour, local.minute]
    return format_date(local, "g:ia").replace(".", "").replace(" ", "").replace(":00", "")


def moment(value: dt.datetime) -> str:
    """Return a moment as "Thursday 26 November 2026 at 3:30pm"."""
    sentence = translation.gettext("%(date)s at %(time)s")
    return sentence % {"date": long_date(value), "time": clock_time(value)}


def iso(value: dt.date) -> str:
    """Return a date or moment for a `<time datetime="">` attribute."""
    return _local(value).isoformat()


def count_text(value: int) -> str:
    """Return a whole number with thousands separated: "5,948"."""
    return number_format(value, decimal_pos=0, use_l10n=True, force_grouping=True)


def percent(value: float, places: int = 0) -> str:
    """Return a percentage (87.659, already times 100) as "88%", or with places=1 as "87.7%"."""
    return f"{number_format(value, decimal_pos=places, use_l10n=True)}%"


def from_mjml(source: str) -> Markup:
    """Return an e-mail's HTML from its MJML; no fonts are fetched from anywhere."""
    return Markup(mjml.mjml2html(str(source), disable_comments=True, fonts={}))  # noqa: S704 - from our templates


def _in_english() -> bool:
    # English dates are as the NHS writes them; all others as CLDR does, which knows cases and orders.
    return languages.spoken().tag == "en"


def _local(value: dt.date) -> dt.date:
    is_moment = isinstance(value, dt.datetime) and timezone.is_aware(value)
    return timezone.localtime(value) if is_moment else value  # type: ignore[arg-type]


FILTERS = {
    "long_date": long_date,
    "short_date": short_date,
    "month_year": month_year,
    "clock_time": clock_time,
    "moment": moment,
    "iso": iso,
    "count_text": count_text,
    "percent": percent,
    "from_mjml": from_mjml,
    "in_english": languages.in_english,
}
