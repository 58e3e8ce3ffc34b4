"""Comments that may mean what somebody looks for, whatever their words: a prompt to read, never a count."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

from surveys.people.models import User
from surveys.themes.queries.search import Found, Looked, as_found, not_with_words, searched
from surveys.themes.search.vectors import closeness

MOST = 10
# Below this, two comments have little more in common than any two.
LEAST = 0.35


def closest(
    partnership_ids: Collection[UUID], looked: Looked, meaning: bytes, *, after_loss: bool = False, by: User
) -> Sequence[Found]:
    """At most ten that fit the filters and lack the words, the closest first."""
    if not meaning:
        return []
    texts = searched(partnership_ids, replace(looked, terms=()), after_loss=after_loss, by=by)
    texts = not_with_words(texts, looked.terms)
    rows = [
        (key, bytes(own))
        for key, own in texts.order_by().values_list("pk", "clearance__findable__meaning")
        if own is not None and len(own) == len(meaning)
    ]
    close = closeness(meaning, [own for _, own in rows])
    best = [int(place) for place in close.argsort()[::-1][:MOST] if close[place] >= LEAST]
    order = {rows[place][0]: at for at, place in enumerate(best)}
    return as_found(sorted(texts.filter(pk__in=order), key=lambda text: order[text.pk]), terms=())
