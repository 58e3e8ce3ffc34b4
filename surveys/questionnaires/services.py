"""Draft and publish questionnaires."""

from datetime import datetime

from django.db import transaction

from surveys.core import audit
from surveys.core.actors import Actor
from surveys.core.errors import Conflict
from surveys.organisations.models import Organisation
from surveys.people.models import User
from surveys.questionnaires import definition as definitions
from surveys.questionnaires.definition import Definition
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion
from surveys.questionnaires.wordings import translated_anew


@transaction.atomic
def draft(
    organisation: Organisation,
    *,
    purpose: Questionnaire.Purpose,
    title: str,
    definition: Definition,
    by: Actor,
    now: datetime,
) -> QuestionnaireVersion:
    """A new questionnaire with a first version that can still change."""
    definitions.read(definition.as_json())
    questionnaire = Questionnaire.objects.create(organisation=organisation, purpose=purpose, title=title)
    version = QuestionnaireVersion.objects.create(
        questionnaire=questionnaire, number=1, definition=definition.as_json()
    )
    audit.record(
        "draft questionnaire", subject=questionnaire, organisation_id=organisation.pk, by=by, now=now
    )
    return version


@transaction.atomic
def redraft(version: QuestionnaireVersion, *, definition: Definition, by: Actor, now: datetime) -> None:
    """Change what a version asks. Raises Conflict once it has been published."""
    if version.published_at is not None:
        raise Conflict("This version has been published. Make a new version to change it.")
    definitions.read(definition.as_json())
    version.definition = definition.as_json()
    version.save(update_fields=["definition"])
    audit.record("redraft questionnaire", subject=version, by=by, now=now)


@transaction.atomic
def renew_translations(
    version: QuestionnaireVersion, *, by: Actor, now: datetime
) -> QuestionnaireVersion | None:
    """Publish a version's questions again with the translations of today; None where nothing has changed."""
    asked = definitions.read(version.definition)
    renewed = translated_anew(asked)
    if renewed == asked:
        return None
    number = 1 + version.questionnaire.versions.count()
    newer = QuestionnaireVersion.objects.create(
        questionnaire=version.questionnaire, number=number, definition=renewed.as_json()
    )
    return publish(newer, by=by, now=now)


@transaction.atomic
def publish(version: QuestionnaireVersion, *, by: Actor, now: datetime) -> QuestionnaireVersion:
    """From now on this version may be answered and never changes."""
    if version.published_at is not None:
        raise Conflict("This version has already been published.")
    version.published_at = now
    version.published_by = by if isinstance(by, User) else None
    version.save(update_fields=["published_at", "published_by"])
    audit.record("publish questionnaire", subject=version, by=by, now=now)
    return version
