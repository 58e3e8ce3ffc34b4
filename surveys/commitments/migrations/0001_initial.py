import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import surveys.core.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("consultations", "0001_initial"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Commitment",
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
                ("plan", models.TextField()),
                ("ref", models.TextField()),
                ("title", models.TextField()),
                ("text", models.TextField()),
                ("position", models.PositiveSmallIntegerField()),
                ("codes", models.JSONField(default=list)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Action",
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
                ("code", models.TextField(blank=True, default="")),
                ("you_said", models.TextField()),
                ("we_do", models.TextField()),
                ("owner", models.TextField()),
                ("opened_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("open", "Still waiting"),
                            ("done", "We did"),
                            ("cannot", "We cannot, because"),
                        ],
                        default="open",
                    ),
                ),
                ("outcome", models.TextField(blank=True, default="")),
                ("closed_on", models.DateField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="commitments.commitment",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ConsultationCommitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="commitments.commitment",
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="consultations.consultation",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("organisation", "plan", "ref"),
                name="one_current_commitment_a_ref",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", True), ("state", "open")),
                    models.Q(
                        models.Q(("state", "open"), _negated=True),
                        ("closed_on__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="closed_action_says_what_came_of_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultationcommitment",
            constraint=models.UniqueConstraint(
                fields=("consultation", "commitment"), name="one_link_to_commitment"
            ),
        ),
    ]
