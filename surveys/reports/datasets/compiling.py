"""Puts a report together. What comes out is suppressed; nothing that must stay hidden is in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from surveys.core.clock import local_date
from surveys.figures.suppression import Leak, SuppressionRule
from surveys.organisations.models import Organisation
from surveys.reports.datasets import after_loss, doings, headline, labels, people, risks, shape
from surveys.reports.datasets import friends_and_family as fft
from surveys.reports.datasets import themes as theme_figures
from surveys.reports.datasets.gate import RULE, Gate
from surveys.reports.datasets.issued import Out, overlapping, showing
from surveys.reports.datasets.issued import read as read_report
from surveys.reports.datasets.leaks import leaks, leaks_of_all_time, of_all_time
from surveys.reports.datasets.sources import Basis, Sources, read
from surveys.reports.models import Report
from surveys.reports.periods import ReportPeriod
from surveys.themes import queries as themes

QUOTES_A_THEME = 2
QUOTES_FROM = 30
"""The least number of comments beside which words may be quoted: among fewer, she is easily guessed."""

SAMPLE = (
    "These are the words of women and families who chose to answer. They are not a sample of all who gave "
    "birth here, so a figure says what was heard, not how common it is."
)
THEMES = (
    "A response counts once for each theme. Only comments count whose writer agreed to this. A person’s "
    "decision about a theme replaces the machine’s suggestion."
)


def compile_dataset(
    organisation: Organisation,
    period: ReportPeriod,
    *,
    basis: Basis = "as it is now",
    now: datetime,
    rule: SuppressionRule = RULE,
) -> shape.Dataset:
    """The dataset of an LMS, an MVP, a trust, a site or a service for a period.

    `basis`: the organisation as it is put together today, or as it was on the period's last day. Counts that
    could be subtracted from a report issued before, so that fewer than the rule's smallest number were left,
    are held back with their whole row.
    """
    sources = read(organisation, period, basis=basis, now=now)
    issued = overlapping(period)
    withheld: set[Leak] = set()
    while True:
        dataset = _Compiling(sources, Gate(rule, {leak.key for leak in withheld})).dataset()
        found = set(_leaks(_out(sources, dataset), issued, rule)) - withheld
        if not found:
            return replace(dataset, method=replace(dataset.method, withheld=_withheld(withheld)))
        withheld |= found


def gives_away(report: Report, *, rule: SuppressionRule = RULE) -> bool:
    """Whether a draft, laid beside what has been issued since, would show a small group."""
    draft = read_report(report)
    held_back = {key for key in draft.hidden if report.dataset["method"]["withheld"]}
    found = _leaks(draft, overlapping(draft.period), rule)
    return any(leak.key not in held_back for leak in found)


def _leaks(new: Out, issued: Sequence[Out], rule: SuppressionRule) -> list[Leak]:
    preferred = of_all_time(new)
    found = leaks(new, issued, rule=rule)
    return found + leaks_of_all_time(new, showing(preferred), rule=rule) if preferred else found


def _out(sources: Sources, dataset: shape.Dataset) -> Out:
    return Out(sources.scope, sources.period, "", dataset.counts, frozenset(dataset.hidden))


@dataclass(frozen=True)
class _Compiling:
    """One passage of the sources through a gate."""

    sources: Sources
    gate: Gate

    def dataset(self) -> shape.Dataset:
        sources, gate = self.sources, self.gate
        heard = people.heard(gate, sources.said, sources.said_where, sources.places)
        asked = fft.friends_and_family(
            gate,
            sources.said,
            sources.said_before,
            sources.said_by_month,
            sources.months,
            until=sources.period.end,
        )
        asked = replace(asked, compared=fft.compared(gate, sources.fft_where, sources.places))
        told = self._themes()
        consultations = self._consultations()
        plan = self._plan(told, consultations)
        return shape.Dataset(
            format=shape.FORMAT,
            organisation=_named(sources.organisation),
            period=_period(sources.period),
            compiled_at=sources.now,
            headline=headline.headline(heard, asked, told),
            ask="",
            facts=headline.facts(heard, asked, told, plan),
            heard=heard,
            fft=asked,
            themes=told,
            equity=fft.equity(gate, sources.said),
            after_loss=after_loss.after_loss(gate, sources.after_loss, sources.titles),
            actions=self._actions(),
            commitments=plan,
            consultations=tuple(consultations.values()),
            risks=risks.not_counted() if sources.risks is None else risks.risks(gate, sources.risks),
            method=self._method(),
            counts=dict(sorted(gate.published.items())),
            hidden=tuple(sorted(gate.hidden)),
        )

    def _themes(self) -> shape.Themes:
        sources = self.sources
        counts = theme_figures.Sources(
            now=sources.said,
            before=sources.said_before,
            by_month=sources.said_by_month,
            months=sources.months,
            until=sources.period.end,
        )
        return theme_figures.themes(self.gate, sources.titles, counts, _Quotes(sources, self.gate).about)

    def _actions(self) -> tuple[shape.Action, ...]:
        today = min(local_date(self.sources.now), self.sources.period.last_day)
        return tuple(doings.action(row, self.sources.titles, today=today) for row in self.sources.actions)

    def _consultations(self) -> dict[UUID, shape.Consultation]:
        sources = self.sources
        return {
            row.pk: doings.consultation(self.gate, row, sources.answers, now=sources.now)
            for row in sources.consultations
        }

    def _plan(
        self, told: shape.Themes, consultations: dict[UUID, shape.Consultation]
    ) -> tuple[shape.Commitment, ...]:
        heard = {theme.code: theme for theme in told.listed}
        return tuple(
            doings.commitment(
                row,
                self.sources.speaking_to[row.pk],
                heard,
                _chosen(consultations, self.sources.asked_about[row.pk]),
                self.sources.actions,
            )
            for row in self.sources.commitments
        )

    def _method(self) -> shape.Method:
        rule = self.gate.rule
        return shape.Method(
            suppression=(
                f"Counts from 1 to {rule.threshold - 1} are hidden, and with them any figure that would give "
                f"them away. There is no percentage of fewer than {rule.min_denominator} answers."
            ),
            sample=SAMPLE,
            themes=THEMES,
            basis=self.sources.basis,
            text_model=self.sources.text_model,
            themes_list=self.sources.themes_list,
            format=shape.FORMAT,
            withheld="",
        )


class _Quotes:
    """Words for each theme, none of them twice in a report."""

    def __init__(self, sources: Sources, gate: Gate) -> None:
        self._sources = sources
        self._gate = gate
        self._used: set[str] = set()

    def about(self, code: str) -> tuple[shape.Quote, ...]:
        sources = self._sources
        if sources.scope.unit_ids is not None or sources.said["comments", "", ""] < QUOTES_FROM:
            return ()
        found = themes.quotes(
            sources.scope.partnership_ids,
            start=sources.period.start,
            end=sources.period.end,
            code=code,
            most=QUOTES_A_THEME + len(self._used),
        )
        fresh = {quote.text: quote for quote in found if quote.text not in self._used}
        chosen = list(fresh.values())[:QUOTES_A_THEME]
        self._used.update(quote.text for quote in chosen)
        return tuple(shape.Quote(quote.text, self._stage(quote.stage)) for quote in chosen)

    def _stage(self, stage: str) -> str:
        return labels.STAGES.get(stage, "") if f"stage/{stage}" in self._gate.published else ""


def _chosen(
    consultations: dict[UUID, shape.Consultation], keys: Collection[UUID]
) -> list[shape.Consultation]:
    return [consultations[key] for key in keys if key in consultations]


def _withheld(found: Collection[Leak]) -> str:
    if not found:
        return ""
    reports = " and ".join(sorted({leak.label for leak in found}))
    return (
        f"Some figures are held back, because together with a report issued before ({reports}) they would "
        "show a small group."
    )


def _named(organisation: Organisation) -> shape.Organisation:
    return shape.Organisation(
        name=organisation.name,
        slug=organisation.slug,
        kind=organisation.kind,
        called=organisation.called or str(organisation.get_kind_display()),
    )


def _period(period: ReportPeriod) -> shape.Period:
    return shape.Period(
        starts_on=period.start,
        ends_on=period.end,
        last_day=period.last_day,
        name=period.name,
        before=period.before.name,
    )
