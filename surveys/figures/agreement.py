"""How far people agree who code the same comments, beyond what chance alone would give."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import permutations

Distance = Callable[[Hashable, Hashable], float]


def cohen_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of two coders: (observed agreement - agreement by chance) / (1 - agreement by chance).

    Source: J. Cohen, Educational and Psychological Measurement 20 (1960) 37-46. 1 is perfect agreement, 0
    what chance gives, below 0 less than that. None where both used one and the same value throughout,
    or there is nothing to compare: chance then explains everything.
    """
    if not pairs:
        return None
    total = len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    agreed = sum(a == b for a, b in pairs) / total
    by_chance = sum(first[value] * second[value] for value in first) / total**2
    return None if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def krippendorff_alpha(units: Iterable[Sequence[Hashable]], distance: Distance | None = None) -> float | None:
    """Krippendorff's alpha: 1 - observed disagreement / disagreement by chance.

    `units`: of each unit the values that its coders gave, however many there were; units with fewer than two
    values say nothing. `distance`: 0 for equal values up to 1; without one, values are equal or not.
    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), with the coincidence matrix
    written as sums over pairs. None where all values are the same, or fewer than two can be paired.
    """
    apart = distance or _nominal
    paired = [values for values in units if len(values) > 1]
    number = sum(len(values) for values in paired)
    if not number:
        return None
    observed = sum(_within(values, apart) / (len(values) - 1) for values in paired) / number
    by_chance = _between(Counter(value for values in paired for value in values), apart)
    expected = by_chance / (number * (number - 1))
    return None if expected == 0 else 1 - observed / expected


def masi_distance(first: Hashable, second: Hashable) -> float:
    """How far apart two sets of labels are: 1 - Jaccard's index x monotonicity.

    Monotonicity is 1 for equal sets, 2/3 where one lies within the other, 1/3 where they overlap, 0 where
    they share nothing. Source: R. Passonneau, Measuring Agreement on Set-valued Items (MASI), LREC 2006. Two
    empty sets are equal.
    """
    one, other = frozenset(first), frozenset(second)  # type: ignore[call-overload]
    if one == other:
        return 0.0
    shared = len(one & other) / len(one | other)
    if one <= other or other <= one:
        return 1 - shared * 2 / 3
    return 1 - shared / 3


def _nominal(first: Hashable, second: Hashable) -> float:
    return float(first != second)


def _within(values: Sequence[Hashable], distance: Distance) -> float:
    return sum(distance(a, b) for a, b in permutations(values, 2))


def _between(values: Counter[Hashable], distance: Distance) -> float:
    return sum(distance(a, b) * values[a] * values[b] for a, b in permutations(values, 2))
