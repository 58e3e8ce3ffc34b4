"""Calls one NHS macro with a dictionary of parameters."""

import re
from typing import Any, cast

from django.template import engines
from django.utils.functional import Promise
from django.utils.safestring import SafeString

Params = dict[str, Any]

# component folder in the NHS package -> name of its macro
MACROS = {
    "character-count": "characterCount",
    "checkboxes": "checkboxes",
    "date-input": "dateInput",
    "error-summary": "errorSummary",
    "file-upload": "fileUpload",
    "input": "input",
    "radios": "radios",
    "select": "select",
    "textarea": "textarea",
}


INDENTATION = re.compile(r"\n +")


def component(name: str, params: Params) -> SafeString:
    """Return the HTML of an NHS component; texts in `params` are escaped by its macro.

    A parameter of None is left out: the macros ask "is it there?", not "is it empty?".
    """
    engine = cast("Any", engines["jinja2"])
    template = engine.env.get_template(f"nhsuk/components/{name}/macro.jinja")
    html: str = getattr(template.module, MACROS[name])(without_none(params))
    # Indentation adds up over the pages of a visit. Inside a box for words it may be her own.
    return SafeString(html if "<textarea" in html else INDENTATION.sub("\n", html))


def without_none(params: Params) -> Params:
    """Return the parameters without those that are None."""
    return {key: value for key, value in params.items() if value is not None}


def text(value: object) -> Params | None:
    """Return words as a macro's text parameter, or None when there are none.

    Lazy translations become plain strings here, since the macros do not know them; words that know how they
    look as HTML are left to say it.
    """
    if hasattr(value, "__html__") and not isinstance(value, Promise):
        return {"html": value.__html__()}
    words = str(value) if value else ""
    return {"text": words} if words else None
