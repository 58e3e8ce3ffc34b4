"""Forms whose errors are summed up at the top of the page, in the order of the page."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from surveys.web.nhs_forms.bound import bound_fields
from surveys.web.nhs_forms.rendering import Params, component

if TYPE_CHECKING:
    Base = forms.Form
else:
    Base = object


class NhsFormMixin(Base):
    """For forms and model forms: our errors instead of the browser's, and the error summary."""

    # The browser's own messages cannot be styled, translated or read by every screen reader.
    use_required_attribute = False

    def error_summary(self) -> SafeString:
        """Return the NHS error summary, or nothing when the form has no errors."""
        problems = self.problems()
        if not problems:
            return SafeString("")
        heading = {"text": _("There is a problem")}
        params = {"heading": heading, "errorList": problems, "attributes": {"tabindex": "-1"}}
        return component("error-summary", params)

    def problems(self) -> list[Params]:
        """Return each error's words and the control it belongs to, in the order of the page."""
        of_form: list[Params] = [{"text": str(error)} for error in self.non_field_errors()]
        of_fields = [
            {"text": str(field.errors[0]), "href": f"#{field.first_control()}"}
            for field in bound_fields(self)
            if field.errors
        ]
        return of_form + of_fields

    def visible_groups(self) -> list[SafeString]:
        """Return every visible question as HTML, for forms that need no layout of their own."""
        return [field.as_field_group() for field in bound_fields(self) if not field.is_hidden]


class NhsForm(NhsFormMixin, forms.Form):
    """A Django form made of NHS fields."""
