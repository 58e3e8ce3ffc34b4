"""A chair keeps her themes list, without script, and no mistake of hers loses what she typed."""

import pytest

from surveys.commitments import services as commitments
from surveys.core.actors import SYSTEM
from surveys.moderation.redaction import Redaction
from surveys.themes import queries as themes
from surveys.themes import services as theming
from surveys.themes.codeframe import Words
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.listening import themed
from tests.factories.world import NOW, START, Place

LIST = "/desk/leicester-mvp/understand/codes/"
RUDE = "The midwife was rude. The parking was easy"


def post(place: Place, address: str, **typed: object) -> str:
    answer = signed_in(place.chair).post(LIST + address, typed, follow=True)
    return words_of(answer.content)


def test_the_list_says_what_each_theme_means_and_where_it_belongs(leicester: Place) -> None:
    page = words_of(signed_in(leicester.chair).get(LIST).content)

    assert "Version 1, 28 themes." in page
    assert "Pain relief offered, in time, believed" in page
    assert "Managing pain" in page


def test_adding_a_theme_leads_back_to_the_list(leicester: Place) -> None:
    page = post(leicester, "add/", title="Nights alone", definition="At night, without him.", why="Often")

    assert "The theme is in your list." in page
    assert "Version 2, 29 themes." in page
    assert themes.codeframe(leicester.mvp.pk).code("NIGHTSALONE").definition == "At night, without him."


def test_a_mistake_is_named_and_what_was_typed_is_still_there(leicester: Place) -> None:
    answer = signed_in(leicester.chair).post(LIST + "add/", {"title": "Pain relief", "definition": "Again"})

    assert "Say why, for those who come after you" in words_of(answer.content)
    assert 'value="Pain relief"' in answer.content.decode()

    page = post(leicester, "add/", title="Pain relief", definition="Again", why="So")
    assert "Your list already has a theme called “Pain relief”." in page


def test_merging_and_bringing_back(leicester: Place) -> None:
    page = post(leicester, "merge/", code="PAIN", into="BIRTH", why="One thing here")
    assert "Merged into Labour and birth care" in page

    page = post(leicester, "PAIN/restore/", why="They are two")
    assert "The theme is in your list again." in page
    assert "No longer in use" not in page


def test_a_split_puts_decided_comments_where_a_moderator_finds_them(leicester: Place) -> None:
    text = themed(leicester, better=RUDE)
    theming.settle(text.pk, redactions=[], decisions={"KIND": "negative"}, by=leicester.chair, now=NOW)

    page = post(
        leicester,
        "KIND/split/",
        title_1="Manners",
        definition_1="How staff spoke.",
        title_2="Dignity",
        definition_2="Her body and her privacy.",
        why="Two things",
    )

    assert "1 comment waits to be looked at again" in page
    again = words_of(signed_in(leicester.moderator).get(LIST + "again/").content)
    assert "The midwife was rude" in again
    check = signed_in(leicester.moderator).get(f"/desk/leicester-mvp/listen/check/{text.pk}/")
    assert "“Kindness and respect” was split into this and others." in words_of(check.content)


def test_half_a_new_theme_is_asked_for_in_words(leicester: Place) -> None:
    page = post(
        leicester,
        "KIND/split/",
        title_1="Manners",
        definition_1="How staff spoke.",
        title_2="Dignity",
        definition_2="Privacy.",
        title_3="More",
        why="Two",
    )

    assert "Give new theme 3 both a name and a meaning" in page


def test_history_says_who_when_and_why(leicester: Place) -> None:
    post(leicester, "PAIN/retire/", why="Nobody uses it")

    page = words_of(signed_in(leicester.chair).get(LIST + "history/").content)

    assert "Version 2 Retired Pain relief Nobody uses it Chair" in page


def test_a_theme_of_another_list_is_not_found(leicester: Place, durham: Place) -> None:
    words = Words("Ours alone", "Only in Durham.")
    code = theming.add_code(durham.mvp, words=words, why="So", by=durham.chair, now=NOW)

    assert signed_in(leicester.chair).get(f"{LIST}{code}/").status_code == 404


@pytest.mark.parametrize("chosen", [["L1"], []])
def test_she_says_which_commitments_a_theme_speaks_to(leicester: Place, chosen: list[str]) -> None:
    promised = commitments.Promise("L1", "Choice", "Choice", 1, codes=("CHOICE", "PAIN"))
    commitments.promise(leicester.lms, plan="Plan", promise=promised, valid_from=START, by=SYSTEM, now=NOW)
    before = words_of(signed_in(leicester.chair).get("/desk/leicester-mvp/understand/plan/").content)
    assert "L1 Choice Choice and consent, Pain relief" in before

    post(leicester, "PAIN/", title="Pain relief", definition="That", plan=chosen, why="So")

    after = words_of(signed_in(leicester.chair).get("/desk/leicester-mvp/understand/plan/").content)
    assert ("L1 Choice Choice and consent, Pain relief" in after) is bool(chosen)


@pytest.mark.parametrize("safe", [False, True])
def test_why_this_theme_shows_what_weighed_most_and_never_what_is_hidden(
    leicester: Place, safe: bool
) -> None:
    text = themed(leicester, better="The midwife Sarah was rude. The parking was easy")
    if safe:
        mark = Redaction(12, 17, "name")
        theming.settle(
            text.pk, redactions=[mark], decisions={"KIND": "negative"}, by=leicester.chair, now=NOW
        )

    page = signed_in(leicester.moderator).get(f"/desk/leicester-mvp/listen/check/{text.pk}/")

    why = words_of(page.content).split("Why these themes?", 1)[1].split("Add a theme", 1)[0]
    assert "How staff treated her: manner, compassion" in why
    assert "weighed most: rude" in why
    assert "hidden: [name]" in why
    assert "Sarah" not in why
