import django.db.models.functions.datetime
from django.db import migrations, models

import surveys.core.models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Message",
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
                ("topic", models.TextField()),
                ("subject_id", models.UUIDField()),
                ("due_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("attempts", models.PositiveSmallIntegerField(db_default=0)),
                ("error", models.TextField(db_default="")),
            ],
            options={
                "indexes": [models.Index(fields=["topic", "due_at"], name="message_by_due")],
            },
        ),
    ]
