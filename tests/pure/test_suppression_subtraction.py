"""Subtracting one publication from another."""

from hypothesis import given
from hypothesis import strategies as st

from surveys.figures.suppression import Issued, Leak, SuppressionRule, check_subtraction, joined

RULE = SuppressionRule()
counts = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 60))


def test_a_small_difference_leaks_either_way() -> None:
    year = Issued("2025", {"FEED": 40, "PAIN": 30, "KIND": 12, "LOSS": 20})
    leaks = check_subtraction({"FEED": 37, "PAIN": 25, "KIND": 14, "LOSS": 20}, [year], rule=RULE)
    assert leaks == (Leak("FEED", "2025"), Leak("KIND", "2025"))


def test_what_was_hidden_then_cannot_be_subtracted_from() -> None:
    assert check_subtraction({"FEED": 37}, [Issued("2025", {"PAIN": 38})], rule=RULE) == ()


def test_every_issue_is_looked_at() -> None:
    issued = [Issued("January", {"FEED": 10}), Issued("All trusts", {"FEED": 39})]
    assert check_subtraction({"FEED": 36}, issued, rule=RULE) == (Leak("FEED", "All trusts"),)


def test_months_together_can_betray_the_month_that_is_missing() -> None:
    january, february = Issued("January", {"FEED": 10, "PAIN": 9}), Issued("February", {"FEED": 12})
    quarter = {"FEED": 24, "PAIN": 30}
    assert check_subtraction(quarter, [january, february], rule=RULE) == ()
    both = joined("January and February", [january, february])
    assert both == Issued("January and February", {"FEED": 22})
    assert check_subtraction(quarter, [both], rule=RULE) == (Leak("FEED", "January and February"),)


def test_nothing_joined_is_nothing() -> None:
    assert joined("none", []) == Issued("none", {})


def test_rounded_figures_do_not_leak() -> None:
    rounded = SuppressionRule(style="nhs_round")
    assert check_subtraction({"FEED": 40}, [Issued("2025", {"FEED": 45})], rule=rounded) == ()


@given(counts, counts)
def test_a_leak_is_a_difference_of_one_to_four(new: dict[str, int], before: dict[str, int]) -> None:
    leaks = {leak.key for leak in check_subtraction(new, [Issued("before", before)], rule=RULE)}
    assert leaks == {key for key in new if key in before and abs(new[key] - before[key]) in range(1, 5)}


@given(counts, counts)
def test_without_the_leaking_counts_nothing_leaks(new: dict[str, int], before: dict[str, int]) -> None:
    issued = [Issued("before", before)]
    leaks = {leak.key for leak in check_subtraction(new, issued, rule=RULE)}
    assert check_subtraction({k: v for k, v in new.items() if k not in leaks}, issued, rule=RULE) == ()
