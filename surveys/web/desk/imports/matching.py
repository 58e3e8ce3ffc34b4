"""Matching the columns of an uploaded spreadsheet: columns, then codes, or the whole mapping as text."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from surveys.core import clock
from surveys.core.errors import DomainError
from surveys.organisations import queries as organisations
from surveys.organisations.queries import Organisation
from surveys.people.roles import Permission
from surveys.responses.imports import guessing, queries, sampling, services
from surveys.responses.imports import mapping as mappings
from surveys.responses.imports.mapping import ColumnMapping
from surveys.responses.imports.queries import ImportBatch
from surveys.responses.imports.sampling import Sample
from surveys.web.access import SignedInRequest, at
from surveys.web.desk.imports.codes_form import CodesForm
from surveys.web.desk.imports.columns_form import ColumnsForm
from surveys.web.desk.imports.forms import MappingForm
from surveys.web.desk.imports.here import to_match


@at(Permission.IMPORT)
def columns(request: SignedInRequest, organisation: Organisation, batch_id: UUID) -> HttpResponse:
    """Which column answers what; `?sheet=` reads another sheet of a workbook."""
    batch, now = to_match(organisation, batch_id), clock.now()
    sample = _sample(batch, request.GET.get("sheet") or _sheet(batch, organisation))
    form = ColumnsForm(
        request.POST if request.method == "POST" else None,
        sample=sample,
        asked=queries.asked_of(organisation),
        units=_units(organisation, now=now),
        known=_known(batch, organisation, sample),
    )
    if form.is_valid() and _matched(request, batch, form, now=now):
        return _after_columns(request, batch, form.mapping(), now=now)
    context = {"batch": batch, "form": form, "sample": sample, "slug": organisation.slug}
    return render(request, "web/desk/imports/columns.jinja", context)


@at(Permission.IMPORT)
def codes(request: SignedInRequest, organisation: Organisation, batch_id: UUID) -> HttpResponse:
    """What the codes in the chosen columns stand for; then the worker checks the rows."""
    batch, now = to_match(organisation, batch_id), clock.now()
    asked = queries.asked_of(organisation)
    if not batch.mapping:
        return redirect("desk:import-columns", organisation.slug, batch.pk)
    known = mappings.parse(batch.mapping, definition=asked)
    form = CodesForm(
        request.POST if request.method == "POST" else None,
        sample=_sample(batch, known.sheet),
        asked=asked,
        units=_units(organisation, now=now),
        known=known,
    )
    if form.is_valid() and _matched(request, batch, form, now=now):
        return _to_check(request, batch, now=now)
    context = {"batch": batch, "form": form, "slug": organisation.slug}
    return render(request, "web/desk/imports/codes.jinja", context)


@at(Permission.IMPORT)
def as_text(request: SignedInRequest, organisation: Organisation, batch_id: UUID) -> HttpResponse:
    """The mapping as TOML, for those who would rather write it."""
    batch, now = to_match(organisation, batch_id), clock.now()
    form = MappingForm(request.POST or None, initial={"mapping": _text(batch, organisation)})
    if form.is_valid():
        try:
            services.match(batch.pk, mapping=form.cleaned_data["mapping"], by=request.user, now=now)
        except DomainError as problem:
            form.add_error("mapping", str(problem))
        else:
            return _to_check(request, batch, now=now)
    context = {"batch": batch, "form": form, "slug": organisation.slug}
    return render(request, "web/desk/imports/mapping.jinja", context)


def _matched(
    request: SignedInRequest, batch: ImportBatch, form: ColumnsForm | CodesForm, *, now: datetime
) -> bool:
    try:
        services.match(batch.pk, mapping=mappings.write(form.mapping()), by=request.user, now=now)
    except DomainError as problem:
        form.add_error(None, str(problem))
        return False
    return True


def _after_columns(
    request: SignedInRequest, batch: ImportBatch, mapping: ColumnMapping, *, now: datetime
) -> HttpResponse:
    coded = any(answer.codes is not None for answer in mapping.answers)
    elsewhere = [mapping.unit, *mapping.consents.values()]
    if coded or any(one and one.column for one in elsewhere):
        return redirect("desk:import-codes", batch.partnership.slug, batch.pk)
    return _to_check(request, batch, now=now)


def _to_check(request: SignedInRequest, batch: ImportBatch, *, now: datetime) -> HttpResponse:
    services.check(batch.pk, by=request.user, now=now)
    return redirect("desk:import", batch.partnership.slug, batch.pk)


def _sample(batch: ImportBatch, sheet: str) -> Sample:
    try:
        return sampling.sample_of(batch, sheet=sheet)
    except DomainError:
        return sampling.sample_of(batch)


def _sheet(batch: ImportBatch, organisation: Organisation) -> str:
    if not batch.mapping:
        return ""
    return mappings.parse(batch.mapping, definition=queries.asked_of(organisation)).sheet


def _known(batch: ImportBatch, organisation: Organisation, sample: Sample) -> ColumnMapping:
    """What this spreadsheet was given before, else how the last one was read, else a guess."""
    asked = queries.asked_of(organisation)
    if batch.mapping:
        given = mappings.parse(batch.mapping, definition=asked)
        if given.columns() <= set(sample.names):
            return given
    before = queries.mapping_used_before(organisation, definition=asked, names=sample.names)
    return before or guessing.guess(sample, definition=asked)


def _text(batch: ImportBatch, organisation: Organisation) -> str:
    sample = _sample(batch, "")
    return batch.mapping or mappings.write(_known(batch, organisation, sample))


def _units(organisation: Organisation, *, now: datetime) -> dict[str, str]:
    return dict(organisations.units(organisation, on=clock.local_date(now)).values_list("slug", "name"))
