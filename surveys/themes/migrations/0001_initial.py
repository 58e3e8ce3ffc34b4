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
            name="ThemeReview",
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
                ("reviewed_at", models.DateTimeField()),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ThemeDecision",
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
                ("code", models.TextField()),
                ("present", models.BooleanField()),
                (
                    "sentiment",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("positive", "Positive"),
                            ("negative", "Negative"),
                            ("mixed", "Mixed"),
                            ("neutral", "Neutral"),
                        ],
                        default="",
                    ),
                ),
                ("suggested", models.BooleanField()),
                ("decided_at", models.DateTimeField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "free_text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="responses.freetext",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("free_text", "code"), name="one_decision_a_code"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("present", False), models.Q(("sentiment", ""), _negated=True), _connector="OR"
                        ),
                        name="present_theme_has_sentiment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ThemeSuggestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.TextField()),
                (
                    "sentiment",
                    models.TextField(
                        choices=[
                            ("positive", "Positive"),
                            ("negative", "Negative"),
                            ("mixed", "Mixed"),
                            ("neutral", "Neutral"),
                        ]
                    ),
                ),
                ("score", models.FloatField()),
                ("evidence", models.JSONField(default=list)),
                ("model_version", models.TextField()),
                (
                    "free_text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestions",
                        to="responses.freetext",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("free_text", "code"), name="one_suggestion_a_code")
                ],
            },
        ),
    ]
