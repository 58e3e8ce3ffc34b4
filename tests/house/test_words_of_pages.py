"""No page and no e-mail that women get shows a text that no catalogue has: walked in a made-up language."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.test import Client, override_settings
from django.utils import timezone, translation

from surveys.core import clock
from surveys.core.actors import SYSTEM
from surveys.notifications import letters
from surveys.notifications.letters import Letter
from surveys.organisations import services as organisations
from surveys.organisations.models import HelpLine
from surveys.responses import receipts
from surveys.responses import services as responses
from surveys.responses.drafts import codes, queries
from surveys.responses.models import Response
from tests.faces.feedback.later import Later
from tests.faces.feedback.telling import Page, Woman
from tests.faces.public.test_partnership import JULY, issued
from tests.factories.consultations import opened, reported
from tests.factories.feedback import received, told_after_loss
from tests.factories.letters import subscribed
from tests.factories.voices import voices
from tests.factories.world import NOW, Place, place
from tests.house.addresses import addresses
from tests.house.belongings import belongings
from tests.house.made_up import told, told_by_letter

# What she writes stands between marks too: it is hers in any language.
STORY = "⟦ ⟧"
DANGER = "⟦krwawie od rana i nikt nie odbiera⟧"
COMPLAINT = "⟦I want to make a formal complaint about this⟧"
LONG = "ą" * 5001
CONSULTATION = "/pl/m/leicester-mvp/c/partners-staying-overnight/"
NOBODY_MORE = override_settings(SENDS_AN_HOUR=0)
HER = "her@example.org"

Pages = Iterator[tuple[str, str]]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("made_up")]


def found(pages: Pages) -> dict[str, list[str]]:
    """What stands untranslated, by the name of its page."""
    seen = [(name, told(html)) for name, html in pages]
    assert seen
    return {name: texts for name, texts in seen if texts}


def telling(address: str, box: str, **words: str) -> Pages:
    """Every page of a telling, also with what was wrong (too long at `box`), and what comes after it."""
    woman = Woman(address)
    while woman.page.at != "review":
        yield woman.page.at, woman.page.html
        if 'name="contact"' in woman.page.html:
            yield "consents, wrong", woman.press(consents=["contact"], contact="nowhere").html
            woman.press(consents=["themes"], contact="")
        else:
            woman.press()
    if not address.endswith("/loss"):
        yield "review, nothing answered", woman.press("send").html
    woman.press("change", box)
    yield "too long", woman.press(**dict.fromkeys(words, LONG)).html
    woman.press(**words)
    yield "review", woman.to("review").html
    yield "thanks", woman.press("send").html


def test_a_telling() -> None:
    place("Leicester")
    assert found(telling("/pl/leicester", "care-3", good=STORY)) == {}


def test_the_road_after_a_loss() -> None:
    place("Leicester")
    assert found(telling("/pl/leicester/loss", "care-2", helped=STORY)) == {}


@pytest.mark.parametrize(("road", "box", "key"), [("", "care-3", "good"), ("/loss", "care-2", "helped")])
def test_a_wards_tablet(road: str, box: str, key: str) -> None:
    place("Leicester")
    assert found(telling(f"/pl/leicester/kiosk{road}", box, **{key: STORY})) == {}


def test_answering_a_consultation_and_asking_to_hear() -> None:
    leicester = place("Leicester")
    opened(leicester, at=clock.now())
    assert found(_consultation()) == {}
    reported(leicester, at=NOW)
    assert found(iter([("reported", Client().get(CONSULTATION).content.decode())])) == {}


def _consultation() -> Pages:
    woman = Woman(f"{CONSULTATION}answer")
    while woman.page.at != "review":
        yield woman.page.at, woman.page.html
        woman.press()
    yield "review, nothing answered", woman.press("send").html
    woman.page = Page(woman.client.get(f"{CONSULTATION}answer"))
    woman.press(**_first_answer(woman))
    yield "review", woman.to("review").html
    yield "thanks", woman.press("send").html
    for wish in ({}, {"email": "her@"}, {"email": HER, "wants": ["reminder", "result"]}):
        yield f"hear {wish}", Client().post(f"{CONSULTATION}hear", wish).content.decode()


def _first_answer(woman: Woman) -> dict[str, str]:
    """An answer to the first question of the page, whichever it is."""
    name = next(part.split('"', 1)[0] for part in woman.page.html.split('name="q-')[1:])
    value = woman.page.html.split(f'name="q-{name}"', 1)[1].split('value="', 1)[1].split('"', 1)[0]
    return {name: value}


def test_saving_and_going_on() -> None:
    place("Leicester")
    assert found(_saving()) == {}


def _saving() -> Pages:
    woman = Later("/pl/leicester")
    woman.to("care-3")
    code = woman.save(good=STORY)
    yield "saved", woman.page.html
    for where in ("her@", HER):
        link = {"send-link": "1", "code": code, "email": where}
        yield f"link to {where}", woman.post("/pl/leicester", **link).html
    for typed in ("", "7KQM", "0" * 12, receipts.code(uuid4())):
        yield f"typed {len(typed)} letters", woman.post("/pl/go-on", code=typed).html
    kept = queries.by_code(code, now=timezone.now())
    assert kept is not None
    token = codes.token(kept.unsent.key)
    yield "link", Client().get(f"/pl/go-on/{token}").content.decode()
    yield "unknown link", Client().post("/pl/go-on/nothing").content.decode()
    yield "gone on", woman.post("/pl/go-on", code=code).html
    yield "forget?", woman.post("/pl/go-on", code=code, step="ask").html
    yield "forgotten", woman.post("/pl/go-on", code=code, step="forget").html


@pytest.mark.parametrize("after_loss", [False, True])
def test_coming_back_with_a_receipt(after_loss: bool) -> None:
    leicester = place("Leicester")
    response = told_after_loss(leicester, helped="Time") if after_loss else received(leicester, good="Kind")
    assert found(_receipt(leicester, response)) == {}


def _receipt(leicester: Place, response: Response) -> Pages:
    code = receipts.code(response.submission_key)
    for typed in ("", "7KQM", "0" * 16, "0" * 15 + "1", "0" * 12):
        yield f"typed {typed}", _at("/pl/r", code=typed)
    yield "where it is", _at("/pl/r", code=code)
    for step in ("more", "address", "ask"):
        yield step, _at("/pl/r", code=code, step=step)
    for words in ("", LONG, STORY):
        yield f"add {len(words)} letters", _at("/pl/r", code=code, step="add", words=words)
    for where in ("her@", HER):
        yield f"code to {where}", _at("/pl/r", code=code, step="email", email=where)
    if not response.after_loss:
        asked = responses.ask(response.pk, words=STORY, by=leicester.chair, now=NOW)
        yield "asked", _at("/pl/r", code=code)
        for question in (uuid4(), asked.pk):
            answer = {"step": "answer", "question": str(question), "words": STORY}
            yield f"answered {question == asked.pk}", _at("/pl/r", code=code, **answer)
    yield "taken back", _at("/pl/r", code=code, step="take-back")


def _at(address: str, **fields: str) -> str:
    return Client().post(address, fields).content.decode()


@NOBODY_MORE
def test_pages_that_ask_her_to_wait() -> None:
    leicester = place("Leicester")
    opened(leicester, at=clock.now())
    code = receipts.code(received(leicester).submission_key)
    woman, later = Woman("/pl/leicester"), Later("/pl/leicester")
    woman.to_review(good=STORY)
    later.to("care-3")
    wish = {"email": HER, "wants": "result"}
    pages = {
        "send": woman.press("send"),
        "save": later.press("later", good=STORY),
        "add": Page(Client().post("/pl/r", {"code": code, "step": "add", "words": STORY})),
        "hear": Page(Client().post(f"{CONSULTATION}hear", wish)),
    }

    assert {page.answer.status_code for page in pages.values()} == {429}
    assert found((name, page.html) for name, page in pages.items()) == {}


def test_help_at_once_and_who_takes_complaints() -> None:
    leicester = place("Leicester")
    for purpose in HelpLine.Purpose:
        organisations.list_help_line(
            organisation=leicester.site,
            purpose=purpose,
            name="NHS",
            phone="0116 496 0000",
            url="https://example.org/",
            hours="day and night",
            checked_on=clock.local_date(NOW),
            by=SYSTEM,
            now=NOW,
        )
    shown = dict(_danger())

    assert "mv-help--now" in shown["danger"]
    assert "mv-help--now" in shown["danger after a loss"]
    assert found(iter(shown.items())) == {}


def _danger() -> Pages:
    for name, address, key in (
        ("", "/pl/leicester", "good"),
        (" after a loss", "/pl/leicester/loss", "helped"),
    ):
        woman = Woman(address)
        yield f"danger{name}", woman.to_review(**{key: DANGER}).html
        yield f"danger sent{name}", woman.press("send").html
    yield "complaint", Woman("/pl/leicester").to_review(better=COMPLAINT).html
    yield "all lines", Client().get("/pl/leicester/help").content.decode()


@pytest.mark.parametrize("address", ["/pl/leicester", "/pl/leicester/loss", f"{CONSULTATION}answer"])
def test_what_a_phone_keeps_for_when_there_is_no_signal(address: str) -> None:
    opened(place("Leicester"), at=clock.now())
    whole = Client().get(f"{address}?offline=1").content.decode()
    kept = Client().get("/pl/kept/words.html").content.decode()

    assert "data-sheet" in whole
    assert "data-says" in kept
    assert found(iter([("offline", whole), ("kept", kept)])) == {}


def test_an_mvps_page_with_a_report() -> None:
    leicester = place("Leicester")
    voices(leicester, 40, at=JULY, themes={"KIND": "positive", "PAIN": "negative"}, fft="very_good")
    issued(leicester)
    html = Client().get("/pl/m/leicester-mvp/").content.decode()

    assert "⟦Kindness and respect⟧" in html
    assert found(iter([("page", html)])) == {}


def test_every_other_address() -> None:
    known = belongings(place("Leicester"))
    seen = {}
    for address in addresses():
        if address.name.partition(":")[0] in ("feedback", "public"):
            answer = Client().get("/pl" + address.filled(known))
            is_page = answer.headers["Content-Type"].startswith("text/html")
            if is_page and (texts := told(answer.content.decode())):
                seen[f"{address.name} ({answer.status_code})"] = texts
    assert seen == {}


def test_e_mails_to_women() -> None:
    leicester = place("Leicester")
    wishes = [subscribed(opened(leicester)), subscribed(reported(leicester), HER)]
    for wish in wishes:
        wish.language = "pl"
    woman = Later("/pl/leicester")
    kept = queries.by_code(woman.save(), now=timezone.now())
    assert kept is not None
    with translation.override("pl"):
        sent = {
            "reminder": letters.reminder(wishes[0]),
            "result": letters.result(wishes[1]),
            "link": letters.link(kept, organisation=leicester.mvp.name),
            "receipt": letters.receipt("7" * 16),
        }
    assert {name: texts for name, letter in sent.items() if (texts := _in_letter(letter))} == {}


def _in_letter(letter: Letter) -> list[str]:
    # Its body is marked as Polish, as a whole.
    html = letter.html.replace('lang="pl"', "")
    return [*told_by_letter(letter.subject), *told_by_letter(letter.text), *told(html)]
