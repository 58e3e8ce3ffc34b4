"""What a moderator does to several comments at once, and takes back with one press."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from surveys.core.errors import Conflict, DomainError, NotAllowed, require
from surveys.moderation import choosing, parts
from surveys.moderation import services as moderation
from surveys.moderation.models import Clearance, Screening, Together, TogetherText
from surveys.moderation.policies import may_check
from surveys.people.models import User
from surveys.responses.models import FreeText
from surveys.themes import queries
from surveys.themes.models import ThemeDecision, ThemeReview
from surveys.themes.services import decide, forget_decisions, settle

Verb = Together.Verb
Each = Callable[[FreeText], None]


@dataclass(frozen=True)
class Done:
    """An act: its key, how many comments it was about, and how many were left as they are."""

    act_id: UUID
    done: int
    left: int


def accept(text_ids: Collection[UUID], *, by: User, now: datetime) -> Done:
    """These are safe to read and about what is suggested, or what a person has said.

    Left as they are: what wants a closer look (`choosing.may_be_accepted`), what somebody else has open or
    has decided. Raises Conflict when that is all of them; so do the others.
    """
    return _each(text_ids, Verb.ACCEPT, partial(_accept, by=by, now=now), by, now)


def set_aside(text_ids: Collection[UUID], *, reason: str, by: User, now: datetime) -> Done:
    """Nobody else reads these, for one reason."""
    each: Each = lambda text: _set_aside(text, reason, by, now)  # noqa: E731 - one line that says it
    return _each(text_ids, Verb.ASIDE, each, by, now)


def give_theme(text_ids: Collection[UUID], *, code: str, sentiment: str, by: User, now: datetime) -> Done:
    """These are about this theme too, beside what is suggested or has been decided; they wait on."""
    each: Each = lambda text: _give(text, code, sentiment, by, now)  # noqa: E731 - one line that says it
    return _each(text_ids, Verb.THEME, each, by, now)


@transaction.atomic
def undo(act_id: UUID, *, by: User, now: datetime) -> int:
    """Take an act back, but where somebody has decided again since. How many comments are as before."""
    act = Together.objects.select_for_update().filter(pk=act_id).first()
    if act is None:
        raise Conflict("This has been taken back already.")
    items = act.items.select_related("free_text__response").order_by("free_text_id")
    require(all(may_check(by, item.free_text) for item in items))
    undone = sum(_undone(act, item, by, now) for item in items)
    act.delete()
    return undone


@transaction.atomic
def _each(text_ids: Collection[UUID], verb: str, each: Each, by: User, now: datetime) -> Done:
    # In one order, so that two people who choose the same ones wait for each other, never around each other.
    locked = FreeText.objects.select_for_update(of=("self",)).select_related("response")
    texts = list(locked.filter(pk__in=text_ids).order_by("pk"))
    act = Together.objects.create(verb=verb, done_by=by, done_at=now)
    done = [item for text in texts if (item := _tried(act, text, each))]
    if not done:
        raise Conflict("None of these could be changed: each wants to be read by itself, or somebody has it.")
    TogetherText.objects.bulk_create(done)
    return Done(act.pk, len(done), len(text_ids) - len(done))


def _tried(act: Together, text: FreeText, each: Each) -> TogetherText | None:
    item = TogetherText(act=act, free_text=text, themes_before=_themes_of(text))
    try:
        with transaction.atomic():
            each(text)
    except NotAllowed:
        raise
    except Conflict:
        return None
    return item


def _accept(text: FreeText, *, by: User, now: datetime) -> None:
    screening = Screening.objects.filter(pk=text.pk).first()
    if screening is None or not choosing.may_be_accepted(text, screening):
        raise Conflict("This comment wants to be read by itself.")
    _waits(text)
    settle(
        text.pk,
        redactions=parts.read(screening.redactions),
        decisions=_as_suggested(text) if queries.may_be_themed(text.pk) else None,
        by=by,
        now=now,
    )


def _set_aside(text: FreeText, reason: str, by: User, now: datetime) -> None:
    _waits(text)
    moderation.set_aside(text.pk, reason=reason, by=by, now=now)


def _give(text: FreeText, code: str, sentiment: str, by: User, now: datetime) -> None:
    moderation.require_free(text.pk, by=by, now=now)
    if not queries.may_be_themed(text.pk):
        raise Conflict("She did not agree to her words being used in themes.")
    decide(text.pk, decisions=_as_suggested(text) | {code: sentiment}, by=by, now=now)


def _waits(text: FreeText) -> None:
    if Clearance.objects.filter(pk=text.pk).exists():
        raise Conflict("This comment has been decided already.")


def _as_suggested(text: FreeText) -> dict[str, str]:
    return {row.code: row.sentiment for row in queries.theme_rows(text.pk) if row.sentiment}


def _themes_of(text: FreeText) -> Mapping[str, str] | None:
    if not ThemeReview.objects.filter(pk=text.pk).exists():
        return None
    found = ThemeDecision.objects.filter(free_text=text, present=True)
    return dict(found.values_list("code", "sentiment"))


def _undone(act: Together, item: TogetherText, by: User, now: datetime) -> bool:
    """Whether it was as the act had left it, and is now as it was before."""
    text = item.free_text
    made = {"pk": text.pk, "cleared_by": act.done_by_id, "cleared_at": act.done_at}
    if act.verb != Verb.THEME:
        if not Clearance.objects.filter(**made).exists():
            return False
        try:
            with transaction.atomic():
                moderation.undo(text.pk, by=by, now=now)
        except NotAllowed:
            raise
        except DomainError:
            return False
    reviewed = {"pk": text.pk, "reviewed_by": act.done_by_id, "reviewed_at": act.done_at}
    if not ThemeReview.objects.filter(**reviewed).exists():
        return act.verb != Verb.THEME
    if item.themes_before is None:
        forget_decisions(text.pk, by=by, now=now)
    else:
        decide(text.pk, decisions=item.themes_before, by=by, now=now)
    return True
