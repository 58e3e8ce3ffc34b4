"""Fields where a person chooses: radios, select, checkboxes, one checkbox."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.web.nhs_forms.bound import NhsBoundField, NhsField
from surveys.web.nhs_forms.rendering import Params, text, without_none


class OptionsField(NhsField):
    """Choices with optional hints.

    hints: choice value -> a line under it. dividers: value -> word above it, such as "or".
    exclusive: values that clear the others ("none of these").
    """

    def __init__(
        self,
        *,
        hints: Mapping[Any, str] | None = None,
        dividers: Mapping[Any, str] | None = None,
        exclusive: tuple[Any, ...] = (),
        inline: bool = False,
        small: bool = False,
        **kwargs: Any,
    ) -> None:
        self.hints = hints or {}
        self.dividers = dividers or {}
        self.exclusive = exclusive
        self.inline = inline
        self.small = small
        super().__init__(**kwargs)

    def params(self, bound: NhsBoundField) -> Params:
        """Return the macro's parameters: a fieldset with its legend and items."""
        return without_none(
            self.grouped(bound) | {"items": list(self.items(bound)), "small": self.small or None}
        )

    def items(self, bound: NhsBoundField) -> Iterator[Params]:
        """Yield each choice, with its divider before it."""
        chosen = self.chosen(bound)
        for value, label in flat_choices(self.choices):  # type: ignore[attr-defined]
            if value in self.dividers:
                yield {"divider": str(self.dividers[value])}
            yield self.item(str(value), label, chosen) | self.behaviour(value)

    def item(self, value: str, label: object, chosen: set[str]) -> Params:
        """Return one choice."""
        hints = {str(key): hint for key, hint in self.hints.items()}
        return without_none(
            {
                "value": value,
                **(text(label) or {}),
                "checked": value in chosen,
                "hint": text(hints.get(value)),
            }
        )

    def behaviour(self, value: object) -> Params:
        """Return what makes a choice clear the others."""
        return {"behaviour": "exclusive"} if value in self.exclusive else {}

    def chosen(self, bound: NhsBoundField) -> set[str]:
        """Return the values that are chosen now."""
        value = bound.value()
        if value is None or value == "":
            return set()
        return (
            {str(one) for one in value} if isinstance(value, list | tuple | set | frozenset) else {str(value)}
        )


class RadioField(OptionsField, forms.ChoiceField):
    """One of a few choices, as radios; none is chosen beforehand."""

    component = "radios"
    default_error_messages = {"required": _("Choose an answer")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.RadioSelect, **kwargs)

    def grouped(self, bound: NhsBoundField) -> Params:
        """Return the fieldset, inline when the choices are short."""
        classes = "nhsuk-radios--inline" if self.inline else None
        return super().grouped(bound) | {"classes": classes}


ChoiceField = RadioField


class MultipleChoiceField(OptionsField, forms.MultipleChoiceField):
    """Any number of choices, as checkboxes."""

    component = "checkboxes"
    default_error_messages = {"required": _("Choose at least one answer")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.CheckboxSelectMultiple, **kwargs)


class SelectField(NhsField, forms.ChoiceField):
    """One of many choices, as a drop-down list. empty: the words of the first, empty choice."""

    component = "select"
    default_error_messages = {"required": _("Choose from the list")}

    def __init__(self, *, empty: str | None = None, **kwargs: Any) -> None:
        self.empty = empty
        super().__init__(**kwargs)

    def own(self, bound: NhsBoundField) -> Params:
        """Return the options."""
        chosen = str(bound.value() or "")
        first = [] if self.empty is None else [{"value": "", "text": str(self.empty)}]
        options = [
            without_none(
                {
                    "value": str(value),
                    # An option holds text alone, so that attributes of the words become its own.
                    "text": str(label),
                    "attributes": getattr(label, "attributes", None),
                    "selected": str(value) == chosen,
                }
            )
            for value, label in flat_choices(self.choices)
        ]
        return {"items": [*first, *options]}


class BooleanField(NhsField, forms.BooleanField):
    """One checkbox. The label stands beside the box; the field's question, if any, above it."""

    component = "checkboxes"
    default_error_messages = {"required": _("Tick the box to go on")}

    def __init__(self, *, question: str = "", **kwargs: Any) -> None:
        self.question = question
        super().__init__(**kwargs)

    def params(self, bound: NhsBoundField) -> Params:
        """Return a set of checkboxes with one box in it."""
        shared = self.shared(bound)
        box = {
            "value": "on",
            "text": str(bound.label),
            "checked": bool(bound.value()),
            "hint": shared.pop("hint"),
        }
        shared |= {"idPrefix": shared.pop("id"), "items": [without_none(box)], "fieldset": self.legend()}
        del shared["label"]
        return without_none(shared)

    def legend(self) -> Params | None:
        """Return the question above the box."""
        if not self.question:
            return None
        return {"legend": without_none({"text": str(self.question), "size": self.label_size})}


def flat_choices(choices: Any) -> Iterator[tuple[Any, Any]]:
    """Yield (value, label), groups opened."""
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label
