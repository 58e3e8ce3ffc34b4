"""What a moderator hides, leaves readable and shows again: reasons are kept, openings written down."""

from datetime import timedelta

import pytest

from surveys.core.errors import Conflict, DomainError, NotAllowed
from surveys.core.models import AuditEvent
from surveys.moderation import queries, services
from surveys.moderation.models import Clearance, Unhidden
from surveys.moderation.redaction import Redaction
from tests.factories.listening import screened
from tests.factories.world import NOW, Place

SAID = "My midwife Sarah was lovely"
SARAH = Redaction(11, 16, "name")


def test_what_was_suggested_stays_readable_only_for_a_reason(leicester: Place) -> None:
    text = screened(leicester, good=SAID)

    with pytest.raises(DomainError, match="why"):
        services.clear(text.pk, redactions=[], by=leicester.chair, now=NOW)
    assert not Clearance.objects.exists()

    services.clear(text.pk, redactions=[], why_not="word", by=leicester.chair, now=NOW)
    (kept,) = queries.unhidden_in(text.pk)
    assert (kept.start, kept.end, kept.kind, kept.was_hidden) == (11, 16, "name", False)
    assert (kept.get_reason_display(), kept.decided_by) == ("It is an ordinary word", leicester.chair)


def test_a_longer_stretch_over_a_suggestion_needs_no_reason(leicester: Place) -> None:
    text = screened(leicester, good=SAID)

    services.clear(text.pk, redactions=[Redaction(3, 20, "name")], by=leicester.chair, now=NOW)

    assert queries.safe_texts([text.pk]) == {text.pk: "My [name] lovely"}
    assert not Unhidden.objects.exists()


def test_what_was_hidden_is_shown_again_with_a_reason_that_is_kept(leicester: Place) -> None:
    text = screened(leicester, good=f"{SAID} on ward Nine")
    nine = Redaction(31, 40, "address")
    services.clear(text.pk, redactions=[SARAH, nine], by=leicester.moderator, now=NOW)

    services.unhide(text.pk, marks=[nine], reason="place", by=leicester.chair, now=NOW)

    assert queries.safe_texts([text.pk]) == {text.pk: "My midwife was lovely on ward Nine"}
    (kept,) = queries.unhidden_in(text.pk)
    assert (kept.was_hidden, kept.reason, kept.decided_by) == (True, "place", leicester.chair)
    assert AuditEvent.objects.get(verb="unhide").facts == {"shown": 1, "reason": "place"}


def test_showing_again_needs_a_reason_and_what_is_still_hidden(leicester: Place) -> None:
    text = screened(leicester, good=SAID)
    with pytest.raises(Conflict):
        services.unhide(text.pk, marks=[SARAH], reason="word", by=leicester.chair, now=NOW)
    services.clear(text.pk, redactions=[SARAH], by=leicester.chair, now=NOW)

    with pytest.raises(DomainError, match="why"):
        services.unhide(text.pk, marks=[SARAH], reason="", by=leicester.chair, now=NOW)
    with pytest.raises(Conflict):
        services.unhide(text.pk, marks=[Redaction(0, 2, "name")], reason="word", by=leicester.chair, now=NOW)

    assert queries.safe_texts([text.pk]) == {text.pk: "My midwife was lovely"}


def test_only_who_moderates_here_shows_again(leicester: Place, durham: Place) -> None:
    text = screened(leicester, good=SAID)
    services.clear(text.pk, redactions=[SARAH], by=leicester.chair, now=NOW)

    for other in (durham.moderator, leicester.lms_officer, leicester.loss_moderator):
        with pytest.raises(NotAllowed):
            services.unhide(text.pk, marks=[SARAH], reason="word", by=other, now=NOW)


@pytest.mark.parametrize(
    ("said", "start", "end", "instead", "safe"),
    [
        ("Sarah shouted at me", 0, 5, "the midwife", "The midwife shouted at me"),
        ("I asked Sarah twice", 8, 13, "a member of staff", "I asked a member of staff twice"),
        ("My midwife Sarah left", 11, 16, "the doctor", "The doctor left"),
        ("I saw the midwife Sarah", 18, 23, "", "I saw the midwife"),
        ("I left Tom at home", 7, 10, "my partner", "I left my partner at home"),
    ],
)
def test_a_moderator_chooses_what_stands_for_a_name(
    leicester: Place, said: str, start: int, end: int, instead: str, safe: str
) -> None:
    text = screened(leicester, better=said)

    mark = Redaction(start, end, "name", instead)
    services.clear(text.pk, redactions=[mark], why_not="too_much", by=leicester.chair, now=NOW)

    assert queries.safe_texts([text.pk]) == {text.pk: safe}
    item = queries.to_check(text, by=leicester.chair, now=NOW)
    assert item.hidden == (mark,)


def test_a_checked_comment_opens_as_others_read_it_until_the_original_is_asked_for(leicester: Place) -> None:
    text = screened(leicester, good=SAID)
    services.clear(text.pk, redactions=[SARAH], by=leicester.chair, now=NOW)

    item = queries.to_check(text, by=leicester.moderator, now=NOW)
    assert (item.words, item.original) == ("My midwife was lovely", False)
    assert queries.openings_of(text.pk) == []

    item = queries.to_check(text, by=leicester.moderator, now=NOW, original=True)
    assert (item.words, item.original) == (SAID, True)


def test_who_opened_the_original_is_told_with_when(leicester: Place) -> None:
    text = screened(leicester, good=SAID)
    for minutes, by in ((0, leicester.chair), (5, leicester.moderator), (9, leicester.moderator)):
        queries.to_check(text, by=by, now=NOW + timedelta(minutes=minutes))

    first, second = queries.openings_of(text.pk)

    assert first == queries.Opening("Moderator", 2, NOW + timedelta(minutes=5), NOW + timedelta(minutes=9))
    assert second == queries.Opening("Chair", 1, NOW, NOW)
