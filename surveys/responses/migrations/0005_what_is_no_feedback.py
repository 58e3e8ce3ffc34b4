from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consultations", "0001_initial"),
        ("organisations", "0002_help_after_a_loss"),
        ("questionnaires", "0003_asked_after_a_loss"),
        ("responses", "0004_coming_back"),
    ]

    operations = [
        migrations.AddField(
            model_name="response",
            name="doubts",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="response",
            name="set_aside_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="response",
            index=models.Index(
                condition=models.Q(("doubts", ""), _negated=True),
                fields=["partnership"],
                name="response_in_doubt",
            ),
        ),
    ]
