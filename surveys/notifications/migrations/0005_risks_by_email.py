import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0004_risks_have_people_and_a_clock"),
        ("notifications", "0004_receipts_by_email"),
    ]

    operations = [
        migrations.AddField(
            "email",
            "risk_case",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="moderation.riskcase",
            ),
        ),
        migrations.AlterField(
            "email",
            "purpose",
            models.TextField(
                choices=[
                    ("account", "Signing in"),
                    ("reminder", "A reminder that she asked for"),
                    ("result", "What came of a consultation"),
                    ("report", "A report to its board"),
                    ("link", "A link to what she has saved"),
                    ("receipt", "A receipt code that she asked for"),
                    ("risk", "A risk to decide"),
                ]
            ),
        ),
    ]
