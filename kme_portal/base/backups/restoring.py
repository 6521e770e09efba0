"""The way back: the database in one transaction, or not at all.

What is checked, in this order: the manifest, the files, the version, the keys, who else is
connected. Then the rows are loaded and counted, and mail that waited is expired, before anything
is committed. Afterwards migrations run, uploads come back, and erasures are replayed; until that
is done, `/readyz/` says that a restore is unfinished.
"""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

import psycopg
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.loader import MigrationLoader

from kme_portal.base import erasures, heartbeats
from kme_portal.base.backups import RESTORE_UNFINISHED, Refused, aside, manifest, media, tools
from kme_portal.base.backups.contents import contents, tables
from kme_portal.base.models import Heartbeat
from kme_portal.base.registries import Registry

# What an app does to its own rows before anybody sees them again; returns what to tell.
after_restore: Registry[Callable[[datetime], str]] = Registry()

OTHERS = """
SELECT coalesce(nullif(application_name, ''), 'a program'), count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
GROUP BY 1 ORDER BY 1
"""
# The tools write for their own version of the server and for psql.
NOT_FOR_US = (b"\\restrict ", b"\\unrestrict ", b"SET transaction_timeout")


@dataclass(frozen=True)
class Restored:
    manifest: manifest.Manifest
    told: list[str]
    erased: int
    """People who were erased after the backup, and now again."""


def check(folder: Path, *, replace: str, other_keys: bool) -> manifest.Manifest:
    """Everything that can be known before a row is touched; raises Refused."""
    found = manifest.read(folder)
    manifest.check_files(found, folder)
    media.check(folder / manifest.MEDIA)
    unknown = set(found.migrations) - _known_migrations()
    if unknown:
        raise Refused(
            f"The backup was made by another version of the portal ({found.version}): this one "
            f"does not know the migration {sorted(unknown)[0]}. Install that version or a newer "
            "one first."
        )
    if found.postgresql // 10_000 > tools.server_version() // 10_000:
        raise Refused(
            f"The backup comes from PostgreSQL {found.postgresql // 10_000}, and this server is "
            f"older ({tools.server_version() // 10_000})."
        )
    missing = manifest.missing_keys(found)
    if missing and not other_keys:
        raise Refused(
            f"The backup was made with another {' and '.join(missing)}. Set the old value (an old "
            "SECRET_KEY may stand in SECRET_KEY_FALLBACKS). With --other-keys the rest is "
            "restored: second factors and links in mails stop working, and blocked addresses and "
            "the journal of erasures are no longer recognised."
        )
    _refuse_company()
    name = connection.settings_dict["NAME"]
    if tables() and replace != name:
        raise Refused(
            f"The database {name} is not empty, and a restore replaces all of it. To do so, "
            f"name it: --replace {name}"
        )
    return found


def restore(folder: Path, *, replace: str, other_keys: bool, now: datetime) -> Restored:
    """Bring back what the backup holds; raises Refused before anything is changed."""
    found = check(folder, replace=replace, other_keys=other_keys)
    tool = tools.tool("pg_restore")
    aside.drop_what_is_aside()
    try:
        with transaction.atomic():
            ContentType.objects.clear_cache()
            aside.set_aside()
            for section in ("pre-data", "data", "post-data"):
                _load(tool, folder / manifest.DATABASE, section)
            with connection.cursor() as cursor:
                cursor.execute("RESET search_path")
            _compare(found)
            told = [step(now) for step in after_restore]
            heartbeats.beat(RESTORE_UNFINISHED, now=now)
    except (psycopg.Error, DatabaseError) as error:
        raise Refused(f"PostgreSQL refused the backup; nothing was changed: {error}") from error
    finally:
        # What the dump set for its session must not stay.
        connection.close()
    aside.drop_what_is_aside()
    call_command("migrate", interactive=False, verbosity=0)
    media.unpack(folder / manifest.MEDIA)
    erased = erasures.replay(since=found.made_at, now=now)
    Heartbeat.objects.filter(name=RESTORE_UNFINISHED).delete()
    return Restored(found, [line for line in told if line], erased)


def _known_migrations() -> set[str]:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return {f"{app}.{name}" for app, name in loader.disk_migrations} | {
        f"{app}.{old}"
        for migration in loader.disk_migrations.values()
        for app, old in migration.replaces
    }


def _refuse_company() -> None:
    with connection.cursor() as cursor:
        cursor.execute(OTHERS)
        others = [f"{name} ({number})" for name, number in cursor.fetchall()]
    if others:
        raise Refused(
            f"Others are connected to this database: {', '.join(others)}. End web, worker, beat "
            "and shells first."
        )


def _load(tool: Path, dump: Path, section: str) -> None:
    with _reading(tool, dump, section) as lines, connection.connection.cursor() as cursor:
        if section != "data":
            # Bodies of functions may look like anything: they are not read, only passed on.
            cursor.execute(b"".join(line for line in lines if not line.startswith(NOT_FOR_US)))
            return
        for line in lines:
            if line.startswith(b"COPY "):
                with cursor.copy(line) as copy:
                    for row in lines:
                        if row == b"\\.\n":
                            break
                        copy.write(row)
            elif line.strip() and not line.startswith((b"--", *NOT_FOR_US)):
                cursor.execute(line)


@contextmanager
def _reading(tool: Path, dump: Path, section: str) -> Iterator[IO[bytes]]:
    """What pg_restore would tell a server about one section of the dump, line by line."""
    command = [tool, "--no-owner", "--no-privileges", "--no-comments", f"--section={section}"]
    with subprocess.Popen(
        [*command, "--file=-", dump], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        yield process.stdout
        said = process.stderr.read().decode(errors="replace").strip()
    if process.returncode:
        raise Refused(f"pg_restore failed: {said}")


def _compare(found: manifest.Manifest) -> None:
    here = contents()
    for name in sorted(found.tables.keys() | here.keys()):
        if here.get(name) != found.tables.get(name):
            raise Refused(
                f"The restored table {name} is not what was backed up; nothing was changed."
            )
