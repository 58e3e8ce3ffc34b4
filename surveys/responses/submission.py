"""What arrives: one woman's answers, checked, before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from surveys.core.errors import DomainError
from surveys.questionnaires import definition as definitions
from surveys.questionnaires.definition import Definition
from surveys.questionnaires.standard import AFTER_LOSS, STAGES
from surveys.responses import wordings
from surveys.responses.models import Channel, Doubt, Purpose

# What people answer to a consultation is not about one hospital's care, and nobody writes to them about it.
CONSULTATION_PURPOSES = (Purpose.THEMES, Purpose.QUOTE)
# After a loss no hospital is shown her words, and nobody writes to her: there is nothing else to agree to.
AFTER_LOSS_PURPOSES = (Purpose.THEMES, Purpose.QUOTE)


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
    consent_wording: str = wordings.ELSEWHERE
    doubts: tuple[Doubt, ...] = ()


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
    after_loss: bool = False,
    wording: str = "",
) -> Submission:
    """The answers, ready to be stored. Raises DomainError for what does not fit or says nothing.

    `after_loss`: they are an LMS's to hear (`partnership_id`), no unit is kept with them, and whatever else
    was ticked or typed, nobody will be written to. `wording`: which words her page showed beside
    the boxes.
    """
    codes, texts = definitions.clean(definition, answers)
    if not codes and not texts:
        raise DomainError(_("Please answer at least one question before you send."))
    agreed = _agreed(consents, after_loss=after_loss)
    return Submission(
        key=key,
        partnership_id=partnership_id,
        unit_id=None if after_loss else unit_id,
        version_id=version_id,
        channel=channel,
        stage=_stage(codes, after_loss=after_loss),
        language=language,
        received_at=received_at,
        codes=codes,
        texts=texts,
        consents=agreed,
        consultation_id=consultation_id,
        contact=contact if agreed[Purpose.CONTACT] else "",
        consent_wording=wordings.agreed_to(wording, channel=channel, after_loss=after_loss),
    )


def _stage(codes: dict[str, Any], *, after_loss: bool) -> str:
    """Which part of care it is about, taken out of the answers."""
    stage = AFTER_LOSS if after_loss else codes.pop("stage", "general")
    if stage not in STAGES and not after_loss:
        raise DomainError(_("Choose which part of your care this is about."))
    return str(stage)


def _agreed(consents: Mapping[Purpose, bool], *, after_loss: bool) -> dict[Purpose, bool]:
    """What she said to each purpose; to what she was not asked, no."""
    asked = AFTER_LOSS_PURPOSES if after_loss else tuple(Purpose)
    return {purpose: purpose in asked and bool(consents.get(purpose, False)) for purpose in Purpose}
