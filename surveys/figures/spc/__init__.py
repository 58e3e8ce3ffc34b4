"""Statistical process control: the XmR chart of NHS "Making Data Count"."""

from surveys.figures.spc.chart import Assurance, Direction, PointType, XmrChart, xmr
from surveys.figures.spc.limits import MINIMUM_POINTS, TRIAL_POINTS, Segment
from surveys.figures.spc.rules import Rule

__all__ = [
    "MINIMUM_POINTS",
    "TRIAL_POINTS",
    "Assurance",
    "Direction",
    "PointType",
    "Rule",
    "Segment",
    "XmrChart",
    "xmr",
]
