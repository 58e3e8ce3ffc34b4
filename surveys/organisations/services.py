"""Found organisations, put them together, and write what became of them."""

from datetime import date, datetime

from django.db import transaction

from surveys.core import audit, languages
from surveys.core.actors import Actor
from surveys.core.errors import Conflict, DomainError
from surveys.core.periods import Period
from surveys.organisations.models import Belonging, HelpLine, Kind, Organisation, Succession

# Where the product's own pages begin: a unit with such a code could not be reached. A house test compares.
RESERVED_SHORT_CODES = frozenset(
    {"accessibility", "account", "api", "board", "desk", "go-on", "health", "kept", "leave", "m"}
    | {"privacy", "r", "robots.txt", "static", "stop", "sw.js"}
    | set(languages.BY_CODE)
)
HELP_LINE_WORDS = frozenset({"purpose", "name", "phone", "url", "hours"})


@transaction.atomic
def found(
    *,
    kind: Kind,
    name: str,
    slug: str,
    valid_from: date,
    by: Actor,
    now: datetime,
    short_code: str | None = None,
    ods_code: str = "",
    called: str = "",
) -> Organisation:
    """A new organisation that exists from a day on. Raises Conflict when its slug or short code is taken."""
    if Organisation.objects.filter(slug=slug).exists():
        raise Conflict(f"There is already an organisation with the address {slug}.")
    if short_code and Organisation.objects.filter(short_code__iexact=short_code).exists():
        raise Conflict(f"The short address {short_code} is taken.")
    if short_code and short_code.lower() in RESERVED_SHORT_CODES:
        raise Conflict(f"The short address {short_code} is kept for the product’s own pages.")
    organisation = Organisation.objects.create(
        kind=kind,
        name=name,
        slug=slug,
        short_code=short_code,
        ods_code=ods_code,
        called=called,
        valid_from=valid_from,
    )
    audit.record("found", subject=organisation, organisation_id=organisation.pk, by=by, now=now)
    return organisation


@transaction.atomic
def put_under(
    child: Organisation, *, parent: Organisation, valid_from: date, by: Actor, now: datetime
) -> Belonging:
    """From a day on, `child` is part of `parent`, instead of any other parent of that kind."""
    current = Belonging.objects.filter(child=child, parent_kind=parent.kind, valid_to__isnull=True)
    for belonging in current:
        Period(belonging.valid_from, valid_from)
    current.update(valid_to=valid_from)
    belonging = Belonging.objects.create(
        child=child, parent=parent, parent_kind=parent.kind, valid_from=valid_from
    )
    audit.record("put under", subject=belonging, organisation_id=child.pk, by=by, now=now)
    return belonging


@transaction.atomic
def merge(
    predecessors: list[Organisation],
    *,
    successor: Organisation,
    on: date,
    note: str,
    by: Actor,
    now: datetime,
) -> list[Succession]:
    """The predecessors end on a day and the successor takes over their parts. Nothing is rewritten."""
    if any(old.kind != successor.kind for old in predecessors):
        raise DomainError("Only organisations of one kind can merge.")
    for old in predecessors:
        Period(old.valid_from, on)
        for belonging in Belonging.objects.filter(parent=old, valid_to__isnull=True).select_related("child"):
            put_under(belonging.child, parent=successor, valid_from=on, by=by, now=now)
        old.valid_to = on
        old.save(update_fields=["valid_to"])
    rows = [
        Succession.objects.create(predecessor=old, successor=successor, on=on, note=note)
        for old in predecessors
    ]
    audit.record(
        "merge", subject=successor, organisation_id=successor.pk, by=by, now=now, facts={"from": len(rows)}
    )
    return rows


@transaction.atomic
def list_help_line(
    *,
    organisation: Organisation | None,
    purpose: HelpLine.Purpose,
    name: str,
    checked_on: date,
    by: Actor,
    now: datetime,
    phone: str = "",
    url: str = "",
    hours: str = "",
    position: int = 0,
) -> HelpLine:
    """A help line, with the day on which somebody last checked it."""
    line = HelpLine.objects.create(
        organisation=organisation,
        purpose=purpose,
        name=name,
        phone=phone,
        url=url,
        hours=hours,
        position=position,
        checked_on=checked_on,
    )
    audit.record(
        "list help line",
        subject=line,
        organisation_id=organisation.pk if organisation else None,
        by=by,
        now=now,
    )
    return line


@transaction.atomic
def change_help_line(line: HelpLine, *, checked_on: date, by: Actor, now: datetime, **fields: str) -> None:
    """A help line with other words or numbers, which somebody has just looked up.

    `fields` are of purpose, name, phone, url, hours. Raises DomainError when nothing is left to reach it by.
    """
    for name in fields.keys() & HELP_LINE_WORDS:
        setattr(line, name, fields[name])
    if not line.phone and not line.url:
        raise DomainError("Give a phone number or a web page.")
    line.checked_on = checked_on
    line.save(update_fields=[*HELP_LINE_WORDS, "checked_on"])
    audit.record("change help line", subject=line, organisation_id=line.organisation_id, by=by, now=now)


@transaction.atomic
def check_help_line(line: HelpLine, *, checked_on: date, by: Actor, now: datetime) -> None:
    """Somebody rang it or looked on this day, and it was right."""
    line.checked_on = checked_on
    line.save(update_fields=["checked_on"])
    audit.record("check help line", subject=line, organisation_id=line.organisation_id, by=by, now=now)
