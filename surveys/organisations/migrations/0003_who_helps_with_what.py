from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0002_help_after_a_loss"),
    ]

    operations = [
        migrations.AlterField(
            model_name="helpline",
            name="purpose",
            field=models.TextField(
                choices=[
                    ("emergency", "Emergency"),
                    ("triage", "Maternity triage"),
                    ("urgent", "Urgent advice"),
                    ("despair", "Somebody to talk to in despair"),
                    ("abuse", "Help with abuse or violence"),
                    ("complaints", "Complaints and concerns (PALS)"),
                    ("support", "Somebody to talk to"),
                    ("bereavement", "Somebody to talk to after a loss"),
                ]
            ),
        ),
    ]
