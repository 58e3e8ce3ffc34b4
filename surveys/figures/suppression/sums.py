"""Counts bound together by sums, and the least that must be hidden for small ones to stay unknown.

The sums are held as a network in which every count is a flow from one node to another and every node
passes on what it receives: a row's node receives the row's total and hands it to the row's cells. The true
counts are one such flow; whoever reads the published figures looks for all others. A hidden count is safe
when another whole-number flow differs in it, which is so exactly when it lies on a cycle along which every
count can still move by one (residual networks: Ahuja, Magnanti and Orlin, "Network Flows", 1993). Where
there is none, the cheapest cycle is opened by hiding more (complementary suppression: Willenborg and de
Waal, "Elements of Statistical Disclosure Control", 2001).
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from surveys.figures.suppression.cells import Cell, Reason, SuppressionRule

Key = tuple[str, ...]
Price = tuple[int, int, int]

OUTSIDE: Key = ("outside",)
"""The node that keeps no account: a count in fewer than two published sums ends here."""

FREE: Price = (0, 0, 0)

LEAST = 1
"""The least that a hidden count is taken to be, since zeros are shown wherever they can be."""


@dataclass(frozen=True, slots=True)
class Count:
    """One true count, flowing from `tail` to `head`. `fixed` counts are published whatever happens."""

    key: Key
    tail: Key
    head: Key
    value: int
    is_total: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A move by one along a count, in its direction or against it, and what must be hidden to allow it."""

    count: Count
    to: Key
    price: Price


class Sums:
    """Counts, the sums that bind them, and which of them are hidden so far.

    `totals` names, for each node, the count that is the total of the others there.
    """

    def __init__(self, counts: Iterable[Count], totals: Mapping[Key, Key], rule: SuppressionRule) -> None:
        self._counts = {count.key: count for count in counts}
        self._totals = totals
        self._rule = rule
        self._hidden: dict[Key, Count] = {}
        self._at: defaultdict[Key, list[Count]] = defaultdict(list)
        for count in self._counts.values():
            self._at[count.tail].append(count)
            self._at[count.head].append(count)

    def protect(self) -> dict[Key, Cell]:
        """Hide the small counts and the company they need; the cell of every count that is not fixed."""
        unsafe = [count for count in self._counts.values() if self._rule.is_small(count.value)]
        while unsafe:
            self._hide(unsafe)
            for count in unsafe:
                self._make_safe(count)
            unsafe = list(self._company_for_remainders())
        reason = self._reason()
        return {key: self._cell(count, reason) for key, count in self._counts.items() if not count.fixed}

    def _cell(self, count: Count, reason: Reason) -> Cell:
        if count.key in self._hidden:
            return Cell.hidden(reason)
        return Cell.shown(self._rule.published(count.value))

    def _reason(self) -> Reason:
        """ "small" only where saying so of all hidden counts still leaves each of them open."""
        if not all(self._rule.is_small(count.value) for count in self._hidden.values()):
            return "complementary"
        ceiling = self._rule.threshold - 1
        open_still = all(self._way_round(count, ceiling) == [] for count in self._hidden.values())
        return "small" if open_still else "complementary"

    def _hide(self, counts: Iterable[Count]) -> None:
        self._hidden.update({count.key: count for count in counts})

    def _make_safe(self, count: Count) -> None:
        """Open a cycle through `count`, or, where there is none, hide everything."""
        company = self._way_round(count)
        if company is None:
            company = [each for each in self._counts.values() if not each.fixed]
        self._hide(company)

    def _company_for_remainders(self) -> Iterator[Count]:
        """What a shown total leaves over is a figure too: where it is small, one more count must go."""
        if self._rule.rounds:
            return
        for node, total in self._totals.items():
            parts = [count for count in self._at[node] if count.key != total]
            left_over = sum(count.value for count in parts if count.key in self._hidden)
            shown = [count for count in parts if count.value and count.key not in self._hidden]
            if total not in self._hidden and self._rule.is_small(left_over) and shown:
                yield min(shown, key=_price)

    def _way_round(self, count: Count, ceiling: int | None = None) -> list[Count] | None:
        """The cheapest counts to hide so that `count` can move by one; None when nothing would do."""
        ways = []
        if ceiling is None or count.value < ceiling:
            ways.append(self._cheapest_path(count.head, count, count.tail, ceiling))
        if count.value > LEAST:
            ways.append(self._cheapest_path(count.tail, count, count.head, ceiling))
        found = [way for way in ways if way is not None]
        return min(found, key=_total_price, default=None)

    def _cheapest_path(
        self, start: Key, avoided: Count, goal: Key, ceiling: int | None
    ) -> list[Count] | None:
        """Dijkstra's algorithm; the counts on the path that are not hidden yet and must be."""
        queue: list[tuple[Price, int, Key, list[Count]]] = [(FREE, 0, start, [])]
        settled: set[Key] = set()
        pushed = 0
        while queue:
            price, _, node, to_hide = heapq.heappop(queue)
            if node == goal:
                return to_hide
            if node in settled:
                continue
            settled.add(node)
            for step in self._steps(node, ceiling):
                if step.count is not avoided and step.to not in settled:
                    pushed += 1
                    extra = [step.count] if step.price != FREE else []
                    heapq.heappush(queue, (_add(price, step.price), pushed, step.to, to_hide + extra))
        return None

    def _steps(self, node: Key, ceiling: int | None) -> Iterator[Step]:
        for count in self._at[node]:
            if count.tail == node and (price := self._rise(count, ceiling)) is not None:
                yield Step(count, count.head, price)
            if count.head == node and (price := self._fall(count)) is not None:
                yield Step(count, count.tail, price)

    def _rise(self, count: Count, ceiling: int | None) -> Price | None:
        """What it takes for a reader to think it possible that this count is one more than it is."""
        if count.key in self._hidden:
            return FREE if ceiling is None or count.value < ceiling else None
        if count.value < self._rule.span(count.value)[1]:
            return FREE
        return None if count.fixed else _price(count)

    def _fall(self, count: Count) -> Price | None:
        """What it takes for a reader to think it possible that this count is one less than it is."""
        if count.key in self._hidden:
            return FREE if count.value > LEAST else None
        if count.value > self._rule.span(count.value)[0]:
            return FREE
        return None if count.fixed or count.value == 0 else _price(count)


def _price(count: Count) -> Price:
    """Totals are dearest, then zeros; among the rest the smallest count goes first."""
    return int(count.is_total), int(count.value == 0), count.value


def _add(one: Price, other: Price) -> Price:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def _total_price(counts: list[Count]) -> Price:
    price = FREE
    for count in counts:
        price = _add(price, _price(count))
    return price
