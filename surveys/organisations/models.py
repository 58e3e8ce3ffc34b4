"""Organisations through time: what they are called, whom they belong to, what became of them."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models.functions import Lower

from surveys.core.fates import Fates
from surveys.core.models import Row


class DateSpan(models.Func):
    """The half-open range of days of a row's `valid_from` and `valid_to`."""

    function = "DATERANGE"
    output_field = DateRangeField()


class Kind(models.TextChoices):
    LMS = "lms", "Local Maternity System"
    MVP = "mvp", "Maternity Voices Partnership"
    TRUST = "trust", "Trust"
    SITE = "site", "Site"
    SERVICE = "service", "Service"


class Organisation(Row):
    """An LMS, an MVP, a trust, or a unit of a trust (a site or a service), while it existed: `[from, to)`."""

    fates = Fates(
        retention="organisation",
        kept="id created_at kind name slug short_code ods_code called valid_from valid_to",
    )

    kind = models.TextField(choices=Kind.choices)
    name = models.TextField()
    slug = models.SlugField(unique=True, max_length=80)
    # What a poster says after the domain: `/lri`. Only for what a woman gives feedback about.
    short_code = models.SlugField(unique=True, null=True, max_length=20)
    ods_code = models.TextField(blank=True, default="")
    # What people here call its kind: LMS or LMNS, MVP or MNVP.
    called = models.TextField(blank=True, default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                name="organisation_existed",
            ),
            models.UniqueConstraint(Lower("short_code"), name="short_code_any_case"),
        ]

    def __str__(self) -> str:
        return self.name


class Belonging(Row):
    """That one organisation was part of another, `[from, to)`; at any time one parent of each kind."""

    fates = Fates(retention="organisation", kept="id created_at child parent parent_kind valid_from valid_to")

    child = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="parents")
    parent = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="children")
    parent_kind = models.TextField(choices=Kind.choices)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_parent_of_a_kind",
                expressions=[
                    ("child", RangeOperators.EQUAL),
                    ("parent_kind", RangeOperators.EQUAL),
                    (DateSpan("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=models.F("valid_from")),
                name="belonging_lasted",
            ),
        ]


class Succession(Row):
    """That one organisation took over from another on a day; a merger is several rows with one successor."""

    fates = Fates(retention="organisation", kept="id created_at predecessor successor on note")

    predecessor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="precessions")
    on = models.DateField()
    note = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="one_succession"),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")), name="succeeds_another"
            ),
        ]


class HelpLine(Row):
    """A number or page that helps now, for an organisation and all that belongs to it."""

    fates = Fates(
        retention="organisation",
        kept="id created_at organisation purpose name phone url hours position checked_on",
    )

    class Purpose(models.TextChoices):
        EMERGENCY = "emergency", "Emergency"
        TRIAGE = "triage", "Maternity triage"
        URGENT = "urgent", "Urgent advice"
        DESPAIR = "despair", "Somebody to talk to in despair"
        ABUSE = "abuse", "Help with abuse or violence"
        COMPLAINTS = "complaints", "Complaints and concerns (PALS)"
        SUPPORT = "support", "Somebody to talk to"
        BEREAVEMENT = "bereavement", "Somebody to talk to after a loss"

    # Empty: for everybody in England.
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.CASCADE)
    purpose = models.TextField(choices=Purpose.choices)
    name = models.TextField()
    phone = models.TextField(blank=True, default="")
    url = models.URLField(blank=True, default="")
    hours = models.TextField(blank=True, default="")
    position = models.PositiveSmallIntegerField(default=0)
    # The day somebody last rang it or looked.
    checked_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(phone="") | ~models.Q(url=""), name="help_line_can_be_reached"
            ),
        ]
