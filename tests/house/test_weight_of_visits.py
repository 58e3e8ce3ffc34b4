"""A whole visit weighs little in every language, and the table in the docs says how much."""

import re

import pytest

from surveys.core.languages import EASY_READ, LANGUAGES, Language
from tests.factories.world import Place
from tests.house import visits
from tests.house.visits import Visit
from tools.paths import ROOT

ONE_FLIGHT = 14 * 1024
WHOLE_VISIT = 60 * 1024
# One idea a page: nearly twice as many pages.
EASY_VISIT = 72 * 1024
TABLE = ROOT / "docs" / "weight.md"
# How far the table may be behind, for a changed word here and there.
STALE = 0.05

pytestmark = pytest.mark.django_db


def row(language: Language, visit: Visit) -> str:
    """A line of the table: kilobytes of each page in order, of all assets, of the visit, of what is spare."""
    figures = [*visit.pages.values(), sum(visit.assets.values()), visit.whole, visit.without_signal]
    return " | ".join(
        ["", language.english_name, *(f"{figure / 1024:.1f}" for figure in figures), ""]
    ).strip()


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_visit_is_light_and_the_docs_say_how_light(leicester: Place, language: Language) -> None:
    visit = visits.made(language)
    measured = row(language, visit)

    assert visit.first <= ONE_FLIGHT, measured
    assert visit.whole <= (EASY_VISIT if language == EASY_READ else WHOLE_VISIT), (measured, visit)
    written = next((line for line in TABLE.read_text().splitlines() if _names(line, language)), "")
    assert _figures(written) == pytest.approx(_figures(measured), rel=STALE), (
        f"Write this line into docs/weight.md: {measured}"
    )


def test_the_first_page_brings_its_own_styles_and_waits_for_nothing(leicester: Place) -> None:
    html = visits.Woman().page.html
    head = html[: html.index("</head>")]

    assert "<style>" in head
    assert 'rel="stylesheet"' not in head
    assert re.findall(r"<script[^>]*>", head) == re.findall(r'<script type="module"[^>]*>', head)


def _names(line: str, language: Language) -> bool:
    return line.startswith(f"| {language.english_name} |")


def _figures(line: str) -> list[float]:
    return [float(figure) for figure in re.findall(r"\d+\.\d", line)]
