"""Ways to states that few women see: where she waits, where her page has gone, where she is heard at once."""

from collections.abc import Callable, Iterator

from playwright.sync_api import Page

from surveys.web.journey.slowing import MOST_WRONG_AN_HOUR
from tests.journeys.languages import language, story
from tests.journeys.site import Site
from tests.journeys.woman.steps import (
    NOBODYS_CODE,
    NOBODYS_DRAFT,
    heading,
    main_button,
    open_page,
    press,
    telling,
    to_last_look,
)

# A place from which nobody else in the journeys comes.
ELSEWHERE = {"X-Forwarded-For": "198.51.100.7"}
# The page's own script would do its work and press the button before anybody has looked.
NEVER_DONE = """
  crypto.subtle.digest = () => new Promise(() => {});
  const later = window.setTimeout;
  window.setTimeout = (act, after, ...what) => after >= 3000 ? 0 : later(act, after, ...what);
"""
VOICE = """
  speechSynthesis.getVoices = () => [{ localService: true, lang: document.documentElement.lang }];
"""
DANGERS = {
    "en-gb": "I keep thinking they would all be better off without me",
    "ar": "عم بنزف من الصبح وما حدا بيرد",
}
COMPLAINT = "I want to make a formal complaint about the ward."


def waiting_at_a_door(page: Page, site: Site) -> Iterator[str]:
    """Very many codes were tried from where she is: each has to be waited for before it is looked up."""
    page.add_init_script(NEVER_DONE)
    page.set_extra_http_headers(ELSEWHERE)
    for where, code, name in (
        ("r", NOBODYS_CODE, "Continue"),
        ("go-on", NOBODYS_DRAFT, "Go on"),
    ):
        for _try in range(MOST_WRONG_AN_HOUR):
            page.request.post(f"{site.url}/{where}", form={"code": code, "open": "1"}, headers=ELSEWHERE)
        open_page(page, site, where)
        page.get_by_role("textbox").fill(code)
        press(page, name)
        page.locator("#wait").wait_for()
        yield "that she has to wait, and the code that she typed"


def waiting_to_send(page: Page, site: Site) -> Iterator[str]:
    """Her browser has filled in what people do not see."""
    page.add_init_script(NEVER_DONE)
    _tell(page, site, "{site}", story)
    to_last_look(page)
    page.locator("input[name=website]").evaluate("box => box.value = 'https://example.org'")
    main_button(page).click()
    page.locator("#wait").wait_for()
    yield "the last look, and that she has to wait"


def sending_again(page: Page, site: Site) -> Iterator[str]:
    """She goes back from her receipt and sends the same page once more."""
    list(telling("{site}")(page, site))
    page.locator(".mv-receipt").wait_for()
    page.wait_for_load_state("networkidle")
    page.go_back()
    main_button(page).click()
    page.locator(".mv-banner--info").wait_for()
    yield "her receipt, and that we had it before"


def gone(page: Page, site: Site) -> Iterator[str]:
    """What she saved, when its place has no page any more; shown in the language in which she wrote."""
    open_page(page, site, "go-on")
    page.get_by_role("textbox").fill(site.places["lincoln"][f"gone {language(page)}"])
    press(page, "Go on")
    heading(page, "This page has gone")
    yield "her words, to be copied"


def in_danger_on_a_tablet(page: Page, site: Site) -> Iterator[str]:
    """A shared tablet that cannot ring anybody."""
    _tell(page, site, "{site}/kiosk", lambda page: DANGERS[language(page)])
    yield "help at once"
    to_last_look(page)
    yield "help at once, on the last look"
    main_button(page).click()
    page.locator(".mv-receipt").wait_for()
    yield "help at once, with her code"


def complaining(page: Page, site: Site) -> Iterator[str]:
    _tell(page, site, "{site}", lambda _page: COMPLAINT)
    page.locator("main .mv-quiet").wait_for()
    yield "who takes complaints"


def read_to(page: Page, site: Site) -> Iterator[str]:
    """Her phone has a voice of its own."""
    page.add_init_script(VOICE)
    open_page(page, site, "{site}")
    page.locator("[data-aloud]").wait_for()
    yield "the button that reads to her"


def _tell(page: Page, site: Site, where: str, words: Callable[[Page], str]) -> None:
    """To the page after the first box for words."""
    open_page(page, site, where)
    while not page.locator("textarea").count():
        main_button(page).click()
    page.locator("textarea").fill(words(page))
    main_button(page).click()
