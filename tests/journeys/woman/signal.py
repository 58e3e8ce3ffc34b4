"""What the journeys without a signal share: a telling step by step, and what the phone keeps of it."""

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.site import Site
from tests.journeys.waiting import answers_at

STORY = "The midwife stayed with me all night."
EVERYBODY = "SELECT count(*) FROM responses_response"
HAVE_IT = "We have it. Thank you"


def button(page: Page, name: str) -> Locator:
    """A button of the telling that she can see."""
    return page.locator("form").get_by_role("button", name=name, exact=True)


def heading(page: Page, words: str) -> None:
    """Wait until this is what the page is about."""
    expect(page.get_by_role("heading", level=1, name=words)).to_be_visible()


def first_page(page: Page, site: Site, url: str = "") -> None:
    """Her unit's page, with the worker ready behind it."""
    page.goto(f"{url or site.url}/{site.known['site']}")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def step_one(page: Page) -> None:
    page.get_by_label("Labour and birth").check()
    button(page, "Continue").click()
    heading(page, "Overall, how was your experience of our service?")


def step_two(page: Page) -> None:
    page.get_by_label("Good", exact=True).check()
    button(page, "Continue").click()
    heading(page, "What was good about your care?")


def step_three(page: Page, story: str = STORY) -> None:
    page.get_by_role("textbox").fill(story)
    button(page, "Continue").click()
    heading(page, "What could have been better?")


def step_four(page: Page) -> None:
    button(page, "Skip").click()
    heading(page, "What may we do with your words?")


def step_five(page: Page) -> None:
    page.get_by_label("Quote my words").check()
    button(page, "Continue").click()
    heading(page, "About you")


def step_six(page: Page) -> None:
    page.get_by_label("30 to 34").check()
    button(page, "Continue").click()
    heading(page, "Check what you have told us")


STEPS = (step_one, step_two, step_three, step_four, step_five, step_six)


def tell(page: Page, *, steps: int = len(STEPS)) -> None:
    """The first so many steps."""
    for step in STEPS[:steps]:
        step(page)


def stored(site: Site) -> int:
    return site.number(EVERYBODY)


def cut(context: BrowserContext) -> None:
    """No signal from here on."""
    context.set_offline(True)


def mend(context: BrowserContext) -> None:
    context.set_offline(False)


def restart(site: Site) -> None:
    """The web server comes back."""
    site.web.start()
    answers_at(f"{site.url}/health/ready")


KEPT = """async () => {
    const result = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
    const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const pages = (await Promise.all(shelves.map((shelf) => shelf.matchAll()))).flat();
    const texts = await Promise.all(pages.map((page) => page.text()));
    const isThere = (await indexedDB.databases()).some(({ name }) => name === "tellings");
    const base = isThere && await result(indexedDB.open("tellings"));
    const rows = base ? await result(base.transaction("tellings").objectStore("tellings").getAll()) : [];
    base && base.close();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, rows, texts]);
}"""


def kept_on_the_phone(page: Page) -> str:
    """Everything that the site keeps in this browser, as text."""
    return str(page.evaluate(KEPT))
