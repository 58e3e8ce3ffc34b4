"""Two sides measured in turn, in one run: what is quoted is the ratio, round by round."""

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 5


@dataclass(frozen=True)
class Bound:
    """What a ratio has to be: at least, or at most, this."""

    value: float
    at_least: bool

    def holds(self, ratio: float) -> bool:
        return ratio >= self.value if self.at_least else ratio <= self.value


def at_least(value: float) -> Bound:
    return Bound(value, at_least=True)


def at_most(value: float) -> Bound:
    return Bound(value, at_least=False)


def compare(
    figure: str,
    *,
    unit: str,
    ours: Callable[[], float],
    baseline: Callable[[], float],
    bound: Bound,
    rounds: int = ROUNDS,
) -> bool:
    """Measure both sides `rounds` times after one warm-up, print one JSON line, and say whether it holds.

    Each side returns a figure in `unit`. The order alternates, so that a machine that slows down slows both.
    """
    ours(), baseline()
    pairs = [_pair(ours, baseline, swapped=bool(number % 2)) for number in range(rounds)]
    ratios = sorted(mine / theirs for mine, theirs in pairs)
    median = statistics.median(ratios)
    line = {
        "figure": figure,
        "unit": unit,
        "ours": round(statistics.median(mine for mine, _ in pairs), 4),
        "baseline": round(statistics.median(theirs for _, theirs in pairs), 4),
        "ratio": round(median, 3),
        "range": [round(ratios[0], 3), round(ratios[-1], 3)],
        "rounds": rounds,
        "at_least" if bound.at_least else "at_most": bound.value,
        "holds": bound.holds(median),
    }
    print(json.dumps(line), flush=True)
    return bound.holds(median)


def _pair(ours: Callable[[], float], baseline: Callable[[], float], *, swapped: bool) -> tuple[float, float]:
    if swapped:
        theirs = baseline()
        return ours(), theirs
    return ours(), baseline()


def seconds(work: Callable[[], object]) -> float:
    """How long something takes, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
