"""Makes the founding tenants through the services: systems, trusts, MVPs, units, plans and help lines."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from surveys.commitments import services as commitments
from surveys.commitments.services import Promise
from surveys.core.actors import SYSTEM
from surveys.organisations import services as organisations
from surveys.organisations.queries import HelpLine, Kind, Organisation
from surveys.questionnaires import services as questionnaires
from surveys.questionnaires import standard
from surveys.questionnaires.definition import Definition
from surveys.questionnaires.queries import Questionnaire

SOURCE = Path(__file__).parent / "world" / "founding.toml"
EARLIEST = date(2017, 4, 1)


@dataclass
class Founding:
    """What has been made so far, by slug."""

    now: datetime
    made: dict[str, Organisation] = field(default_factory=dict)

    def organisation(self, kind: Kind, raw: Mapping[str, Any], *, under: list[str]) -> Organisation:
        """One organisation, part of those named in `under`."""
        made = organisations.found(
            kind=kind,
            name=raw["name"],
            slug=raw["slug"],
            short_code=raw.get("code"),
            ods_code=raw.get("ods_code", ""),
            called=raw.get("called", ""),
            valid_from=raw.get("valid_from", EARLIEST),
            by=SYSTEM,
            now=self.now,
        )
        for parent in under:
            organisations.put_under(
                made, parent=self.made[parent], valid_from=made.valid_from, by=SYSTEM, now=self.now
            )
        self.made[made.slug] = made
        return made


def found_all(*, now: datetime, checked_on: date) -> dict[str, Organisation]:
    """Every founding organisation by slug, with the merger of 1 April 2021 written as successions.

    `checked_on`: the day on which somebody rang the national help lines.
    """
    raw = tomllib.loads(SOURCE.read_text())
    founding = Founding(now)
    for lms in raw["lms"]:
        made = founding.organisation(Kind.LMS, lms, under=[])
        _ask(made, Questionnaire.Purpose.AFTER_LOSS, standard.after_loss(), now=now)
    for trust in raw["trust"]:
        founding.organisation(Kind.TRUST, trust, under=[trust["first_lms"]])
    for mvp in raw["mvp"]:
        _partnership(founding, mvp)
    for lms in raw["lms"]:
        _merge(founding, lms)
    _promise(founding, raw)
    _help_lines(raw, checked_on=checked_on, now=now)
    return founding.made


def _partnership(founding: Founding, raw: Mapping[str, Any]) -> None:
    partnership = founding.organisation(Kind.MVP, raw, under=[raw["lms"]])
    for unit in raw["units"]:
        kind = Kind.SERVICE if unit.get("service") else Kind.SITE
        founding.organisation(kind, unit, under=[partnership.slug, unit["trust"]])
    _ask(partnership, Questionnaire.Purpose.FEEDBACK, standard.feedback(), now=founding.now)
    _ask(partnership, Questionnaire.Purpose.IMPORT, standard.unprompted(), now=founding.now)


def _ask(who: Organisation, purpose: Questionnaire.Purpose, asked: Definition, *, now: datetime) -> None:
    """Publish what an organisation asks."""
    title = "After a loss" if purpose == Questionnaire.Purpose.AFTER_LOSS else "Your care"
    version = questionnaires.draft(who, purpose=purpose, title=title, definition=asked, by=SYSTEM, now=now)
    questionnaires.publish(version, by=SYSTEM, now=now)


def _merge(founding: Founding, raw: Mapping[str, Any]) -> None:
    merger = raw.get("took_over")
    if merger is None:
        return
    organisations.merge(
        [founding.made[slug] for slug in merger["from"]],
        successor=founding.made[raw["slug"]],
        on=merger["on"],
        note=merger["note"],
        by=SYSTEM,
        now=founding.now,
    )


def _promise(founding: Founding, raw: Mapping[str, Any]) -> None:
    leicester = founding.made["leicester-leicestershire-rutland"]
    north = founding.made["north-east-north-cumbria"]
    plans = [("Better Births LLR", leicester, raw["commitment"])]
    plans += [("Better Births", lms, raw["better_births"]) for lms in (leicester, north)]
    for plan, lms, promises in plans:
        for position, promise in enumerate(promises, start=1):
            commitments.promise(
                lms,
                plan=plan,
                promise=Promise(
                    ref=promise["ref"],
                    title=promise["title"],
                    text=promise.get("text", promise["title"]),
                    position=position,
                    codes=tuple(promise.get("codes", ())),
                ),
                valid_from=lms.valid_from,
                by=SYSTEM,
                now=founding.now,
            )


def _help_lines(raw: Mapping[str, Any], *, checked_on: date, now: datetime) -> None:
    for position, line in enumerate(raw["help_line"]):
        organisations.list_help_line(
            organisation=None,
            purpose=HelpLine.Purpose(line["purpose"]),
            name=line["name"],
            phone=line.get("phone", ""),
            url=line.get("url", ""),
            hours=line.get("hours", ""),
            position=position,
            checked_on=checked_on,
            by=SYSTEM,
            now=now,
        )
