"""Words for a column; nothing changes in the database."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_squashed_0006_contact_note_follow_up"),
    ]

    operations = [
        migrations.AlterField(
            model_name="registration",
            name="questions_asked",
            field=models.PositiveSmallIntegerField(
                default=0, editable=False, verbose_name="questions asked"
            ),
        ),
        migrations.AlterField(
            model_name="registrationhistory",
            name="questions_asked",
            field=models.PositiveSmallIntegerField(
                default=0, editable=False, verbose_name="questions asked"
            ),
        ),
    ]
