"""What a chair says about a report: which one, and in which words."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, cast

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.figures.series import month_after
from surveys.organisations.queries import Organisation
from surveys.reports.queries import ReportPeriod
from surveys.web import nhs_forms as nhs

CUSTOM = "custom"


class CompileForm(nhs.NhsForm):
    """Whose report, and for which days."""

    place = nhs.SelectField(label=gettext_lazy("Whose report?"), label_size="m", choices=[])
    period = nhs.RadioField(
        label=gettext_lazy("Which period?"),
        label_size="m",
        choices=[],
        error_messages={"required": gettext_lazy("Choose a period")},
    )
    first_day = nhs.DateField(
        label=gettext_lazy("First day"),
        name="First day",
        required=False,
        help_text=gettext_lazy("Only for other days"),
    )
    last_day = nhs.DateField(label=gettext_lazy("Last day, included"), name="Last day", required=False)

    def __init__(self, *args: Any, places: Iterable[Organisation], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.presets = presets(today)
        cast("nhs.SelectField", self.fields["place"]).choices = [(place.slug, place.name) for place in places]
        cast("nhs.RadioField", self.fields["period"]).choices = [
            *((key, words) for key, (words, _period) in self.presets.items()),
            (CUSTOM, _("Other days")),
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("period") != CUSTOM:
            return given
        first, last = given.get("first_day"), given.get("last_day")
        if not first and not self.has_error("first_day"):
            self.add_error("first_day", _("Enter the first day"))
        if not last and not self.has_error("last_day"):
            self.add_error("last_day", _("Enter the last day"))
        if first and last and last < first:
            self.add_error("last_day", _("The last day must not be before the first"))
        return given

    def chosen(self) -> ReportPeriod:
        """The days `[first, day after the last)`."""
        given = self.cleaned_data
        if given["period"] == CUSTOM:
            return ReportPeriod(given["first_day"], given["last_day"] + timedelta(days=1))
        return self.presets[given["period"]][1]


class WordsForm(nhs.NhsForm):
    """What the report opens with, and what it asks for."""

    headline = nhs.TextField(
        label=gettext_lazy("Headline"),
        label_size="m",
        rows=4,
        count_to=600,
        help_text=gettext_lazy(
            "One or two sentences: what did women say? The figures below wrote a first one."
        ),
        error_messages={"required": gettext_lazy("Write a headline")},
    )
    ask = nhs.TextField(
        label=gettext_lazy("What do you ask the board to do?"),
        label_size="m",
        rows=4,
        count_to=1000,
        required=False,
        help_text=gettext_lazy("For example: to agree something, to name who leads it, to find the money."),
    )


def presets(today: date) -> dict[str, tuple[str, ReportPeriod]]:
    """The month and the quarter that have ended, each with its name in words."""
    month = today.replace(day=1)
    quarter = month.replace(month=(month.month - 1) // 3 * 3 + 1)
    last_month = ReportPeriod(month_after(month, -1), month)
    last_quarter = ReportPeriod(month_after(quarter, -3), quarter)
    return {
        "month": (_("Last month: %(name)s") % {"name": last_month.name}, last_month),
        "quarter": (_("Last quarter: %(name)s") % {"name": last_quarter.name}, last_quarter),
    }
