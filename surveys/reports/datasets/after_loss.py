"""What parents told after a loss: how many, and of what they spoke. For a whole LMS, and nothing finer."""

from collections.abc import Mapping

from surveys.reports.counts import Tally
from surveys.reports.datasets.gate import Gate
from surveys.reports.datasets.shape import AfterLoss, Figure

ROW = "after_loss"
MENTIONED, NOT_MENTIONED = "mentioned", "not_mentioned"
NOTE = (
    "Parents chose to tell this apart from all other feedback, and no other figure counts them. Specialist "
    "moderators read it and decided what it is about. It is not told by place or group, and nobody is quoted."
)
TOO_FEW = "Too few parents have told anything after a loss to say how many, or of what they spoke."
ELSEWHERE = "What parents tell after a loss is counted for a whole LMS only. It stands in the LMS’s report."


def after_loss(gate: Gate, told: Tally | None, titles: Mapping[str, str]) -> AfterLoss:
    """The strand of an LMS's report (`told` is None in all others). Nobody and too few look the same."""
    if told is None:
        return AfterLoss(None, (), ELSEWHERE)
    parents = told[ROW, "", ""]
    if not parents or gate.total(ROW, parents).value is None:
        gate.hide(ROW)
        return AfterLoss(None, (), TOO_FEW)
    spoke = [
        _theme(gate, code, title, told[f"{ROW}:theme", code, ""], parents) for code, title in titles.items()
    ]
    shown = sorted((each for each in spoke if each.count), key=lambda each: (-(each.count or 0), each.label))
    return AfterLoss(parents, tuple(shown), NOTE)


def _theme(gate: Gate, code: str, title: str, mentioned: int, parents: int) -> Figure:
    parts = {MENTIONED: mentioned, NOT_MENTIONED: parents - mentioned}
    return Figure(code, title, gate.row(f"{ROW}:{code}", parts, total=ROW)[MENTIONED].value)
