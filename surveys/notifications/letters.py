"""What our e-mails say: HTML made with MJML, and a plain text twin, both from one context.

Subject lines are neutral: somebody else may see them on a locked telephone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import mjml
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from surveys.consultations.models import Consultation
from surveys.core.secrets import grouped
from surveys.notifications import addresses
from surveys.notifications.board_summary import BoardSummary
from surveys.notifications.models import Subscription
from surveys.responses.drafts import codes
from surveys.responses.drafts.queries import Kept

NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Letter:
    """One composed e-mail. `sender` is the name beside our address; `html` may be empty."""

    subject: str
    text: str
    html: str = ""
    sender: str = ""


@dataclass(frozen=True)
class RiskLetter:
    """What an e-mail about risks says: `risks` are levels and when each is due, `notes` what to do."""

    subject: str
    organisation: str
    risks: tuple[tuple[str, datetime], ...]
    notes: tuple[str, ...]
    address: str


def reminder(subscription: Subscription) -> Letter:
    """That a consultation closes soon, for somebody who asked to be told."""
    consultation = subscription.consultation
    with override(subscription.language):
        return compose(
            "reminder",
            subject=_("The reminder that you asked for"),
            organisation=consultation.organisation.name,
            context={
                "why": _("you asked us to remind you about this."),
                "action_text": _("Read about it and give your views"),
                "action_url": addresses.reminded_page(subscription),
                "stop_url": addresses.stop_page(subscription),
                "kept_url": addresses.kept_page(subscription),
                "consultation": consultation,
            },
        )


def result(subscription: Subscription) -> Letter:
    """What was decided and how views were used, for somebody who asked to hear it."""
    consultation: Consultation = subscription.consultation
    with override(subscription.language):
        return compose(
            "result",
            subject=_("How your views were used"),
            organisation=consultation.organisation.name,
            context={
                "why": _("you asked us to tell you what came of this."),
                "action_text": _("See it on our page"),
                "action_url": addresses.consultation_page(consultation),
                "stop_url": addresses.stop_page(subscription),
                "kept_url": addresses.kept_page(subscription),
                "consultation": consultation,
            },
        )


def link(kept: Kept, *, organisation: str) -> Letter:
    """The link with which a woman goes on, for herself; it says nothing of what she wrote or about whom."""
    return compose(
        "link",
        subject=_("The link that you asked for"),
        organisation=organisation,
        context={
            "why": _("you asked us to send you this link."),
            "action_text": _("Go on"),
            "action_url": addresses.link_page(codes.token(kept.unsent.key)),
            "stop_url": None,
            "last_day": kept.last_day,
        },
    )


def board_report(summary: BoardSummary) -> Letter:
    """The short form of a signed-off report: headline, ask and up to five figures, no quotes."""
    return compose(
        "report",
        subject=_("Maternity voices report, %(period)s") % {"period": summary.period},
        organisation=summary.organisation,
        context={
            "why": _("you are on the board that receives its reports, and this one has been signed off."),
            "action_text": _("Read the full report"),
            "action_url": addresses.report_page(summary.report_id),
            "stop_url": None,
            "summary": summary,
        },
    )


def receipt(code: str) -> Letter:
    """Her receipt code. Says nothing of care, and comes from the site, not from an MVP by name."""
    return compose(
        "receipt",
        subject=_("The code that you asked for"),
        organisation=str(urlsplit(settings.SITE_URL).hostname),
        context={
            "why": _("somebody typed this address on our page. We do not keep it."),
            "action_text": _("Open the page for codes"),
            "action_url": addresses.receipt_page(),
            "stop_url": None,
            "code": grouped(code),
        },
    )


def risk(about: RiskLetter) -> Letter:
    """That a comment waits for somebody on call; of what it says, by whom and about which unit: nothing."""
    return compose(
        "risk",
        subject=about.subject,
        organisation=about.organisation,
        context={
            "why": "you check comments there, lead it, or keep its people right.",
            "action_text": "Sign in and open it",
            "action_url": about.address,
            "stop_url": None,
            "about": about,
        },
    )


def compose(name: str, *, subject: str, organisation: str, context: Mapping[str, Any]) -> Letter:
    """The letter of `templates/emails/<name>`, from an organisation."""
    known = {"subject": subject, "organisation": organisation, **context}
    # What XML cannot hold (Word's line breaks, say) would stop the letter for ever.
    source = NOT_IN_XML.sub(" ", render_to_string(f"emails/{name}.mjml.jinja", known))
    return Letter(
        subject=subject,
        text=render_to_string(f"emails/{name}.txt.jinja", known),
        # Without fonts={} the page would ask a font server for them.
        html=mjml.mjml2html(source, disable_comments=True, fonts={}),
        sender=organisation,
    )
