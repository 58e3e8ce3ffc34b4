"""A second person codes a sample blind; what the two see differently is settled by a person."""

import secrets
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.errors import Conflict, DomainError, require
from surveys.figures.sampling import stratified
from surveys.organisations.models import Organisation
from surveys.people.models import User
from surveys.themes import policies
from surveys.themes.models import CodingItem, CodingSample, ThemeReview
from surveys.themes.queries.coding import decided_by_others, differs, present_themes
from surveys.themes.queries.frames import codeframe
from surveys.themes.services.deciding import check_decisions, decide

LARGEST = 200
SMALLEST = 10


@transaction.atomic
def draw_sample(
    organisation: Organisation, *, size: int, coder: User, by: User, now: datetime, seed: int | None = None
) -> CodingSample:
    """Draw decided, safe comments by language and stage, none of which the second coder decided herself."""
    require(policies.may_keep_list(by, organisation.pk))
    if not policies.may_code(coder, organisation.pk):
        raise DomainError("Choose somebody who decides what comments are about here.")
    if not SMALLEST <= size <= LARGEST:
        raise DomainError(f"Draw between {SMALLEST} and {LARGEST} comments.")
    strata: defaultdict[tuple[str, str], list[UUID]] = defaultdict(list)
    for key, language, stage in decided_by_others(organisation.pk, coder):
        strata[language, stage].append(key)
    if sum(map(len, strata.values())) < SMALLEST:
        raise DomainError(f"Other people have to have decided at least {SMALLEST} comments first.")
    chosen = secrets.randbelow(2**31) if seed is None else seed
    sample = CodingSample.objects.create(
        organisation=organisation, seed=chosen, drawn_by=by, drawn_at=now, coder=coder
    )
    drawn = stratified(dict(sorted(strata.items())), size, seed=chosen)
    CodingItem.objects.bulk_create(_items(sample, drawn))
    _note("draw coding sample", sample, by, now, comments=len(drawn), seed=chosen)
    return sample


@transaction.atomic
def code_item(item_id: UUID, *, decisions: Mapping[str, str], by: User, now: datetime) -> CodingItem:
    """What the second person says a comment is about. Said once: she cannot see and then change it."""
    item = _locked(item_id)
    require(item.sample.coder_id == by.pk and policies.may_code(by, item.sample.organisation_id))
    if item.second is not None:
        raise Conflict("You have already said what this comment is about.")
    check_decisions(item.free_text, decisions, codeframe(item.sample.organisation_id))
    item.second, item.coded_at = dict(decisions), now
    item.save(update_fields=["second", "coded_at"])
    _note("code blind", item.sample, by, now, position=item.position)
    return item


@transaction.atomic
def settle_item(item_id: UUID, *, decisions: Mapping[str, str], by: User, now: datetime) -> CodingItem:
    """What it comes to where two differ: from now on the comment's decision. What both said is kept."""
    item = _locked(item_id)
    require(policies.may_keep_list(by, item.sample.organisation_id))
    if item.second is None or not differs(item):
        raise Conflict("There is nothing to settle about this comment.")
    if item.settled is not None:
        raise Conflict("Somebody has settled this already.")
    decide(item.free_text_id, decisions=decisions, by=by, now=now)
    item.settled, item.settled_by, item.settled_at = dict(decisions), by, now
    item.save(update_fields=["settled", "settled_by", "settled_at"])
    _note("settle coding", item.sample, by, now, position=item.position)
    return item


def _items(sample: CodingSample, drawn: list[UUID]) -> list[CodingItem]:
    first = present_themes(drawn)
    by = dict(ThemeReview.objects.filter(pk__in=drawn).values_list("pk", "reviewed_by_id"))
    return [
        CodingItem(
            sample=sample, free_text_id=key, position=at, first=first.get(key, {}), first_by_id=by[key]
        )
        for at, key in enumerate(drawn, start=1)
    ]


def _locked(item_id: UUID) -> CodingItem:
    items = CodingItem.objects.select_for_update(of=("self",)).select_related("sample", "free_text__response")
    return items.get(pk=item_id)


def _note(verb: str, sample: CodingSample, by: User, now: datetime, **facts: int) -> None:
    audit.record(verb, subject=sample, organisation_id=sample.organisation_id, by=by, now=now, facts=facts)
