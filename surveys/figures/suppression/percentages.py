"""Percents that give no small group away."""

from surveys.figures.suppression.cells import SuppressionRule


def percentage(cell_count: int | None, denominator: int, rule: SuppressionRule) -> float | None:
    """`cell_count` of `denominator` in percent (0 to 100, unrounded), or None where it must not be shown.

    Pass `cell.value`, so that a hidden cell has no percent. There is none either under the rule's
    `min_denominator`, nor where those counted, or those not counted, are few enough to be hidden. With
    rounding, the percent is that of the rounded figures.

    Raises ValueError for a negative count or one above the denominator.
    """
    if cell_count is None:
        return None
    if not 0 <= cell_count <= denominator:
        raise ValueError(f"{cell_count} of {denominator} is not a share.")
    if denominator < rule.min_denominator or _any_small(cell_count, denominator, rule):
        return None
    return min(100.0, 100.0 * rule.published(cell_count) / rule.published(denominator))


def _any_small(cell_count: int, denominator: int, rule: SuppressionRule) -> bool:
    return any(rule.is_small(count) for count in (cell_count, denominator - cell_count, denominator))
