"""Whether the portal can do its work: database, migrations, broker, beat, erasure.

An app above adds its own check: `checks.register("outbox", lambda now: …)`, which returns a
reason in English or "" when all is well.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from kombu import Connection

from kme_portal.base.heartbeats import silence
from kme_portal.base.registries import Registry

Check = Callable[[datetime], str]

checks: Registry[Check] = Registry()

BEAT_MAY_BE_SILENT = timedelta(minutes=5)
ERASURE_MAY_BE_SILENT = timedelta(hours=26)


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
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
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
    return "erasure has not run" if silent and silent > ERASURE_MAY_BE_SILENT else ""


for name, check in {
    "database": database,
    "migrations": migrations,
    "broker": broker,
    "beat": beats,
    "erasure": erasure,
}.items():
    checks.register(name, check)
