"""A date in three inputs, with errors that name what is wrong."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from surveys.web.nhs_forms.bound import NhsBoundField, NhsField
from surveys.web.nhs_forms.rendering import Params, text, without_none

PARTS = ("day", "month", "year")
FIRST_YEAR = 1900


class DateWidget(forms.Widget):
    """Reads `name_day`, `name_month` and `name_year` into a dictionary of what was typed."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        """Return the three parts as typed, without spaces around them."""
        return {part: str(data.get(f"{name}_{part}") or "").strip() for part in PARTS}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Return whether none of the three inputs was sent."""
        return not any(f"{name}_{part}" in data for part in PARTS)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """Return the id of the first input."""
        return f"{id_}_day" if id_ else id_


class DateField(NhsField, forms.Field):
    """A day, month and year. name: how errors call it ("Closing date must include a month")."""

    widget = DateWidget
    component = "date-input"

    def __init__(self, *, name: str | None = None, **kwargs: Any) -> None:
        self.name = name
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> dt.date | None:
        """Return the date, or None when nothing was typed; raises ValidationError naming the part."""
        if isinstance(value, dt.date):
            return value
        if not value or not any(value.values()):
            return None
        self._refuse_missing(value)
        return self._date(value)

    def clean(self, value: Any) -> dt.date | None:
        """Return the validated date."""
        date = self.to_python(value)
        if date is None and self.required:
            raise ValidationError(_("Enter %(name)s") % {"name": self.called.lower()}, code="required")
        self.run_validators(date)
        return date

    @property
    def called(self) -> str:
        """The date's name in errors."""
        return str(self.name or _("Date"))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether the typed parts differ from the initial date."""
        return typed(initial) != typed(data)

    def params(self, bound: NhsBoundField) -> Params:
        """Return three inputs in a fieldset."""
        grouped = self.grouped(bound)
        group_id = grouped.pop("idPrefix")
        wrong = wrong_parts(bound)
        values = typed(bound.value())
        items = [date_part(bound, part, values[part], part in wrong) for part in PARTS]
        return without_none(grouped | {"id": group_id, "items": items})

    def first_control(self, bound: NhsBoundField) -> str:
        """Return the id of the first wrong input."""
        wrong = wrong_parts(bound)
        return f"{bound.auto_id}_{next(part for part in PARTS if part in wrong)}"

    def _refuse_missing(self, value: dict[str, str]) -> None:
        missing = [part for part in PARTS if not value[part]]
        if missing:
            raise ValidationError(
                _("%(name)s must include %(parts)s") % {"name": self.called, "parts": listed(missing)},
                code="missing_" + "_".join(missing),
            )

    def _date(self, value: dict[str, str]) -> dt.date:
        wrong = [part for part in PARTS if not value[part].isdecimal()]
        if wrong:
            raise ValidationError(
                _("%(name)s must be in numbers, like 26 11 2026") % {"name": self.called},
                code="wrong_" + "_".join(wrong),
            )
        year = int(value["year"])
        if not FIRST_YEAR <= year <= dt.MAXYEAR:
            raise ValidationError(
                _("%(name)s must have a year with 4 numbers") % {"name": self.called}, code="wrong_year"
            )
        try:
            return dt.date(year, int(value["month"]), int(value["day"]))
        except ValueError as error:
            raise ValidationError(
                _("%(name)s must be a real date") % {"name": self.called}, code="wrong_day_month"
            ) from error


def typed(value: Any) -> dict[str, str]:
    """Return a date's parts as they stand in the inputs."""
    if isinstance(value, dt.date):
        return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
    return value or dict.fromkeys(PARTS, "")


def wrong_parts(bound: NhsBoundField) -> set[str]:
    """Return the parts that the first error is about: all three unless its code names some."""
    errors = bound.errors.as_data()
    if not errors:
        return set()
    kind, _separator, rest = (errors[0].code or "").partition("_")
    return set(rest.split("_")) if kind in {"missing", "wrong"} else set(PARTS)


def date_part(bound: NhsBoundField, part: str, value: str, is_wrong: bool) -> Params:
    """Return one input of the three."""
    labels = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    return {
        "id": f"{bound.auto_id}_{part}",
        "name": f"{bound.html_name}_{part}",
        "label": text(labels[part]),
        "value": value,
        "width": 4 if part == "year" else 2,
        "error": is_wrong,
    }


def listed(parts: list[str]) -> str:
    """Return missing parts as words: "a day and a month"."""
    words = {"day": _("a day"), "month": _("a month"), "year": _("a year")}
    return _(" and ").join(words[part] for part in parts)
