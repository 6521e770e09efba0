"""A backup is whole or is not there: made aside, then given its name."""

import contextlib
import fcntl
import hashlib
import logging
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection, transaction

from kme_portal.base import erasures, heartbeats
from kme_portal.base.backups import MADE, Refused, aside, manifest, media, tools
from kme_portal.base.backups.contents import applied_migrations, contents, tables_left_out

logger = logging.getLogger(__name__)

DRAFT = ".unfinished-"
NAME = "%Y-%m-%dT%H-%M-%SZ"


def make_backup(*, folder: Path, now: datetime) -> Path:
    """Back up database and uploads into a new folder in `folder`; its path.

    Backups past their keeping time go first. Raises Refused with nothing left behind.
    """
    if not applied_migrations():
        raise Refused("This database is empty: there is no portal in it to back up.")
    with _alone(folder):
        forget_old(folder, now=now)
        draft = folder / f"{DRAFT}{now.astimezone(UTC):{NAME}}"
        whole = folder / f"{now.astimezone(UTC):{NAME}}"
        if whole.exists():
            raise Refused(f"There is a backup of this second: {whole}")
        try:
            draft.mkdir(mode=0o700)
            manifest.write(_fill(draft, now), draft)
            _sync(draft)
            draft.rename(whole)
            _sync_folder(folder)
        except OSError as error:
            raise Refused(f"The backup could not be written: {error.strerror or error}") from error
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    heartbeats.beat(MADE, now=now)
    return whole


def _fill(draft: Path, now: datetime) -> manifest.Manifest:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            # The snapshot waits for pg_dump, however long that takes.
            cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
            cursor.execute("SET LOCAL statement_timeout = 0")
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone()
        # What is counted is what is dumped, whatever is written meanwhile.
        with _writing(draft / manifest.DATABASE) as file:
            _dump(file, snapshot)
        tables, migrations = contents(), applied_migrations()
    with _writing(draft / manifest.MEDIA) as file:
        uploads = media.pack(file)
    return manifest.Manifest(
        made_at=now,
        version=manifest.version(),
        postgresql=tools.server_version(),
        migrations=migrations,
        tables=tables,
        media=uploads,
        files={name: _seal(draft / name) for name in (manifest.DATABASE, manifest.MEDIA)},
        keys=manifest.fingerprints(),
    )


def _dump(file: IO[bytes], snapshot: str) -> None:
    command = [tools.tool("pg_dump"), "--format=custom", f"--snapshot={snapshot}", "--no-password"]
    command += ["--no-owner", "--no-privileges", "--no-comments"]
    command += [f"--exclude-schema={aside.SCHEMA}"]
    command += [f"--exclude-table-data=public.{name}" for name in tables_left_out()]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=tools.environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            shutil.copyfileobj(process.stdout, file, 1024 * 1024)
        except OSError:
            process.kill()
            raise
        said = process.stderr.read().decode(errors="replace").strip()
    if process.returncode:
        raise Refused(f"pg_dump failed: {said}")


def forget_old(folder: Path, *, now: datetime) -> None:
    """Remove backups past their keeping time and unfinished ones; the newest always stays."""
    for path in folder.glob(f"{DRAFT}*"):
        shutil.rmtree(path)
    kept_since = now - timedelta(days=settings.BACKUP_KEPT_DAYS)
    whole = backups(folder)
    for path in whole[:-1]:
        if _made_at(path) < kept_since:
            shutil.rmtree(path)
    oldest = min([kept_since, *map(_made_at, backups(folder))])
    erasures.forget(before=oldest - erasures.OVERLAP)


def backups(folder: Path) -> list[Path]:
    """Whole ones, oldest first."""
    found = [path.parent for path in folder.glob(f"*/{manifest.NAME}")]
    return sorted(path for path in found if not path.name.startswith(".") and _is_dated(path))


def _made_at(path: Path) -> datetime:
    return datetime.strptime(path.name, NAME).replace(tzinfo=UTC)


def _is_dated(path: Path) -> bool:
    with contextlib.suppress(ValueError):
        return bool(_made_at(path))
    return False


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One backup at a time, in a folder for its owner alone."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.geteuid() == 0 and folder.stat().st_uid != 0:
            raise Refused(
                f"{folder} belongs to another account, which could make no backup any more beside "
                "those of root. Run this as that account, with kme-manage for instance."
            )
        lock = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise Refused(f"The backup could not be written: {error}") from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise Refused(f"Another backup into {folder} is under way.") from None
    finally:
        os.close(lock)


@contextlib.contextmanager
def _writing(path: Path) -> Iterator[IO[bytes]]:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        yield file


def _seal(path: Path) -> manifest.File:
    with path.open("rb") as file:
        return manifest.File(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def _sync(draft: Path) -> None:
    for path in draft.iterdir():
        path.chmod(0o600)
        with path.open("rb") as file:
            os.fsync(file.fileno())
    _sync_folder(draft)


def _sync_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
