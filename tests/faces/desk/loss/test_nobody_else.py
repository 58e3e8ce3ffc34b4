"""What was told after a loss is found by no chair, moderator, officer, trust or board, held anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from surveys.core.errors import NotAllowed
from surveys.moderation import queries as moderation
from surveys.moderation import services as making_safe
from surveys.moderation.models import RiskCase, SetAside
from surveys.notifications.models import Email, Subscription
from surveys.people import services as people
from surveys.people.models import User
from surveys.reports import services as reports
from surveys.responses.models import ContactDetails, FreeText, Response
from surveys.themes import services as theming
from surveys.themes import together
from tests.faces.desk.pages import signed_in
from tests.factories.feedback import told_after_loss
from tests.factories.listening import decided, put_on_call, themed, worked_off
from tests.factories.world import NOW, Place, person
from tests.house.addresses import PLACE, Address, addresses
from tests.house.belongings import belongings

SECRET = "Esther sang to him in the quiet room"
DANGER = "I cannot go on, I want to kill myself"
OTHERS = ("chair", "moderator", "trust", "lms_officer", "board_member")


@dataclass(frozen=True)
class Told:
    """What parents told Leicester after a loss, one text of it cleared and themed, one in danger.

    `act` set another answer aside, as no feedback; `together_id` one with others.
    """

    place: Place
    response: Response
    safe: FreeText
    danger: FreeText
    act: SetAside
    together_id: UUID


@pytest.fixture
def told(leicester: Place) -> Told:
    response = told_after_loss(leicester, helped=SECRET, different=DANGER)
    worked_off()
    safe = response.texts.get(question_key="helped")
    theming.settle(
        safe.pk,
        redactions=(),
        decisions={"LOSS": "positive"},
        why_not="nobody",
        by=leicester.loss_moderator,
        now=NOW,
    )
    worked_off()
    act = making_safe.set_responses_aside(
        [told_after_loss(leicester).pk], reason="test", by=leicester.loss_moderator, now=NOW
    )
    watches = told_after_loss(leicester, different="Cheap watches")
    worked_off()
    aside = together.set_aside(
        [watches.texts.get().pk], reason="An advertisement", by=leicester.loss_moderator, now=NOW
    )
    danger = response.texts.get(question_key="different")
    return Told(leicester, response, safe, danger, act, aside.act_id)


def pages_about(told: Told) -> Iterator[Address]:
    """Every page that names a text or a response, but the specialists' own."""
    for address in addresses():
        if {"text_id", "response_id", "case_id"} & set(address.parts) and not address.name.startswith(
            "desk:loss:"
        ):
            yield address


@pytest.mark.parametrize("role", OTHERS)
def test_no_role_at_the_lms_opens_any_of_it(told: Told, role: str) -> None:
    """The specialists' pages do not exist for them, and their own do not know it."""
    browser = signed_in(person("other", role, told.place.lms))
    browser.raise_request_exception = False
    known = {
        "text_id": told.safe.pk,
        "response_id": told.response.pk,
        "act_id": told.act.pk,
        "together_id": told.together_id,
        "case_id": RiskCase.objects.get(free_text=told.danger).pk,
        "shift_id": put_on_call(told.place, told.place.loss_moderator, after_loss=True).pk,
    }
    opened = []
    for slug in (told.place.lms.slug, told.place.mvp.slug):
        theirs = [a for a in addresses() if a.name.startswith("desk:loss:")]
        for address in [*theirs, *pages_about(told)]:
            where = address.filled(known | {PLACE: slug})
            opened += [
                f"{method} {where}"
                for method in ("GET", "POST")
                if browser.generic(method, where).status_code not in (404, 405)
            ]

    assert opened == []


def test_a_specialist_of_another_lms_opens_none_of_it(told: Told, durham: Place) -> None:
    browser = signed_in(durham.loss_moderator)
    for slug in (told.place.lms.slug, durham.lms.slug):
        for page in ("", f"{told.response.pk}/", f"check/{told.safe.pk}/"):
            answer = browser.get(f"/desk/{slug}/loss/{page}")
            assert answer.status_code == 404 or SECRET not in answer.content.decode()
            assert answer.status_code == 404 or (slug == durham.lms.slug and not page)


@pytest.mark.parametrize("role", OTHERS)
def test_no_other_page_shows_a_word_of_it_to_anybody(told: Told, role: str) -> None:
    place, known = told.place, belongings(told.place)
    case = RiskCase.objects.get(free_text=told.danger)
    browser = signed_in(person("other", role, place.lms))
    browser.raise_request_exception = False
    for address in addresses():
        if address.is_api or "loss" in address.name or {"kind"} & set(address.parts):
            continue
        html = browser.get(address.filled(known | {PLACE: place.lms.slug})).content.decode()
        assert SECRET not in html, address.name
        assert DANGER not in html, address.name
        assert str(told.response.pk) not in html, address.name
        assert str(told.safe.pk) not in html, address.name
        assert str(case.pk) not in html, address.name


def test_no_key_of_the_api_gets_a_word_of_it(told: Told) -> None:
    _key, text = people.make_api_key(told.place.lms, name="Theirs", by=told.place.lms_officer, now=NOW)
    system = Client(headers={"authorization": f"Bearer {text}"})
    known = {"unit": told.place.site.slug}
    for address in addresses():
        if address.is_api:
            answer = system.get(address.filled(known)).content.decode()
            assert SECRET not in answer
            assert "after_loss" not in answer


def test_counts_queues_and_searches_of_an_lms_do_not_know_it(told: Told) -> None:
    themed(told.place, better="The ward was loud")
    lead = signed_in(person("lead", "chair", told.place.lms))
    at = f"/desk/{told.place.lms.slug}"

    today = lead.get(f"{at}/").content.decode()
    assert "risk to decide" not in today
    assert "comment to check" in today
    for address in ("", "?words=Esther", "?theme=LOSS", "?stage=after_loss", "?checked=yes"):
        assert SECRET not in lead.get(f"{at}/listen/{address}").content.decode()
    assert "1 answer" in lead.get(f"{at}/listen/").content.decode()
    assert "Losing a baby" not in lead.get(f"{at}/listen/themes/").content.decode()
    counts = moderation.counts([told.place.lms.pk, told.place.mvp.pk], now=NOW)
    assert (counts.waiting, counts.open_cases, counts.cleared_today) == (1, 0, 0)


@pytest.mark.parametrize("role", ["chair", "moderator"])
def test_no_service_lets_them_either(told: Told, role: str) -> None:
    other: User = person("other", role, told.place.lms)
    case = RiskCase.objects.get(free_text=told.danger)

    for refused in (
        lambda: moderation.to_check(told.safe, by=other, now=NOW),
        lambda: making_safe.clear(told.danger.pk, redactions=(), by=other, now=NOW),
        lambda: making_safe.set_aside(told.danger.pk, reason="No", by=other, now=NOW),
        lambda: making_safe.undo(told.safe.pk, by=other, now=NOW),
        lambda: decided(case, by=other),
        lambda: making_safe.take_risk(case.pk, instead_of=None, by=other, now=NOW),
        lambda: moderation.log_of(case, by=other, now=NOW),
        lambda: theming.decide(told.safe.pk, decisions={}, by=other, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_a_specialist_may_do_nothing_with_what_was_told_otherwise(told: Told) -> None:
    text = themed(told.place, better="The ward was loud")

    with pytest.raises(NotAllowed):
        moderation.to_check(text, by=told.place.loss_moderator, now=NOW)
    with pytest.raises(NotAllowed):
        theming.decide(text.pk, decisions={}, by=told.place.loss_moderator, now=NOW)
    own = signed_in(told.place.loss_moderator)
    assert own.get(f"/desk/{told.place.lms.slug}/loss/check/{text.pk}/").status_code == 404


def test_no_report_quotes_it_or_counts_it_among_others(told: Told) -> None:
    lead = person("lead", "chair", told.place.lms)
    for place in (told.place.lms, told.place.mvp, told.place.trust):
        report = reports.compile_report(
            place, starts_on=date(2026, 10, 1), ends_on=date(2026, 11, 1), by=lead, now=NOW
        )
        assert SECRET not in str(report.dataset)
        assert report.dataset["heard"]["responses"] == 0
        assert report.dataset["themes"]["comments"] == 0


def test_nothing_is_ever_sent_to_her(told: Told) -> None:
    """Her address was typed and contact ticked (see `told_after_loss`), and all is worked off."""
    assert not ContactDetails.objects.exists()
    assert not Subscription.objects.exists()
    told_of_the_risk = list(Email.objects.values_list("purpose", "recipient"))
    assert told_of_the_risk == [("risk", told.place.loss_moderator.pk)]
