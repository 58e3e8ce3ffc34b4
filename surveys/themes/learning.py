"""Learn from what people decided, in the background. Worker only: no web process may reach the text model
(checked).

A new version is promoted only where it does better on decisions that it had not seen.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Count

from surveys.core import audit
from surveys.core.actors import SYSTEM
from surveys.moderation import services as moderation
from surveys.outbox import services as outbox
from surveys.responses import queries as responses
from surveys.responses.models import FreeText, Purpose
from surveys.themes.codeframe import Codeframe
from surveys.themes.listed import comment_of
from surveys.themes.models import LearnedVersion, ThemeDecision, ThemeReview
from surveys.themes.queries.frames import codeframe
from surveys.themes.queries.learned import FEWEST, in_use, learned_versions
from surveys.themes.queries.undecided import undecided_responses
from surveys.themes.services import SUGGEST
from surveys.themes.text_model import learning, registry
from surveys.themes.text_model.heads import Heads
from surveys.themes.text_model.interface import TextModel
from surveys.themes.text_model.learning import Decided, Learned

# Fewer new decisions are not worth the minute.
FEWEST_NEW = 25
# Held-out decisions under this many would promote by chance.
_FEWEST_HELD_OUT = 10
_LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))"

_models: dict[tuple[UUID, UUID], TextModel] = {}


def model_for(organisation_id: UUID) -> TextModel:
    """The model that suggests for a partnership: its own newest promoted version, else the shipped one."""
    version = in_use(organisation_id)
    if version is None or version.base != registry.shipped().version:
        return registry.shipped()
    key = (organisation_id, version.pk)
    if key not in _models:
        # One a partnership: an older version is not asked again.
        for older in [known for known in _models if known[0] == organisation_id]:
            del _models[older]
        content = LearnedVersion.objects.values_list("content", flat=True).get(pk=version.pk)
        learned = Learned(Heads.from_bytes(bytes(content)), version.share)
        _models[key] = learned.model(f"{version.base}+{version.number}")
    return _models[key]


def learn_due(*, now: datetime) -> int:
    """Learn for each partnership with enough new decisions; how many did."""
    reviewed = ThemeReview.objects.values_list("free_text__partnership_id").annotate(Count("pk"))
    return sum(learn(partnership, now=now) for partnership, decisions in reviewed if decisions >= FEWEST)


@transaction.atomic
def learn(organisation_id: UUID, *, now: datetime) -> bool:
    """Learn from all decisions of a partnership; False where there is too little that is new, or another does
    it.
    """
    if not _first_here(organisation_id):
        return False
    ids = _decided_texts(organisation_id)
    newest = learned_versions(organisation_id).first()
    # Counted before anybody's words are read.
    if len(ids) < FEWEST or (newest and len(ids) - newest.decisions < FEWEST_NEW):
        return False
    frame = codeframe(organisation_id)
    decided = _decided(ids, frame, now)
    learned = learning.learn(decided, [code.code for code in frame.codes], frame.reads)
    number = newest.number + 1 if newest else 1
    version = _version(organisation_id, number, learned, decided, frame, now)
    version.save()
    facts = {"number": number, "decisions": len(decided), "promoted": version.promoted}
    audit.record(
        "learn from decisions",
        subject=version,
        organisation_id=organisation_id,
        by=SYSTEM,
        now=now,
        facts=facts,
    )
    if version.promoted:
        outbox.publish(SUGGEST, subjects=undecided_responses(organisation_id), due_at=now)
    return True


def _version(
    organisation_id: UUID,
    number: int,
    learned: Learned,
    decided: Sequence[Decided],
    frame: Codeframe,
    now: datetime,
) -> LearnedVersion:
    held_out = sum(one.held_out for one in decided)
    before = learning.agreement(model_for(organisation_id), decided, frame.reads)
    after = learning.agreement(learned.model("candidate"), decided, frame.reads)
    return LearnedVersion(
        organisation_id=organisation_id,
        number=number,
        base=registry.shipped().version,
        list_version=frame.version,
        decisions=len(decided),
        held_out=held_out,
        before=asdict(before),
        after=asdict(after),
        share=learned.share,
        content=learned.heads.to_bytes(),
        made_at=now,
        promoted=held_out >= _FEWEST_HELD_OUT and after.f1 > before.f1,
    )


def _first_here(organisation_id: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [f"learn {organisation_id}"])
        return bool(cursor.fetchone()[0])


def _decided_texts(organisation_id: UUID) -> list[UUID]:
    """Texts that people have decided about, oldest first, of women who agree to themes."""
    texts = FreeText.objects.filter(
        responses.agreed_to(Purpose.THEMES),
        partnership_id=organisation_id,
        themereview__isnull=False,
        response__withdrawn_at__isnull=True,
    )
    return list(texts.order_by("themereview__reviewed_at", "pk").values_list("pk", flat=True))


def _decided(ids: Sequence[UUID], frame: Codeframe, now: datetime) -> list[Decided]:
    """The texts with their words and the codes that people gave them, as they are read today."""
    codes: dict[UUID, set[str]] = {key: set() for key in ids}
    found = ThemeDecision.objects.filter(free_text__in=ids, present=True)
    for key, code in found.values_list("free_text_id", "code"):
        codes[key].add(frame.reads(code))
    words = {text.free_text_id: text for text in moderation.words_for_analysis(ids, now=now)}
    return [Decided(key, comment_of(words[key]), frozenset(codes[key])) for key in ids if key in words]
