"""Random samples that anybody can draw again."""

from collections.abc import Hashable, Mapping, Sequence
from random import Random
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


def stratified(strata: Mapping[K, Sequence[T]], size: int, *, seed: int) -> list[T]:
    """A random sample of `size` (all, where there are fewer), each stratum by its share of the whole.

    Every stratum gets at least one place while there are places; the rest goes where most is due. The
    same strata in the same order, size and seed give the same sample.
    """
    chance = Random(seed)  # noqa: S311 - a sample, no secret
    places = _places({key: len(items) for key, items in strata.items()}, size, chance)
    drawn = [item for key, items in strata.items() for item in chance.sample(list(items), places[key])]
    chance.shuffle(drawn)
    return drawn


def _places(sizes: Mapping[K, int], size: int, chance: Random) -> dict[K, int]:
    total = sum(sizes.values())
    if size >= total:
        return dict(sizes)
    if size <= len(sizes):
        chosen = set(chance.sample(list(sizes), size))
        return {key: int(key in chosen) for key in sizes}
    places = dict.fromkeys(sizes, 1)
    due = {key: count * size / total for key, count in sizes.items()}
    for _ in range(size - len(sizes)):
        open_strata = [key for key in sizes if places[key] < sizes[key]]
        places[max(open_strata, key=lambda key: due[key] - places[key])] += 1
    return places
