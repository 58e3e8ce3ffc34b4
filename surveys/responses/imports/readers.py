"""Makes the reader that fits a partnership's questions and a file's columns."""

from collections.abc import Collection
from datetime import datetime

from surveys.core.clock import local_date
from surveys.core.errors import DomainError
from surveys.organisations import queries as organisations
from surveys.organisations.models import Organisation
from surveys.questionnaires import queries as questionnaires
from surveys.questionnaires.definition import Definition
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion
from surveys.responses.imports import mapping as mappings
from surveys.responses.imports.mapping import ColumnMapping
from surveys.responses.imports.reading import Reader


def asked_of(partnership: Organisation) -> Definition:
    """The questions that a spreadsheet may answer. Raises DomainError when there are none yet."""
    return questionnaires.definition(_version(partnership))


def _version(partnership: Organisation) -> QuestionnaireVersion:
    version = questionnaires.current_version(partnership, purpose=Questionnaire.Purpose.IMPORT)
    if version is None:
        raise DomainError("This partnership has no questions that a spreadsheet could answer yet.")
    return version


def reader_for(partnership: Organisation, *, mapping: str, now: datetime) -> Reader:
    """How the rows of one file are read. Raises DomainError when the mapping is wrong."""
    version = _version(partnership)
    definition = questionnaires.definition(version)
    units = organisations.units(partnership, on=local_date(now))
    return Reader(
        partnership_id=partnership.pk,
        version_id=version.pk,
        definition=definition,
        mapping=mappings.parse(mapping, definition=definition),
        units=dict(units.values_list("slug", "pk")),
        now=now,
    )


def check_columns(mapping: ColumnMapping, names: Collection[str]) -> None:
    """Raise DomainError naming a column that the mapping wants and the file lacks."""
    missing = sorted(mapping.columns() - set(names))
    if missing:
        raise DomainError(f"The file has no column “{missing[0]}”. Its first row should name the columns.")
