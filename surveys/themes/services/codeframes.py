"""Change a partnership's themes list: each change is its next version, with who made it, when and why."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TypeVar

from django.db import transaction

from surveys.core import audit
from surveys.core.errors import DomainError, require
from surveys.organisations.models import Organisation
from surveys.outbox import services as outbox
from surveys.people.models import User
from surveys.themes import codeframe as codeframes
from surveys.themes import policies
from surveys.themes.codeframe import Codeframe, CodeframeError, Words, editing
from surveys.themes.models import CodeframeVersion, CodeSuccession
from surveys.themes.queries.frames import codeframe

LIST_CHANGED = "themes.list_changed"
SUGGEST = "themes.suggest"
Verb = CodeframeVersion.Verb
How = CodeSuccession.How
T = TypeVar("T")


@transaction.atomic
def add_code(organisation: Organisation, *, words: Words, why: str, by: User, now: datetime) -> str:
    """A theme of her own; its code. The machine suggests it once it has learned from decisions."""
    before = _locked(organisation, by)
    after, code = _sound(lambda: editing.added(before, words))
    _keep(organisation, after, Verb.ADDED, [code], why=why, by=by, now=now)
    return code


@transaction.atomic
def change_code(
    organisation: Organisation, *, code: str, words: Words, why: str, by: User, now: datetime
) -> None:
    """Other words for a theme, its commitments or its NHS categories; its decisions stay with it."""
    before = _locked(organisation, by)
    after = _sound(lambda: editing.changed(before, code, words))
    verb = Verb.CHANGED if before.titles()[code] == words.title.strip() else Verb.RENAMED
    _keep(organisation, after, verb, [code], why=why, by=by, now=now)


@transaction.atomic
def merge_codes(
    organisation: Organisation, *, code: str, into: str, why: str, by: User, now: datetime
) -> None:
    """`code` goes into another theme. No decision is changed: each is read as the other from now on."""
    before = _locked(organisation, by)
    after = _sound(lambda: editing.merged(before, code, into=into))
    version = _keep(organisation, after, Verb.MERGED, [code, into], why=why, by=by, now=now)
    # What had been merged into it before goes along, so that one row always says where a code leads.
    along = [each for each in after.titles() if after.reads(each) == into != each]
    _succeed(version, [(each, into) for each in along], How.MERGED)
    _ask(version, now)


@transaction.atomic
def split_code(
    organisation: Organisation, *, code: str, parts: Sequence[Words], why: str, by: User, now: datetime
) -> tuple[str, ...]:
    """A theme becomes several; comments that a person gave it wait to be looked at again. The new codes."""
    before = _locked(organisation, by)
    after, names = _sound(lambda: editing.split(before, code, parts))
    version = _keep(organisation, after, Verb.SPLIT, [code, *names], why=why, by=by, now=now)
    _succeed(version, [(code, name) for name in names], How.SPLIT)
    _ask(version, now)
    return names


@transaction.atomic
def retire_code(organisation: Organisation, *, code: str, why: str, by: User, now: datetime) -> None:
    """Nobody uses the theme any more; what was decided with it keeps its name."""
    before = _locked(organisation, by)
    after = _sound(lambda: editing.retired(before, code))
    _ask(_keep(organisation, after, Verb.RETIRED, [code], why=why, by=by, now=now), now)


@transaction.atomic
def restore_code(organisation: Organisation, *, code: str, why: str, by: User, now: datetime) -> None:
    """A past theme is in the list again: how a merger, a split or a retirement is taken back."""
    before = _locked(organisation, by)
    after = _sound(lambda: editing.restored(before, code))
    version = _keep(organisation, after, Verb.RESTORED, [code], why=why, by=by, now=now)
    back = [each for each in after.titles() if after.reads(each) == code]
    _succeed(version, [(each, code) for each in back], How.RESTORED)
    _ask(version, now)


def _locked(organisation: Organisation, by: User) -> Codeframe:
    """The list as it stands, held against a change by somebody else until this one is done."""
    require(policies.may_keep_list(by, organisation.pk))
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    return codeframe(organisation.pk)


def _sound(change: Callable[[], T]) -> T:
    try:
        return change()
    except CodeframeError as problem:
        raise DomainError(str(problem)) from problem


def _keep(
    organisation: Organisation,
    frame: Codeframe,
    verb: str,
    codes: Sequence[str],
    *,
    why: str,
    by: User,
    now: datetime,
) -> CodeframeVersion:
    if not why.strip():
        raise DomainError("Say why, for those who come after you.")
    version = CodeframeVersion.objects.create(
        organisation=organisation,
        number=frame.version,
        name=frame.name,
        list=codeframes.stored(frame),
        verb=verb,
        codes=list(codes),
        why=why.strip(),
        made_by=by,
        made_at=now,
    )
    facts = {"version": frame.version, "codes": list(codes)}
    audit.record(
        f"themes list: {verb}", subject=version, organisation_id=organisation.pk, by=by, now=now, facts=facts
    )
    return version


def _succeed(version: CodeframeVersion, pairs: Iterable[tuple[str, str]], how: str) -> None:
    CodeSuccession.objects.bulk_create(
        CodeSuccession(
            version=version,
            organisation_id=version.organisation_id,
            number=version.number,
            predecessor=old,
            successor=new,
            how=how,
        )
        for old, new in pairs
    )


def _ask(version: CodeframeVersion, now: datetime) -> None:
    """The worker suggests again, and counts again, what the change touches."""
    outbox.publish(LIST_CHANGED, subjects=[version.pk], due_at=now)
