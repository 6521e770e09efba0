"""What PostgreSQL must bring, and the German order of names (DIN 5007-1)."""

from django.contrib.postgres.operations import (
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.core.management import call_command
from django.db import migrations

DE_SORT = """
CREATE OR REPLACE FUNCTION public.de_sort(t text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, t)) $$
"""


def create_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        BtreeGistExtension(),
        migrations.RunSQL(DE_SORT, "DROP FUNCTION IF EXISTS public.de_sort(text)"),
        migrations.RunPython(create_cache_table, migrations.RunPython.noop),
    ]
