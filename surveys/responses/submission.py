"""What arrives: one woman's answers, checked, before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from surveys.core.errors import DomainError
from surveys.questionnaires import definition as definitions
from surveys.questionnaires.definition import Definition
from surveys.questionnaires.standard import STAGES
from surveys.responses.models import Channel, Purpose

# The wording that the four boxes have now; a new wording gets a new number, and old consents keep theirs.
CONSENT_WORDING = "2026-11"


@dataclass(frozen=True)
class Submission:
    """Answers that fit their questionnaire version; made by `submission`, stored by `services.receive`."""

    key: UUID
    partnership_id: UUID
    unit_id: UUID | None
    version_id: UUID
    channel: Channel
    stage: str
    language: str
    received_at: datetime
    codes: Mapping[str, Any]
    texts: Mapping[str, str]
    consents: Mapping[Purpose, bool]
    consultation_id: UUID | None = None
    contact: str = ""
    consent_wording: str = field(default=CONSENT_WORDING)


def submission(
    *,
    key: UUID,
    partnership_id: UUID,
    unit_id: UUID | None,
    version_id: UUID,
    definition: Definition,
    answers: Mapping[str, Any],
    consents: Mapping[Purpose, bool],
    channel: Channel,
    language: str,
    received_at: datetime,
    consultation_id: UUID | None = None,
    contact: str = "",
) -> Submission:
    """The answers, ready to be stored. Raises DomainError for what does not fit or says nothing."""
    codes, texts = definitions.clean(definition, answers)
    if not codes and not texts:
        raise DomainError(_("Please answer at least one question before you send."))
    stage = codes.pop("stage", "general")
    if stage not in STAGES:
        raise DomainError(_("Choose which part of your care this is about."))
    return Submission(
        key=key,
        partnership_id=partnership_id,
        unit_id=unit_id,
        version_id=version_id,
        channel=channel,
        stage=stage,
        language=language,
        received_at=received_at,
        codes=codes,
        texts=texts,
        consents={purpose: bool(consents.get(purpose, False)) for purpose in Purpose},
        consultation_id=consultation_id,
        contact=contact if consents.get(Purpose.CONTACT) else "",
    )
