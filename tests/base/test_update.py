"""An installation is brought to new code: backup first, and no migration that waits for locks."""

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from kme_portal.base.backups.making import backups
from kme_portal.base.management.commands import update
from tests.database import address_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _as_in_production(settings, tmp_path):
    settings.BACKUP_DIR = tmp_path / "backups"
    settings.STATIC_ROOT = tmp_path / "static"
    # What `check --deploy` would say of the tests' own settings.
    settings.SILENCED_SYSTEM_CHECKS = [
        *("security.W004", "security.W008", "security.W009", "security.W012", "security.W016"),
        # Set for the whole process once a test has opened a browser.
        "async.E001",
    ]


@pytest.fixture
def pending():
    """The sessions' one migration counts as not applied; applying it is cheap."""
    row = MigrationRecorder.Migration.objects.filter(app="sessions").latest("name")
    row.delete()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE django_session")
    yield row.name
    call_command("migrate", verbosity=0)


def test_it_backs_up_migrates_and_says_what_to_restart(settings, pending, capsys):
    call_command("update")

    assert len(backups(settings.BACKUP_DIR)) == 1
    said = capsys.readouterr().out
    assert f"sessions.{pending}" in said
    assert "systemctl restart" in said
    assert MigrationRecorder.Migration.objects.filter(app="sessions", name=pending).exists()


def test_without_a_backup_nothing_is_changed(settings, pending, tmp_path):
    settings.BACKUP_DIR = tmp_path / "file" / "backups"
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("update")

    assert not MigrationRecorder.Migration.objects.filter(app="sessions").exists()


def test_a_migration_that_cannot_get_its_lock_gives_up_soon(monkeypatch, pending, capsys):
    monkeypatch.setattr(update, "SECONDS_BETWEEN", 0)
    monkeypatch.setattr(update, "TRIES", 2)

    with psycopg.connect(address_of(connection.settings_dict["NAME"])) as somebody:
        somebody.execute("LOCK TABLE auth_permission IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(CommandError, match="stay in use"):
            update.Command().migrate()


def test_a_demonstration_is_not_updated(settings):
    settings.DEMO = True

    with pytest.raises(CommandError, match="make run"):
        call_command("update")


def test_a_database_that_is_away_is_told_without_a_traceback(monkeypatch):
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nonexistent")

    with pytest.raises(CommandError, match="cannot be reached"):
        call_command("update")
