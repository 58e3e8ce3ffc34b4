"""What was said, by which route and with which consents; the raw words themselves are in `raw_text`."""

from django.db import models

from surveys.consultations.models import Consultation
from surveys.core.fates import Fates
from surveys.core.models import Row
from surveys.organisations.models import Organisation
from surveys.people.models import User
from surveys.questionnaires.models import QuestionnaireVersion
from surveys.questionnaires.standard import AFTER_LOSS


class Channel(models.TextChoices):
    WEB = "web", "On the web"
    API = "api", "From another system"
    IMPORT = "import", "From a spreadsheet"
    PAPER = "paper", "On paper"
    GROUP = "group", "In a group"
    WARD = "ward", "On a ward (Walk the Patch)"


class Purpose(models.TextChoices):
    """What a woman may agree to, each apart from the others."""

    THEMES = "themes", "Used in themes"
    QUOTE = "quote", "Quoted without her name"
    TRUST = "trust", "Shared with the trust for a reply"
    CONTACT = "contact", "Contacted by the MVP"


class Doubt(models.TextChoices):
    """Why a response may not be a person's feedback. A sign for a moderator, never a reason to refuse."""

    HONEYPOT = "honeypot", "It fills in a box that people do not see"
    FLOOD = "flood", "Very many were sent from one place in that hour"
    REPEATED = "repeated", "The same words were sent many times that day"
    LINKS = "links", "It has several web addresses in it"
    HURRIED = "hurried", "It was sent faster than a person can write"


class Response(Row):
    """One woman's answers, once: `submission_key` is made where she is, so a retry stores nothing new.

    `answers` holds the chosen codes by question key. Nothing says who she is; her receipt's fingerprint lets
    her come back. What was told after a loss belongs to an LMS (its `partnership`) and names no unit. What a
    moderator has set aside (`set_aside_at`) is not feedback and counts nowhere.
    """

    fates = Fates(
        retention="response",
        kept="id created_at partnership unit version consultation channel stage language fft answers "
        "received_at local_month withdrawn_at doubts set_aside_at",
        secret="submission_key receipt_digest",  # noqa: S106 - the names of two fields
    )

    submission_key = models.UUIDField(unique=True)
    receipt_digest = models.TextField(unique=True)
    partnership = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    # The site or service that gave the care, where that is known.
    unit = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    version = models.ForeignKey(QuestionnaireVersion, on_delete=models.PROTECT, db_index=False)
    consultation = models.ForeignKey(Consultation, null=True, on_delete=models.PROTECT, db_index=False)
    channel = models.TextField(choices=Channel.choices)
    stage = models.TextField()
    language = models.TextField(default="en")
    fft = models.TextField(blank=True, default="")
    answers = models.JSONField(default=dict)
    # When she said it (for an import: when she said it there).
    received_at = models.DateTimeField()
    # The first day of that month in London; kept because every figure asks for it.
    local_month = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)
    # Codes of `Doubt`, separated by spaces.
    doubts = models.TextField(blank=True, default="", db_default="")
    set_aside_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["partnership", "local_month"], name="response_by_month"),
            models.Index(fields=["partnership"], name="response_in_doubt", condition=~models.Q(doubts="")),
            models.Index(
                fields=["consultation"],
                name="response_by_consultation",
                condition=models.Q(consultation__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(stage=AFTER_LOSS)
                | models.Q(unit__isnull=True, consultation__isnull=True, fft=""),
                name="after_loss_names_no_unit",
            ),
        ]

    @property
    def after_loss(self) -> bool:
        """Whether it was told after a loss: only specialist moderators read it, and nobody is written to."""
        return self.stage == AFTER_LOSS

    @property
    def reasons_to_doubt(self) -> list[str]:
        """In words, why it may not be a person's feedback."""
        return [str(Doubt(code).label) for code in self.doubts.split()]


class FreeText(Row):
    """That a response has words for a question; what other rooms point at. The words are not here."""

    fates = Fates(retention="response", kept="id created_at response question_key partnership local_month")

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="texts")
    question_key = models.TextField()
    partnership = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    local_month = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["partnership", "local_month"], name="free_text_by_month")]


class Consent(models.Model):
    """What she said to one purpose, to which wording and when; withdrawn without a trace of why."""

    fates = Fates(
        retention="response", kept="id response purpose given wording_version given_at withdrawn_at"
    )

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="consents")
    purpose = models.TextField(choices=Purpose.choices)
    given = models.BooleanField()
    wording_version = models.TextField()
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["response", "purpose"], name="one_consent_a_purpose"),
        ]


class ContactDetails(models.Model):
    """Where a woman who asked for it can be reached: encrypted, apart, erased with her response."""

    fates = Fates(retention="response", kept="response", personal="address")

    response = models.OneToOneField(Response, primary_key=True, on_delete=models.CASCADE)
    address = models.TextField()


class Addition(models.Model):
    """That she came back and said more, once for each `key` of a page.

    It stays when her words are erased, so that its month can be counted again without them.
    """

    fates = Fates(
        retention="response",
        kept="id response free_text said_at local_month",
        secret="key",  # noqa: S106 - the name of a field
    )

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="additions")
    free_text = models.OneToOneField(FreeText, null=True, on_delete=models.SET_NULL, related_name="addition")
    key = models.UUIDField()
    said_at = models.DateTimeField()
    local_month = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["local_month"], name="addition_by_month")]
        constraints = [
            models.UniqueConstraint(fields=["response", "key"], name="one_addition_a_key"),
        ]


class Enquiry(Row):
    """A question to a woman whom nobody knows: she finds it when she comes back with her receipt."""

    fates = Fates(
        retention="response",
        kept="id created_at response asked_at answered_at answer",
        personal="asked_by",
        words="ciphertext",
    )

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="enquiries")
    # Encrypted: a question can repeat what she wrote.
    ciphertext = models.TextField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answer = models.OneToOneField(FreeText, null=True, on_delete=models.SET_NULL, related_name="enquiry")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["response"],
                condition=models.Q(answered_at__isnull=True),
                name="one_open_question_a_response",
            ),
            models.CheckConstraint(
                condition=models.Q(answer__isnull=True) | models.Q(answered_at__isnull=False),
                name="answer_has_its_time",
            ),
        ]
