"""Answer what the machine asks about: is it a theme? Looking is the worker's (`emerging.finding`)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.errors import Conflict, require
from surveys.organisations.models import Organisation
from surveys.outbox import services as outbox
from surveys.people.models import User
from surveys.themes import policies
from surveys.themes.codeframe import Words
from surveys.themes.models import EmergingPrompt, ThemeReview
from surveys.themes.services.codeframes import add_code

EMERGING = "themes.emerging"
Answer = EmergingPrompt.Answer


@transaction.atomic
def ask_for_a_look(organisation: Organisation, *, by: User, now: datetime) -> None:
    """The worker looks at once, not only at night."""
    require(policies.may_keep_list(by, organisation.pk))
    outbox.publish(EMERGING, subjects=[organisation.pk], due_at=now)
    audit.record(
        "ask for emerging themes", subject=organisation, organisation_id=organisation.pk, by=by, now=now
    )


@transaction.atomic
def look_everywhere(*, now: datetime) -> None:
    """Every partnership that has decided about a comment is looked at; for the night."""
    heard = ThemeReview.objects.values_list("free_text__partnership_id", flat=True).distinct()
    outbox.publish(EMERGING, subjects=list(heard), due_at=now)


@transaction.atomic
def make_it_a_code(prompt_id: UUID, *, words: Words, why: str, by: User, now: datetime) -> str:
    """It is a theme: it comes into the list, in her words. The new code."""
    prompt = _locked(prompt_id, by)
    code = add_code(prompt.organisation, words=words, why=why, by=by, now=now)
    _answer(prompt, Answer.CODE, by, now, code=code)
    return code


@transaction.atomic
def not_a_theme(prompt_id: UUID, *, by: User, now: datetime) -> None:
    """It is none, and is not asked about again."""
    _answer(_locked(prompt_id, by), Answer.NOT_A_THEME, by, now)


def _locked(prompt_id: UUID, by: User) -> EmergingPrompt:
    prompts = EmergingPrompt.objects.select_for_update(of=("self",)).select_related("organisation")
    prompt = prompts.get(pk=prompt_id)
    require(policies.may_keep_list(by, prompt.organisation_id))
    if prompt.answer:
        raise Conflict("Somebody has answered this already.")
    return prompt


def _answer(prompt: EmergingPrompt, answer: str, by: User, now: datetime, *, code: str = "") -> None:
    prompt.answer, prompt.code, prompt.answered_by, prompt.answered_at = answer, code, by, now
    prompt.save(update_fields=["answer", "code", "answered_by", "answered_at"])
    audit.record(
        "answer emerging theme",
        subject=prompt,
        organisation_id=prompt.organisation_id,
        by=by,
        now=now,
        facts={"answer": answer, "code": code},
    )
