"""Ways through every page that needs no account; each stops at every page and every state of it."""

from collections.abc import Callable, Iterator, Mapping

from playwright.sync_api import Locator, Page

from tests.journeys.site import Site

# At each stop: what is in front of us.
Way = Callable[[Page, Site], Iterator[str]]
STORY = "The midwife stayed with me all night."
DANGER = "My husband hits me when he drinks. Please do not tell him."
LATER = "Save and finish later"
# As Django's resolver names the same with a slash.
SLASH = "<slug:short_code>/"
SPELLED = ".mv-receipt .nhsuk-u-visually-hidden"
NOBODYS_CODE = "A" * 16


def open_page(page: Page, site: Site, where: str) -> None:
    page.goto(f"{site.url}/{where.format(**site.places['lincoln'])}")


def main_button(page: Page) -> Locator:
    """Continue, or Send on the last look; whatever the language calls them."""
    return page.locator("#telling .mv-goon .nhsuk-button").first


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def press_for(page: Page, step: str) -> None:
    page.locator(f"button[name=step][value={step}]").first.click()


def is_last_look(page: Page) -> bool:
    return page.locator("input[name=at]").get_attribute("value") == "review"


def telling(start: str) -> Way:
    """From the first page of a telling to the receipt."""

    def way(page: Page, site: Site) -> Iterator[str]:
        open_page(page, site, start)
        yield "the first page"
        page.locator(".mv-languages summary").click()
        yield "the first page with its languages shown"
        while not is_last_look(page):
            main_button(page).click()
            yield "a question"
            if page.locator("textarea").count():
                page.locator("textarea").first.fill(STORY)
        main_button(page).click()
        yield "the end"

    return way


def put_right(page: Page, site: Site) -> Iterator[str]:
    """What is wrong on a page of the telling, and on the last look."""
    open_page(page, site, "{site}")
    while not page.get_by_label("Contact me").count():
        main_button(page).click()
    page.get_by_label("Contact me").check()
    yield "a tick box that opens a field"
    page.get_by_role("textbox").fill("nowhere")
    main_button(page).click()
    yield "an address that is none"
    page.get_by_label("Contact me").uncheck()
    while not is_last_look(page):
        main_button(page).click()
    page.locator("input[name=ticket]").evaluate("ticket => ticket.value = 'old'")
    main_button(page).click()
    yield "a last look with a notice"


def in_danger(page: Page, site: Site) -> Iterator[str]:
    """What she wrote sounds like danger at home, and somebody may look over her shoulder."""
    open_page(page, site, "{site}")
    while not page.locator("textarea").count():
        main_button(page).click()
    page.locator("textarea").fill(DANGER)
    main_button(page).click()
    yield "help at once, and a way to leave"
    press(page, LATER)
    yield "help at once, above her code"
    page.go_back()
    page.get_by_role("link", name="Leave this page quickly").click()
    yield "the front page"


def receipts(start: str) -> Way:
    """With a code that is wrong, and with hers: she adds something, and takes all of it back."""

    def way(page: Page, site: Site) -> Iterator[str]:
        list(telling(start)(page, site))
        code = page.locator(SPELLED).inner_text()
        open_page(page, site, "r")
        yield "the question for her code"
        for wrong in ("", NOBODYS_CODE):
            yield from with_code(page, wrong)
        yield from with_code(page, code)
        yield from adding(page)
        press_for(page, "ask")
        yield "whether she is sure"
        press_for(page, "take-back")
        yield "that it is taken back"

    return way


def with_code(page: Page, code: str) -> Iterator[str]:
    page.get_by_role("textbox").fill(code)
    press(page, "Continue")
    yield "what stands under a code, or that nothing does"


def adding(page: Page) -> Iterator[str]:
    press_for(page, "more")
    yield "what she adds"
    press_for(page, "add")
    yield "nothing added"
    page.get_by_role("textbox").fill(STORY)
    press_for(page, "add")
    yield "that it is added"


def asked(page: Page, site: Site) -> Iterator[str]:
    """The group has a question for her; and she has her code sent to herself."""
    open_page(page, site, "r")
    yield from with_code(page, site.places["lincoln"]["receipt"])
    press_for(page, "answer")
    yield "nothing answered"
    press_for(page, "address")
    yield "where to send the code"
    press_for(page, "email")
    yield "no address"
    page.get_by_role("textbox").fill(f"her.own@{site.places['lincoln']['mvp']}.test")
    press_for(page, "email")
    yield "that it is on its way"


def finishing_later(page: Page, site: Site) -> Iterator[str]:
    """Saved with a code and with a link to herself; gone on with; deleted."""
    open_page(page, site, "{site}")
    press(page, LATER)
    yield "her code to go on with"
    code = page.locator(SPELLED).inner_text().replace(" ", "")
    page.get_by_role("textbox").fill("nowhere")
    press(page, "Send me a link")
    yield "an address that is none"
    page.get_by_role("textbox").fill(f"her.own@{site.places['lincoln']['mvp']}.test")
    press(page, "Send me a link")
    yield "that a link is on its way"
    open_page(page, site, "go-on")
    yield "the question for her code"
    for wrong in ("", NOBODYS_CODE[:12], NOBODYS_CODE):
        page.get_by_role("textbox").fill(wrong)
        press(page, "Go on")
        yield "no code, one that nobody has, and one that looks like a receipt's"
    page.get_by_role("textbox").fill(code)
    press(page, "Delete what I saved")
    yield "whether she is sure"
    press(page, "Yes, delete it")
    yield "that it is deleted"


def by_a_link(page: Page, site: Site) -> Iterator[str]:
    """What a link shows that works no more: the button, and that nothing is there."""
    open_page(page, site, "go-on/old")
    yield "the button of the link"
    press(page, "Go on")
    yield "that nothing is there"


def consultation(page: Page, site: Site) -> Iterator[str]:
    open_page(page, site, "m/{mvp}/c/{past}/")
    yield "one that has been decided"
    open_page(page, site, "m/{mvp}/c/{asked}/")
    yield "one that is open"


def hearing(page: Page, site: Site) -> Iterator[str]:
    open_page(page, site, "m/{mvp}/c/{asked}/")
    press(page, "Write to me")
    yield "no address and no wish"
    page.get_by_label("Your e-mail address").fill("ada@example.org")
    page.get_by_label("Tell me what was decided").check()
    press(page, "Write to me")
    yield "that it is noted"


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


def on_a_tablet(start: str) -> Way:
    """The same on a ward's tablet, which offers no way out of the telling."""

    def way(page: Page, site: Site) -> Iterator[str]:
        open_page(page, site, start)
        yield "the first page"
        while not is_last_look(page):
            main_button(page).click()
            yield "a question"
            if page.locator("textarea").count():
                page.locator("textarea").first.fill(STORY)
        main_button(page).click()
        yield "the end"

    return way


def just(*addresses: str) -> Way:
    """Pages with nothing to do on them."""

    def way(page: Page, site: Site) -> Iterator[str]:
        for where in addresses:
            open_page(page, site, where)
            yield where

    return way


# Each way by what it is about, with the names of the addresses at which it stops.
WAYS: Mapping[str, tuple[Way, set[str]]] = {
    "telling": (telling("{site}"), {"feedback:start"}),
    "telling in Arabic": (telling("ar/{site}"), {"feedback:start"}),
    "telling in Polish": (telling("pl/{site}"), {"feedback:start"}),
    "telling in Easy Read": (telling("en-easy/{site}"), {"feedback:start"}),
    "telling after a loss": (telling("{site}/loss"), {"feedback:loss"}),
    "answering a consultation": (telling("m/{mvp}/c/{asked}/answer"), {"public:answer"}),
    "putting right what is wrong": (put_right, {"feedback:start"}),
    "writing of danger": (in_danger, {"feedback:start", "public:home"}),
    "finishing later": (finishing_later, {"feedback:start", "feedback:go-on"}),
    "finishing later by a link": (by_a_link, {"feedback:go-on-link"}),
    "coming back with a receipt": (receipts("{site}"), {"feedback:receipt"}),
    "coming back with a receipt after a loss": (receipts("{site}/loss"), {"feedback:receipt"}),
    "being asked with a receipt": (asked, {"feedback:receipt"}),
    "whom to ring": (just("{site}/help", "ar/{site}/help"), {"feedback:help"}),
    "a consultation": (consultation, {"public:consultation"}),
    "hearing of a consultation": (hearing, {"public:hear"}),
    "stopping all messages": (stopping, {"public:stop"}),
    "what is kept about an address": (just("kept/{stop}"), {"public:kept"}),
    "telling on a ward's tablet": (on_a_tablet("{site}/kiosk"), {"feedback:kiosk"}),
    "telling on a ward's tablet after a loss": (on_a_tablet("{site}/kiosk/loss"), {"feedback:kiosk-loss"}),
    "an MVP": (just("m/{mvp}/", "m/rutland-mvp/", "ar/m/{mvp}/"), {"public:partnership"}),
    "cards": (just("{site}/embed", "m/{mvp}/embed", "ar/{site}/embed"), {"feedback:embed", "public:embed"}),
    "pages about the product": (
        just("", "privacy", "accessibility", "ar/", "pl/accessibility"),
        {"public:home", "public:privacy", "public:accessibility"},
    ),
    "addresses that lead elsewhere": (just("{moved}", "nowhere", "{site}/"), {"feedback:start", SLASH}),
    "signing in": (signing_in, {"account_login"}),
}
