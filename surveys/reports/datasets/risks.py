"""How many comments sounded like danger and how fast they were answered: no content, no places."""

from collections.abc import Sequence

from surveys.moderation.queries import RISK_LEVELS, RiskSummary
from surveys.reports.datasets.gate import Gate
from surveys.reports.datasets.shape import Risk, Risks

NOTE = "The rules that find danger miss things. A person reads every comment."
TOO_FEW = "Too few people answered to say how many of their comments sounded like danger."
ELSEWHERE = "These are counted for a whole MVP. They stand in the reports of the MVP and of its LMS."


def risks(gate: Gate, found: Sequence[RiskSummary]) -> Risks:
    """Each level's comments, where it may be said how many answered; the time only where this number may."""
    if "responses" in gate.hidden:
        return Risks((), TOO_FEW)
    opened = {each.level: gate.total(f"risk/{each.level}", each.opened) for each in found}
    return Risks(tuple(_risk(gate, each, opened[each.level].value) for each in found), NOTE)


def not_counted() -> Risks:
    """For an organisation whose units share an MVP with others."""
    return Risks((), ELSEWHERE)


def _risk(gate: Gate, each: RiskSummary, opened: int | None) -> Risk:
    undecided_is_small = gate.rule.is_small(each.opened - each.decided)
    shown = opened is not None and not gate.rule.is_small(each.decided) and not undecided_is_small
    return Risk(
        level=each.level,
        label=RISK_LEVELS[each.level],
        opened=opened,
        decided=gate.rule.published(each.decided) if shown else None,
        median_hours=round(each.median_hours, 1) if shown and each.median_hours is not None else None,
    )
