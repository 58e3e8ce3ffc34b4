"""Finds a comment that somebody may check, among those of the place in the address."""

from uuid import UUID

from django.http import Http404

from surveys.core import clock
from surveys.moderation import queries as moderation
from surveys.moderation.queries import FreeText
from surveys.organisations.queries import Organisation
from surveys.web.desk.listen.queues import Queue
from surveys.web.desk.scope import partnership_ids


def text_here(organisation: Organisation, text_id: UUID, queue: Queue) -> FreeText:
    """The text; to whoever asks for another's it does not exist."""
    ids = partnership_ids(organisation, now=clock.now())
    text = moderation.in_hand(ids, after_loss=queue.after_loss).filter(pk=text_id).first()
    if text is None:
        raise Http404
    return text
