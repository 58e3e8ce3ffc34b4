"""Keep what somebody looks for, for a day: a worker reads what it means, and no address has to hold it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from surveys.core import audit
from surveys.core.actors import SYSTEM
from surveys.core.errors import DomainError, require
from surveys.core.secrets import digest, encrypt
from surveys.outbox import services as outbox
from surveys.people.models import User
from surveys.themes import policies
from surveys.themes.queries.questions import KEPT
from surveys.themes.search import words as search_words
from surveys.themes.search.models import SearchQuestion

ASKED = "themes.asked"
_DIGEST = "search"


@transaction.atomic
def ask(typed: str, *, organisation_id: UUID, after_loss: bool, by: User, now: datetime) -> SearchQuestion:
    """Keep these words. A worker is asked what they mean, unless somebody was answered the same today."""
    require(policies.may_search(by, organisation_id, after_loss=after_loss))
    if not search_words.read(typed):
        raise DomainError("Write at least one word to look for.")
    own = digest(_DIGEST, search_words.normal(typed))
    known = _answered(own, now)
    question = SearchQuestion.objects.create(
        asked_by=by,
        organisation_id=organisation_id,
        after_loss=after_loss,
        ciphertext=encrypt(typed).decode(),
        digest=own,
        asked_at=now,
        meaning=known.meaning if known else None,
        answered_at=now if known else None,
    )
    if known is None:
        outbox.publish(ASKED, subjects=[question.pk], due_at=now)
    # Who searched where, never for what.
    audit.record("search", subject=question, organisation_id=organisation_id, by=by, now=now)
    return question


@transaction.atomic
def let_questions_go(*, now: datetime) -> int:
    """Delete what was looked for more than a day ago; how many there were."""
    count, _by_kind = SearchQuestion.objects.filter(asked_at__lte=now - KEPT).delete()
    if count:
        facts = {"questions": count}
        audit.record("let searches go", subject_kind="themes.question", by=SYSTEM, now=now, facts=facts)
    return count


def _answered(own: str, now: datetime) -> SearchQuestion | None:
    found = SearchQuestion.objects.filter(digest=own, asked_at__gt=now - KEPT, answered_at__isnull=False)
    return found.order_by("-answered_at").first()
