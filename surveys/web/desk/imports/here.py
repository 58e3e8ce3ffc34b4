"""What a page about one spreadsheet needs: the MVP in its address, and a spreadsheet of that MVP."""

from uuid import UUID

from django.http import Http404

from surveys.organisations.queries import Kind, Organisation
from surveys.responses.imports import queries
from surveys.responses.imports.queries import ImportBatch

State = ImportBatch.State
AT_REST = (State.UPLOADED, State.CHECKED, State.FAILED)
BUSY = (State.TO_CHECK, State.CHECKING, State.WAITING, State.RUNNING)


def partnership(organisation: Organisation) -> Organisation:
    """The organisation, where it is an MVP; answers belong to nobody else."""
    if organisation.kind != Kind.MVP:
        raise Http404
    return organisation


def batch_of(organisation: Organisation, batch_id: UUID) -> ImportBatch:
    """One of the MVP's spreadsheets."""
    found = queries.of(partnership(organisation), batch_id)
    if found is None:
        raise Http404
    return found


def to_match(organisation: Organisation, batch_id: UUID) -> ImportBatch:
    """A spreadsheet whose columns can still be matched."""
    found = batch_of(organisation, batch_id)
    if found.state not in AT_REST or not queries.has_file(found):
        raise Http404
    return found
