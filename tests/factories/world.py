"""A small world for tests: one LMS with one MVP, its trust and two units, and a stranger LMS beside it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import uuid4

from surveys.core.actors import SYSTEM
from surveys.organisations import services as organisations
from surveys.organisations.models import Kind, Organisation
from surveys.people import services as people
from surveys.people.models import User
from surveys.people.roles import ROLES
from surveys.questionnaires import services as questionnaires
from surveys.questionnaires import standard
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion

NOW = datetime(2026, 10, 14, 10, 0, tzinfo=UTC)
START = date(2021, 4, 1)


@dataclass(frozen=True)
class Place:
    """One LMS and what is part of it, with somebody in each role."""

    lms: Organisation
    mvp: Organisation
    trust: Organisation
    site: Organisation
    service: Organisation
    version: QuestionnaireVersion
    import_version: QuestionnaireVersion
    loss_version: QuestionnaireVersion
    chair: User
    moderator: User
    loss_moderator: User
    trust_staff: User
    lms_officer: User
    board_member: User


def organisation(kind: Kind, name: str, *, parent: Organisation | None = None, **fields: str) -> Organisation:
    """An organisation since April 2021, part of `parent`."""
    slug = fields.pop("slug", f"{name.lower().replace(' ', '-')}-{uuid4().hex[:4]}")
    made = organisations.found(
        kind=kind, name=name, slug=slug, valid_from=START, by=SYSTEM, now=NOW, **fields
    )
    if parent is not None:
        organisations.put_under(made, parent=parent, valid_from=START, by=SYSTEM, now=NOW)
    return made


def person(name: str, role: str, place: Organisation) -> User:
    """Somebody who holds a role at a place; her address is `name@slug.test`."""
    user = people.register(email=f"{name}@{place.slug}.test", name=name.title(), by=SYSTEM, now=NOW)
    people.give_role(user, role=ROLES[role], organisation=place, valid_from=START, by=SYSTEM, now=NOW)
    return user


def published(place: Organisation, purpose: Questionnaire.Purpose) -> QuestionnaireVersion:
    """A published standard questionnaire."""
    asked = {
        Questionnaire.Purpose.FEEDBACK: standard.feedback,
        Questionnaire.Purpose.IMPORT: standard.unprompted,
        Questionnaire.Purpose.AFTER_LOSS: standard.after_loss,
    }[purpose]()
    version = questionnaires.draft(
        place, purpose=purpose, title="Your care", definition=asked, by=SYSTEM, now=NOW
    )
    return questionnaires.publish(version, by=SYSTEM, now=NOW)


def place(name: str) -> Place:
    """A whole LMS named `name`."""
    lms = organisation(Kind.LMS, f"{name} LMS", slug=f"{name.lower()}-lms")
    mvp = organisation(Kind.MVP, f"{name} MVP", parent=lms, slug=f"{name.lower()}-mvp")
    trust = organisation(Kind.TRUST, f"{name} Trust", parent=lms, slug=f"{name.lower()}-trust")
    site = organisation(
        Kind.SITE, f"{name} Hospital", parent=mvp, slug=f"{name.lower()}-site", short_code=name.lower()
    )
    organisations.put_under(site, parent=trust, valid_from=START, by=SYSTEM, now=NOW)
    service = organisation(Kind.SERVICE, f"{name} Home Birth Team", parent=mvp, slug=f"{name.lower()}-home")
    organisations.put_under(service, parent=trust, valid_from=START, by=SYSTEM, now=NOW)
    return Place(
        lms=lms,
        mvp=mvp,
        trust=trust,
        site=site,
        service=service,
        version=published(mvp, Questionnaire.Purpose.FEEDBACK),
        import_version=published(mvp, Questionnaire.Purpose.IMPORT),
        loss_version=published(lms, Questionnaire.Purpose.AFTER_LOSS),
        chair=person("chair", "chair", mvp),
        moderator=person("moderator", "moderator", mvp),
        loss_moderator=person("loss", "loss_moderator", lms),
        trust_staff=person("trust", "trust", trust),
        lms_officer=person("officer", "lms_officer", lms),
        board_member=person("board", "board_member", lms),
    )
