import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models

import surveys.core.models
import surveys.organisations.models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        BtreeGistExtension(),
        migrations.CreateModel(
            name="Organisation",
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
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("lms", "Local Maternity System"),
                            ("mvp", "Maternity Voices Partnership"),
                            ("trust", "Trust"),
                            ("site", "Site"),
                            ("service", "Service"),
                        ]
                    ),
                ),
                ("name", models.TextField()),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("short_code", models.SlugField(max_length=20, null=True, unique=True)),
                ("ods_code", models.TextField(blank=True, default="")),
                ("called", models.TextField(blank=True, default="")),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="organisation_existed",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("short_code"), name="short_code_any_case"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HelpLine",
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
                (
                    "purpose",
                    models.TextField(
                        choices=[
                            ("emergency", "Emergency"),
                            ("triage", "Maternity triage"),
                            ("urgent", "Urgent advice"),
                            ("complaints", "Complaints and concerns (PALS)"),
                            ("support", "Somebody to talk to"),
                        ]
                    ),
                ),
                ("name", models.TextField()),
                ("phone", models.TextField(blank=True, default="")),
                ("url", models.URLField(blank=True, default="")),
                ("hours", models.TextField(blank=True, default="")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("checked_on", models.DateField()),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("phone", ""), _negated=True),
                            models.Q(("url", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="help_line_can_be_reached",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Belonging",
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
                (
                    "parent_kind",
                    models.TextField(
                        choices=[
                            ("lms", "Local Maternity System"),
                            ("mvp", "Maternity Voices Partnership"),
                            ("trust", "Trust"),
                            ("site", "Site"),
                            ("service", "Service"),
                        ]
                    ),
                ),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parents",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("child", "="),
                            ("parent_kind", "="),
                            (surveys.organisations.models.DateSpan("valid_from", "valid_to"), "&&"),
                        ],
                        name="one_parent_of_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="belonging_lasted",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Succession",
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
                ("on", models.DateField()),
                ("note", models.TextField(blank=True, default="")),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="precessions",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("predecessor", "successor"), name="one_succession"),
                    models.CheckConstraint(
                        condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                        name="succeeds_another",
                    ),
                ],
            },
        ),
    ]
