"""Whose voices a report holds: the MVPs, or the sites and services, of one organisation on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from surveys.organisations import queries as organisations
from surveys.organisations.models import Kind, Organisation

UNITS = (Kind.SITE, Kind.SERVICE)


@dataclass(frozen=True)
class Scope:
    """What these MVPs have heard; where `unit_ids` is given, only about these sites and services."""

    partnership_ids: frozenset[UUID]
    unit_ids: frozenset[UUID] | None = None

    def within(self, other: "Scope") -> bool:
        """Whether everybody whom this holds is in the other too."""
        if other.unit_ids is None:
            return self.partnership_ids <= other.partnership_ids
        return self.unit_ids is not None and self.unit_ids <= other.unit_ids

    def holds(self, partnership_id: UUID, unit_id: UUID | None) -> bool:
        """Whether what this MVP heard of this unit is in it."""
        here = partnership_id in self.partnership_ids
        return here and (self.unit_ids is None or unit_id in self.unit_ids)

    def apart(self, other: "Scope") -> bool:
        """Whether nobody is in both."""
        if self.unit_ids is not None and other.unit_ids is not None:
            return not self.unit_ids & other.unit_ids
        return not self.partnership_ids & other.partnership_ids


def scope_of(organisation: Organisation, *, on: date) -> Scope:
    """Whom an organisation's report is about, as it was put together on a day.

    An LMS or an MVP: all that its MVPs have heard. A trust, a site or a service: what was said of its units.
    """
    if organisation.kind == Kind.LMS:
        return Scope(_ids(organisations.under(organisation, kind=Kind.MVP, on=on)))
    if organisation.kind == Kind.MVP:
        return Scope(frozenset({organisation.pk}))
    units = _ids(unit for kind in UNITS for unit in organisations.under(organisation, kind=kind, on=on))
    return Scope(_partnerships(units, on=on), units)


def units_in(scope: Scope, *, on: date) -> dict[UUID, str]:
    """The names of the sites and services that a scope holds."""
    if scope.unit_ids is not None:
        return organisations.named(scope.unit_ids)
    everything = organisations.ids_under(scope.partnership_ids, on=on)
    return dict(Organisation.objects.filter(pk__in=everything, kind__in=UNITS).values_list("pk", "name"))


def _partnerships(units: Iterable[UUID], *, on: date) -> frozenset[UUID]:
    over = {key for unit in units for key in organisations.ids_over(unit, on=on)}
    return frozenset(Organisation.objects.filter(pk__in=over, kind=Kind.MVP).values_list("pk", flat=True))


def _ids(found: Iterable[Organisation]) -> frozenset[UUID]:
    return frozenset(organisation.pk for organisation in found)
