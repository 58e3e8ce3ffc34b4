"""Decide what a comment is about. From then on a person's decision counts, not the machine's suggestion."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.errors import DomainError, require
from surveys.moderation import services as moderation
from surveys.moderation.redaction import Redaction
from surveys.outbox import services as outbox
from surveys.people.models import User
from surveys.responses import queries as responses
from surveys.responses.models import FreeText, Purpose
from surveys.themes import policies
from surveys.themes.codeframe import Codeframe
from surveys.themes.models import Sentiment, ThemeDecision, ThemeReview, ThemeSuggestion
from surveys.themes.queries.frames import codeframe

CHANGED = "themes.changed"


@transaction.atomic
def decide(free_text_id: UUID, *, decisions: Mapping[str, str], by: User, now: datetime) -> ThemeReview:
    """The text is about these themes, each with its sentiment, and about no other.

    A suggested theme that is not among them is kept as rejected. Raises DomainError for an unknown code or
    sentiment, and when the woman did not agree to the use of her words in themes.
    """
    text = _locked(free_text_id, by)
    frame = codeframe(text.partnership_id)
    check_decisions(text, decisions, frame)
    standing = list(ThemeSuggestion.objects.filter(free_text=text).order_by("-score", "code"))
    suggested = {code for code in (frame.reads(each.code) for each in standing) if frame.has(code)}
    ThemeDecision.objects.filter(free_text=text).delete()
    ThemeDecision.objects.bulk_create(_rows(text, decisions, suggested, by, now))
    review = _reviewed(text, standing, frame, by, now)
    _changed(
        "decide themes", text, by, now, present=sorted(decisions), rejected=sorted(suggested - set(decisions))
    )
    return review


@transaction.atomic
def settle(
    free_text_id: UUID,
    *,
    redactions: Sequence[Redaction],
    decisions: Mapping[str, str] | None,
    why_not: str = "",
    by: User,
    now: datetime,
) -> None:
    """A moderator is done with a comment: safe to read, and about these themes.

    `why_not` is as in `moderation.clear`. `decisions` is None where she has nothing to say about themes (no
    consent): the suggestions then stand.
    """
    moderation.clear(free_text_id, redactions=redactions, why_not=why_not, by=by, now=now)
    if decisions is not None:
        decide(free_text_id, decisions=decisions, by=by, now=now)


@transaction.atomic
def undo(free_text_id: UUID, *, by: User, now: datetime) -> None:
    """Take back all that was decided about a comment: it waits to be checked, as the machine left it."""
    moderation.undo(free_text_id, by=by, now=now)
    forget_decisions(free_text_id, by=by, now=now)


@transaction.atomic
def forget_decisions(free_text_id: UUID, *, by: User, now: datetime) -> None:
    """Nobody has said what the comment is about: the machine's suggestions count again."""
    if not ThemeReview.objects.filter(pk=free_text_id).exists():
        return
    text = _locked(free_text_id, by)
    ThemeDecision.objects.filter(free_text=text).delete()
    ThemeReview.objects.filter(free_text=text).delete()
    _changed("undo themes", text, by, now)


def _locked(free_text_id: UUID, by: User) -> FreeText:
    text = FreeText.objects.select_for_update(of=("self",)).select_related("response").get(pk=free_text_id)
    require(policies.may_decide(by, text))
    return text


def _reviewed(
    text: FreeText, standing: Sequence[ThemeSuggestion], frame: Codeframe, by: User, now: datetime
) -> ThemeReview:
    """Who decided last. What the machine had said to the first is kept: it may have learned from her."""
    latest = {"reviewed_by": by, "reviewed_at": now, "list_version": frame.version}
    first = {
        "machine": [{"code": s.code, "score": s.score, "sentiment": s.sentiment} for s in standing],
        "model_version": standing[0].model_version if standing else "",
    }
    review, _ = ThemeReview.objects.update_or_create(
        free_text=text, defaults=latest, create_defaults=latest | first
    )
    return review


def check_decisions(text: FreeText, decisions: Mapping[str, str], frame: Codeframe) -> None:
    """Raise DomainError for a code or sentiment that the list does not know, and where she did not agree."""
    known = {code.code for code in frame.codes}
    if not set(decisions) <= known or not set(decisions.values()) <= set(Sentiment.values):
        raise DomainError("Choose themes from the list, and how she felt about each.")
    agreed = FreeText.objects.filter(responses.agreed_to(Purpose.THEMES), pk=text.pk)
    if not agreed.exists():
        raise DomainError("She did not agree to her words being used in themes.")


def _rows(
    text: FreeText, decisions: Mapping[str, str], suggested: set[str], by: User, now: datetime
) -> list[ThemeDecision]:
    return [
        ThemeDecision(
            free_text=text,
            code=code,
            present=code in decisions,
            sentiment=decisions.get(code, ""),
            suggested=code in suggested,
            decided_by=by,
            decided_at=now,
        )
        for code in sorted(suggested | set(decisions))
    ]


def _changed(verb: str, text: FreeText, by: User, now: datetime, **facts: list[str]) -> None:
    outbox.publish(CHANGED, subjects=[text.response_id], due_at=now)
    audit.record(verb, subject=text, organisation_id=text.partnership_id, by=by, now=now, facts=facts)
