"""Which version is asked where."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from surveys.organisations.models import Organisation
from surveys.questionnaires import definition as definitions
from surveys.questionnaires.definition import Definition
from surveys.questionnaires.models import Questionnaire as Questionnaire
from surveys.questionnaires.models import QuestionnaireVersion as QuestionnaireVersion


def current_version(
    organisation: Organisation, *, purpose: Questionnaire.Purpose
) -> QuestionnaireVersion | None:
    """The version that an organisation published last for a purpose."""
    published = QuestionnaireVersion.objects.filter(
        questionnaire__organisation=organisation,
        questionnaire__purpose=purpose,
        published_at__isnull=False,
    )
    return published.order_by("-published_at").first()


def current_versions() -> QuerySet[QuestionnaireVersion]:
    """What is asked now of women at feedback pages, by every organisation; consultations keep theirs."""
    asked = QuestionnaireVersion.objects.filter(published_at__isnull=False).exclude(
        questionnaire__purpose__in=[Questionnaire.Purpose.CONSULTATION, Questionnaire.Purpose.IMPORT]
    )
    newest = asked.order_by("questionnaire_id", "-published_at").distinct("questionnaire_id")
    return newest.select_related("questionnaire")


def by_id(version_id: UUID) -> QuestionnaireVersion:
    """The version. Raises QuestionnaireVersion.DoesNotExist."""
    return QuestionnaireVersion.objects.get(pk=version_id)


def definition(version: QuestionnaireVersion) -> Definition:
    """What a version asks."""
    return definitions.read(version.definition)


def definitions_of(version_ids: Iterable[UUID]) -> dict[UUID, Definition]:
    """What each of these versions asks."""
    versions = QuestionnaireVersion.objects.filter(pk__in=list(version_ids))
    return {version.pk: definition(version) for version in versions}
