"""Drops the columns that the logos had before they were stored files.

Nobody ever wrote to them. Databases made by the first migrations kept them, with a default, for
processes that still ran the code before; those made since never had them.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_squashed_0006_contact_note_follow_up"),
    ]

    operations = [
        migrations.RunSQL(f"ALTER TABLE {table} DROP COLUMN IF EXISTS logo", migrations.RunSQL.noop)
        for table in ("organisations_organisation", "organisations_organisationhistory")
    ]
