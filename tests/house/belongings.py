"""One of everything that belongs to a place, for the walk that tries to reach it from elsewhere."""

from datetime import date, timedelta
from typing import Any

from surveys.commitments import services as commitments
from surveys.commitments.services import ActionPlan
from surveys.core.actors import SYSTEM
from surveys.moderation import services as moderation
from surveys.notifications.addresses import token_of
from surveys.organisations import services as organisations
from surveys.organisations.models import HelpLine
from surveys.people import services as people
from surveys.people.models import Membership, User
from surveys.reports import services as reports
from surveys.reports.models import Report
from surveys.responses.models import FreeText, Response
from surveys.themes import services as themes
from surveys.themes import together
from surveys.themes.codeframe import Words
from surveys.themes.emerging import finding
from surveys.themes.models import LearnedVersion
from surveys.themes.queries import prompts
from tests.factories.consultations import drafted, opened
from tests.factories.feedback import received, told_after_loss
from tests.factories.letters import subscribed
from tests.factories.listening import put_on_call, screened, themed
from tests.factories.spreadsheets import as_csv, checked_by_worker, numbered
from tests.factories.world import NOW, Place
from tests.house.addresses import addresses

IN_DANGER = "The midwife Sarah was rude and I want to kill myself"


def belongings(place: Place) -> dict[str, Any]:
    """What each part of an address stands for, with one of this place's own."""
    text = themed(place, better="The midwife Sarah was rude")
    consultation = opened(place)
    key, _text = people.make_api_key(place.lms, name="Trust system", by=place.lms_officer, now=NOW)
    return {
        "text_id": text.pk,
        "response_id": text.response_id,
        "act_id": _set_aside(place, received(place, good="Cheap watches")),
        "together_id": _aside_together(screened(place, good="Cheap watches"), by=place.moderator),
        "case_id": themed(place, better=IN_DANGER).riskcase.pk,
        "shift_id": put_on_call(place, place.moderator, at=NOW + timedelta(days=3650)).pk,
        "batch_id": checked_by_worker(place, as_csv(*numbered(2))).pk,
        "consultation_id": consultation.pk,
        "consultation_slug": consultation.slug,
        "token": token_of(subscribed(consultation)),
        "report_id": _issued(place).pk,
        "kind": "json",
        "action_id": _action(place),
        # A theme of its own: what is in the shipped list, everybody has.
        "code": _theme(place),
        **_coded_twice(place),
        "prompt_id": _prompt(place),
        "version_id": _learned(place),
        "membership_id": Membership.objects.get(user=place.trust_staff).pk,
        "line_id": _help_line(place),
        "key_id": key.pk,
        "slug": place.mvp.slug,
        "unit": place.site.slug,
        "short_code": place.site.short_code,
    }


def after_loss(place: Place) -> dict[str, dict[str, Any]]:
    """For the pages of specialist moderators: what a parent told the place's LMS after a loss."""
    response = told_after_loss(place, helped="They were kind", different=IN_DANGER)
    moderation.screen([response.pk], now=NOW)
    told = {"text_id": response.texts.get(question_key="helped").pk, "response_id": response.pk}
    told["case_id"] = response.texts.get(question_key="different").riskcase.pk
    shift = put_on_call(place, place.loss_moderator, at=NOW + timedelta(days=3650), after_loss=True)
    told["shift_id"] = shift.pk
    told["act_id"] = _set_aside(place, told_after_loss(place, different="Cheap watches"))
    watches = told_after_loss(place, different="Cheap watches")
    moderation.screen([watches.pk], now=NOW)
    told["together_id"] = _aside_together(watches.texts.get(), by=place.loss_moderator)
    return {address.name: told for address in addresses() if address.name.startswith("desk:loss:")}


def drafts(place: Place) -> dict[str, dict[str, Any]]:
    """For addresses about what is in a certain state: which of the place's own they are about."""
    report, consultation = {"report_id": _draft(place).pk}, {"consultation_id": drafted(place).pk}
    return {
        "desk:report-words": report,
        "desk:report-sign-off": report,
        "desk:consultation-edit": consultation,
        "desk:consultation-open": consultation,
        "desk:code-restore": {"code": _past_theme(place)},
    }


def _set_aside(place: Place, response: Response) -> Any:
    moderation.screen([response.pk], now=NOW)
    by = place.loss_moderator if response.after_loss else place.moderator
    # Before any report: a draft that holds what was set aside since cannot be signed off.
    earlier = NOW - timedelta(hours=1)
    return moderation.set_responses_aside([response.pk], reason="spam", by=by, now=earlier).pk


def _aside_together(text: FreeText, *, by: User) -> Any:
    return together.set_aside([text.pk], reason="An advertisement", by=by, now=NOW).act_id


def _draft(place: Place) -> Report:
    return reports.compile_report(
        place.mvp, starts_on=date(2026, 4, 1), ends_on=date(2026, 7, 1), by=place.chair, now=NOW
    )


def _issued(place: Place) -> Report:
    report = reports.compile_report(
        place.mvp, starts_on=date(2026, 7, 1), ends_on=date(2026, 10, 1), by=place.chair, now=NOW
    )
    reports.word_report(report.pk, headline="They feel safe.", ask="Agree.", by=place.chair, now=NOW)
    return reports.sign_off(report.pk, by=place.chair, now=NOW)


def _action(place: Place) -> Any:
    plan = ActionPlan(
        you_said="Nights alone are hard.",
        we_do="Partners may stay.",
        owner="Head of midwifery",
        due_on=date(2026, 12, 1),
    )
    action = commitments.open_action(place.mvp, action=plan, opened_on=NOW.date(), by=place.chair, now=NOW)
    return action.pk


def _theme(place: Place) -> str:
    words = Words("Nights alone", "Being alone on the ward at night.")
    return themes.add_code(place.mvp, words=words, why="Many said so", by=place.chair, now=NOW)


def _prompt(place: Place) -> Any:
    """What the machine asks about, with five women who said it."""
    for _ in range(5):
        text = themed(place, good="The vending machine was empty")
        themes.settle(text.pk, redactions=[], decisions={}, by=place.moderator, now=NOW)
    finding.find([place.mvp.pk], now=NOW + timedelta(hours=1))
    return prompts(place.mvp.pk)[0].prompt.pk


def _coded_twice(place: Place) -> dict[str, Any]:
    """A sample that the chair has begun to code, who sees in one comment what the moderator did not."""
    for _ in range(10):
        text = themed(place, good="They were kind")
        themes.settle(text.pk, redactions=[], decisions={}, by=place.moderator, now=NOW)
    sample = themes.draw_sample(place.mvp, size=10, coder=place.chair, by=place.chair, now=NOW)
    item = sample.items.order_by("position")[0]
    themes.code_item(item.pk, decisions={"KIND": "positive"}, by=place.chair, now=NOW)
    return {"sample_id": sample.pk, "item_id": item.pk}


def _learned(place: Place) -> Any:
    counts = {"hits": 1, "wrong": 1, "missed": 1}
    return LearnedVersion.objects.create(
        organisation=place.mvp,
        number=1,
        base="reader-1",
        list_version=1,
        decisions=80,
        held_out=16,
        before=counts,
        after=counts,
        share=0.5,
        content=b"",
        made_at=NOW,
        promoted=True,
    ).pk


def _past_theme(place: Place) -> str:
    words = Words("Long nights", "Not sleeping on the ward.")
    code = themes.add_code(place.mvp, words=words, why="Many said so", by=place.chair, now=NOW)
    themes.retire_code(place.mvp, code=code, why="The other says it", by=place.chair, now=NOW)
    return code


def _help_line(place: Place) -> Any:
    line = organisations.list_help_line(
        organisation=place.site,
        purpose=HelpLine.Purpose.TRIAGE,
        name="Triage",
        phone="0116 496 0123",
        checked_on=NOW.date(),
        by=SYSTEM,
        now=NOW,
    )
    return line.pk
