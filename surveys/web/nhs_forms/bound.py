"""A bound field that knows how to render itself as an NHS component."""

from collections.abc import Iterator
from typing import Any

from django.forms import BoundField, Field, Form
from django.forms.forms import BaseForm
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from surveys.web.nhs_forms.rendering import Params, component, text, without_none


class NhsBoundField(BoundField):
    """One question: label, hint, error and control, by the NHS macro of its field."""

    field: "NhsField"

    def as_field_group(self, before: SafeString | str = "") -> SafeString:
        """Return the whole question as HTML; `before` stands between it and its one control (a help box)."""
        params = self.field.params(self)
        if before:
            params["formGroup"] = {"beforeInput": {"html": before}}
        return component(self.field.component, params)

    def first_control(self) -> str:
        """Return the id that the error summary links to."""
        return self.field.first_control(self)


class NhsField(Field):
    """What every field here adds to Django's: how its label looks, and which macro shows it.

    label_size: "s", "m", "l" or "xl" (the question is then styled as a heading of that size).
    page_heading: the label is the page's only h1, as on pages with one question.
    classes: more classes for the control. attributes: more HTML attributes for it.
    """

    component = "input"

    def __init__(
        self,
        *,
        label_size: str | None = None,
        page_heading: bool = False,
        classes: str | None = None,
        attributes: dict[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        self.label_size = label_size
        self.page_heading = page_heading
        self.classes = classes
        self.attributes = attributes or {}
        super().__init__(**kwargs)

    def get_bound_field(self, form: BaseForm, field_name: str) -> NhsBoundField:
        """Return the field bound to a form."""
        return NhsBoundField(form, self, field_name)

    def params(self, bound: NhsBoundField) -> Params:
        """Return the macro's parameters for this field on this form."""
        return without_none(self.shared(bound) | self.own(bound))

    def own(self, bound: NhsBoundField) -> Params:
        """Return the parameters that only this kind of field has."""
        return {}

    def first_control(self, bound: NhsBoundField) -> str:
        """Return the id of the control that takes focus from the error summary."""
        return str(bound.auto_id)

    def shared(self, bound: NhsBoundField) -> Params:
        """Return the parameters that every single control has."""
        return {
            "id": bound.auto_id,
            "name": bound.html_name,
            "label": self.heading(bound),
            "hint": text(bound.help_text),
            "errorMessage": first_error(bound),
            "classes": self.classes,
            "disabled": self.disabled or None,
            "attributes": self.attributes or None,
        }

    def grouped(self, bound: NhsBoundField) -> Params:
        """Return the parameters of a set of controls: its question is a legend."""
        params = self.shared(bound)
        legend = params.pop("label")
        return params | {"idPrefix": params.pop("id"), "fieldset": {"legend": legend}}

    def heading(self, bound: NhsBoundField) -> Params:
        """Return the label or legend."""
        return without_none(
            {
                **(text(bound.label) or {}),
                "size": self.label_size,
                "isPageHeading": self.page_heading or None,
            }
        )


def first_error(bound: BoundField) -> Params | None:
    """Return the first error only: one thing to put right at a time."""
    said = text(next(iter(bound.errors), ""))
    return said and said | {"visuallyHiddenText": _("Error")}


def bound_fields(form: Form) -> Iterator[NhsBoundField]:
    """Yield the form's NHS fields in order."""
    for field in form:
        if isinstance(field, NhsBoundField):
            yield field
