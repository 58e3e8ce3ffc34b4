"""What a chair writes about her themes list."""

from collections.abc import Iterable
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from surveys.commitments.queries import Commitment
from surveys.people.queries import User
from surveys.themes.codeframe import Words, categories
from surveys.themes.queries import Codeframe
from surveys.web import nhs_forms as nhs

PARTS = 4
NEEDED = 2
TITLE = 60
DEFINITION = 400
WHY = _("Say why, for those who come after you")


def why_field() -> nhs.CharField:
    """Every change is kept with its reason."""
    return nhs.CharField(
        label=_("Why?"),
        label_size="s",
        help_text=_("One sentence. It is kept with the list. Quote nobody."),
        max_length=300,
        error_messages={"required": WHY},
    )


class CodeForm(nhs.NhsForm):
    """One theme: what it is called and means, what it belongs to, and why the list changes."""

    title = nhs.CharField(
        label=_("What is the theme called?"),
        label_size="s",
        max_length=TITLE,
        error_messages={"required": _("Give the theme a name")},
    )
    definition = nhs.TextField(
        label=_("What does it mean?"),
        label_size="s",
        rows=3,
        max_length=DEFINITION,
        help_text=_("So that two people who read the same comment decide the same."),
        error_messages={"required": _("Say what the theme means")},
    )
    examples = nhs.TextField(
        label=_("Examples"),
        label_size="s",
        rows=4,
        max_length=2000,
        required=False,
        help_text=_("Start a new line for each. Make them up: what women wrote does not belong here."),
    )
    plan = nhs.MultipleChoiceField(
        label=_("Which commitments of the plan does it speak to?"), label_size="s", small=True, required=False
    )
    nhs = nhs.MultipleChoiceField(
        label=_("Which categories of the NHS patient experience framework is it part of?"),
        label_size="s",
        small=True,
        required=False,
        choices=[(each.key, each.name) for each in categories()],
    )
    why = why_field()

    def __init__(self, *args: Any, plan: Iterable[Commitment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = cast("nhs.MultipleChoiceField", self.fields["plan"])
        offered.choices = [(each.ref, str(each)) for each in plan]

    def words(self) -> Words:
        """What was written, as the service takes it."""
        given = self.cleaned_data
        return Words(
            title=given["title"],
            definition=given["definition"],
            examples=tuple(line.strip() for line in given["examples"].splitlines() if line.strip()),
            plan=tuple(given["plan"]),
            nhs=tuple(given["nhs"]),
        )


class WhyForm(nhs.NhsForm):
    """Only the reason."""

    why = why_field()


class MergeForm(nhs.NhsForm):
    """Two themes of the list, and which of them stays."""

    code = nhs.SelectField(
        label=_("Which theme goes?"),
        label_size="s",
        empty=cast("str", _("Choose a theme")),
        error_messages={"required": _("Choose the theme that goes")},
    )
    into = nhs.SelectField(
        label=_("Into which theme?"),
        label_size="s",
        empty=cast("str", _("Choose a theme")),
        error_messages={"required": _("Choose the theme that it goes into")},
    )
    why = why_field()

    def __init__(self, *args: Any, frame: Codeframe, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("code", "into"):
            field = cast("nhs.SelectField", self.fields[name])
            field.choices = [(code.code, code.title) for code in frame.codes]


class SampleForm(nhs.NhsForm):
    """How many comments somebody codes a second time, and who."""

    coder = nhs.SelectField(
        label=_("Who codes them a second time?"),
        label_size="s",
        help_text=_("Comments that she decided herself are left out."),
        empty=cast("str", _("Choose a person")),
        error_messages={"required": _("Choose who codes them a second time")},
    )
    size = nhs.IntegerField(
        label=_("How many comments?"),
        label_size="s",
        help_text=_("Between 10 and 200. With 50 or more, the figures say something."),
        width=4,
        error_messages={"required": _("Enter how many comments, like 50")},
    )

    def __init__(self, *args: Any, coders: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = cast("nhs.SelectField", self.fields["coder"])
        offered.choices = [(str(each.pk), str(each)) for each in coders]


class SplitForm(nhs.NhsForm):
    """The new themes that take the place of one: two at least."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, PARTS + 1):
            self.fields |= _part(number)
        self.fields["why"] = why_field()

    def clean(self) -> dict[str, Any]:
        """A new theme has both a name and a meaning."""
        for number in range(1, PARTS + 1):
            title, definition = self._said(number)
            if bool(title) != bool(definition):
                missing = "definition" if title else "title"
                if f"{missing}_{number}" not in self.errors:
                    problem = _("Give new theme %(number)s both a name and a meaning")
                    self.add_error(f"{missing}_{number}", ValidationError(problem % {"number": number}))
        return self.cleaned_data

    def parts(self) -> list[Words]:
        """The new themes."""
        said = [self._said(number) for number in range(1, PARTS + 1)]
        return [Words(title, definition) for title, definition in said if title]

    def _said(self, number: int) -> tuple[str, str]:
        given = self.cleaned_data
        return given.get(f"title_{number}") or "", given.get(f"definition_{number}") or ""


def _part(number: int) -> dict[str, Any]:
    needed = number <= NEEDED
    name, meaning = _("New theme %(number)s"), _("What does new theme %(number)s mean?")
    return {
        f"title_{number}": nhs.CharField(
            label=name % {"number": number},
            label_size="s",
            max_length=TITLE,
            required=needed,
            help_text="" if needed else _("Leave it empty if you need no more."),
            error_messages={"required": _("Give new theme %(number)s a name") % {"number": number}},
        ),
        f"definition_{number}": nhs.TextField(
            label=meaning % {"number": number},
            rows=2,
            max_length=DEFINITION,
            required=needed,
            error_messages={"required": _("Say what new theme %(number)s means") % {"number": number}},
        ),
    }
