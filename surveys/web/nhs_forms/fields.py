"""Fields with one control: words, numbers, addresses, files."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.web.nhs_forms.bound import NhsBoundField, NhsField
from surveys.web.nhs_forms.rendering import Params, text


class InputField(NhsField):
    """A one-line input. width: characters (2, 3, 4, 5, 10, 20 or 30) that the answer is likely to need."""

    input_type = "text"
    inputmode: str | None = None
    autocomplete: str | None = None
    spellcheck: bool | None = None

    def __init__(
        self, *, width: int | None = None, prefix: str = "", suffix: str = "", **kwargs: Any
    ) -> None:
        self.width = width
        self.prefix = prefix
        self.suffix = suffix
        self.autocomplete = kwargs.pop("autocomplete", self.autocomplete)
        super().__init__(**kwargs)

    def own(self, bound: NhsBoundField) -> Params:
        """Return an input's own parameters."""
        return {
            "type": self.input_type,
            "value": shown(bound),
            "width": self.width,
            "prefix": text(self.prefix),
            "suffix": text(self.suffix),
            "inputmode": self.inputmode,
            "autocomplete": self.autocomplete,
            "spellcheck": self.spellcheck,
        }


class CharField(InputField, forms.CharField):
    """A few words on one line."""

    default_error_messages = {"required": _("Enter an answer")}


class EmailField(InputField, forms.EmailField):
    """An e-mail address."""

    input_type = "email"
    autocomplete = "email"
    spellcheck = False
    default_error_messages = {
        "required": _("Enter an e-mail address"),
        "invalid": _("Enter an e-mail address in the right form, like name@example.org"),
    }


class IntegerField(InputField, forms.IntegerField):
    """A whole number; text with a number pad, since spinners change answers by accident."""

    inputmode = "numeric"
    default_error_messages = {"required": _("Enter a number"), "invalid": _("Enter a whole number, like 12")}


class DecimalField(InputField, forms.DecimalField):
    """A number with decimals."""

    inputmode = "decimal"
    default_error_messages = {"required": _("Enter a number"), "invalid": _("Enter a number, like 12.5")}


class TextField(NhsField, forms.CharField):
    """Words in a person's own length. With count_to, a character count is shown and is the maximum."""

    default_error_messages = {"required": _("Enter an answer")}

    def __init__(self, *, rows: int = 5, count_to: int | None = None, **kwargs: Any) -> None:
        self.rows = rows
        self.count_to = count_to
        self.component = "character-count" if count_to else "textarea"
        super().__init__(widget=forms.Textarea, **{"max_length": count_to, **kwargs})

    def own(self, bound: NhsBoundField) -> Params:
        """Return a text area's own parameters."""
        return {
            "rows": self.rows,
            "value": as_typed(shown(bound)),
            "maxlength": self.count_to,
            "threshold": 75 if self.count_to else None,
            "autocomplete": "off",
        }


class FileField(NhsField, forms.FileField):
    """A file to upload. accept: what the file chooser offers, such as ".csv,.xlsx"."""

    component = "file-upload"
    default_error_messages = {
        "required": _("Choose a file"),
        "empty": _("The file is empty. Choose another one"),
    }

    def __init__(self, *, accept: str | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if accept:
            self.attributes = {"accept": accept} | self.attributes


def shown(bound: NhsBoundField) -> str:
    """Return what stands in the control: what she typed, or the initial value."""
    value = bound.value()
    return "" if value is None else str(value)


def as_typed(words: str) -> str:
    """Return words so that a text area shows them unchanged (HTML drops a leading line break)."""
    return f"\n{words}" if words.startswith(("\n", "\r")) else words
