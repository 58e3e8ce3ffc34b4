"""Posters and cards that a chair prints: a phone reads their codes, a screen reader their words."""

import io
from typing import Any
from urllib.parse import urlencode

import pypdfium2 as pdfium
import pytest
import zxingcpp
from django.test import Client
from pypdf import PdfReader

from surveys.core.languages import EASY_READ, LANGUAGES
from tests.faces.desk.pages import signed_in, words_of
from tests.factories.world import Place

SITE = "http://127.0.0.1:8000"
SPOKEN = [language for language in LANGUAGES if language != EASY_READ]
DOTS_A_MM = 8
LEAST_WIDTH = 40


@pytest.fixture
def chair(leicester: Place) -> Client:
    return signed_in(leicester.chair)


@pytest.fixture(autouse=True)
def _site(settings: Any) -> None:
    settings.SITE_URL = SITE


def asked(
    client: Client, size: str = "a4", language: str = "en-gb", *others: str, place: str = "leicester"
) -> Any:
    given = {"place": place, "size": size, "language": language, "others": list(others)}
    return client.get(f"/desk/leicester-mvp/invite/print/?{urlencode(given, doseq=True)}")


def codes(pdf: bytes) -> list[tuple[str, float]]:
    """What a phone reads from the printed page, and how wide each code is in millimetres."""
    page = pdfium.PdfDocument(pdf)[0]
    picture = page.render(scale=DOTS_A_MM * 25.4 / 72, grayscale=True)
    dots = memoryview(picture.buffer).cast("B").cast("B", (picture.height, picture.stride))
    return [(found.text, width(found.position)) for found in zxingcpp.read_barcodes(dots)]


def width(corners: Any) -> float:
    return float(corners.top_right.x - corners.top_left.x) / DOTS_A_MM


@pytest.mark.parametrize("size", ["a4", "a5"])
def test_a_phone_reads_the_code_of_a_poster_which_is_four_centimetres_wide(chair: Client, size: str) -> None:
    answer = asked(chair, size, "en-gb", "pl", "ur", "pa")

    assert answer.headers["Content-Type"] == "application/pdf"
    assert f'filename="leicester-{size}-en-gb.pdf"' in answer.headers["Content-Disposition"]
    ((link, wide),) = codes(answer.content)
    assert link == f"{SITE}/leicester"
    assert wide >= LEAST_WIDTH


def test_each_card_has_the_code_of_its_language(chair: Client) -> None:
    found = codes(asked(chair, "cards", "ar", "en-gb").content)

    assert sorted(link for link, _wide in found) == [f"{SITE}/ar/leicester"] * 4 + [f"{SITE}/leicester"] * 4
    assert min(wide for _link, wide in found) >= LEAST_WIDTH


@pytest.mark.parametrize("language", SPOKEN, ids=lambda language: language.code)
def test_a_poster_speaks_its_language_and_leads_to_it(chair: Client, language: Any) -> None:
    others = [each.code for each in SPOKEN if each != language][:3]
    pdf = asked(chair, "a4", language.code, *others).content
    reader = PdfReader(io.BytesIO(pdf))
    root: Any = reader.root_object

    assert len(reader.pages) == 1
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].split("-")[0] == language.tag
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    prefix = "" if language.code == "en-gb" else f"/{language.code}"
    assert [link for link, _wide in codes(pdf)] == [f"{SITE}{prefix}/leicester"]
    words = reader.pages[0].extract_text()
    assert f"127.0.0.1:8000{prefix}/leicester" in words
    assert "Leicester MVP" in words


def test_the_first_language_is_not_said_twice(chair: Client) -> None:
    words = PdfReader(io.BytesIO(asked(chair, "a4", "en-gb", "en-gb").content)).pages[0].extract_text()

    assert " ".join(words.split()).count("How was your maternity care?") == 1


def test_more_than_four_languages_would_be_too_small(chair: Client) -> None:
    page = words_of(asked(chair, "a4", "en-gb", "pl", "ro", "ur", "pa").content)

    assert "Choose three at most, so that the letters stay large" in page


def test_a_place_of_others_cannot_be_chosen(chair: Client, durham: Place) -> None:
    answer = asked(chair, place="durham")

    assert answer.headers["Content-Type"].startswith("text/html")
    assert "Durham" not in words_of(answer.content)


def test_an_officer_prints_for_all_of_her_lms(leicester: Place) -> None:
    officer = signed_in(leicester.lms_officer)

    assert "Leicester Hospital" in words_of(officer.get("/desk/leicester-lms/invite/print/").content)


def test_what_another_website_copies_tracks_nobody(chair: Client) -> None:
    page = chair.get("/desk/leicester-mvp/invite/website/?place=leicester&language=pl").content.decode()

    assert f"&lt;a href=&#34;{SITE}/pl/leicester&#34;" in page
    assert f"&lt;iframe src=&#34;{SITE}/pl/leicester/embed&#34;" in page
    assert f"{SITE}/pl/m/leicester-mvp/embed" in page
    frames = page.count("&lt;iframe")
    sandboxed = "sandbox=&#34;allow-popups allow-popups-to-escape-sandbox&#34;"
    assert frames == page.count(sandboxed) == 2
    assert page.count("referrerpolicy=&#34;no-referrer&#34;") == 4
