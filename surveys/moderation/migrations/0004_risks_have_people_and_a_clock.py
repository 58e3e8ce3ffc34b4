from datetime import timedelta
from typing import Any

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import surveys.core.models
from surveys.core.secrets import decrypt, encrypt

# What a case that is already open when this runs gets: counted plainly, once.
WAITS = {"R1": timedelta(hours=1), "R2": timedelta(hours=4)}
LEVELS = [
    ("R1", "Danger now"),
    ("R2", "Safeguarding"),
    ("R3", "Serious harm or misconduct"),
    ("R4", "Wants to complain"),
]
DECISIONS = [
    ("emergency", "The emergency services were told"),
    ("safeguarding", "The safeguarding lead was told"),
    ("safety", "The trust’s maternity safety contact was told"),
    ("complaints", "The trust’s complaints team (PALS) was told"),
    ("contacted", "She was contacted, because she had agreed to it"),
    ("known", "No action: it was known and is being acted on"),
    ("nowhere", "No action: nothing says who or where she is"),
    ("no_risk", "No action: it is not a risk"),
    ("other", "Something else, as the reason says"),
]


def bring_over(apps: Any, schema_editor: Any) -> None:
    """What was decided so far stood in one text: it becomes the reason."""
    for case in apps.get_model("moderation", "RiskCase").objects.all():
        case.clock_from = case.opened_at
        case.due_at = case.opened_at + WAITS.get(case.level, timedelta(days=1))
        if case.decided_at is None:
            case.escalates_at = case.due_at
        else:
            case.reason = encrypt(case.decision).decode()
            case.told = encrypt(case.told or "Not said").decode()
            case.decision = "other"
            case.told_at = case.first_decided_at = case.decided_at
        case.save()


def take_back(apps: Any, schema_editor: Any) -> None:
    for case in apps.get_model("moderation", "RiskCase").objects.exclude(decided_at=None):
        case.decision = decrypt(case.reason.encode())
        case.told = decrypt(case.told.encode())
        case.save()


def row_fields() -> list[tuple[str, Any]]:
    return [
        (
            "id",
            models.UUIDField(
                db_default=surveys.core.models.UuidV7(), editable=False, primary_key=True, serialize=False
            ),
        ),
        (
            "created_at",
            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
        ),
    ]


def person() -> Any:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
        null=True,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0003_the_moderators_hour"),
        ("organisations", "0003_who_helps_with_what"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint("riskcase", "risk_decision_is_whole"),
        migrations.AlterField("riskcase", "level", models.TextField(choices=LEVELS)),
        migrations.AlterField("riskcase", "decided_by", person()),
        migrations.AddField("riskcase", "raised_by", person()),
        migrations.AddField("riskcase", "clock_from", models.DateTimeField(null=True)),
        migrations.AddField("riskcase", "due_at", models.DateTimeField(null=True)),
        migrations.AddField("riskcase", "escalates_at", models.DateTimeField(null=True)),
        migrations.AddField("riskcase", "escalated", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("riskcase", "alerted_at", models.DateTimeField(null=True)),
        migrations.AddField("riskcase", "round", models.PositiveSmallIntegerField(default=1)),
        migrations.AddField("riskcase", "taken_by", person()),
        migrations.AddField("riskcase", "taken_at", models.DateTimeField(null=True)),
        migrations.AddField("riskcase", "reason", models.TextField(blank=True, default="")),
        migrations.AddField("riskcase", "told_at", models.DateTimeField(null=True)),
        migrations.AddField("riskcase", "first_decided_at", models.DateTimeField(null=True)),
        migrations.RunPython(bring_over, take_back),
        migrations.AlterField("riskcase", "clock_from", models.DateTimeField()),
        migrations.AlterField("riskcase", "due_at", models.DateTimeField()),
        migrations.AlterField(
            "riskcase", "decision", models.TextField(blank=True, default="", choices=DECISIONS)
        ),
        migrations.AddConstraint(
            "riskcase",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("decided_by__isnull", True), ("decision", "")),
                    models.Q(
                        ("decided_at__isnull", False),
                        ("decided_by__isnull", False),
                        ("first_decided_at__isnull", False),
                        models.Q(("decision", ""), _negated=True),
                        models.Q(("reason", ""), _negated=True),
                        models.Q(("told", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="risk_decision_is_whole",
            ),
        ),
        migrations.AddIndex(
            "riskcase",
            models.Index(
                fields=["escalates_at"],
                name="risk_to_escalate",
                condition=models.Q(("decided_at__isnull", True), ("escalates_at__isnull", False)),
            ),
        ),
        migrations.CreateModel(
            name="RiskStep",
            fields=[
                *row_fields(),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("raised", "Raised it"),
                            ("taken", "Took it"),
                            ("handed_over", "Handed it over"),
                            ("level", "Changed the level"),
                            ("noted", "Noted a step"),
                            ("alerted", "An e-mail was sent"),
                            ("escalated", "Overdue: an e-mail was sent"),
                            ("decided", "Decided"),
                            ("reopened", "Opened it again"),
                        ]
                    ),
                ),
                ("level", models.TextField(blank=True, default="", choices=LEVELS)),
                ("decision", models.TextField(blank=True, default="", choices=DECISIONS)),
                ("words", models.TextField(blank=True, default="")),
                ("at", models.DateTimeField()),
                ("by", person()),
                ("to", person()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="moderation.riskcase",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="OnCall",
            fields=[
                *row_fields(),
                ("after_loss", models.BooleanField(default=False)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="organisations.organisation"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("set_by", person()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="on_call_lasts"
                    )
                ],
                "indexes": [models.Index(fields=["organisation", "ends_at"], name="on_call_by_end")],
            },
        ),
        migrations.CreateModel(
            name="RiskLimit",
            fields=[
                *row_fields(),
                ("level", models.TextField(choices=LEVELS)),
                ("amount", models.PositiveSmallIntegerField()),
                (
                    "unit",
                    models.TextField(
                        choices=[("hours", "hours, day and night"), ("working_days", "working days")]
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="organisations.organisation"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["organisation", "level"], name="one_limit_a_level"),
                    models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="limit_is_some_time"),
                ],
            },
        ),
    ]
