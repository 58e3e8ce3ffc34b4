"""Which organisations there are, what is part of what, and whom to ring."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from surveys.organisations.models import HelpLine as HelpLine
from surveys.organisations.models import Kind as Kind
from surveys.organisations.models import Organisation as Organisation
from surveys.organisations.models import Succession as Succession

UNDER = """
WITH RECURSIVE part(id) AS (
    SELECT unnest(%(roots)s::uuid[])
    UNION
    SELECT b.child_id FROM organisations_belonging b JOIN part ON b.parent_id = part.id
    WHERE b.valid_from <= %(on)s AND (b.valid_to IS NULL OR %(on)s < b.valid_to)
)
SELECT id FROM part
"""
OVER = """
WITH RECURSIVE whole(id, depth) AS (
    SELECT %(leaf)s::uuid, 0
    UNION
    SELECT b.parent_id, depth + 1 FROM organisations_belonging b JOIN whole ON b.child_id = whole.id
    WHERE b.valid_from <= %(on)s AND (b.valid_to IS NULL OR %(on)s < b.valid_to)
)
SELECT id FROM whole GROUP BY id ORDER BY min(depth)
"""


def existing(on: date) -> QuerySet[Organisation]:
    """The organisations that existed on a day."""
    return Organisation.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=on), valid_from__lte=on
    ).order_by("name")


def by_slug(slug: str) -> Organisation | None:
    return Organisation.objects.filter(slug=slug).first()


def by_id(organisation_id: UUID) -> Organisation:
    """The organisation. Raises Organisation.DoesNotExist."""
    return Organisation.objects.get(pk=organisation_id)


def named(ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names of these organisations."""
    return dict(Organisation.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


def unit_by_short_code(short_code: str, *, on: date) -> Organisation | None:
    """What a poster's short address leads to: a site, a service or an MVP."""
    return existing(on).filter(short_code__iexact=short_code).first()


def ids_under(roots: Iterable[UUID], *, on: date) -> frozenset[UUID]:
    """The organisations themselves and all that is part of them on a day, however deep."""
    with connection.cursor() as cursor:
        cursor.execute(UNDER, {"roots": list(roots), "on": on})
        return frozenset(row[0] for row in cursor.fetchall())


def ids_over(leaf: UUID, *, on: date) -> list[UUID]:
    """The organisation itself and all that it is part of on a day, nearest first."""
    with connection.cursor() as cursor:
        cursor.execute(OVER, {"leaf": leaf, "on": on})
        return [row[0] for row in cursor.fetchall()]


def under(root: Organisation, *, kind: Kind, on: date) -> QuerySet[Organisation]:
    """The organisations of a kind that are part of `root` on a day."""
    return existing(on).filter(pk__in=ids_under([root.pk], on=on), kind=kind)


def over(leaf: Organisation, *, kind: Kind, on: date) -> Organisation | None:
    """The organisation of a kind that `leaf` is part of on a day (itself, where it is of that kind)."""
    found = Organisation.objects.filter(kind=kind).in_bulk(ids_over(leaf.pk, on=on))
    return next((found[key] for key in ids_over(leaf.pk, on=on) if key in found), None)


def units(partnership: Organisation, *, on: date) -> QuerySet[Organisation]:
    """The sites and services whose women an MVP listens to."""
    return existing(on).filter(pk__in=ids_under([partnership.pk], on=on), kind__in=[Kind.SITE, Kind.SERVICE])


def with_short_address(root: Organisation, *, on: date) -> QuerySet[Organisation]:
    """The organisation and all that is part of it on a day, as far as they have a short address."""
    return existing(on).filter(pk__in=ids_under([root.pk], on=on), short_code__isnull=False)


def predecessors(successor: Organisation) -> QuerySet[Succession]:
    """Whom an organisation took over from, and when."""
    return Succession.objects.filter(successor=successor).select_related("predecessor").order_by("on")


def help_lines(unit: Organisation, *, on: date) -> list[HelpLine]:
    """Whom to ring from this unit: its own lines, then those of what it is part of, then England's."""
    nearest: list[UUID | None] = [*ids_over(unit.pk, on=on), None]
    lines = HelpLine.objects.filter(Q(organisation_id__in=nearest[:-1]) | Q(organisation__isnull=True))
    return sorted(
        lines, key=lambda line: (_urgency(line), nearest.index(line.organisation_id), line.position)
    )


def help_lines_at(organisation_ids: Iterable[UUID]) -> QuerySet[HelpLine]:
    """The help lines that belong to these organisations, those longest unchecked first."""
    lines = HelpLine.objects.filter(organisation_id__in=list(organisation_ids))
    return lines.select_related("organisation").order_by("checked_on", "name")


def england_help_lines() -> QuerySet[HelpLine]:
    """The help lines for everybody in England."""
    return HelpLine.objects.filter(organisation__isnull=True).order_by("position")


def _urgency(line: HelpLine) -> int:
    return list(HelpLine.Purpose.values).index(line.purpose)


def triage_line(unit: Organisation, *, on: date) -> HelpLine | None:
    """The maternity triage line nearest to this unit."""
    return next((line for line in help_lines(unit, on=on) if line.purpose == HelpLine.Purpose.TRIAGE), None)


def ended_by_short_code(short_code: str, *, on: date) -> Organisation | None:
    """What a poster's short address led to before it ended."""
    return Organisation.objects.filter(short_code__iexact=short_code, valid_to__lte=on).first()


def successors(predecessor: Organisation, *, on: date) -> list[Organisation]:
    """Who took over from an organisation, through any further mergers, and exists on a day."""
    found: list[Organisation] = []
    asked, seen = [predecessor.pk], {predecessor.pk}
    while asked:
        rows = Succession.objects.filter(predecessor_id__in=asked).select_related("successor").order_by("on")
        new = [row.successor for row in rows if row.successor_id not in seen]
        found += [successor for successor in new if successor.valid_to is None or successor.valid_to > on]
        seen |= {successor.pk for successor in new}
        asked = [successor.pk for successor in new]
    return list({successor.pk: successor for successor in found}.values())
