from django.db import migrations
from django.db.models import F


def keep_as_german(apps, schema_editor):
    """What was written before there were languages is German; the old column stays as it is."""
    venues = apps.get_model("events", "Venue").objects.filter(access_note_de=None)
    venues.update(access_note_de=F("access_note"))


class Migration(migrations.Migration):
    dependencies = [("events", "0004_access_notes_by_language")]

    operations = [migrations.RunPython(keep_as_german, migrations.RunPython.noop)]
