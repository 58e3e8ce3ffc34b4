"""Words spoke of danger where the reading network sees none: a person is to read it next."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("moderation", "0004_risks_have_people_and_a_clock")]

    operations = [
        migrations.AddField("screening", "look_first", models.BooleanField(default=False)),
    ]
