"""What the journeys without a signal share: a telling step by step, and what the phone keeps of it."""

from playwright.sync_api import BrowserContext, Page

from tests.journeys.languages import story
from tests.journeys.site import Site
from tests.journeys.waiting import answers_at
from tests.journeys.woman.steps import button, heading, option

EVERYBODY = "SELECT count(*) FROM responses_response"
# What she is told of her signal, and of what she has sent.
NO_SIGNAL = "No signal. You can go on. We keep what you type on this phone."
NOT_YET = (
    "It waits on this phone. It is not sent yet. It goes by itself when there is a signal. "
    "If not, open this page again."
)
IT_IS_SENT = "It is sent, and we have it. Below is your receipt code. Write it down or take a picture of it."


def first_page(page: Page, site: Site, url: str = "") -> None:
    """Her unit's page, with the worker ready behind it."""
    page.goto(f"{url or site.url}/{site.known['site']}")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def step_one(page: Page) -> None:
    option(page, "q-stage", "birth").check()
    button(page, "Continue").click()
    heading(page, "Overall, how was your experience of our service?")


def step_two(page: Page) -> None:
    option(page, "q-fft", "good").check()
    button(page, "Continue").click()
    heading(page, "What was good about your care?")


def step_three(page: Page) -> None:
    page.get_by_role("textbox").fill(story(page))
    button(page, "Continue").click()
    heading(page, "What could have been better?")


def step_four(page: Page) -> None:
    button(page, "Skip").click()
    heading(page, "What may we do with your words?")


def step_five(page: Page) -> None:
    option(page, "consents", "quote").check()
    button(page, "Continue").click()
    heading(page, "About you")


def step_six(page: Page) -> None:
    option(page, "q-age", "30_34").check()
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
