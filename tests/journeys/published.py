"""One of everything that an MVP can show in public. Needs the settings, as the world it is made in does."""

from datetime import UTC, date, datetime
from uuid import uuid4

from surveys.commitments import services as commitments
from surveys.commitments.queries import State
from surveys.core.actors import SYSTEM
from surveys.notifications.addresses import token_of
from surveys.organisations import services as organisations
from surveys.organisations.queries import HelpLine, Kind
from surveys.reports import services as reports
from surveys.responses import receipts
from surveys.responses import services as responses
from surveys.responses.drafts import services as drafts
from surveys.responses.drafts.queries import Unsent
from tests.factories import help_lines
from tests.factories.consultations import opened, reported
from tests.factories.feedback import received
from tests.factories.letters import subscribed
from tests.factories.voices import voices
from tests.factories.world import NOW, START, Place, organisation

JULY = datetime(2026, 7, 8, 10, tzinfo=UTC)
PLAN = commitments.ActionPlan(
    you_said="Nights alone are hard.", we_do="Ask the ward.", owner="The ward", due_on=date(2026, 12, 1)
)


def publish(made: Place, *, now: datetime) -> dict[str, str]:
    """Consultations, a report, what was done, whom to ring, a unit that has moved; and what leads there."""
    asked, past = opened(made, at=now), reported(made, at=now)
    _report(made)
    _act(made)
    _list_lines(made)
    return {
        "asked": asked.slug,
        "past": past.slug,
        "stop": token_of(subscribed(asked)),
        "kept": token_of(subscribed(asked, "bea@example.org")),
        "moved": _moved(made),
        "receipt": _asked_again(made),
        "gone en-gb": _saved_where_nothing_is(made, "en-gb", now),
        "gone ar": _saved_where_nothing_is(made, "ar", now),
    }


def _report(made: Place) -> None:
    voices(made, 40, at=JULY, themes={"KIND": "positive"}, fft="very_good")
    report = reports.compile_report(
        made.mvp, starts_on=date(2026, 7, 1), ends_on=date(2026, 10, 1), by=made.chair, now=NOW
    )
    reports.word_report(report.pk, headline="They feel safe.", ask="Agree.", by=made.chair, now=NOW)
    reports.sign_off(report.pk, by=made.chair, now=NOW)


def _act(made: Place) -> None:
    """One thing is done, one is waited for."""
    done, _waiting = (
        commitments.open_action(made.mvp, action=PLAN, opened_on=START, by=made.chair, now=NOW)
        for _action in range(2)
    )
    commitments.close_action(
        done.pk, state=State.DONE, outcome="Partners may stay.", closed_on=NOW.date(), by=made.chair, now=NOW
    )


def _asked_again(made: Place) -> str:
    """The receipt code of a woman whom the chair has asked something."""
    told = received(made, good="The midwife stayed.")
    responses.ask(told.pk, words="Which ward were you on?", by=made.chair, now=NOW)
    return receipts.code(told.submission_key)


def _saved_where_nothing_is(made: Place, language: str, now: datetime) -> str:
    """The code of what a woman saved at an address that has gone since."""
    told = Unsent(
        key=uuid4(),
        partnership_id=made.mvp.pk,
        version_id=made.version.pk,
        route="feedback:start",
        parts=["gone"],
        language=language,
        given={"q-good": ["The midwife stayed."], "q-fft": ["good"]},
    )
    return drafts.save(told, now=now).code


def _list_lines(made: Place) -> None:
    """Whom to ring, and who takes complaints."""
    help_lines.list_lines(
        (
            (made.site, HelpLine.Purpose.TRIAGE, "Maternity triage", "0116 496 0004"),
            (made.site, HelpLine.Purpose.COMPLAINTS, "Complaints team", "0116 496 0005"),
        )
    )


def _moved(made: Place) -> str:
    old = organisation(Kind.SITE, "Old Hospital", parent=made.mvp, short_code="oldlincoln")
    organisations.merge([old], successor=made.site, on=NOW.date(), note="Moved", by=SYSTEM, now=NOW)
    return str(old.short_code)
