"""A woman's page comes in one flight, asks no other host for anything, and is styled whole."""

import re
from collections.abc import Iterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from django.template.loader import render_to_string
from django.test import override_settings

from tools import assets, gallery, node

ONE_FLIGHT = 14 * 1024
WOMENS_PAGES = ("question", "question-error", "question-ar", "question-gentle", "receipt")
PLAIN_STATIC = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Styles and scripts, built afresh."""
    out = tmp_path_factory.mktemp("static")
    assets.build(out, node.environment())
    return out


@pytest.fixture(scope="module")
def womens_pages() -> Iterator[dict[str, str]]:
    """The model pages of a woman's journey, as HTML."""
    with override_settings(STORAGES=PLAIN_STATIC):
        pages = {name: gallery.pages()[name] for name in WOMENS_PAGES}
        yield {
            name: render_to_string(f"components/gallery/{template}.jinja", context)
            for name, (template, context) in pages.items()
        }


def on_the_wire(text: str | bytes) -> int:
    return len(brotli.compress(text if isinstance(text, bytes) else text.encode()))


def test_a_womans_page_and_its_styles_come_in_one_flight(built: Path, womens_pages: dict[str, str]) -> None:
    styles = on_the_wire((built / "woman.css").read_bytes())
    weights = {name: on_the_wire(html) + styles for name, html in womens_pages.items()}
    assert max(weights.values()) <= ONE_FLIGHT, weights


def test_no_font_travels(built: Path) -> None:
    styles = list(built.glob("*.css"))

    assert len(styles) > 3
    assert [file.name for file in styles if "@font-face" in file.read_text()] == []
    assert [
        file.name for file in built.rglob("*") if file.suffix in (".woff", ".woff2", ".ttf", ".otf")
    ] == []


def test_the_same_sources_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    assets.build(tmp_path / "again", node.environment())
    for file in built.iterdir():
        assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes(), file.name


def test_nothing_is_asked_of_another_host(built: Path, womens_pages: dict[str, str]) -> None:
    sources = {file.name: file.read_text() for file in built.iterdir()} | womens_pages
    for name, source in sources.items():
        assert not re.search(r"url\(['\"]?(https?:)?//|(src|href)=['\"](https?:)?//|@import", source), name


def test_the_purge_keeps_every_class_that_womens_pages_use(built: Path, womens_pages: dict[str, str]) -> None:
    whole = styled_classes(built / "desk.css")
    purged = styled_classes(built / "woman.css")
    used = set().union(*(used_classes(html) for html in womens_pages.values()))
    assert "nhsuk-radios__input" in used & whole
    assert used & whole <= purged


@pytest.mark.parametrize(
    "state",
    [
        "nhsuk-frontend-supported",
        "nhsuk-checkboxes__conditional--hidden",
        "nhsuk-radios__conditional--hidden",
    ],
)
def test_the_purge_keeps_states_that_scripts_add(built: Path, state: str) -> None:
    assert state in styled_classes(built / "woman.css")


def test_pages_read_right_to_left_without_sides_of_their_own(built: Path) -> None:
    sides = re.findall(r"[{;](?:margin|padding)-(?:left|right)[^;}]*", (built / "woman.css").read_text())
    assert sides == []


def test_the_mark_is_under_a_kilobyte(built: Path) -> None:
    assert (built / "mark.svg").stat().st_size < 1024


def test_pages_carry_neither_style_nor_script_that_the_content_policy_refuses(
    womens_pages: dict[str, str],
) -> None:
    for name, html in womens_pages.items():
        assert not re.search(r"<style| style=|<script(?![^>]* src=)| on[a-z]+=", html), name


def styled_classes(stylesheet: Path) -> set[str]:
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", stylesheet.read_text()))


def used_classes(html: str) -> set[str]:
    return {name for names in re.findall(r'class="([^"]*)"', html) for name in names.split()}
