from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0002_links_to_drafts")]

    operations = [
        migrations.AddField(
            model_name="subscription",
            name="language",
            field=models.TextField(default="en-gb"),
        ),
    ]
