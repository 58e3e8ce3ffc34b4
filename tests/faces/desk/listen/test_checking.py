"""A moderator checks one comment after another, without script, and can take each step back."""

import re

import pytest

from surveys.core.models import AuditEvent
from surveys.moderation import queries as moderation
from surveys.moderation import services as moderating
from surveys.moderation.models import Clearance, Unhidden
from surveys.responses.models import Consent, FreeText, Purpose
from surveys.themes import queries as themes
from surveys.themes.models import ThemeReview
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.listening import screened, themed
from tests.factories.world import NOW, Place

CHECK = "/desk/leicester-mvp/listen/check/"
SARAH = "The midwife Sarah was rude. The parking was easy"
DANGER = "The midwife was rude and I want to kill myself"
DOUBTED = "My waters broke in Aldi between a wetsuit and a chainsaw. Clean up, aisle of shame"
SAVE = {"save": "1", "hide": ["12-17-name"], "theme-KIND": "negative", "theme-TRAVEL": "no"}


def test_the_queue_shows_her_words_with_suggestions_marked(leicester: Place) -> None:
    text = themed(leicester, better=SARAH)

    page = signed_in(leicester.moderator).get(CHECK)

    assert "The midwife Sarah (to hide: name) was rude" in words_of(page.content)
    assert "Suggested because of “rude”" in words_of(page.content)
    assert AuditEvent.objects.get(verb="read raw words").subject_id == text.pk


def test_words_that_could_mean_danger_stand_beside_what_the_network_doubts(leicester: Place) -> None:
    text = screened(leicester, better=DOUBTED)
    seen = {text.pk: moderating.Look(looks_harmless=True)}
    moderating.second_look(seen, version="reader-9", now=NOW)

    page = words_of(signed_in(leicester.moderator).get(CHECK).content)

    assert "Some words here can mean danger: Clean up, aisle of shame" in page
    assert "The machine takes the whole for harmless. If you do not, tell those on call." in page


def test_marking_safe_hides_themes_and_leads_to_the_next(leicester: Place) -> None:
    text = themed(leicester, better=SARAH)

    answer = signed_in(leicester.moderator).post(_one(text), SAVE, follow=True)

    assert moderation.safe_texts([text.pk]) == {text.pk: "The midwife was rude. The parking was easy"}
    assert [(theme.code, theme.sentiment) for theme in themes.themes_of([text.pk])[text.pk]] == [
        ("KIND", "negative")
    ]
    assert "Every comment has been checked" in words_of(answer.content)
    assert f"{_one(text)}undo/" in answer.content.decode()


def test_undo_brings_the_comment_back(leicester: Place) -> None:
    text = themed(leicester, better=SARAH)
    moderator = signed_in(leicester.moderator)
    moderator.post(_one(text), SAVE)

    answer = moderator.post(f"{_one(text)}undo/", follow=True)

    assert "Taken back. The comment waits to be checked." in words_of(answer.content)
    assert not Clearance.objects.exists()
    assert not ThemeReview.objects.exists()


def test_what_was_taken_back_is_on_the_page_as_she_had_decided_it(leicester: Place) -> None:
    text = themed(leicester, better=SARAH)
    moderator = signed_in(leicester.moderator)
    decided = {"hide": ["40-48-name"], "instead-40-48-name": "my partner", "why_not": "word"}
    moderator.post(_one(text), SAVE | decided | {"theme-KIND": "mixed", "theme-LISTEN": "negative"})
    assert moderation.safe_texts([text.pk]) == {text.pk: "The midwife Sarah was rude. The parking my partner"}

    page = moderator.post(f"{_one(text)}undo/", follow=True).content.decode()
    assert page.count(" checked>") >= 3
    assert 'value="40-48-name" checked' in page
    assert 'value="12-17-name" checked' not in page
    assert '<option value="my partner" selected>' in page
    assert '<option value="word" selected>' in page
    assert re.search(r'name="theme-LISTEN"[^>]*value="negative" checked', page)

    # Nobody else, and not once it is decided again.
    assert 'value="40-48-name"' not in signed_in(leicester.chair).get(_one(text)).content.decode()


def test_a_suggestion_that_is_not_ticked_stays_readable(leicester: Place) -> None:
    text = themed(leicester, better=SARAH)

    signed_in(leicester.chair).post(_one(text), SAVE | {"hide": [], "why_not": "word"})

    assert moderation.safe_texts([text.pk]) == {text.pk: SARAH}
    assert Unhidden.objects.get().reason == "word"


def test_a_suggestion_is_not_left_readable_without_a_reason(leicester: Place) -> None:
    text = themed(leicester, better=SARAH)

    page = signed_in(leicester.chair).post(_one(text), SAVE | {"hide": []})

    assert "Say why “Sarah” need not be hidden" in words_of(page.content)
    assert not Clearance.objects.exists()


def test_typed_words_are_hidden_wherever_they_stand_whole(leicester: Place) -> None:
    text = themed(leicester, good="ann said Ann planned it. Ward Nine too")

    _post(leicester, text, more="Ann\nWard Nine", kind="address")

    assert moderation.safe_texts([text.pk]) == {text.pk: "[address] said [address] planned it. [address] too"}


def test_typed_words_that_are_not_there_are_named(leicester: Place) -> None:
    text = themed(leicester, good="Kind")

    answer = _post(leicester, text, more="Sara")

    assert "“Sara” does not stand in the comment" in words_of(answer)
    assert not Clearance.objects.exists()


def test_a_look_at_what_others_will_read_decides_nothing(leicester: Place) -> None:
    text = themed(leicester, better="Ring me on 07700 900123")

    answer = signed_in(leicester.chair).post(
        _one(text), {"preview": "1", "hide": ["11-23-phone"], "theme-TRIAGE": "no"}
    )

    assert "What others will read Ring me on hidden: [phone number]" in words_of(answer.content)
    assert not Clearance.objects.exists()


def test_a_theme_can_be_added_before_saving(leicester: Place) -> None:
    text = themed(leicester, better=SARAH)
    given = {"hide": [], "theme-KIND": "negative", "theme-TRAVEL": "no", "add": "LISTEN", "feeling": "mixed"}
    given["why_not"] = "word"

    page = signed_in(leicester.chair).post(_one(text), given | {"another": "1"}).content.decode()
    assert 'name="theme-LISTEN"' in page
    assert not Clearance.objects.exists()

    signed_in(leicester.chair).post(_one(text), given | {"save": "1"})
    decided = {theme.code: theme.sentiment for theme in themes.themes_of([text.pk])[text.pk]}
    assert decided == {"KIND": "negative", "LISTEN": "mixed"}


def test_an_added_theme_needs_what_she_said_about_it(leicester: Place) -> None:
    text = themed(leicester, good="Fine")

    answer = _post(leicester, text, add="LISTEN", feeling="")

    assert "Say what she said about “Being listened to”" in words_of(answer)
    assert not Clearance.objects.exists()


def test_without_her_consent_no_theme_is_asked_for(leicester: Place) -> None:
    text = themed(leicester, better=SARAH)
    Consent.objects.filter(purpose=Purpose.THEMES).update(given=False)

    page = words_of(signed_in(leicester.chair).get(_one(text)).content)
    signed_in(leicester.chair).post(_one(text), {"save": "1", "hide": ["12-17-name"]})

    assert "She did not agree to her words being used in themes" in page
    assert Clearance.objects.get().outcome == "cleared"
    assert not ThemeReview.objects.exists()


def test_danger_is_not_in_the_queue(leicester: Place) -> None:
    themed(leicester, better=SARAH)
    themed(leicester, better=DANGER)

    page = words_of(signed_in(leicester.moderator).get(CHECK).content)

    assert "1 comment waits" in page
    assert "kill" not in page


def test_setting_aside_needs_a_reason_and_goes_on(leicester: Place) -> None:
    text = themed(leicester, better="Buy my watches")
    moderator = signed_in(leicester.moderator)

    assert "Choose why you set this comment aside" in words_of(moderator.post(f"{_one(text)}aside/").content)
    page = words_of(moderator.post(f"{_one(text)}aside/", {"reason": "abusive"}, follow=True).content)

    assert "The last comment was set aside" in page
    assert Clearance.objects.get().reason == "It is abusive or an advertisement"


def test_the_second_of_two_moderators_is_told(leicester: Place) -> None:
    text = themed(leicester, better=SARAH)
    moderating.clear(text.pk, redactions=[], why_not="word", by=leicester.chair, now=NOW)

    page = words_of(signed_in(leicester.moderator).post(f"{_one(text)}aside/", {"reason": "empty"}).content)

    assert "This comment has been decided already" in page
    assert moderation.safe_texts([text.pk]) == {text.pk: SARAH}


def test_a_safe_comment_can_be_themed_again(leicester: Place) -> None:
    text = themed(leicester, better=SARAH)
    moderating.clear(text.pk, redactions=[], why_not="word", by=leicester.chair, now=NOW)

    signed_in(leicester.moderator).post(
        _one(text), {"save": "1", "theme-KIND": "mixed", "theme-TRAVEL": "no"}
    )

    assert [theme.sentiment for theme in themes.themes_of([text.pk])[text.pk]] == ["mixed"]


def test_leaving_one_for_later_shows_the_next(leicester: Place) -> None:
    themed(leicester, good="First here")
    themed(leicester, good="Second here")
    chair = signed_in(leicester.chair)

    pages = [words_of(chair.get(f"{CHECK}?skip={skip}").content) for skip in (0, 1, 2)]

    assert ["First" in page for page in pages] == [True, False, True]
    assert "Second" in pages[1]


@pytest.mark.parametrize("step", ["", "aside/", "undo/"])
def test_another_tenants_moderator_finds_no_comment(leicester: Place, durham: Place, step: str) -> None:
    text = themed(leicester, better=DANGER)

    for address in (_one(text), f"/desk/durham-mvp/listen/check/{text.pk}/"):
        assert signed_in(durham.moderator).post(address + step, SAVE).status_code == 404
    assert not Clearance.objects.exists()


def _one(text: FreeText) -> str:
    return f"{CHECK}{text.pk}/"


def _post(place: Place, text: FreeText, **given: str) -> bytes:
    rows = {f"theme-{row.code}": row.sentiment for row in themes.theme_rows(text.pk)}
    return signed_in(place.chair).post(_one(text), {"save": "1"} | rows | given).content
