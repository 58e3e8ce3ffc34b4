import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import surveys.core.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("responses", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Screening",
            fields=[
                (
                    "free_text",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="responses.freetext",
                    ),
                ),
                ("language", models.TextField()),
                ("redactions", models.JSONField(default=list)),
                ("risk", models.TextField(blank=True, default="")),
                ("method", models.TextField()),
                ("screened_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Clearance",
            fields=[
                (
                    "free_text",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="responses.freetext",
                    ),
                ),
                (
                    "outcome",
                    models.TextField(choices=[("cleared", "Safe to read"), ("set_aside", "Set aside")]),
                ),
                ("redactions", models.JSONField(default=list)),
                ("safe_text", models.TextField(blank=True, default="")),
                ("reason", models.TextField(blank=True, default="")),
                ("cleared_at", models.DateTimeField()),
                (
                    "cleared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", "cleared"), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="set_aside_has_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RiskCase",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        db_default=surveys.core.models.UuidV7(),
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("level", models.TextField()),
                ("opened_at", models.DateTimeField()),
                ("decision", models.TextField(blank=True, default="")),
                ("told", models.TextField(blank=True, default="")),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "free_text",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, to="responses.freetext"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("decided_by__isnull", True)),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                models.Q(("decision", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="risk_decision_is_whole",
                    )
                ],
            },
        ),
    ]
