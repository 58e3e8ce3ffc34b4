"""This period against the one before, in words that claim no more than the figures bear."""

from surveys.figures.intervals import compare_proportions
from surveys.figures.suppression import SuppressionRule, percentage
from surveys.reports.datasets.shape import Change

ALARM_CONFIDENCE = 0.995
"""For "getting worse": with 95 %, every other large report would name one of 28 themes in which nothing has
changed. This is nearly 95 % for all of them together (Bonferroni's correction)."""

CANNOT = Change(
    before=None, points=None, direction="", words="Too few answers to compare with the period before"
)


def change(now: tuple[int, int], before: tuple[int, int], *, rule: SuppressionRule) -> Change:
    """Compare (counted, all) now with (counted, all) before; without a figure where either must be hidden."""
    is_now, was = percentage(*now, rule), percentage(*before, rule)
    if is_now is None or was is None:
        return CANNOT
    if not now[0] and not before[0]:
        return Change(0.0, 0.0, "no clear change", "Not heard in the period before either")
    compared = compare_proportions(*before, *now)
    direction = "no clear change"
    if compared.clear:
        direction = "more" if compared.difference > 0 else "fewer"
    points = round(is_now, 1) - round(was, 1)
    return Change(round(was, 1), round(points, 1), direction, _words(direction, was))


def is_alarming(now: tuple[int, int], before: tuple[int, int], *, rule: SuppressionRule) -> bool:
    """Whether the share has grown more clearly than one of many themes does by chance; both may be shown."""
    if percentage(*now, rule) is None or percentage(*before, rule) is None:
        return False
    return compare_proportions(*before, *now, confidence=ALARM_CONFIDENCE).lower > 0


def _words(direction: str, was: float) -> str:
    if direction == "no clear change":
        return f"No clear change: {was:.0f}% in the period before"
    return f"{direction.capitalize()} than in the period before: {was:.0f}% then"
