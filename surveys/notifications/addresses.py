"""Where the links in our e-mails lead, and the codes in them that stand for a person."""

from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.urls import reverse

from surveys.consultations.models import Consultation
from surveys.core.errors import DomainError
from surveys.core.secrets import digest, token_for
from surveys.notifications.models import Subscription

STOP_LIST = "stop list"
SUBSCRIPTION = "subscription"
# In a reminder's link: answering by it tells us not to remind her again.
REMINDED = "k"


def address_digest(address: str) -> str:
    """The fingerprint of an e-mail address, however its letters are cased."""
    return digest(STOP_LIST, address.strip().lower())


def checked(address: str) -> str:
    """The address without what stands around it. Raises DomainError for what is none."""
    address = address.strip()
    try:
        validate_email(address)
    except ValidationError as error:
        raise DomainError("Enter an e-mail address in the right form, like name@example.org") from error
    return address


def token(consultation_id: UUID, fingerprint: str) -> str:
    """The code in the links of one subscription; made again whenever it is needed, never stored."""
    return token_for(SUBSCRIPTION, f"{consultation_id}:{fingerprint}")


def token_digest(code: str) -> str:
    """What the database knows of a code."""
    return digest(SUBSCRIPTION, code)


def token_of(subscription: Subscription) -> str:
    return token(subscription.consultation_id, subscription.address_digest)


def stop_page(subscription: Subscription) -> str:
    """One click here stops every message; mail programs may also POST to it (RFC 8058)."""
    return _absolute("public:stop", token_of(subscription))


def kept_page(subscription: Subscription) -> str:
    """What is kept about this address, and the button that deletes it."""
    return _absolute("public:kept", token_of(subscription))


def consultation_page(consultation: Consultation) -> str:
    return _absolute("public:consultation", consultation.organisation.slug, consultation.slug)


def reminded_page(subscription: Subscription) -> str:
    """The consultation's page, opened by a link that is hers."""
    return f"{consultation_page(subscription.consultation)}?{REMINDED}={token_of(subscription)}"


def link_page(token: str) -> str:
    """Where a woman goes on with what she has saved, in the language spoken now."""
    return _absolute("feedback:go-on-link", token)


def receipt_page() -> str:
    """Where a receipt code is typed in, in the language spoken now."""
    return _absolute("feedback:receipt")


def report_page(report_id: UUID) -> str:
    """The report, behind sign-in."""
    return _absolute("board:report", report_id)


def risk_page(organisation_slug: str, case_id: UUID, *, after_loss: bool) -> str:
    """One risk, behind sign-in, for who may open it."""
    return _absolute("desk:loss:risk" if after_loss else "desk:risk", organisation_slug, case_id)


def risks_page(organisation_slug: str, *, after_loss: bool) -> str:
    """The risks that wait, behind sign-in."""
    return _absolute("desk:loss:risks" if after_loss else "desk:risks", organisation_slug)


def _absolute(name: str, *parts: object) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=parts)}"
