"""Disclosure control: which counts may be seen, and which must go with them.

A count is *small* from 1 up to, not including, the rule's threshold. Small counts are hidden (primary
suppression). Wherever sums that are shown would give a hidden count back, others are hidden with it
(complementary suppression) until everybody who subtracts is left with at least two answers.

Zeros are shown: an empty group says nothing of a person. They are hidden only when no other cell can keep
their neighbours from being worked out.

The reader of the figures is taken to know the rule, every figure shown, and that shown zeros are true, but
not to replay, count by count, how the company was chosen. Against that, two rare rows are open: one small
count beside several of exactly the threshold, and nothing but ones. Fewer, broader groups close both.
"""

from surveys.figures.suppression.cells import Cell, Reason, Style, SuppressionRule
from surveys.figures.suppression.percentages import percentage
from surveys.figures.suppression.rows import suppress_row
from surveys.figures.suppression.subtraction import Issued, Leak, check_subtraction, joined
from surveys.figures.suppression.tables import SuppressedTable, suppress_table

__all__ = [
    "Cell",
    "Issued",
    "Leak",
    "Reason",
    "Style",
    "SuppressedTable",
    "SuppressionRule",
    "check_subtraction",
    "joined",
    "percentage",
    "suppress_row",
    "suppress_table",
]
