"""The repository keeps its promises: calm files, reasons for exceptions, pages as the policy wants them."""

import re
import subprocess
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client

from tests.factories.consultations import opened
from tests.factories.world import Place

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 400
# Templates that are not pages of the site: the policy does not reach them.
NOT_PAGES = ("templates/emails/", "templates/account/email/", "templates/components/gallery/email/")
# Templates that may say what the content policy refuses, each with its reason.
OWN_STYLES = {
    "templates/documents/report.jinja": "a file of its own, opened from a disk",
    "templates/web/feedback/step.jinja": "the first page comes in one flight; the policy names its hash",
}
# Templates that may switch escaping off, each with its reason.
UNESCAPED: dict[str, str] = {}

# The brackets keep these lines from being found by what they look for.
EXCEPTION = re.compile(r"# no[q]a")
REASONED = re.compile(r"# no[q]a: [A-Z]+\d+(, [A-Z]+\d+)*\s+(-|#) \w+")
INLINE = re.compile(
    r"<style\b|<script(?![^>]*\bsrc=)|\sstyle\s*=\s*[\"'{]|\son[a-z]+\s*=\s*[\"'{]|javascript:", re.IGNORECASE
)
WRITTEN = ("*.py", "*.jinja", "*.html", "*.mjs", "*.scss", "*.md", "*.toml", "*.yml", "Makefile")
NEVER = ("../" + "shared", "/work/" + "main", "TO" + "DO", "FIX" + "ME")
DEPENDENCY = re.compile(r'^    "[a-z]')


@cache
def tracked(*patterns: str) -> list[Path]:
    """The files that belong to the repository, as they lie here."""
    told = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, capture_output=True, check=True
    )
    files = [ROOT / name for name in told.stdout.decode().split("\0") if name]
    return [file for file in files if file.is_file()]


def named(file: Path) -> str:
    return str(file.relative_to(ROOT))


def lines(*patterns: str) -> list[tuple[str, str]]:
    """Every line of these files, with where it stands."""
    return [
        (f"{named(file)}:{number}", line)
        for file in tracked(*patterns)
        for number, line in enumerate(file.read_text(errors="ignore").splitlines(), 1)
    ]


def pages() -> list[Path]:
    templates = tracked("templates/*.jinja", "templates/*.html")
    return [file for file in templates if not named(file).startswith(NOT_PAGES)]


def test_there_is_something_to_look_at() -> None:
    assert len(tracked("*.py")) > 300
    assert len(pages()) > 60


def test_no_python_file_is_too_long_to_read_at_once() -> None:
    long = {named(file) for file in tracked("*.py") if len(file.read_text().splitlines()) > LONGEST_FILE}
    assert long == set()


def test_nothing_points_out_of_the_repository_or_waits_to_be_done() -> None:
    found = [where for where, line in lines(*WRITTEN) if any(word in line for word in NEVER)]
    assert found == []


def test_every_exception_from_a_rule_gives_its_reason() -> None:
    marked = [(where, line) for where, line in lines("*.py") if EXCEPTION.search(line)]
    assert marked
    assert [where for where, line in marked if not REASONED.search(line)] == []


def test_decisions_have_numbers_of_their_own_and_are_listed() -> None:
    decisions = [file.name for file in tracked("docs/decisions/[0-9]*.md")]
    numbers = [name[:4] for name in decisions]
    index = (ROOT / "docs/decisions/README.md").read_text()

    assert len(numbers) == len(set(numbers))
    assert [name for name in decisions if f"]({name})" not in index] == []


def is_explained(project: list[str], at: int) -> bool:
    """Whether a comment stands above a dependency; one that ends with a colon speaks for all that follow."""
    above = next(line for line in reversed(project[:at]) if not DEPENDENCY.match(line))
    return above.startswith("    # ") and (above == project[at - 1] or above.endswith(":"))


def test_every_dependency_says_why_it_is_here() -> None:
    project = (ROOT / "pyproject.toml").read_text().partition("[tool.uv]")[0].splitlines()
    dependencies = [at for at, line in enumerate(project) if DEPENDENCY.match(line)]

    assert len(dependencies) > 40
    assert [project[at] for at in dependencies if not is_explained(project, at)] == []


def test_templates_escape_everything() -> None:
    unescaped = {
        where.split(":")[0]
        for where, line in lines("templates/*")
        if re.search(r"\|\s*safe\b|autoescape\s+false", line)
    }
    assert unescaped == set(UNESCAPED)


def test_no_page_holds_a_script_or_a_style_of_its_own() -> None:
    inline = {named(file) for file in pages() if INLINE.search(file.read_text())}
    assert inline == set(OWN_STYLES)


@pytest.mark.parametrize(
    ("markup", "refused"),
    [
        ('<p onclick="x()">', True),
        ("<p style='color: red'>", True),
        ("<script>x()</script>", True),
        ('<script type="module" src="/a.js"></script>', False),
        ('<a href="/one?once=1">on time</a>', False),
    ],
)
def test_what_counts_as_a_script_or_a_style(markup: str, refused: bool) -> None:
    assert bool(INLINE.search(markup)) == refused


FETCHED = frozenset({"src", "srcset", "action", "formaction", "data", "poster"})


class Reached(HTMLParser):
    """What a browser fetches or sends to, by itself or through a form, when it shows a page."""

    def __init__(self) -> None:
        super().__init__()
        self.hosts: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        watched = FETCHED | {"href"} if tag == "link" else FETCHED
        self.hosts |= {urlsplit(value or "").netloc for name, value in attrs if name in watched}


@pytest.mark.parametrize(
    "page",
    ["/", "/privacy", "/accessibility", "/m/leicester-mvp/", "/m/leicester-mvp/c/partners-staying-overnight/",
     "/leicester", "/leicester/help", "/r", "/account/login/", "/nowhere/at/all"],
)  # fmt: skip
def test_public_pages_reach_nobody_else_and_say_so(leicester: Place, page: str) -> None:
    opened(leicester)
    answer = Client().get(page)
    reached = Reached()
    reached.feed(answer.content.decode())

    assert answer.status_code == (404 if "nowhere" in page else 200)
    assert reached.hosts <= {""}
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert "http" not in policy
