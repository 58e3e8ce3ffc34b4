"""Suppression in a two-way table printed with its totals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from surveys.figures.suppression.cells import Cell, SuppressionRule
from surveys.figures.suppression.sums import Count, Key, Sums

Counts = Mapping[str, Mapping[str, int]]

ALL_ROWS: Key = ("all rows",)
ALL_COLUMNS: Key = ("all columns",)
GRAND: Key = ("grand total",)


@dataclass(frozen=True, slots=True)
class SuppressedTable:
    """A two-way table as it may be printed: `cells[row][column]`, totals both ways, and the grand total."""

    cells: Mapping[str, Mapping[str, Cell]]
    row_totals: Mapping[str, Cell]
    column_totals: Mapping[str, Cell]
    total: Cell


def suppress_table(counts: Counts, *, rule: SuppressionRule) -> SuppressedTable:
    """The cells of `counts[row][column]`, people in groups that do not overlap, with totals both ways.

    Totals are cells too: a small one is hidden, and another with it where that one would give it back.
    No hidden cell, total or not, can be worked out from what is shown.

    Raises ValueError for a table without cells, with rows of different columns, or with a negative count.
    """
    _check(counts)
    hidden_or_shown = Sums(_network(counts), _totals(counts), rule).protect()
    columns = next(iter(counts.values()))
    return SuppressedTable(
        cells={row: {name: hidden_or_shown["cell", row, name] for name in columns} for row in counts},
        row_totals={row: hidden_or_shown["row", row] for row in counts},
        column_totals={name: hidden_or_shown["column", name] for name in columns},
        total=hidden_or_shown[GRAND],
    )


def _network(counts: Counts) -> Iterator[Count]:
    """The grand total flows into the rows' totals, through the cells to the columns' totals, and back."""
    for row, values in counts.items():
        for name, value in values.items():
            yield Count(("cell", row, name), tail=("row", row), head=("column", name), value=value)
        yield Count(("row", row), ALL_ROWS, ("row", row), sum(values.values()), is_total=True)
    for name in next(iter(counts.values())):
        value = sum(values[name] for values in counts.values())
        yield Count(("column", name), ("column", name), ALL_COLUMNS, value, is_total=True)
    grand = sum(sum(values.values()) for values in counts.values())
    yield Count(GRAND, ALL_COLUMNS, ALL_ROWS, grand, is_total=True)


def _totals(counts: Counts) -> dict[Key, Key]:
    rows: dict[Key, Key] = {("row", row): ("row", row) for row in counts}
    columns: dict[Key, Key] = {("column", name): ("column", name) for name in next(iter(counts.values()))}
    return rows | columns | {ALL_ROWS: GRAND, ALL_COLUMNS: GRAND}


def _check(counts: Counts) -> None:
    shapes = {frozenset(values) for values in counts.values()}
    if len(shapes) != 1 or shapes == {frozenset()}:
        raise ValueError("A table needs at least one cell, and the same columns in every row.")
    if any(value < 0 for values in counts.values() for value in values.values()):
        raise ValueError("A count cannot be negative.")
