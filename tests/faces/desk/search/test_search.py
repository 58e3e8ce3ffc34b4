"""The search page: words are sent once, kept for a day, and stand in no address."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from surveys.moderation import services as moderation
from surveys.moderation.redaction import Redaction
from surveys.themes import meaning
from surveys.themes.search.models import SearchQuestion
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.listening import worked_off
from tests.factories.searching import findable, findable_after_loss
from tests.factories.world import NOW, Place

HERE = "/desk/leicester-mvp/search/"
LOSS = "/desk/leicester-lms/loss/search/"
BUZZER = "I pressed the buzzer for ages and nobody turned up"
RUDE = "The midwife Sarah was rude. The parking was easy"


def sent(browser: Client, address: str = HERE, **said: str) -> str:
    """Where the search leads."""
    answer = browser.post(address, said)
    assert answer.status_code == 302, words_of(answer.content)
    return answer.headers["Location"]


def found(browser: Client, address: str) -> str:
    return words_of(browser.get(address).content)


def leads_to(rel: str, page: str) -> str:
    """Where the link to another page leads."""
    (href,) = re.findall(f'rel="{rel}" href="([^"]+)"', page)
    return unescape(href)


def test_words_lead_to_an_address_without_them(leicester: Place) -> None:
    ring = "She was rude. Ring me on 07700 900123 about the parking"
    findable(leicester, hide=[Redaction(25, 37, "phone")], better=ring)
    chair = signed_in(leicester.chair)

    where = sent(chair, words="parking", theme="KIND", feeling="negative")
    page = chair.get(where).content.decode()

    assert "parking" not in where
    assert set(parse_qs(urlsplit(where).query)) == {"asked", "theme", "feeling"}
    assert "1 comment with these words" in words_of(page.encode())
    assert '<mark class="mv-found">parking</mark>' in page
    assert 'value="parking"' in page
    assert "hidden: [phone number]" in words_of(page.encode())


def test_filters_alone_stand_in_the_address_and_can_be_shared(leicester: Place) -> None:
    findable(leicester, better=RUDE)
    where = sent(signed_in(leicester.chair), stage="birth", words="")

    assert where == f"{HERE}?stage=birth#results"
    assert "1 comment" in found(signed_in(leicester.moderator), where)
    assert not SearchQuestion.objects.exists()


def test_words_of_somebody_else_are_asked_for_again_and_the_filters_stay(leicester: Place) -> None:
    findable(leicester, better=RUDE)
    where = sent(signed_in(leicester.chair), words="rude easy", stage="birth")

    page = signed_in(leicester.moderator).get(where).content.decode()

    assert "Please type the words again" in page
    assert "rude" not in page
    assert '<option value="birth" selected>' in page


def test_words_of_yesterday_are_asked_for_again(leicester: Place) -> None:
    chair = signed_in(leicester.chair)
    where = sent(chair, words="parking")
    question = SearchQuestion.objects.get()
    question.asked_at -= timedelta(days=1)
    question.save()

    assert "Please type the words again" in found(chair, where)


def test_what_holds_no_word_is_said_and_nothing_is_lost(leicester: Place) -> None:
    answer = signed_in(leicester.chair).post(HERE, {"words": "?!", "stage": "birth"})
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "Write at least one word, or leave the box empty" in page
    assert 'value="?!"' in page
    assert '<option value="birth" selected>' in page
    assert "<title>Error:" in page


def test_nothing_found_says_what_to_try(leicester: Place) -> None:
    findable(leicester, better=RUDE)
    chair = signed_in(leicester.chair)

    assert "Try fewer words or filters" in found(chair, sent(chair, words="elephant"))
    assert "0 comments with these words" in found(chair, sent(chair, words="elephant"))


def test_before_anything_was_checked_the_page_says_so(leicester: Place) -> None:
    assert "Nothing to search yet" in found(signed_in(leicester.chair), HERE)


def test_pages_keep_filters_and_words(leicester: Place) -> None:
    for _ in range(21):
        findable(leicester, better="Rude")
    chair = signed_in(leicester.chair)
    first = chair.get(sent(chair, words="rude", stage="birth")).content.decode()

    second = chair.get(HERE + leads_to("next", first)).content.decode()

    assert "21 comments with these words" in words_of(second.encode())
    assert (first.count('class="mv-heard"'), second.count('class="mv-heard"')) == (20, 1)
    assert {"asked", "stage", "newer"} == set(parse_qs(urlsplit(leads_to("prev", second)).query))
    assert 'rel="prev"' not in first
    assert 'rel="next"' not in second


@pytest.mark.parametrize("place", ["nonsense", "1.2", f"{10**30}.{'0' * 32}", ""])
def test_a_mark_that_cannot_be_read_means_the_newest(leicester: Place, place: str) -> None:
    findable(leicester, better=RUDE)

    assert "1 comment" in found(signed_in(leicester.chair), f"{HERE}?older={place}&asked=")


def test_a_risk_that_is_open_is_not_shown(leicester: Place) -> None:
    text = findable(leicester, better=RUDE)
    moderation.raise_risk(
        text.pk, level="R2", reason="It may go on", by=leicester.chair, now=text.response.received_at
    )

    for user in (leicester.chair, leicester.moderator):
        assert "rude" not in found(signed_in(user), HERE)


def test_specialists_search_what_was_told_after_a_loss_and_nobody_else_does(leicester: Place) -> None:
    findable(leicester, better=RUDE)
    findable_after_loss(leicester, helped="They were gentle")
    specialist = signed_in(leicester.loss_moderator)

    page = found(specialist, sent(specialist, LOSS, words="gentle"))

    assert "1 comment with these words" in page
    assert "Part of care" not in page
    assert "rude" not in found(specialist, LOSS)
    assert "gentle" not in found(signed_in(leicester.chair), HERE)
    assert signed_in(leicester.chair).get(LOSS).status_code == 404
    assert signed_in(leicester.trust_staff).get(HERE).status_code == 404


def test_a_search_after_a_loss_is_no_search_elsewhere(leicester: Place) -> None:
    """An address of the one with the key of the other finds no words."""
    specialist = signed_in(leicester.loss_moderator)
    where = sent(specialist, LOSS, words="gentle")
    chair = signed_in(leicester.chair)

    assert "Please type the words again" in found(chair, where.replace(LOSS, HERE))


def test_what_is_close_in_meaning_is_looked_for_until_a_worker_has_answered(leicester: Place) -> None:
    findable(leicester, better=BUZZER)
    chair = signed_in(leicester.chair)
    where = sent(chair, words="nobody came when I rang the bell")

    waiting = chair.get(where).content.decode()
    worked_off()
    meaning.answer([SearchQuestion.objects.get().pk], now=NOW)
    answered = chair.get(where).content.decode()

    assert 'id="close"' in waiting
    assert 'data-live="1"' in waiting
    assert '<a href="">Look again</a>' in waiting
    assert "data-live" not in answered
    assert "1 comment without these words, the closest first." in words_of(answered.encode())
    assert BUZZER in words_of(answered.encode())


def test_without_a_network_the_page_says_that_only_words_are_searched(leicester: Place) -> None:
    findable(leicester, better=BUZZER)
    chair = signed_in(leicester.chair)
    where = sent(chair, words="bell")
    SearchQuestion.objects.update(meaning=b"", answered_at=NOW)

    assert "This installation can only search by word." in found(chair, where)


def test_only_the_first_page_says_what_is_close(leicester: Place) -> None:
    for _ in range(21):
        findable(leicester, better="Rude")
    chair = signed_in(leicester.chair)
    first = chair.get(sent(chair, words="rude")).content.decode()

    second = chair.get(HERE + leads_to("next", first)).content.decode()

    assert ('id="close"' in first, 'id="close"' in second) == (True, False)
