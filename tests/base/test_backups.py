"""The drill: a portal is backed up, lives on, is lost, and comes back from the backup."""

import hashlib
import json
import os
import resource
import shutil
import signal
import tarfile
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.utils import timezone
from psycopg import sql

from kme_portal.accounts.models import User
from kme_portal.base import erasures, health
from kme_portal.base.backups import RESTORE_UNFINISHED, Refused, aside, manifest
from kme_portal.base.backups.contents import contents, tables, tables_left_out
from kme_portal.base.backups.making import backups, forget_old, make_backup
from kme_portal.base.backups.restoring import after_restore, restore
from kme_portal.base.heartbeats import beat
from kme_portal.base.registries import personal_data
from kme_portal.mailings.models import Message, MessageStatus
from tests.database import address_of, end_sessions
from tests.factories import make_message, make_organisation, make_representative, make_user
from tests.factories.accounts import PASSWORD
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db(transaction=True)
NOW = timezone.now()


@pytest.fixture(autouse=True)
def _uploads(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "media"},
        }
    }
    settings.BACKUP_DIR = tmp_path / "backups"


@pytest.fixture
def folder(settings):
    return settings.BACKUP_DIR


@pytest.fixture
def empty_machine():
    """Inside, the portal's database is a new and empty one, and there are no uploads."""
    name = f"restored_{connection.settings_dict['NAME']}"[:63]
    change_databases("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    change_databases("CREATE DATABASE {} TEMPLATE template0", name)
    with in_database(name):
        yield name
    change_databases("DROP DATABASE {} WITH (FORCE)", name)


def change_databases(statement: str, name: str) -> None:
    with psycopg.connect(address_of("postgres"), autocommit=True) as server:
        server.execute(sql.SQL(statement).format(sql.Identifier(name)))


@contextmanager
def in_database(name: str):
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    yield
    connection.close()
    connection.settings_dict["NAME"] = before


@contextmanager
def the_lost_machine():
    """Where the backup was made."""
    here = connection.settings_dict["NAME"]
    with in_database(here.removeprefix("restored_")):
        yield


def lose_uploads() -> None:
    for path in Path(default_storage.location).iterdir():
        if path.name != erasures.FOLDER:
            shutil.rmtree(path)


def erase(email: str) -> None:
    """As the portal does when somebody asks for it."""
    erasures.remember(email, now=timezone.now())
    for entry in personal_data:
        entry.erase(email, timezone.now())


def restored_here(path: Path, **given):
    usual = {"replace": "", "other_keys": False, "now": timezone.now()}
    return restore(path, **usual | given)


def test_where_nothing_was_installed_nothing_is_backed_up(folder, empty_machine):
    with pytest.raises(Refused, match="empty"):
        make_backup(folder=folder, now=NOW)

    assert not folder.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root could leave such files")
def test_root_leaves_nothing_in_the_way_of_the_account_that_makes_the_backups(folder):
    folder.mkdir()
    os.chown(folder, 65534, 65534)

    with pytest.raises(Refused, match="another account"):
        make_backup(folder=folder, now=NOW)

    assert list(folder.iterdir()) == []


def test_a_lost_portal_comes_back_whole_without_old_mail_and_without_the_erased(
    folder, empty_machine, mail_server
):
    with the_lost_machine():
        keeps = make_user(email="bleibt@verein.example")
        make_user(email="geht@verein.example", name="Wer geht")
        make_representative(organisation=make_organisation(), email="Geht@verein.example")
        make_message(email="wartet@verein.example")
        Client().force_login(keeps)
        default_storage.save("logos/a.png", ContentFile(b"picture"))

        before = contents()

        path = make_backup(folder=folder, now=timezone.now())

        erase("geht@verein.example")
    lose_uploads()

    done = restored_here(path)

    assert done.manifest.tables == before
    assert done.manifest.rows > 100
    with default_storage.open("logos/a.png") as file:
        assert file.read() == b"picture"
    assert done.erased == 1
    assert not User.objects.filter(email="geht@verein.example").exists()
    assert "geht@verein.example" not in erasures.addresses()
    assert set(Message.objects.values_list("status", flat=True)) == {MessageStatus.EXPIRED}
    deliver_all()
    assert mail_server.recipients == []
    assert Session.objects.count() == 0
    assert Client().login(email="bleibt@verein.example", password=PASSWORD)
    assert "restore" not in health.report(now=timezone.now())


def test_a_backup_says_what_it_holds_and_never_the_keys(folder, settings):
    make_user()
    default_storage.save("logos/a.png", ContentFile(b"picture"))

    path = make_backup(folder=folder, now=timezone.now())

    told = json.loads((path / manifest.NAME).read_text())
    assert told["tables"]["accounts_user"]["rows"] == 1
    assert told["media"] == 1
    assert "base.0001_extensions" in told["migrations"]
    assert {"django_session", "portal_cache"}.isdisjoint(told["tables"])
    everything = b"".join(file.read_bytes() for file in path.iterdir())
    for key in (settings.SECRET_KEY, settings.ADDRESS_DIGEST_KEY):
        assert key.encode() not in everything
    assert {oct(file.stat().st_mode & 0o777) for file in path.iterdir()} == {"0o600"}
    assert {oct(file.stat().st_mode & 0o777) for file in (path, folder)} == {"0o700"}


@pytest.fixture
def backup(folder):
    # What a browser's last request has left open.
    connection.close()
    end_sessions()
    make_user(email="person@verein.example")
    return make_backup(folder=folder, now=NOW)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def change(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@contextmanager
def rewritten(path: Path):
    """Another manifest, as somebody might have written it."""
    plain = json.loads(path.read_text())
    yield plain
    plain["checksum"] = manifest._checksum(plain)
    path.write_text(json.dumps(plain))


def from_the_future(path: Path) -> None:
    with rewritten(path) as told:
        told["migrations"].append("events.9999_not_written_yet")


def from_a_newer_server(path: Path) -> None:
    with rewritten(path) as told:
        told["postgresql"] = 990001


@pytest.mark.parametrize(
    ("harm", "name", "words"),
    [
        (Path.unlink, "manifest.json", "no whole backup"),
        (cut, "manifest.json", "cannot be read"),
        (from_the_future, "manifest.json", "does not know the migration events.9999_not_written"),
        (from_a_newer_server, "manifest.json", "comes from PostgreSQL 99"),
        (Path.unlink, "database.dump", "is missing"),
        (cut, "database.dump", "bytes instead of"),
        (change, "database.dump", "checksum differs"),
        (cut, "media.tar", "bytes instead of"),
    ],
)
def test_a_harmed_or_foreign_backup_is_refused_in_plain_words(backup, harm, name, words):
    harm(backup / name)

    with pytest.raises(CommandError, match=words):
        call_command("restore", backup, replace=connection.settings_dict["NAME"])

    assert User.objects.filter(email="person@verein.example").exists()


def test_a_portal_in_use_is_replaced_only_by_its_name(backup):
    make_user(email="neu@verein.example")

    with pytest.raises(Refused, match="is not empty"):
        restored_here(backup)
    assert User.objects.count() == 2

    restored_here(backup, replace=connection.settings_dict["NAME"])
    assert User.objects.get().email == "person@verein.example"


def test_nothing_is_restored_while_others_are_connected(backup):
    with (
        psycopg.connect(address_of(connection.settings_dict["NAME"]), application_name="beat"),
        pytest.raises(Refused, match=r"beat \(1\)"),
    ):
        restored_here(backup, replace=connection.settings_dict["NAME"])


def test_other_keys_are_noticed_unless_they_are_older_ones(backup, settings):
    name = connection.settings_dict["NAME"]
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another" * 10
    with pytest.raises(Refused, match="another SECRET_KEY"):
        restored_here(backup, replace=name)

    settings.SECRET_KEY_FALLBACKS = [old]

    assert restored_here(backup, replace=name).manifest.rows


def test_a_database_that_differs_from_the_manifest_leaves_all_as_it_was(backup):
    with rewritten(backup / manifest.NAME) as told:
        told["tables"]["accounts_user"]["rows"] = 2
    make_user(email="neu@verein.example")

    with pytest.raises(Refused, match="accounts_user is not what was backed up"):
        restored_here(backup, replace=connection.settings_dict["NAME"])

    assert User.objects.count() == 2


def test_a_restore_asks_no_more_locks_than_a_server_gives_by_its_defaults(backup, monkeypatch):
    held = []

    def count_locks(now):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid()")
            held.append(cursor.fetchone()[0])
        return ""

    monkeypatch.setitem(after_restore._entries, "count locks", count_locks)

    restored_here(backup, replace=connection.settings_dict["NAME"])

    # 100 connections of 64 locks, and room for the portal to grow.
    assert 0 < held[0] < 0.75 * 100 * 64


def test_what_an_interrupted_restore_left_is_in_no_backup_and_goes_with_the_next(folder, backup):
    make_user(email="neu@verein.example")
    with transaction.atomic():
        aside.set_aside()
    with pytest.raises(ProgrammingError):
        User.objects.exists()
    restored_here(backup)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA replaced")
        cursor.execute("CREATE TABLE replaced.left_over AS SELECT 'neu@verein.example' AS email")

    again = make_backup(folder=folder, now=NOW + timedelta(hours=1))
    restored_here(again, replace=connection.settings_dict["NAME"])

    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regnamespace('replaced')")
        assert cursor.fetchone() == (None,)
    assert User.objects.get().email == "person@verein.example"


def test_a_restore_that_stops_before_the_erased_are_gone_is_noticed():
    beat(RESTORE_UNFINISHED, now=NOW)

    assert health.report(now=NOW)["restore"] == "a restore is unfinished"


@contextmanager
def room_for(size: int):
    """Files may not grow beyond so many bytes, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def test_a_full_disk_leaves_no_half_backup(folder):
    with room_for(100_000), pytest.raises(CommandError, match="could not be written"):
        call_command("backup")

    assert backups(folder) == []
    assert [path.name for path in folder.iterdir()] == [".lock"]
    assert "backup" not in health.report(now=timezone.now())


def test_an_archive_with_strange_paths_is_refused(backup):
    path = backup / manifest.MEDIA
    with tarfile.open(path, "w") as archive:
        archive.addfile(tarfile.TarInfo("../outside"))
    with rewritten(backup / manifest.NAME) as told:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        told["files"][manifest.MEDIA] = {"size": path.stat().st_size, "sha256": digest}

    with pytest.raises(Refused, match="no backup of ours"):
        restored_here(backup, replace=connection.settings_dict["NAME"])


def test_backups_go_after_their_time_but_never_the_last(folder):
    for days in (40, 31, 29):
        make_backup(folder=folder, now=NOW - timedelta(days=days))
    assert len(backups(folder)) == 3

    forget_old(folder, now=NOW)
    assert len(backups(folder)) == 1

    forget_old(folder, now=NOW + timedelta(days=400))
    assert len(backups(folder)) == 1


def test_an_erasure_is_remembered_as_long_as_an_older_backup_exists(folder):
    make_backup(folder=folder, now=NOW - timedelta(days=20))
    erasures.remember("weg@verein.example", now=NOW - timedelta(days=19))
    make_backup(folder=folder, now=NOW)

    forget_old(folder, now=NOW + timedelta(days=9))
    assert len(list(erasures.journal())) == 1

    forget_old(folder, now=NOW + timedelta(days=12))
    assert list(erasures.journal()) == []


def test_the_journal_holds_no_address(settings):
    erasures.remember("weg@verein.example", now=NOW)

    [name] = erasures._names()
    with default_storage.open(name) as file:
        assert b"verein" not in file.read()
    assert erasures.digest(" Weg@Verein.example") == erasures.digest("weg@verein.example")


def test_an_old_backup_is_an_alarm(folder):
    beat("backup", now=NOW - timedelta(hours=27))

    assert health.report(now=NOW)["backup"] == "the newest backup is 27 hours old"


def test_a_new_portal_has_two_days_for_its_first_backup():
    assert "backup" not in health.report(now=NOW)
    assert health.report(now=NOW + timedelta(days=900))["backup"] == "there is no backup"


def test_every_table_is_counted_or_left_out_on_purpose():
    assert set(tables_left_out()) >= {"portal_cache", "base_attempts", "django_session"}
    assert set(contents()) | set(tables_left_out()) == set(tables())
