"""Everything that a report is made of, read once; not suppressed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from surveys.commitments import queries as commitments
from surveys.commitments.models import Action, Commitment
from surveys.consultations import queries as consultations
from surveys.consultations.models import Consultation
from surveys.core.clock import local_date
from surveys.figures.series import month_after
from surveys.moderation import queries as moderation
from surveys.moderation.queries import RiskSummary
from surveys.organisations.models import Kind, Organisation
from surveys.reports.counts import Tally, consultation_answers, tally
from surveys.reports.datasets.charts import MONTHS_SHOWN
from surveys.reports.periods import ReportPeriod
from surveys.reports.scopes import Scope, scope_of, units_in
from surveys.themes import queries as themes
from surveys.themes.models import ThemeSuggestion

Basis = Literal["as it is now", "as it was"]


@dataclass(frozen=True)
class Sources:
    """Counts by what was said, before and now, where and when; and what is being done."""

    organisation: Organisation
    period: ReportPeriod
    basis: Basis
    now: datetime
    scope: Scope
    places: Mapping[UUID, str]
    said: Tally
    said_before: Tally
    said_where: Tally
    fft_where: Tally
    months: Sequence[date]
    said_by_month: Tally
    titles: Mapping[str, str]
    actions: Sequence[Action]
    commitments: Sequence[Commitment]
    consultations: Sequence[Consultation]
    asked_about: Mapping[UUID, Sequence[UUID]]
    speaking_to: Mapping[UUID, Sequence[str]]
    answers: Tally
    risks: Sequence[RiskSummary] | None
    after_loss: Tally | None
    text_model: str
    themes_list: str


def as_on(basis: Basis, period: ReportPeriod, now: datetime) -> date:
    """The day whose organisations count: today's, or those of the period's last day."""
    return local_date(now) if basis == "as it is now" else period.last_day


def read(organisation: Organisation, period: ReportPeriod, *, basis: Basis, now: datetime) -> Sources:
    """Read all sources of one report."""
    on = as_on(basis, period, now)
    scope = scope_of(organisation, on=on)
    ours = [*scope.partnership_ids, organisation.pk]
    months = tuple(month_after(period.end.replace(day=1), -back) for back in range(MONTHS_SHOWN, 0, -1))
    asked = list(consultations.in_period(ours, start=period.begins, end=period.is_over))
    plan = list(commitments.for_organisation(organisation, on=on))
    lists = themes.Frames([organisation.pk, *sorted(scope.partnership_ids)])
    said = tally(scope, period)
    return Sources(
        organisation=organisation,
        period=period,
        basis=basis,
        now=now,
        scope=scope,
        places=units_in(scope, on=on),
        said=said,
        said_before=tally(scope, period.before),
        said_where=tally(scope, period, by=("stage", "channel", "unit_id"), measures=("responses",)),
        fft_where=tally(scope, period, by=("stage", "unit_id", "key"), measures=("fft",)),
        months=months,
        said_by_month=_by_month(scope, months),
        titles=_titles(lists, said),
        actions=list(commitments.actions_in(ours, start=period.start, end=period.end)),
        commitments=plan,
        consultations=asked,
        asked_about=commitments.consultations_of([each.pk for each in plan]),
        speaking_to=commitments.speaking_to(plan, lists.all()),
        answers=consultation_answers(scope, [each.pk for each in asked]),
        risks=_risks(scope, period),
        after_loss=_after_loss(organisation, period),
        text_model=_text_model(),
        themes_list=_themes_list(lists),
    )


def _titles(lists: themes.Frames, said: Tally) -> dict[str, str]:
    """What the themes of the lists are called, and those past ones that somebody still speaks of."""
    heard = {key for measure, key, _ in said if measure in ("theme", "after_loss:theme")}
    past = {code: title for code, title in lists.all_titles().items() if code in heard}
    return past | lists.titles()


def _themes_list(lists: themes.Frames) -> str:
    """Which list was used; several partnerships may each have one of their own."""
    own = {(frame.name, frame.version) for frame in lists.own()}
    if len(own) == 1:
        return "{}, own version {}".format(*own.pop())
    shipped = themes.shipped()
    return "the partnerships’ own lists" if own else f"{shipped.name}, version {shipped.version}"


def _by_month(scope: Scope, months: Sequence[date]) -> Tally:
    whole = ReportPeriod(months[0], month_after(months[-1]))
    by = ("local_month", "measure", "key", "sentiment")
    return tally(scope, whole, by=by, measures=("fft", "comments", "theme"))


def _risks(scope: Scope, period: ReportPeriod) -> list[RiskSummary] | None:
    """None for units: a moderator's cases belong to an MVP."""
    if scope.unit_ids is not None:
        return None
    return moderation.risk_summary(scope.partnership_ids, start=period.begins, end=period.is_over)


def _after_loss(organisation: Organisation, period: ReportPeriod) -> Tally | None:
    """What the LMS itself was told; None for all others, since no MVP and no unit hears it."""
    if organisation.kind != Kind.LMS:
        return None
    return tally(Scope(frozenset({organisation.pk})), period, measures=("after_loss", "after_loss:theme"))


def _text_model() -> str:
    """The version that suggested last; empty before the first suggestion."""
    newest = ThemeSuggestion.objects.order_by("-pk").values_list("model_version", flat=True).first()
    return newest or ""
