"""Django form fields that render NHS components: `{{ form.stage.as_field_group() }}` is a question."""

from surveys.web.nhs_forms.choices import (
    BooleanField,
    ChoiceField,
    MultipleChoiceField,
    RadioField,
    SelectField,
)
from surveys.web.nhs_forms.dates import DateField
from surveys.web.nhs_forms.fields import (
    CharField,
    DecimalField,
    EmailField,
    FileField,
    IntegerField,
    TextField,
)
from surveys.web.nhs_forms.forms import NhsForm, NhsFormMixin

__all__ = [
    "BooleanField",
    "CharField",
    "ChoiceField",
    "DateField",
    "DecimalField",
    "EmailField",
    "FileField",
    "IntegerField",
    "MultipleChoiceField",
    "NhsForm",
    "NhsFormMixin",
    "RadioField",
    "SelectField",
    "TextField",
]
