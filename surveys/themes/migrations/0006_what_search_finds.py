"""What search finds; what has been made safe already is handed to the workers, to be made findable."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import surveys.core.models

ALL_THAT_IS_SAFE = """
INSERT INTO outbox_message (topic, subject_id)
SELECT 'moderation.cleared', free_text_id FROM moderation_clearance WHERE outcome = 'cleared'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("outbox", "0001_initial"),
        ("moderation", "0004_risks_have_people_and_a_clock"),
        ("organisations", "0003_who_helps_with_what"),
        ("themes", "0005_what_emerges"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Findable",
            fields=[
                (
                    "clearance",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="moderation.clearance",
                    ),
                ),
                ("said_at", models.DateTimeField()),
                ("language", models.TextField()),
                ("length", models.PositiveIntegerField()),
                ("words", django.contrib.postgres.search.SearchVectorField()),
                ("meaning", models.BinaryField(null=True)),
                (
                    "partnership",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["words"], name="findable_by_word"),
                    models.Index(fields=["partnership", "-said_at", "-clearance"], name="findable_by_time"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchQuestion",
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
                ("after_loss", models.BooleanField()),
                ("ciphertext", models.TextField()),
                ("digest", models.TextField()),
                ("asked_at", models.DateTimeField()),
                ("meaning", models.BinaryField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["digest"], name="question_by_words"),
                    models.Index(fields=["asked_at"], name="question_by_age"),
                ],
            },
        ),
        migrations.RunSQL(ALL_THAT_IS_SAFE, migrations.RunSQL.noop),
    ]
