"""How far people have read what one woman wrote."""

from datetime import timedelta
from uuid import uuid4

from surveys.moderation import queries, services
from surveys.moderation.queries import Reading
from surveys.responses import receipts
from surveys.responses import services as responses
from tests.factories.feedback import received
from tests.factories.world import NOW, Place

LATER = NOW + timedelta(days=1)


def test_it_is_read_when_the_last_text_has_been_checked(leicester: Place) -> None:
    response = received(leicester, good="Kind", better="Parking")
    good, better = response.texts.all()

    services.clear(good.pk, redactions=[], by=leicester.chair, now=NOW)
    assert queries.reading_of(response.pk) == Reading(texts=2, waiting=1, read_at=None)

    services.set_aside(better.pk, reason="It says nothing", by=leicester.chair, now=LATER)
    assert queries.reading_of(response.pk) == Reading(texts=2, waiting=0, read_at=LATER)


def test_what_she_adds_waits_and_leaves_the_first_read(leicester: Place) -> None:
    response = received(leicester, good="Kind")
    services.clear(response.texts.get().pk, redactions=[], by=leicester.chair, now=NOW)

    responses.add(receipts.code(response.submission_key), key=uuid4(), words="And", now=LATER)

    assert queries.reading_of(response.pk) == Reading(texts=2, waiting=1, read_at=NOW)


def test_without_words_there_is_nothing_to_read(leicester: Place) -> None:
    assert queries.reading_of(received(leicester).pk) == Reading(texts=0, waiting=0, read_at=None)
