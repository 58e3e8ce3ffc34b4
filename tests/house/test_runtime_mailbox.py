"""The local mailbox: takes mail over SMTP, shows it safely, and fails on demand."""

import http.client
import json
import smtplib
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from tools.mailbox import Mailbox

NASTY = "<script>alert(1)</script>"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with Mailbox() as mailbox:
        yield mailbox


def letter(subject: str = "The report") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Voices <voices@example.org>"
    message["To"] = "chair@example.org"
    message["Subject"] = subject
    message.set_content(f"Read it at https://example.org/r/1?a=b&c=d. {NASTY} ممتاز\n")
    message.add_alternative(f"<html><head></head><body><b>Read it</b>{NASTY}</body></html>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename=f'a"{NASTY}.pdf')
    return message


def send(mailbox: Mailbox, message: EmailMessage, to: str = "chair@example.org") -> None:
    with smtplib.SMTP("127.0.0.1", mailbox.port) as server:
        server.send_message(message, to_addrs=[to])


def get(url: str, host: str = "") -> http.client.HTTPResponse:
    request = urllib.request.Request(url, headers={"Host": host} if host else {})  # noqa: S310 - our own mailbox
    response: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=10)  # noqa: S310 - our own mailbox
    return response


def test_a_letter_is_kept_whole(mailbox: Mailbox) -> None:
    send(mailbox, letter(), to="board@example.org")
    kept = mailbox.wait_for("board@example.org", "report")
    assert kept.subject == "The report"
    assert kept.sender == "Voices <voices@example.org>"
    assert "ممتاز" in kept.text
    assert "<b>Read it</b>" in kept.html
    assert [(file.name, file.content_type, file.content) for file in kept.attachments] == [
        (f'a"{NASTY}.pdf', "application/pdf", b"%PDF")
    ]


def test_letters_survive_a_restart_newest_first(tmp_path: Path) -> None:
    for subject in ("first", "second"):
        with Mailbox(folder=tmp_path) as mailbox:
            send(mailbox, letter(subject))
    with Mailbox(folder=tmp_path) as mailbox:
        assert [kept.subject for kept in mailbox.messages()] == ["second", "first"]


def test_what_strangers_wrote_runs_nowhere(mailbox: Mailbox) -> None:
    send(mailbox, letter(NASTY))
    page = f"{mailbox.url}/letters/{mailbox.messages()[0].id}"
    for url in (mailbox.url, page):
        response = get(url)
        assert NASTY not in response.read().decode()
        assert "script-src" not in response.headers["Content-Security-Policy"]
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    framed = get(f"{page}/html")
    assert "sandbox allow-popups" in framed.headers["Content-Security-Policy"]
    assert "allow-scripts" not in framed.headers["Content-Security-Policy"]


def test_links_in_plain_text_open_and_attachments_download(mailbox: Mailbox) -> None:
    send(mailbox, letter())
    page = f"{mailbox.url}/letters/{mailbox.messages()[0].id}"
    assert 'href="https://example.org/r/1?a=b&amp;c=d"' in get(page).read().decode()
    file = get(f"{page}/files/0")
    assert file.read() == b"%PDF"
    assert file.headers["Content-Disposition"].startswith("attachment;")
    assert b"X-Envelope-To: chair@example.org" in get(f"{page}/source").read()
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(f"{page}/files/1")


def test_other_programs_read_it_as_json(mailbox: Mailbox) -> None:
    send(mailbox, letter())
    (listed,) = json.loads(get(f"{mailbox.url}/messages.json").read())
    assert (listed["to"], listed["subject"]) == (["chair@example.org"], "The report")
    assert get(mailbox.url + listed["attachments"][0]["url"]).read() == b"%PDF"


def test_it_fails_on_demand(mailbox: Mailbox) -> None:
    mailbox.fail_next(1)
    with pytest.raises(smtplib.SMTPDataError, match="451"):
        send(mailbox, letter())
    mailbox.refuse()
    with pytest.raises(ConnectionRefusedError):
        send(mailbox, letter())
    mailbox.accept()
    send(mailbox, letter())
    assert len(mailbox.messages()) == 1


def test_another_process_may_ask_it_to_fail_but_no_web_page(mailbox: Mailbox) -> None:
    asked = urllib.request.Request(f"{mailbox.url}/control/fail-next/1", method="POST")  # noqa: S310 - our own mailbox
    urllib.request.urlopen(asked, timeout=10).close()  # noqa: S310 - our own mailbox
    with pytest.raises(smtplib.SMTPDataError):
        send(mailbox, letter())
    asked.add_header("Origin", "https://example.org")
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(asked, timeout=10)  # noqa: S310 - our own mailbox


def test_a_foreign_name_that_points_here_is_turned_away(mailbox: Mailbox) -> None:
    with pytest.raises(urllib.error.HTTPError, match="403"):
        get(mailbox.url, host="evil.example.org")
