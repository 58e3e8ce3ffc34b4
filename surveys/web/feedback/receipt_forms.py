"""What she types when she comes back: her code, more words, an address."""

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.core.secrets import CODE_LENGTH, letters_in, read_code
from surveys.questionnaires.definition import LONGEST_TEXT
from surveys.responses.drafts import codes as drafts
from surveys.web import nhs_forms as nhs
from surveys.web.journey import words
from surveys.web.journey.forms import WordsField
from surveys.web.journey.whom_to_ring import Help


class CodeForm(nhs.NhsForm):
    """The code, forgiving of small letters, spaces and look-alikes. Whose it is has to be asked elsewhere."""

    code = nhs.CharField(
        label=gettext_lazy("What is your receipt code?"),
        label_size="l",
        page_heading=True,
        help_text=gettext_lazy("16 letters and numbers. You saw it after you sent your feedback."),
        width=20,
        autocomplete="off",
        attributes={"dir": "ltr", "autocapitalize": "characters", "spellcheck": "false"},
        error_messages={"required": gettext_lazy("Write your code")},
    )

    @property
    def draft(self) -> str:
        """The code of a draft, if what was typed looks like one; whether it is one is not asked."""
        return drafts.read(self.data.get("code", "")) or ""

    def clean_code(self) -> str:
        if self.draft:
            raise django_forms.ValidationError(_("This is not a receipt code"))
        typed = self.cleaned_data["code"]
        has = len(letters_in(typed))
        if has != CODE_LENGTH:
            sentence = _("A code has 16 letters and numbers. You wrote %(has)s.")
            raise django_forms.ValidationError(sentence % {"has": has})
        code = read_code(typed)
        if code is None:
            raise django_forms.ValidationError(
                _("One letter or number is not right. Look at each one again, and at their order.")
            )
        return code


class WordsForm(nhs.NhsForm):
    """One box for words, with whom to ring above it."""

    def __init__(
        self, data: Any = None, *, label: str, help_: Help, heading: bool = False, typed: str = ""
    ) -> None:
        super().__init__(data, initial={"words": typed})
        too_long = _("Your words are %(has)s letters long. Please shorten them to %(most)s.")
        self.fields["words"] = WordsField(
            label=label,
            label_size="l" if heading else "s",
            page_heading=heading,
            above=words.help_box(help_),
            rows=6,
            max_length=LONGEST_TEXT,
            error_messages={
                "required": _("Write a few words here"),
                "max_length": too_long % {"most": "%(limit_value)d", "has": "%(show_value)d"},
            },
        )


class AddressForm(nhs.NhsForm):
    """Where to send her code."""

    email = nhs.EmailField(label=gettext_lazy("Your e-mail address"), width=30)
