"""Whether the portal can do its work: database, migrations, broker, beat, erasure, backup.

An app above adds its own check: `checks.register("outbox", lambda now: …)`, which returns a
reason in English or "" when all is well.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Min
from kombu import Connection

from kme_portal.base import retention
from kme_portal.base.backups import MADE, RESTORE_UNFINISHED
from kme_portal.base.heartbeats import silence
from kme_portal.base.migrating import pending_migrations
from kme_portal.base.registries import Registry

Check = Callable[[datetime], str]

checks: Registry[Check] = Registry()

BEAT_MAY_BE_SILENT = timedelta(minutes=5)
ERASURE_MAY_BE_SILENT = retention.MAY_BE_SILENT
BACKUP_MAY_BE_SILENT = timedelta(hours=26)


def report(*, now: datetime) -> dict[str, str]:
    """A reason for each check that fails; empty when the portal is ready."""
    found = {}
    for name, check in checks.items():
        try:
            reason = check(now)
        except Exception as error:
            reason = type(error).__name__
        if reason:
            found[name] = reason
        if name == "database" and reason:
            # The others ask the database, too.
            break
    return found


def database(_now: datetime) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return ""


@lru_cache(maxsize=1)
def _all_migrated() -> bool:
    if pending_migrations():
        raise LookupError("pending")
    return True


def migrations(_now: datetime) -> str:
    try:
        _all_migrated()
    except LookupError:
        return "migrations are pending"
    return ""


def broker(_now: datetime) -> str:
    with Connection(
        settings.CELERY_BROKER_URL,
        connect_timeout=1,
        transport_options=settings.CELERY_BROKER_TRANSPORT_OPTIONS,
    ) as connection_to_broker:
        connection_to_broker.ensure_connection(max_retries=1, timeout=1)
        connection_to_broker.default_channel.client.ping()
    return ""


def beats(now: datetime) -> str:
    silent = silence("beat", now=now)
    return "" if silent is not None and silent < BEAT_MAY_BE_SILENT else "no beat or no worker"


def erasure(now: datetime) -> str:
    silent = silence("erasure", now=now)
    # A portal that has just been installed has not had its first run yet.
    if silent and silent > ERASURE_MAY_BE_SILENT:
        return "erasure has not run"
    return "a kind of erasure fails" if retention.silent(now).exists() else ""


def backup(now: datetime) -> str:
    """The night's backup; a new installation has two days for its first, a demonstration none."""
    if settings.DEMO:
        return ""
    silent = silence(MADE, now=now)
    if silent is None:
        first = MigrationRecorder.Migration.objects.aggregate(at=Min("applied"))["at"]
        return "there is no backup" if now - first > 2 * BACKUP_MAY_BE_SILENT else ""
    if silent > BACKUP_MAY_BE_SILENT:
        return f"the newest backup is {silent // timedelta(hours=1)} hours old"
    return ""


def restore(now: datetime) -> str:
    """Between a restored database and the end of its restore, the erased may be back."""
    return "a restore is unfinished" if silence(RESTORE_UNFINISHED, now=now) is not None else ""


for name, check in {
    "database": database,
    "migrations": migrations,
    "broker": broker,
    "beat": beats,
    "erasure": erasure,
    "backup": backup,
    "restore": restore,
}.items():
    checks.register(name, check)
