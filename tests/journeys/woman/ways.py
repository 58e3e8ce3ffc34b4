"""Ways through every page that needs no account; each stops at every page and every state of it."""

from collections.abc import Iterator, Mapping

from playwright.sync_api import Page

from tests.journeys.languages import language, said, story
from tests.journeys.site import Site
from tests.journeys.woman.coming_back import asked, by_a_link, finishing_later, receipts
from tests.journeys.woman.seldom import (
    complaining,
    gone,
    in_danger_on_a_tablet,
    read_to,
    sending_again,
    waiting_at_a_door,
    waiting_to_send,
)
from tests.journeys.woman.signal import IT_IS_SENT
from tests.journeys.woman.steps import (
    Way,
    heading,
    just,
    later,
    main_button,
    open_page,
    option,
    press,
    telling,
    to_last_look,
)

DANGER = {
    "en-gb": "My husband hits me when he drinks. Please do not tell him.",
    "ar": "جوزي بيضربني",
    "pl": "Mój mąż bije mnie, jak wypije. Proszę mu nie mówić.",
}
CONTACT = ("consents", "contact")
# As Django's resolver names the first page with a slash after it.
SLASH = "<slug:short_code>/"


def without_a_signal(page: Page, site: Site) -> Iterator[str]:
    """The same on one page that her phone has kept, until the signal is back."""
    open_page(page, site, "{site}")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(offline=True)
    main_button(page).click()
    yield "a question, and that there is no signal"
    while not page.locator("textarea").is_visible():
        main_button(page).click()
    page.locator("textarea").fill(story(page))
    while not option(page, *CONTACT).is_visible():
        main_button(page).click()
    option(page, *CONTACT).check()
    main_button(page).click()
    yield "an address that is missing"
    option(page, *CONTACT).uncheck()
    to_last_look(page)
    yield "the last look"
    main_button(page).click()
    heading(page, "Not sent yet")
    yield "that it waits"
    page.context.set_offline(offline=False)
    page.evaluate("navigator.serviceWorker.ready.then(({ active }) => active.postMessage('send'))")
    page.get_by_text(said(page, IT_IS_SENT)).wait_for()
    yield "that it is sent, and her code"


def put_right(page: Page, site: Site) -> Iterator[str]:
    """What is wrong on a page of the telling, and on the last look."""
    open_page(page, site, "{site}")
    while not option(page, *CONTACT).count():
        main_button(page).click()
    option(page, *CONTACT).check()
    yield "a tick box that opens a field"
    page.get_by_role("textbox").fill("nowhere")
    main_button(page).click()
    yield "an address that is none"
    option(page, *CONTACT).uncheck()
    to_last_look(page)
    page.locator("input[name=ticket]").evaluate("ticket => ticket.value = 'old'")
    main_button(page).click()
    yield "a last look with a notice"


def in_danger(page: Page, site: Site) -> Iterator[str]:
    """What she wrote sounds like danger at home, and somebody may look over her shoulder."""
    open_page(page, site, "{site}")
    while not page.locator("textarea").count():
        main_button(page).click()
    page.locator("textarea").fill(DANGER[language(page)])
    main_button(page).click()
    yield "help at once, and a way to leave"
    later(page).click()
    yield "help at once, above her code"
    page.go_back()
    page.get_by_role("link", name=said(page, "Leave this page quickly")).click()
    yield "the front page"


def consultation(page: Page, site: Site) -> Iterator[str]:
    open_page(page, site, "m/{mvp}/c/{past}/")
    yield "one that has been decided"
    open_page(page, site, "m/{mvp}/c/{asked}/")
    yield "one that is open"


def hearing(page: Page, site: Site) -> Iterator[str]:
    open_page(page, site, "m/{mvp}/c/{asked}/")
    press(page, "Write to me")
    yield "no address and no wish"
    page.locator("input[name=email]").fill("ada@example.org")
    option(page, "wants", "result").check()
    press(page, "Write to me")
    yield "that it is noted"


def kept(page: Page, site: Site) -> Iterator[str]:
    open_page(page, site, "kept/{kept}")
    yield "what is kept"
    press(page, "Delete all this and stop all messages")
    yield "that it is deleted"
    open_page(page, site, "kept/{kept}")
    yield "that nothing is kept"


def stopping(page: Page, site: Site) -> Iterator[str]:
    open_page(page, site, "stop/{stop}")
    yield "the button"
    press(page, "Stop all messages")
    yield "that it is stopped"


def signing_in(page: Page, site: Site) -> Iterator[str]:
    open_page(page, site, "account/login/")
    yield "the question for an address"
    for wrong in ("", "nowhere"):
        page.get_by_role("textbox").fill(wrong)
        page.locator("main form button").first.click()
        yield "no address, and one that is none"


# Each way by what it is about, with the names of the addresses at which it stops.
WAYS: Mapping[str, tuple[Way, set[str]]] = {
    "telling": (telling("{site}"), {"feedback:start"}),
    "telling without a signal": (without_a_signal, {"feedback:start"}),
    "telling after a loss": (telling("{site}/loss"), {"feedback:loss"}),
    "answering a consultation": (telling("m/{mvp}/c/{asked}/answer"), {"public:answer"}),
    "putting right what is wrong": (put_right, {"feedback:start"}),
    "writing of danger": (in_danger, {"feedback:start", "public:home"}),
    "writing of danger on a ward's tablet": (in_danger_on_a_tablet, {"feedback:kiosk"}),
    "wanting to complain": (complaining, {"feedback:start"}),
    "being read to": (read_to, {"feedback:start"}),
    "waiting to send": (waiting_to_send, {"feedback:start"}),
    "waiting where many codes were tried": (waiting_at_a_door, {"feedback:receipt", "feedback:go-on"}),
    "sending the same again": (sending_again, {"feedback:start"}),
    "going on where the page has gone": (gone, {"feedback:go-on"}),
    "finishing later": (finishing_later, {"feedback:start", "feedback:go-on"}),
    "finishing later by a link": (by_a_link, {"feedback:go-on-link"}),
    "coming back with a receipt": (receipts("{site}"), {"feedback:receipt"}),
    "coming back with a receipt after a loss": (receipts("{site}/loss"), {"feedback:receipt"}),
    "being asked with a receipt": (asked, {"feedback:receipt"}),
    "whom to ring": (just("{site}/help"), {"feedback:help"}),
    "a consultation": (consultation, {"public:consultation"}),
    "hearing of a consultation": (hearing, {"public:hear"}),
    "what is kept about an address": (kept, {"public:kept"}),
    "stopping all messages": (stopping, {"public:stop"}),
    "telling on a ward's tablet": (telling("{site}/kiosk"), {"feedback:kiosk"}),
    "telling on a ward's tablet after a loss": (telling("{site}/kiosk/loss"), {"feedback:kiosk-loss"}),
    "an MVP": (just("m/{mvp}/", "m/rutland-mvp/"), {"public:partnership"}),
    "cards": (just("{site}/embed", "m/{mvp}/embed"), {"feedback:embed", "public:embed"}),
    "pages about the product": (
        just("", "privacy", "accessibility"),
        {"public:home", "public:privacy", "public:accessibility"},
    ),
    "addresses that lead elsewhere": (just("{moved}", "nowhere", "{site}/"), {"feedback:start", SLASH}),
    "signing in": (signing_in, {"account_login"}),
}
# What is walked in other languages too, every time.
ALSO_IN: Mapping[str, tuple[str, ...]] = {
    "telling": ("/ar", "/pl", "/en-easy"),
    "telling without a signal": ("/ar",),
    "telling after a loss": ("/ar",),
    "answering a consultation": ("/ar",),
    "finishing later": ("/ar",),
    "coming back with a receipt": ("/ar",),
    "writing of danger on a ward's tablet": ("/ar",),
    "waiting to send": ("/ar",),
    "waiting where many codes were tried": ("/ar",),
    "sending the same again": ("/ar",),
    "going on where the page has gone": ("/ar",),
    "putting right what is wrong": ("/ar",),
    "whom to ring": ("/ar",),
    "an MVP": ("/ar",),
    "cards": ("/ar",),
    "pages about the product": ("/ar", "/pl"),
}
