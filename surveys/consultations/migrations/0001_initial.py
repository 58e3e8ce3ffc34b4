import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import surveys.core.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_initial"),
        ("questionnaires", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Consultation",
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
                ("slug", models.SlugField(max_length=80)),
                ("title", models.TextField()),
                ("proposal", models.TextField()),
                ("reasons", models.TextField()),
                ("opens_at", models.DateTimeField(null=True)),
                ("closes_at", models.DateTimeField()),
                (
                    "phase",
                    models.TextField(
                        choices=[
                            ("draft", "Being written"),
                            ("open", "Open"),
                            ("closed", "Closed, being considered"),
                            ("decided", "Decided"),
                            ("reported", "You have been told"),
                        ],
                        default="draft",
                    ),
                ),
                ("decision", models.TextField(blank=True, default="")),
                ("decided_at", models.DateTimeField(null=True)),
                ("views_used", models.TextField(blank=True, default="")),
                ("reported_at", models.DateTimeField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="questionnaires.questionnaireversion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Option",
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
                ("code", models.SlugField(max_length=40)),
                ("title", models.TextField()),
                ("detail", models.TextField(blank=True, default="")),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="options",
                        to="consultations.consultation",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="consultation",
            constraint=models.UniqueConstraint(
                fields=("organisation", "slug"), name="one_consultation_an_address"
            ),
        ),
        migrations.AddConstraint(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("phase", "draft"),
                    models.Q(("opens_at__isnull", False), ("version__isnull", False)),
                    _connector="OR",
                ),
                name="open_consultation_asks",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_at__isnull", True), models.Q(("decision", ""), _negated=True), _connector="OR"
                ),
                name="decision_has_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reported_at__isnull", True),
                    models.Q(("views_used", ""), _negated=True),
                    _connector="OR",
                ),
                name="report_says_how_views_were_used",
            ),
        ),
        migrations.AddConstraint(
            model_name="option",
            constraint=models.UniqueConstraint(fields=("consultation", "code"), name="one_option_a_code"),
        ),
    ]
