"""What a plan promises, which themes and consultations speak to it, and what is being done."""

from django.db import models

from surveys.consultations.models import Consultation
from surveys.core.fates import Fates
from surveys.core.models import Row
from surveys.organisations.models import Organisation


class Commitment(Row):
    """One promise of an LMS's plan, for as long as the plan holds it: `[from, to)`."""

    fates = Fates(
        retention="plan",
        kept="id created_at organisation plan ref title text position codes valid_from valid_to",
    )

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    plan = models.TextField()
    ref = models.TextField()
    title = models.TextField()
    text = models.TextField()
    position = models.PositiveSmallIntegerField()
    # The theme codes that speak to it.
    codes = models.JSONField(default=list)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "plan", "ref"],
                condition=models.Q(valid_to__isnull=True),
                name="one_current_commitment_a_ref",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.title}"


class ConsultationCommitment(models.Model):
    """That a consultation is about a commitment."""

    fates = Fates(retention="plan", kept="id consultation commitment")

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="+")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="consultations")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consultation", "commitment"], name="one_link_to_commitment"),
        ]


class Action(Row):
    """You said, we did: what was heard, who does what by when, and what became of it."""

    fates = Fates(
        retention="plan",
        kept="id created_at organisation commitment code you_said we_do owner due_on state outcome opened_on "
        "closed_on",
    )

    class State(models.TextChoices):
        OPEN = "open", "Still waiting"
        DONE = "done", "We did"
        CANNOT = "cannot", "We cannot, because"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    commitment = models.ForeignKey(Commitment, null=True, on_delete=models.PROTECT, related_name="actions")
    # The theme that it answers.
    code = models.TextField(blank=True, default="")
    you_said = models.TextField()
    we_do = models.TextField()
    # A role or an organisation, as the MVP names it in public.
    owner = models.TextField()
    opened_on = models.DateField()
    due_on = models.DateField()
    state = models.TextField(choices=State.choices, default=State.OPEN)
    outcome = models.TextField(blank=True, default="")
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="open", closed_on__isnull=True)
                | (~models.Q(state="open") & models.Q(closed_on__isnull=False) & ~models.Q(outcome="")),
                name="closed_action_says_what_came_of_it",
            ),
        ]
