"""The gate through which every count leaves: small ones, and those that would give them away, stay behind."""

from collections.abc import Collection, Mapping

from surveys.figures.intervals import wilson
from surveys.figures.suppression import Cell, SuppressionRule, percentage, suppress_row, suppress_table
from surveys.reports.datasets.shape import Share

RULE = SuppressionRule()
"""The project's rule: 1 to 4 are hidden, and no percentage is shown of fewer than 10."""

HIDDEN = Cell.hidden("complementary")
NO_SHARE = Share(percent=None, lower=None, upper=None)


class Gate:
    """Suppresses by one rule, remembers what it has let through, and holds back what it was told to.

    `withheld` names counts that a report issued before would give away: with such a count its whole row stays
    behind. Keys are "row/cell".
    """

    def __init__(self, rule: SuppressionRule, withheld: Collection[str] = ()) -> None:
        self.rule = rule
        self.published: dict[str, int] = {}
        self.hidden: set[str] = set()
        self._withheld = frozenset(withheld)

    def row(
        self,
        name: str,
        counts: Mapping[str, int],
        *,
        total: str = "",
        subtotals: Mapping[str, Collection[str]] | None = None,
    ) -> dict[str, Cell]:
        """The cells of one row of counts. `total` is the key of their sum, where that is a figure itself.

        Under a hidden total nothing is shown, zeros neither: what is left would be what those few answered.
        """
        if total in self.hidden:
            return self._hold_back(name, [*counts, *(subtotals or ())])
        cells = suppress_row(
            counts, total_published=total in self.published, rule=self.rule, subtotals=subtotals
        )
        return self._let_through(name, cells)

    def total(self, name: str, count: int) -> Cell:
        """A count that stands alone, or as the total of rows to come."""
        held_back = HIDDEN if name in self._withheld else self.rule.cell(count)
        if held_back.value is None:
            self.hidden.add(name)
        else:
            self.published[name] = held_back.value
        return held_back

    def hide(self, name: str) -> None:
        """Hold a count back, whatever it is."""
        self.hidden.add(name)

    def percent(self, cell: Cell, whole: int) -> float | None:
        """A cell's percent of a whole, to one place; None where either must not be shown."""
        value = percentage(cell.value, whole, self.rule)
        return None if value is None else round(value, 1)

    def share(self, cell: Cell, whole: int) -> Share:
        """The same, with its 95 % interval."""
        percent = self.percent(cell, whole)
        if percent is None or cell.value is None:
            return NO_SHARE
        interval = wilson(cell.value, whole)
        return Share(percent, round(100 * interval.lower, 1), round(100 * interval.upper, 1))

    def shares(
        self, name: str, parts: Mapping[str, tuple[int, int]], *, all_or_none: bool = False
    ) -> dict[str, float | None]:
        """For groups that together make up a published whole: the percent of each that is counted.

        `parts` holds (counted, all) by group. Empty where the table's own totals would have to be hidden, and
        with `all_or_none` where anything would.
        """
        counts = {group: {"in": part, "out": whole - part} for group, (part, whole) in parts.items() if whole}
        if len(counts) < 2:
            return {}
        table = suppress_table(counts, rule=self.rule)
        if any(cell.is_hidden for cell in (*table.column_totals.values(), table.total)):
            return {}
        cells = {f"{group}/in": row["in"] for group, row in table.cells.items()}
        cells |= {f"{group}/all": cell for group, cell in table.row_totals.items()}
        if all_or_none and any(cell.is_hidden for row in table.cells.values() for cell in row.values()):
            return {}
        through = self._let_through(name, cells)
        return {
            group: self.percent(through[f"{group}/in"], sum(row.values()))
            if not through[f"{group}/all"].is_hidden
            else None
            for group, row in counts.items()
        }

    def _let_through(self, name: str, cells: Mapping[str, Cell]) -> dict[str, Cell]:
        if any(f"{name}/{key}" in self._withheld for key in cells):
            return self._hold_back(name, cells)
        for key, cell in cells.items():
            if cell.value is None:
                self.hidden.add(f"{name}/{key}")
            else:
                self.published[f"{name}/{key}"] = cell.value
        return dict(cells)

    def _hold_back(self, name: str, keys: Collection[str]) -> dict[str, Cell]:
        self.hidden.update(f"{name}/{key}" for key in keys)
        return dict.fromkeys(keys, HIDDEN)
