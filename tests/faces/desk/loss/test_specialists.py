"""Specialist moderators have a desk of their own: what needs them, and the same checking as for all else."""

import pytest

from surveys.core.errors import Conflict
from surveys.core.models import AuditEvent
from surveys.moderation.models import Clearance, RiskCase
from surveys.people import services as people
from surveys.people.models import Membership
from surveys.people.roles import CHAIR, LOSS_MODERATOR
from surveys.responses.models import FreeText
from surveys.themes.models import ThemeDecision
from tests.faces.desk.pages import DECISION, signed_in, words_of
from tests.factories.feedback import told_after_loss
from tests.factories.listening import worked_off
from tests.factories.world import NOW, START, Place

LOSS = "/desk/leicester-lms/loss/"


@pytest.fixture
def text(leicester: Place) -> FreeText:
    """What a parent wrote, as the worker has left it."""
    response = told_after_loss(
        leicester, happened="medical", helped="Sarah gave us a memory box after the miscarriage"
    )
    worked_off()
    return response.texts.get()


def test_her_way_in_leads_straight_to_what_needs_her(leicester: Place, text: FreeText) -> None:
    answer = signed_in(leicester.loss_moderator).get("/desk/", follow=True)

    assert answer.redirect_chain == [(LOSS, 302)]
    page = words_of(answer.content)
    assert "1 comment to check" in page
    assert "I ended my pregnancy for medical reasons" in page
    assert "Not checked yet" in page
    assert f'href="{LOSS}check/"' in answer.content.decode()
    # The name above every page leads to a page that she may open.
    assert 'class="mv-header__name" href="/desk/leicester-lms/loss/"' in answer.content.decode()


def test_an_empty_desk_says_what_will_be_here(leicester: Place) -> None:
    page = words_of(signed_in(leicester.loss_moderator).get(LOSS).content)

    assert "Nothing waits for you" in page
    assert "My baby died, or I lost my pregnancy" in page


def test_she_checks_as_others_do_and_it_is_written_down(leicester: Place, text: FreeText) -> None:
    browser = signed_in(leicester.loss_moderator)
    page = words_of(browser.get(f"{LOSS}check/").content)
    assert "Sarah" in page
    assert "After a loss" in page
    assert "medical reasons" in page
    assert "Losing a baby" in page

    answer = browser.post(
        f"{LOSS}check/{text.pk}/",
        {"hide": ["0-5-name"], "theme-LOSS": "positive", "kind": "name", "save": "1"},
    )

    assert answer.headers["Location"] == f"{LOSS}check/?done={text.pk}"
    assert Clearance.objects.get().safe_text == "[name] gave us a memory box after the miscarriage"
    assert ThemeDecision.objects.get(present=True).code == "LOSS"
    verbs = set(
        AuditEvent.objects.filter(actor_id=leicester.loss_moderator.pk).values_list("verb", flat=True)
    )
    assert {"read raw words", "clear", "decide themes"} <= verbs
    done = words_of(browser.get(answer.headers["Location"]).content)
    assert "The last comment is safe to read" in done
    assert "Every comment has been checked" in done


def test_what_is_safe_can_be_read_again_and_themed_again(leicester: Place, text: FreeText) -> None:
    browser = signed_in(leicester.loss_moderator)
    sent = {"theme-LOSS": "positive", "kind": "name", "why_not": "word", "save": "1"}
    browser.post(f"{LOSS}check/{text.pk}/", sent)
    answer = browser.post(f"{LOSS}check/{text.pk}/", {"theme-LOSS": "mixed", "save": "1"})

    assert answer.headers["Location"] == f"{LOSS}{text.response_id}/"
    page = browser.get(answer.headers["Location"])
    assert "Losing a baby: both" in words_of(page.content)
    assert "Overall experience" not in words_of(page.content)
    browser.post(f"{LOSS}check/{text.pk}/undo/")
    assert not Clearance.objects.exists()


def test_danger_waits_apart_and_she_decides_it(leicester: Place) -> None:
    told_after_loss(leicester, helped="Nothing")
    response = told_after_loss(leicester, different="I want to kill myself")
    worked_off()
    browser = signed_in(leicester.loss_moderator)
    text = response.texts.get()

    assert "1 risk to decide" in words_of(browser.get(LOSS).content)
    assert "kill" not in words_of(browser.get(f"{LOSS}check/").content)
    page = browser.get(f"{LOSS}check/{text.pk}/", follow=True)
    case = RiskCase.objects.get()
    assert page.redirect_chain == [(f"{LOSS}risks/{case.pk}/", 302)]
    assert "I want to kill myself" in words_of(page.content)
    browser.post(f"{LOSS}risks/{case.pk}/decide/", DECISION)

    assert RiskCase.objects.get().decided_by == leicester.loss_moderator


def test_a_comment_can_be_set_aside(leicester: Place, text: FreeText) -> None:
    browser = signed_in(leicester.loss_moderator)
    answer = browser.post(f"{LOSS}check/{text.pk}/aside/", {"reason": "identifying"})

    assert answer.headers["Location"].startswith(f"{LOSS}check/")
    assert Clearance.objects.get().outcome == "set_aside"


def test_who_is_also_a_chair_finds_both_desks(leicester: Place, text: FreeText) -> None:
    both = leicester.loss_moderator
    people.give_role(
        both, role=CHAIR, organisation=leicester.mvp, valid_from=START, by=leicester.lms_officer, now=NOW
    )
    browser = signed_in(both)

    page = browser.get("/desk/").content.decode()
    assert 'href="/desk/leicester-mvp/"' in page
    assert f'href="{LOSS}"' in page
    assert "Sarah" not in browser.get("/desk/leicester-mvp/listen/check/").content.decode()
    assert f'href="{LOSS}"' in browser.get("/desk/leicester-mvp/").content.decode()


def test_an_officer_hears_when_nobody_is_there_to_read(leicester: Place) -> None:
    officer, missing = signed_in(leicester.lms_officer), "specialist moderator to find"
    assert missing not in words_of(officer.get("/desk/leicester-lms/").content)

    held = Membership.objects.get(user=leicester.loss_moderator)
    people.end_role(held, on=NOW.date(), by=leicester.lms_officer, now=NOW)

    assert missing in words_of(officer.get("/desk/leicester-lms/").content)


def test_the_role_is_held_at_an_lms_alone(leicester: Place) -> None:
    with pytest.raises(Conflict, match="whole LMS"):
        people.give_role(
            leicester.moderator,
            role=LOSS_MODERATOR,
            organisation=leicester.mvp,
            valid_from=START,
            by=leicester.lms_officer,
            now=NOW,
        )
