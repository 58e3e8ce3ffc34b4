"""What sounds like danger shows help at once, above whatever page comes next, and stops nothing."""

import logging
from datetime import date

import pytest
from django.utils import translation
from django.utils.translation import gettext

from surveys.core.actors import SYSTEM
from surveys.core.models import AuditEvent
from surveys.moderation import risk
from surveys.organisations import services as organisations
from surveys.organisations.models import HelpLine, Organisation
from surveys.responses.models import Response
from surveys.web.journey import danger
from surveys.web.journey.whom_to_ring import Help, Line
from tests.faces.feedback.later import Later, elsewhere
from tests.faces.feedback.telling import Page, Woman
from tests.factories.world import NOW, Place

Purpose = HelpLine.Purpose
HEADING = "You can get help now"
NOBODY_READS = "Nobody is reading this page at the moment, so please call."
LEAVE = "Leave this page quickly"
BLEEDING = "I am 31 weeks and bleeding heavily, nobody picks up"
DESPAIR = "I keep thinking they would all be better off without me"
ABUSE = "My husband hits me when he has been drinking"
ORDINARY = "The midwife asked whether I felt safe at home, which was good. No bleeding, all well."
LINES = (
    (Purpose.DESPAIR, "Samaritans", "116 123"),
    (Purpose.ABUSE, "National Domestic Abuse Helpline", "0808 2000 247"),
    (Purpose.BEREAVEMENT, "Sands", "0808 164 3332"),
    (Purpose.SUPPORT, "PANDAS", "0808 1961 776"),
)


@pytest.fixture(autouse=True)
def _help_lines(leicester: Place) -> None:
    listed(leicester.site, Purpose.TRIAGE, "Triage", "0116 496 0000")
    for purpose, name, phone in LINES:
        listed(None, purpose, name, phone)


def listed(at: Organisation | None, purpose: HelpLine.Purpose, name: str, phone: str) -> None:
    organisations.list_help_line(
        organisation=at,
        purpose=purpose,
        name=name,
        phone=phone,
        checked_on=date(2026, 11, 1),
        by=SYSTEM,
        now=NOW,
    )


def block(page: Page) -> str:
    """The help at the top of a page, or nothing."""
    html: str = page.html
    return html.partition('<section class="mv-help mv-help--now"')[2].partition("</section>")[0]


def test_help_stands_on_every_page_from_the_next_one_to_the_thank_you_page(leicester: Place) -> None:
    woman = Woman()
    woman.to("care-3")
    assert block(woman.page) == ""
    woman.press(good=BLEEDING)
    pages = [woman.page]
    while woman.page.at != "review":
        pages.append(woman.press())
    pages.append(woman.press("send"))

    assert len(pages) > 4
    for page in pages:
        assert HEADING in block(page)
        assert "0116 496 0000" in block(page)
        assert "999" in block(page)
        assert "111" in block(page)
    assert Response.objects.count() == 1


def test_it_stands_first_and_says_that_nobody_is_reading(leicester: Place) -> None:
    woman = Woman()
    woman.to("care-3")
    page = woman.press(good=BLEEDING)

    main = page.html.partition('id="maincontent"')[2]
    assert main.index(HEADING) < main.index("<form")
    assert NOBODY_READS in block(page)
    assert 'role="alert"' in block(page)
    assert "monitor" not in block(page)


def test_an_ordinary_story_shows_none(leicester: Place) -> None:
    woman = Woman()
    page = woman.to_review(good=ORDINARY, better="The ward was loud")
    assert block(page) == ""
    assert block(woman.press("send")) == ""


def test_after_back_a_change_and_an_error_it_is_still_there(leicester: Place) -> None:
    woman = Woman()
    woman.to("care-3")
    woman.press(good=BLEEDING)
    assert HEADING in block(woman.press("back"))
    woman.to("consents")
    error = woman.press(consents=["contact"])
    assert error.title.startswith("Error:")
    assert HEADING in block(error)
    woman.press("change", "care-2")
    assert HEADING in block(woman.page)


def test_it_stands_where_she_saves_it_for_later_and_where_she_goes_on(leicester: Place) -> None:
    woman = Later()
    woman.to("care-3")
    code = woman.save(good=BLEEDING)
    assert HEADING in block(woman.page)
    assert HEADING in block(elsewhere(code).page)


def test_it_goes_when_she_takes_the_words_out(leicester: Place) -> None:
    woman = Woman()
    woman.to("care-3")
    woman.press(good=BLEEDING)
    woman.press("back")
    assert block(woman.press(good="Lovely midwives")) == ""


def test_sent_again_or_too_late_it_is_still_there(leicester: Place) -> None:
    woman = Woman()
    review = woman.to_review(good=DESPAIR)
    woman.press("send")
    woman.page = review
    assert HEADING in block(woman.press("send"))
    woman.page = review
    woman.page.fields["ticket"] = ["not made here"]
    assert HEADING in block(woman.press("send"))


@pytest.mark.parametrize(
    ("words", "names", "others"),
    [
        (BLEEDING, [], ["Samaritans", "Abuse", "Sands", "PANDAS"]),
        (DESPAIR, ["Samaritans"], ["Abuse", "Sands"]),
        (ABUSE, ["National Domestic Abuse Helpline"], ["Samaritans", "Sands"]),
        (f"My baby died. {DESPAIR}", ["Samaritans", "Sands"], ["Abuse"]),
        (f"{ABUSE}. {DESPAIR}", ["Samaritans", "National Domestic Abuse Helpline"], ["Sands"]),
    ],
)
def test_the_lines_fit_what_she_wrote(
    leicester: Place, words: str, names: list[str], others: list[str]
) -> None:
    shown = block(Woman().to_review(good=words))
    assert all(name in shown for name in names)
    assert not any(name in shown for name in others)


def test_who_can_help_with_it_comes_right_after_999(leicester: Place) -> None:
    shown = block(Woman().to_review(good=DESPAIR))
    numbers = ("999", "116 123", "0116 496 0000", "111")
    assert sorted(numbers, key=lambda number: shown.index(f">{number}<")) == list(numbers)


def test_where_no_line_fits_all_who_listen_are_shown(leicester: Place) -> None:
    HelpLine.objects.filter(purpose=Purpose.ABUSE).delete()
    assert "PANDAS" in block(Woman().to_review(good=ABUSE))


def test_only_with_abuse_there_is_a_way_to_leave_quickly(leicester: Place) -> None:
    assert LEAVE in block(Woman().to_review(good=ABUSE))
    assert LEAVE not in block(Woman().to_review(good=BLEEDING))


def test_leaving_leads_to_the_front_page_and_lets_the_browser_forget(leicester: Place) -> None:
    client = Woman().client
    answer = client.get("/leave", headers={"Sec-Fetch-Site": "same-origin"})
    assert answer["Location"] == "/"
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert "no-store" in answer["Cache-Control"]
    assert client.get("/pl/leave")["Location"] == "/pl/"


def test_a_strangers_page_cannot_make_her_browser_forget(leicester: Place) -> None:
    answer = Woman().client.get("/leave", headers={"Sec-Fetch-Site": "cross-site"})
    assert "Clear-Site-Data" not in answer


def test_who_wants_to_complain_sees_quietly_who_takes_complaints(leicester: Place) -> None:
    listed(leicester.trust, Purpose.COMPLAINTS, "PALS at Leicester", "0116 496 1111")
    page = Woman().to_review(better="I want to make a formal complaint about this")
    assert "we cannot look into a complaint" in page.html
    assert page.html.index("PALS at Leicester: ") < page.html.index("<h1")
    assert block(page) == ""


def test_where_nobody_is_known_to_take_complaints_nothing_is_promised(leicester: Place) -> None:
    page = Woman().to_review(better="I want to make a formal complaint about this")
    assert "look into a complaint" not in page.html


@pytest.mark.parametrize(
    ("language", "words", "says"),
    [
        ("pl", "krwawie od rana i nikt nie odbiera", "Możesz dostać pomoc już teraz"),
        ("ro", "nu mai vreau sa traiesc asa", "Puteți primi ajutor acum"),
        ("ur", "میں اب جینا نہیں چاہتی", "آپ کو ابھی مدد مل سکتی ہے"),
        ("pa", "ਮੈਂ ਹੁਣ ਜੀਣਾ ਨਹੀਂ ਚਾਹੁੰਦੀ", "ਤੁਹਾਨੂੰ ਹੁਣੇ ਮਦਦ ਮਿਲ ਸਕਦੀ ਹੈ"),
        ("gu", "મારે હવે જીવવું નથી", "તમને અત્યારે મદદ મળી શકે છે"),
        ("bn", "আমি আর বাঁচতে চাই না", "আপনি এখনই সাহায্য পেতে পারেন"),
        ("ar", "عم بنزف من الصبح", "يمكنكِ أن تحصلي على مساعدة الآن"),
        ("pt", "já não aguento mais, só penso em acabar com tudo", "Pode ter ajuda agora"),
        ("uk", "я більше не хочу жити, сил немає", "Ви можете отримати допомогу зараз"),
        ("so", "ma rabo inaan sii noolaado waan daalay", "Hadda waad heli kartaa caawimo"),
        ("en-easy", DESPAIR, HEADING),
    ],
)
def test_it_is_in_the_language_of_the_page(leicester: Place, language: str, words: str, says: str) -> None:
    shown = block(Woman(f"/{language}/leicester").to_review(good=words))

    assert says in shown
    assert all(f">{number}<" in shown for number in ("999", "111", "0116 496 0000"))
    with translation.override(language):
        assert gettext(f"What you wrote sounds serious. {NOBODY_READS}") in shown
    if language != "en-easy":
        assert HEADING not in shown
        assert NOBODY_READS not in shown


def test_danger_is_seen_in_another_language_than_that_of_the_page(leicester: Place) -> None:
    assert HEADING in block(Woman().to_review(good="chce umrzec"))


def test_nothing_of_it_is_kept_or_logged(leicester: Place, caplog: pytest.LogCaptureFixture) -> None:
    before = AuditEvent.objects.count()
    with caplog.at_level(logging.DEBUG):
        Woman().to_review(good=DESPAIR)
    assert AuditEvent.objects.count() == before
    assert "better off" not in caplog.text


def test_what_she_wrote_is_not_in_the_help(leicester: Place) -> None:
    shown = danger.help_for([f"{DESPAIR} <script>alert(1)</script>"], Help())
    assert HEADING in shown
    assert "better off" not in shown
    assert "alert(1)" not in shown


def test_anything_else_that_takes_words_can_ask_for_it() -> None:
    lines = (Line("Samaritans", "116 123", "", "", Purpose.DESPAIR),)
    assert danger.help_for([], Help()) == ""
    assert danger.help_for([ORDINARY, ""], Help()) == ""
    assert "116 123" in danger.help_for(["Thank you", DESPAIR], Help(lines=lines))


def test_every_danger_has_somebody_who_can_help_or_is_for_those_rung_at_once() -> None:
    dangers = {topic for topic, level in risk.topics().items() if level in risk.DANGER}
    rung_at_once = {"bleeding now", "baby moving less", "urgent symptoms now"}
    assert dangers - rung_at_once == set(danger.FITTING) - {"death or serious harm"}
    assert danger.COMPLAINT in risk.topics()
