"""The forms with which a chair uploads a spreadsheet or gives its mapping as text."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.responses.imports.files import MOST_BYTES, TOO_LARGE
from surveys.web import nhs_forms as nhs

LONGEST_MAPPING = 100_000


class UploadForm(nhs.NhsForm):
    """The file."""

    sheet = nhs.FileField(
        label=gettext_lazy("Choose the spreadsheet"),
        label_size="m",
        help_text=gettext_lazy("A .csv or .xlsx file of up to 50 MB. Its first row should name the columns."),
        accept=".csv,.txt,.tsv,.xlsx",
        error_messages={"required": gettext_lazy("Choose a file")},
    )

    def clean_sheet(self) -> Any:
        """The file, unless it is too large to be read."""
        file = self.cleaned_data["sheet"]
        if file.size > MOST_BYTES:
            raise ValidationError(_(TOO_LARGE))
        return file


class MappingForm(nhs.NhsForm):
    """The mapping as TOML."""

    mapping = nhs.TextField(
        label=gettext_lazy("Mapping"),
        label_size="m",
        rows=24,
        max_length=LONGEST_MAPPING,
        attributes={"spellcheck": "false"},
        error_messages={"required": gettext_lazy("Paste a mapping")},
    )
