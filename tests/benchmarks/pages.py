"""Complete submissions a second, and the first page, through gunicorn with two sync workers."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from django.test import Client

from surveys.core import clock
from surveys.responses.models import Response
from surveys.web.feedback.lookup import occasion_at
from surveys.web.journey import tickets
from surveys.web.journey.given import field_name
from tests.benchmarks import load
from tests.benchmarks.bare import FLAT_PAGE_BYTES
from tests.benchmarks.load import Request
from tests.benchmarks.paired import ROUNDS, at_least, compare
from tests.factories.world import Place, place
from tests.journeys.waiting import answers_at
from tools.processes import free_port

SUBMISSIONS = 1_000
FIRST_PAGES = 3_000
GOOD = "The midwife was kind and listened to me all through the night."
BETTER = "I waited a long time on the ward before anybody could help me with feeding."
ANSWERS = {
    "stage": "birth",
    "fft": "good",
    "good": GOOD,
    "better": BETTER,
    "age": "30_34",
}


def run() -> bool:
    somewhere = place("Bench")
    first_page = _first_page(somewhere)
    with _server(len(first_page)) as url:
        flat = [load.get(url, "/flat/", expect=b"of this size")] * FIRST_PAGES
        ours = [load.get(url, f"/{somewhere.site.short_code}", expect=b"Bench Hospital")] * FIRST_PAGES
        pages_hold = compare(
            "first form page against a flat Jinja2 page of its size",
            unit="pages a second",
            ours=lambda: load.rate(url, ours),
            baseline=lambda: load.rate(url, flat),
            bound=at_least(1.0),
        )
        submissions_hold = compare(
            "complete submissions against a view with three ORM inserts",
            unit="submissions a second",
            ours=lambda: load.rate(url, list(_submissions(url, somewhere))),
            baseline=lambda: load.rate(url, list(_bare(url, somewhere))),
            bound=at_least(0.6),
        )
    _everything_was_stored()
    return pages_hold and submissions_hold


def _first_page(somewhere: Place) -> bytes:
    answer = Client(headers={"host": "127.0.0.1"}).get(f"/{somewhere.site.short_code}", secure=False)
    assert answer.status_code == 200, answer
    return answer.content


def _submissions(url: str, somewhere: Place) -> Iterator[Request]:
    """The last page of as many tellings, each with a key of its own, from as many phones."""
    occasion = occasion_at(str(somewhere.site.short_code), clock.local_date(clock.now()))
    given = [*((field_name(key), words) for key, words in ANSWERS.items()), ("consents", "themes")]
    for number in range(SUBMISSIONS):
        fields = [("ticket", tickets.issue(occasion).text), ("at", "review"), *given]
        yield load.post(
            url,
            f"/{somewhere.site.short_code}",
            urlencode(fields),
            address=_phone(number),
            expect=b"This is your receipt code",
        )


def _bare(url: str, somewhere: Place) -> Iterator[Request]:
    fields = ANSWERS | {"partnership": str(somewhere.mvp.pk), "version": str(somewhere.version.pk)}
    body = urlencode(fields)
    for number in range(SUBMISSIONS):
        yield load.post(url, "/bare/", body, address=_phone(number), expect=b"Thank you")


def _phone(number: int) -> str:
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def _everything_was_stored() -> None:
    """A submission that was answered and not stored would make the figure worthless."""
    complete = Response.objects.filter(texts__question_key="better", consents__purpose="themes").distinct()
    expected = SUBMISSIONS * (ROUNDS + 1)
    assert complete.count() == expected, (complete.count(), expected)


@contextmanager
def _server(page_bytes: int) -> Iterator[str]:
    """Gunicorn with two sync workers, as it is deployed."""
    url = f"http://127.0.0.1:{free_port()}"
    command = [
        *(sys.executable, "-m", "gunicorn", "mvp_feedback.wsgi", "--no-control-socket", "--workers=2"),
        f"--bind={url.removeprefix('http://')}",
    ]
    environment = dict(os.environ) | {
        "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings",
        FLAT_PAGE_BYTES: str(page_bytes),
    }
    process = subprocess.Popen(command, env=environment)
    try:
        answers_at(f"{url}/health/live")
        yield url
    finally:
        process.terminate()
        process.wait(20)
