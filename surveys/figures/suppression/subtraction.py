"""Subtracting one publication from another: what has been issued cannot be called back."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from surveys.figures.suppression.cells import SuppressionRule


@dataclass(frozen=True, slots=True)
class Issued:
    """Counts as already published: hidden ones are absent.

    `label` says where, for the person who must decide. The caller answers for it that one of the two
    populations, this one's and the new one's, lies within the other.
    """

    label: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Leak:
    """The new count under `key`, and the issued one beside which it would reveal a small group."""

    key: str
    label: str


def check_subtraction(
    new: Mapping[str, int], issued: Sequence[Issued], *, rule: SuppressionRule
) -> tuple[Leak, ...]:
    """The counts of `new` that must be hidden because of what is already out, in the order of `new`.

    A count leaks when it differs from an issued one by a small number, either way: late answers and
    withdrawn ones are people too. The difference itself is not told. Rounded figures do not leak: theirs
    blurs every difference by more than a small number.

    Where several issued populations together make up part of the new one (three months and a quarter), check
    against their sum as well: `joined`.
    """
    if rule.rounds:
        return ()
    return tuple(
        Leak(key=key, label=each.label)
        for key, count in new.items()
        for each in issued
        if key in each.counts and rule.is_small(abs(count - each.counts[key]))
    )


def joined(label: str, parts: Iterable[Issued]) -> Issued:
    """The sum of issued populations that do not overlap, of the counts that all of them show."""
    everything = [part.counts for part in parts]
    shared = set.intersection(*(set(counts) for counts in everything)) if everything else set()
    sums: Counter[str] = Counter()
    for counts in everything:
        sums.update({key: counts[key] for key in shared})
    return Issued(label=label, counts=dict(sums))
