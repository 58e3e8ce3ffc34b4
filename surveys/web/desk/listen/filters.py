"""What somebody looks for in the feedback: a form in the address, so that a view can be kept and shared."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext_lazy as _

from surveys.core.clock import local_date
from surveys.core.periods import next_month
from surveys.organisations.queries import Organisation
from surveys.themes import queries as themes
from surveys.web import nhs_forms as nhs
from surveys.web.desk import wording

MONTHS = 24
UNHAPPY = ("poor", "very_poor")
ANY = cast("str", _("Any"))


class FilterForm(nhs.NhsForm):
    """Every field may stay empty."""

    when = nhs.SelectField(label=_("When"), empty=ANY, required=False)
    unit = nhs.SelectField(label=_("Where"), empty=ANY, required=False)
    stage = nhs.SelectField(
        label=_("Part of care"), choices=list(wording.STAGES.items()), empty=ANY, required=False
    )
    fft = nhs.SelectField(
        label=_("Overall experience"),
        choices=[("unhappy", _("Poor or very poor")), *wording.FFT.items()],
        empty=ANY,
        required=False,
    )
    theme = nhs.SelectField(label=_("Theme"), empty=ANY, required=False)
    feeling = nhs.SelectField(
        label=_("Said about the theme"), choices=list(wording.SENTIMENTS.items()), empty=ANY, required=False
    )
    checked = nhs.SelectField(
        label=_("Comments"),
        choices=[("no", _("Not checked yet")), ("yes", _("Checked"))],
        empty=ANY,
        required=False,
    )

    def __init__(
        self, data: Any, *, units: list[Organisation], titles: Mapping[str, str], now: datetime
    ) -> None:
        super().__init__(data)
        self.now = now
        self._offer("unit", [(str(unit.pk), unit.name) for unit in units])
        self._offer("theme", list(titles.items()))
        self._offer("when", periods(now))

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def wanted(self) -> themes.Wanted:
        """What to look for; a field with an answer that it does not offer is left out."""
        said = self._said()
        since, until = days_of(said.get("when", ""), self.now)
        fft = said.get("fft", "")
        return themes.Wanted(
            unit_id=UUID(said["unit"]) if said.get("unit") else None,
            stage=said.get("stage", ""),
            fft=UNHAPPY if fft == "unhappy" else tuple(filter(None, [fft])),
            since=since,
            until=until,
            code=said.get("theme", ""),
            sentiment=said.get("feeling", ""),
            checked=said.get("checked", ""),
        )

    def _said(self) -> dict[str, str]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def active(self) -> int:
        """How many fields narrow the list."""
        return len(self._said())

    def address(self) -> str:
        """The query of this view up to the page number."""
        return f"?{urlencode({**self._said(), 'page': ''})}"


def three_months_before(day: date) -> date:
    """The first day of the last three months that end with the month of `day`."""
    return _months_before(day, 2)


def _months_before(day: date, months: int) -> date:
    first = day.replace(day=1)
    for _month in range(months):
        first = (first - timedelta(days=1)).replace(day=1)
    return first


def periods(now: datetime) -> list[tuple[str, Any]]:
    """The periods that are offered, with what each is called."""
    months = [_months_before(local_date(now), back) for back in range(MONTHS)]
    named = [(f"{month:%Y-%m}", format_date(month, "F Y")) for month in months]
    return [("week", _("Last 7 days")), ("quarter", _("Last 3 months")), *named]


def days_of(when: str, now: datetime) -> tuple[date | None, date | None]:
    """The days `[since, until)` of a period; None where it has no end."""
    today = local_date(now)
    if not when:
        return None, None
    if when == "week":
        return today - timedelta(days=7), None
    if when == "quarter":
        return three_months_before(today), None
    month = date.fromisoformat(f"{when}-01")
    return month, next_month(month)
