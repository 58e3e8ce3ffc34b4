"""Nothing that people read says that anybody is watching: nobody is, and somebody might rely on it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WHERE = ("templates/**/*.jinja", "templates/**/*.html", "surveys/web/**/*.py", "surveys/notifications/*.py")


def test_no_page_and_no_e_mail_says_that_anything_is_monitored() -> None:
    read = [path for pattern in WHERE for path in ROOT.glob(pattern)]

    assert len(read) > 200
    assert [path.name for path in read if "monitor" in path.read_text(encoding="utf-8").lower()] == []
