"""Merged migrations: quick on an empty database, and known to those who have the single ones."""

import pytest
from django.core.management import call_command
from django.db import connection, models
from django.db.migrations import AddField, AlterField, CreateModel
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState, StateApps
from pgtrigger import Delete, Protect, Update
from pgtrigger.migrations import AddTrigger, RemoveTrigger

from kme_portal.base.migrating import AllAtOnce, pending_migrations

# What a database holds that was migrated one by one, before they were merged.
ONE_BY_ONE = {
    "accounts": [
        "0001_initial",
        "0002_forms_that_wait",
        "0003_my_data_and_cases",
        "0004_roles_and_absence",
    ],
    "organisations": [
        "0001_initial",
        "0002_logos_as_stored_files",
        "0003_search_indexes",
        "0004_registrations_and_claims",
        "0005_changes_and_roles",
        "0006_contact_note_follow_up",
    ],
    "events": [
        "0001_initial",
        "0002_parallel_sessions",
        "0002_search_indexes",
        "0003_costs_and_target_groups",
    ],
    "dialogues": ["0001_initial", "0002_search_indexes"],
    "funding": ["0001_initial", "0002_search_indexes"],
    "pages": [
        "0001_initial",
        "0002_news",
        "0003_search_indexes",
        "0004_pages_facts_and_cases",
        "0005_social_links",
        "0006_pictures",
    ],
}

APPLIED = MigrationRecorder.Migration.objects


@pytest.fixture
def _migrated_one_by_one():
    """As the database of somebody who comes from the version before the merging."""
    for app, names in ONE_BY_ONE.items():
        APPLIED.filter(app=app).filter(
            models.Q(name__contains="squashed") | models.Q(name__in=names)
        ).delete()
        APPLIED.bulk_create(MigrationRecorder.Migration(app=app, name=name) for name in names)


@pytest.mark.django_db
@pytest.mark.usefixtures("_migrated_one_by_one")
def test_a_database_migrated_one_by_one_counts_as_migrated(capsys):
    assert pending_migrations() == []

    call_command("migrate")

    assert "No migrations to apply" in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.usefixtures("_migrated_one_by_one")
@pytest.mark.parametrize("app", ONE_BY_ONE)
def test_a_database_with_only_some_of_the_merged_ones_goes_on_by_the_single_ones(app):
    *some, missing = ONE_BY_ONE[app]
    APPLIED.filter(app=app).exclude(name__in=some).delete()

    assert pending_migrations()[0] == f"{app}.{missing}"


def test_few_operations_render_the_models():
    """Each does so for nearly all of them, and the first start waits for it."""
    loader = MigrationLoader(None)
    single = [
        operation
        for (app, name) in loader.graph.nodes
        if app in ("base", "mailings", *ONE_BY_ONE)
        for operation in loader.disk_migrations[app, name].operations
    ]
    assert len(single) < 100, "Merge the older migrations, see docs/developer.md"


def plant_and_gardener() -> AllAtOnce:
    """Two tables that point to each other, and a trigger."""
    key = [("id", models.BigAutoField(primary_key=True))]
    gardener = models.ForeignKey("base.Gardener", models.CASCADE, null=True)
    plant = models.ForeignKey("base.Plant", models.CASCADE, null=True)
    protect = Protect(name="stays", operation=Update)
    return AllAtOnce(
        [
            CreateModel("Plant", [*key, ("gardener", gardener)]),
            CreateModel("Gardener", [*key, ("favourite", plant)]),
            AddTrigger("plant", protect),
        ]
    )


@pytest.mark.django_db(transaction=True)
def test_tables_in_a_circle_come_and_go_at_once(monkeypatch):
    rendered = []
    render = StateApps.render_multiple
    monkeypatch.setattr(
        StateApps, "render_multiple", lambda *given: rendered.append(1) or render(*given)
    )
    before = ProjectState()
    before.apps  # noqa: B018 (rendered, as when Django migrates)
    after = before.clone()
    rendered.clear()
    operation = plant_and_gardener()

    operation.state_forwards("base", after)
    with connection.schema_editor() as editor:
        operation.database_forwards("base", editor, before, after)
    assert rendered == [1]
    assert {"base_plant", "base_gardener"} <= set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'pgtrigger_stays_%'")
        assert cursor.fetchone() == (1,)
        assert connection.introspection.get_relations(cursor, "base_plant") == {
            "gardener_id": ("id", "base_gardener")
        }

    with connection.schema_editor() as editor:
        operation.database_backwards("base", editor, after, before)
    assert not {"base_plant", "base_gardener"} & set(connection.introspection.table_names())


@pytest.mark.django_db(transaction=True)
def test_columns_come_with_a_new_trigger_for_them_and_go_with_the_old_one_back():
    empty = ProjectState()
    planted = empty.clone()
    planting = plant_and_gardener()
    planting.state_forwards("base", planted)
    grown = planted.clone()
    growing = AllAtOnce(
        [
            RemoveTrigger("plant", "stays"),
            AddField("plant", "height", models.IntegerField(default=0)),
            AddField("gardener", "boots", models.CharField(max_length=5, null=True)),
            AddTrigger("plant", Protect(name="stays", operation=Update | Delete)),
        ]
    )
    growing.state_forwards("base", grown)

    with connection.schema_editor() as editor:
        planting.database_forwards("base", editor, empty, planted)
    with connection.schema_editor() as editor:
        growing.database_forwards("base", editor, planted, grown)
    assert columns("base_plant") == ["gardener_id", "height", "id"]
    assert columns("base_gardener") == ["boots", "favourite_id", "id"]
    assert guarded("base_plant") == ["DELETE", "UPDATE"]

    with connection.schema_editor() as editor:
        growing.database_backwards("base", editor, grown, planted)
    assert columns("base_plant") == ["gardener_id", "id"]
    assert columns("base_gardener") == ["favourite_id", "id"]
    assert guarded("base_plant") == ["UPDATE"]
    with connection.schema_editor() as editor:
        planting.database_backwards("base", editor, planted, empty)


def columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        return sorted(
            column.name for column in connection.introspection.get_table_description(cursor, table)
        )


def guarded(table: str) -> list[str]:
    """What triggers of the table look at."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT event_manipulation FROM information_schema.triggers "
            "WHERE event_object_table = %s ORDER BY 1",
            [table],
        )
        return [name for (name,) in cursor.fetchall()]


def test_what_needs_a_state_of_its_own_is_not_taken():
    with pytest.raises(TypeError, match="state of its own"):
        AllAtOnce([AlterField("plant", "height", models.IntegerField())])
