"""An attacker with all the time in the world: every table that fits what is printed is tried."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.figures.suppression import Cell, SuppressedTable, SuppressionRule, suppress_table

RULE = SuppressionRule()
Numbers = list[list[int]]


class Attack:
    """Knows the printed table, the rule, and that only a hidden cell can hold a small count."""

    def __init__(self, printed: SuppressedTable, *, zero_hidden: bool, largest: int) -> None:
        self.cells = [list(cells.values()) for cells in printed.cells.values()]
        self.rows = list(printed.row_totals.values())
        self.columns = list(printed.column_totals.values())
        self.total = printed.total
        self.least = 0 if zero_hidden else 1
        self.largest = largest
        hidden = [cell for cell in self.everything() if cell.is_hidden]
        if {cell.reason for cell in hidden} == {"small"}:
            self.largest = RULE.threshold - 1

    def everything(self) -> list[Cell]:
        return [cell for line in self.cells for cell in line] + self.rows + self.columns + [self.total]

    def fits(self, cell: Cell, number: int) -> bool:
        if cell.value is not None:
            return number == cell.value
        return self.least <= number <= self.largest

    def lines(self, index: int) -> Iterator[list[int]]:
        """All ways to fill one row that fit its cells and its total."""
        yield from (line for line in self._fill(self.cells[index]) if self.fits(self.rows[index], sum(line)))

    def _fill(self, cells: list[Cell]) -> Iterator[list[int]]:
        if not cells:
            yield []
            return
        first = cells[0]
        choices = [first.value] if first.value is not None else range(self.least, self.largest + 1)
        for rest in self._fill(cells[1:]):
            for choice in choices:
                yield [choice, *rest]

    def tables(self, index: int = 0) -> Iterator[Numbers]:
        if index == len(self.cells):
            yield []
            return
        for rest in self.tables(index + 1):
            for line in self.lines(index):
                yield [line, *rest]

    def solutions(self) -> Iterator[list[int]]:
        """All numbers of the table, in the order of `everything`, that fit what is printed."""
        for found in self.tables():
            columns = [sum(column) for column in zip(*found, strict=True)]
            fitting = all(self.fits(cell, number) for cell, number in zip(self.columns, columns, strict=True))
            if fitting and self.fits(self.total, sum(columns)):
                yield (
                    [n for line in found for n in line]
                    + [sum(line) for line in found]
                    + columns
                    + [sum(columns)]
                )

    def worked_out(self) -> list[int]:
        """Positions in `everything` of hidden numbers that have one solution only."""
        hidden = [at for at, cell in enumerate(self.everything()) if cell.is_hidden]
        seen: dict[int, set[int]] = {at: set() for at in hidden}
        for numbers in self.solutions():
            for at in hidden:
                seen[at].add(numbers[at])
            if all(len(values) > 1 for values in seen.values()):
                return []
        return [at for at, values in seen.items() if len(values) < 2]


def printed(numbers: Numbers) -> tuple[SuppressedTable, Attack]:
    counts = {f"r{r}": {f"c{c}": n for c, n in enumerate(line)} for r, line in enumerate(numbers)}
    result = suppress_table(counts, rule=RULE)
    flat = [cell for cells in result.cells.values() for cell in cells.values()]
    truth = [n for line in numbers for n in line]
    zero_hidden = any(cell.is_hidden and n == 0 for cell, n in zip(flat, truth, strict=True))
    return result, Attack(result, zero_hidden=zero_hidden, largest=sum(truth) + 2)


def tables(rows: int, columns: int, largest: int) -> st.SearchStrategy[Numbers]:
    line = st.lists(st.integers(0, largest), min_size=columns, max_size=columns)
    return st.lists(line, min_size=rows, max_size=rows)


@settings(max_examples=150, deadline=None)
@given(st.one_of(tables(1, 2, 9), tables(1, 3, 7), tables(2, 2, 9)))
def test_no_hidden_number_of_a_small_table_can_be_worked_out(numbers: Numbers) -> None:
    _, attack = printed(numbers)
    assert attack.worked_out() == []


@settings(max_examples=40, deadline=None)
@given(tables(2, 3, 6))
def test_no_hidden_number_of_a_wider_table_can_be_worked_out(numbers: Numbers) -> None:
    _, attack = printed(numbers)
    assert attack.worked_out() == []


@settings(deadline=None)
@given(tables(4, 5, 30))
def test_no_hidden_cell_of_a_table_is_alone_and_all_small_ones_are_hidden(numbers: Numbers) -> None:
    result, attack = printed(numbers)
    upright = list(zip(*attack.cells, strict=True))
    lines = [
        *([*cells, total] for cells, total in zip(attack.cells, attack.rows, strict=True)),
        *([*cells, total] for cells, total in zip(upright, attack.columns, strict=True)),
        [*attack.rows, result.total],
        [*attack.columns, result.total],
    ]
    assert all(sum(cell.is_hidden for cell in line) != 1 for line in lines)
    for cells, truth in zip(attack.cells, numbers, strict=True):
        for cell, number in zip(cells, truth, strict=True):
            assert cell.is_hidden if 0 < number < 5 else cell.value in (None, number)


def test_the_attack_succeeds_where_only_small_cells_are_hidden() -> None:
    shown, hidden = Cell.shown, Cell.hidden("small")
    careless = SuppressedTable(
        cells={"r": {"a": hidden, "b": shown(9)}, "s": {"a": shown(8), "b": shown(7)}},
        row_totals={"r": shown(12), "s": shown(15)},
        column_totals={"a": shown(11), "b": shown(16)},
        total=shown(27),
    )
    assert Attack(careless, zero_hidden=False, largest=27).worked_out() == [0]
