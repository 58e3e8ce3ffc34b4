"""A whole visit weighs little in every language, and the table in the docs says how much."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from surveys.consultations import services as consultations
from surveys.core import clock
from surveys.core.languages import LANGUAGES, Language
from surveys.web.journey import styles
from tests.factories.consultations import DAY, PLAN
from tests.factories.world import Place
from tests.house import visits
from tests.house.visits import Visit
from tools.paths import ROOT

ONE_FLIGHT = 14 * 1024
WHOLE_VISIT = 60 * 1024
ASKED = "/m/leicester-mvp/c/partners-staying-overnight/answer"
TABLE = ROOT / "docs" / "weight.md"
# How far the table may be behind, for a changed word here and there; and one byte may turn 1.9 into 2.0.
STALE, ROUNDED = 0.05, 0.11

pytestmark = pytest.mark.django_db


@pytest.fixture
def consultation(leicester: Place) -> None:
    """One whose first page asks for words, and so is as heavy as it gets."""
    now = clock.now()
    plan = replace(PLAN, options=(), closes_at=now + DAY)
    draft = consultations.draft(leicester.mvp, plan=plan, by=leicester.chair, now=now)
    consultations.open_(draft.pk, by=leicester.chair, now=now)


def row(language: Language, visit: Visit) -> str:
    """A line of the table: kilobytes of each page, of what they load, of what is spare, of all together."""
    loaded = sum(visit.assets.values()) + visit.words
    figures = [*visit.pages.values(), loaded, visit.without_signal, visit.whole]
    return " | ".join(
        ["", language.english_name, *(f"{figure / 1024:.1f}" for figure in figures), ""]
    ).strip()


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_visit_is_light_and_the_docs_say_how_light(leicester: Place, language: Language) -> None:
    visit = visits.made(language)
    measured = row(language, visit)

    assert visit.first <= ONE_FLIGHT, measured
    assert visit.whole <= WHOLE_VISIT, (measured, visit)
    written = next((line for line in TABLE.read_text().splitlines() if _names(line, language)), "")
    assert _figures(written) == pytest.approx(_figures(measured), rel=STALE, abs=ROUNDED), (
        f"Write this line into docs/weight.md: {measured}"
    )


def test_the_first_page_brings_its_own_styles_and_waits_for_nothing(leicester: Place) -> None:
    html = visits.Woman().page.html
    head = html[: html.index("</head>")]

    assert "<style>" in head
    assert 'rel="stylesheet"' not in head
    assert re.findall(r"<script[^>]*>", head) == re.findall(r'<script type="module"[^>]*>', head)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("address", ["/leicester/loss", "/leicester/kiosk", "/leicester/kiosk/loss", ASKED])
def test_every_other_first_page_comes_in_one_flight_too(
    leicester: Place, consultation: None, language: Language, address: str
) -> None:
    html = visits.fetched(visits.at(address, language))

    assert "<style>" in html
    assert visits.on_the_wire(html) <= ONE_FLIGHT


@pytest.mark.parametrize(
    "address", ["/leicester", "/ar/leicester", "/en-easy/leicester", "/leicester/loss", "/leicester/kiosk"]
)
def test_the_styles_of_the_first_page_are_all_that_it_shows(leicester: Place, address: str) -> None:
    html = Client().get(address).content.decode()
    words = Client().get("/kept/words.html").content.decode()
    used = {name for names in re.findall(r'class="([^"]*)"', html + words) for name in names.split()}

    assert str(styles.first()) in html
    assert "nhsuk-button" in used & _styled(styles.first())
    assert used & _styled(styles.whole()) <= _styled(styles.first())


def test_a_first_page_with_words_to_write_brings_all_styles(leicester: Place, consultation: None) -> None:
    html = visits.fetched(ASKED)

    assert "<textarea" in html
    assert str(styles.whole()) in html


def _styled(stylesheet: str) -> set[str]:
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", stylesheet))


def _names(line: str, language: Language) -> bool:
    return line.startswith(f"| {language.english_name} |")


def _figures(line: str) -> list[float]:
    return [float(figure) for figure in re.findall(r"\d+\.\d", line)]
