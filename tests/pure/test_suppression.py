"""Disclosure control: what is hidden, and that nobody gets it back."""

import pickle
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.figures.suppression import Cell, SuppressionRule, percentage, suppress_row, suppress_table

RULE = SuppressionRule()
NHS = SuppressionRule(style="nhs_round")


def named(*values: int) -> dict[str, int]:
    return {chr(ord("a") + index): value for index, value in enumerate(values)}


def table(*rows: tuple[int, ...]) -> dict[str, dict[str, int]]:
    return {f"r{index}": named(*row) for index, row in enumerate(rows)}


def row(*values: int, total: bool = True, rule: SuppressionRule = RULE) -> list[int | None]:
    return [cell.value for cell in suppress_row(named(*values), total_published=total, rule=rule).values()]


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((30, 20, 5), [30, 20, 5]),
        ((0, 20, 30), [0, 20, 30]),
        ((3, 20, 30), [None, None, 30]),
        ((30, 3, 20, 0), [30, None, None, 0]),
        ((2, 4, 30, 20), [None, None, 30, 20]),
        ((1, 2, 50, 60), [None, None, None, 60]),
        ((4, 4, 30), [None, None, 30]),
        ((3, 0, 0), [None, 0, 0]),
        ((1, 1, 1, 1, 1, 0), [None] * 6),
    ],
    ids=[
        "nothing small",
        "a zero is not small",
        "the smallest keeps it company",
        "never a zero first",
        "small ones keep each other company",
        "what is left over must not be small",
        "equal ones",
        "a small total is not published",
        "zeros at the very last",
    ],
)
def test_row_with_its_total(counts: tuple[int, ...], shown: list[int | None]) -> None:
    assert row(*counts) == shown


def test_row_without_a_total_hides_only_what_is_small() -> None:
    assert row(3, 20, 4, 0, 5, total=False) == [None, 20, None, 0, 5]


def test_of_equals_the_first_is_hidden() -> None:
    assert row(9, 3, 9) == [None, None, 9]


def test_a_subtotal_is_a_total_too() -> None:
    groups = {"Asian": ["a", "b"], "Black": ["c", "d"]}
    cells = suppress_row(named(3, 9, 20, 30), total_published=False, rule=RULE, subtotals=groups)
    values = {name: cell.value for name, cell in cells.items()}
    assert values == {"a": None, "b": None, "c": 20, "d": 30, "Asian": 12, "Black": 50}


def test_a_small_subtotal_takes_another_with_it() -> None:
    groups = {"Asian": ["a", "b"], "Black": ["c", "d"], "Mixed": ["e"]}
    cells = suppress_row(named(3, 0, 6, 30, 40), total_published=True, rule=RULE, subtotals=groups)
    hidden = {name for name, cell in cells.items() if cell.is_hidden}
    assert {"a", "Asian", "Black", "c"} <= hidden
    assert cells["d"].value == 30


def test_a_hidden_subtotal_leaves_nothing_over_to_hide() -> None:
    groups = {"Asian": ["a"], "Black": ["b", "c"]}
    cells = suppress_row(named(3, 2, 30), total_published=True, rule=RULE, subtotals=groups)
    assert {name for name, cell in cells.items() if cell.is_hidden} == {"a", "b", "Asian", "Black"}


@pytest.mark.parametrize(
    ("counts", "groups", "words"),
    [
        ({"a": -1}, {}, "negative"),
        ({"a": 1}, {"g": ["b"]}, "unknown"),
        ({"a": 1}, {"g": ["a"], "h": ["a"]}, "one subtotal"),
        ({"a": 1}, {"a": ["a"]}, "used once"),
    ],
)
def test_rows_that_make_no_sense_are_refused(
    counts: dict[str, int], groups: dict[str, list[str]], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        suppress_row(counts, total_published=True, rule=RULE, subtotals=groups)


def test_a_small_cell_in_a_table_takes_three_with_it() -> None:
    result = suppress_table(table((3, 20, 30), (9, 40, 50), (60, 70, 80)), rule=RULE)
    hidden = {(r, c) for r, cells in result.cells.items() for c, cell in cells.items() if cell.is_hidden}
    assert hidden == {("r0", "a"), ("r0", "b"), ("r1", "a"), ("r1", "b")}
    assert result.total.value == 362
    assert [cell.value for cell in result.row_totals.values()] == [53, 99, 210]


def test_a_small_row_total_is_hidden_with_another() -> None:
    result = suppress_table(table((3, 0), (20, 30), (40, 50)), rule=RULE)
    assert [cell.value for cell in result.row_totals.values()] == [None, None, 90]
    assert result.total.value == 143


def test_zeros_go_before_totals() -> None:
    result = suppress_table(table((3, 6), (9, 0)), rule=RULE)
    assert all(cell.is_hidden for cells in result.cells.values() for cell in cells.values())
    assert [cell.value for cell in result.row_totals.values()] == [9, 9]
    assert [cell.value for cell in result.column_totals.values()] == [12, 6]


def test_a_table_without_small_cells_is_shown_whole() -> None:
    result = suppress_table(table((5, 0), (20, 30)), rule=RULE)
    assert [[cell.value for cell in cells.values()] for cells in result.cells.values()] == [[5, 0], [20, 30]]
    assert not any(cell.is_hidden for cell in (*result.row_totals.values(), result.total))


@pytest.mark.parametrize("counts", [{}, {"r": {}}, {"r": {"a": 1}, "s": {"b": 1}}, {"r": {"a": -1}}])
def test_tables_that_make_no_sense_are_refused(counts: dict[str, dict[str, int]]) -> None:
    with pytest.raises(ValueError, match=r"cell|negative"):
        suppress_table(counts, rule=RULE)


def test_a_hidden_cell_does_not_hold_its_number() -> None:
    cells = [suppress_row(named(*values), total_published=True, rule=RULE) for values in [(3, 33), (4, 32)]]
    assert repr(cells[0]) == repr(cells[1])
    assert pickle.dumps(cells[0]) == pickle.dumps(cells[1])


def test_a_cell_is_shown_or_hidden_and_never_both() -> None:
    with pytest.raises(ValueError, match="either"):
        Cell(value=3, reason="small")
    with pytest.raises(ValueError, match="either"):
        Cell(value=None, reason=None)


def test_the_reason_never_tells_the_small_from_its_company() -> None:
    cells = suppress_row(named(1, 5, 40), total_published=True, rule=RULE)
    assert [cell.reason for cell in cells.values()] == ["complementary", "complementary", None]


def test_small_is_said_only_where_it_leaves_room() -> None:
    assert suppress_row(named(2, 4), total_published=True, rule=RULE)["a"].reason == "small"
    assert suppress_row(named(4, 4), total_published=True, rule=RULE)["a"].reason == "complementary"
    assert suppress_row(named(3, 30), total_published=False, rule=RULE)["a"].reason == "small"


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, None), (7, None), (8, 10), (12, 10), (13, 15)])
def test_the_nhs_rule_hides_one_to_seven_and_rounds_the_rest(count: int, shown: int | None) -> None:
    assert NHS.cell(count).value == shown
    assert row(count, 100, total=False, rule=NHS) == [shown, 100]


@pytest.mark.parametrize(
    ("counts", "shown"),
    [((6, 21, 33), [None, 20, 35]), ((5, 8), [None, 10]), ((5, 12), [None, 10])],
    ids=["room both ways", "room above", "room below"],
)
def test_rounding_is_company_enough(counts: tuple[int, ...], shown: list[int | None]) -> None:
    assert row(*counts, rule=NHS) == shown


def test_rounding_is_not_enough_where_all_of_it_went_one_way() -> None:
    # 22 is the most that prints as 20; 13 and 8 are the least that print as 15 and 10.
    assert row(1, 13, 8, rule=NHS) == [None, 15, None]


def test_rounding_is_not_enough_for_four_sevens() -> None:
    assert row(7, 7, 7, 7, rule=NHS) == [None] * 4
    cells = suppress_row(named(7, 7, 7, 7), total_published=True, rule=NHS)
    assert {cell.reason for cell in cells.values()} == {"complementary"}


@pytest.mark.parametrize(
    ("options", "words"),
    [({"min_cell": 2}, "min_cell"), ({"min_denominator": 0}, "min_denominator"), ({"style": "x"}, "style")],
)
def test_rules_that_protect_nobody_are_refused(options: dict[str, int], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        SuppressionRule(**options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("count", "denominator", "percent"),
    [
        (5, 10, 50.0),
        (4, 10, None),
        (6, 10, None),
        (5, 9, None),
        (0, 0, None),
        (0, 20, 0.0),
        (20, 20, 100.0),
        (None, 20, None),
    ],
)
def test_percentage(count: int | None, denominator: int, percent: float | None) -> None:
    assert percentage(count, denominator, RULE) == percent


def test_a_percent_of_rounded_figures() -> None:
    assert percentage(12, 52, NHS) == 20.0
    assert percentage(7, 52, NHS) is None


@pytest.mark.parametrize(("count", "denominator"), [(-1, 10), (11, 10)])
def test_no_share_no_percent(count: int, denominator: int) -> None:
    with pytest.raises(ValueError, match="share"):
        percentage(count, denominator, RULE)


# Many small numbers, some zeros, some that are not small.
count_values = st.one_of(st.integers(0, 6), st.integers(0, 25))
row_values = st.lists(count_values, min_size=1, max_size=7)


@given(row_values, st.booleans())
def test_small_counts_are_hidden_and_what_is_shown_is_true(values: list[int], total: bool) -> None:
    for value, shown in zip(values, row(*values, total=total), strict=True):
        assert shown is None if 0 < value < 5 else shown in (None, value)


@given(row_values)
def test_a_stricter_rule_hides_more(values: list[int]) -> None:
    loose, strict = row(*values), row(*values, rule=SuppressionRule(min_cell=8))
    if sum(values) >= 8:
        assert all(strict[at] is None for at, shown in enumerate(loose) if shown is None)


@given(row_values)
def test_a_published_total_hides_no_less(values: list[int]) -> None:
    alone, beside_total = row(*values, total=False), row(*values, total=True)
    assert all(beside_total[at] is None for at, shown in enumerate(alone) if shown is None)


@given(row_values)
def test_the_left_over_of_a_row_is_never_small(values: list[int]) -> None:
    left_over = sum(value for value, shown in zip(values, row(*values), strict=True) if shown is None)
    assert not 0 < left_over < 5 or sum(values) < 5


@given(st.lists(st.integers(1, 25), min_size=1, max_size=7))
def test_company_is_kept_by_the_smallest_and_by_one_at_most(values: list[int]) -> None:
    hidden = [value for value, shown in zip(values, row(*values), strict=True) if shown is None]
    assert sorted(hidden) == sorted(values)[: len(hidden)]
    assert sum(value >= 5 for value in hidden) <= 1


@given(row_values)
def test_the_same_counts_give_the_same_cells(values: list[int]) -> None:
    once, twice = (suppress_row(named(*values), total_published=True, rule=RULE) for _ in range(2))
    assert once == twice


def possible_rows(values: list[int]) -> list[set[int]]:
    """What a reader of the row and its total must think possible of each hidden count, by trying all."""
    cells = list(suppress_row(named(*values), total_published=True, rule=RULE).values())
    reasons = {cell.reason for cell in cells if cell.is_hidden}
    total = sum(values)
    zero_hidden = any(cell.is_hidden and value == 0 for cell, value in zip(cells, values, strict=True))
    all_hidden = all(cell.is_hidden for cell in cells)
    least = 0 if zero_hidden or (all_hidden and reasons == {"complementary"}) else 1
    most = 4 if reasons == {"small"} else total
    choices = [
        [cell.value] if cell.value is not None else list(range(least, min(most, total) + 1)) for cell in cells
    ]
    found = [trial for trial in product(*choices) if sum(trial) == total]
    return [{trial[at] for trial in found} for at, cell in enumerate(cells) if cell.is_hidden]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.integers(0, 5), st.integers(0, 12)), min_size=1, max_size=4))
def test_no_reader_of_a_row_can_work_out_a_hidden_count(values: list[int]) -> None:
    if sum(values) >= RULE.threshold:
        assert all(len(possible) >= 2 for possible in possible_rows(values))
