"""Test databases are copies of one migrated before: migrating takes longer than most tests."""

import os
import subprocess
import sys
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from psycopg import sql

LOCK = 27_182_818
PREFIX = "migrated_"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Names the database to copy; pytest-django makes the copies, one for each process."""
    connections["default"].settings_dict["TEST"]["TEMPLATE"] = migrated_database()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """A database that somebody is still connected to cannot be dropped in the end.

    While a browser is open Django takes this thread for one with an event loop, and keeps
    another connection for it than before and after.
    """
    yield
    end_sessions()


def end_sessions() -> None:
    """Of everybody who is connected to this test's database."""
    name = connections["default"].settings_dict["NAME"]
    with psycopg.connect(address_of("postgres"), autocommit=True) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )


def migrated_database() -> str:
    """The name of a database at the state of all migrations; made by the first who asks."""
    name = f"{PREFIX}{digest_of_migrations()[:16]}"
    with psycopg.connect(address_of("postgres"), autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        known = [row[0] for row in connection.execute("SELECT datname FROM pg_database")]
        if name in known:
            return name
        for old in known:
            if old.startswith(PREFIX):
                connection.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(old)))
        draft = "being_migrated"
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(draft))
        connection.execute(drop)
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(draft)))
        migrate(draft)
        rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        connection.execute(rename.format(sql.Identifier(draft), sql.Identifier(name)))
    return name


def digest_of_migrations() -> str:
    """Of every migration, our own and the packages', and of the server they ran on."""
    loader = MigrationLoader(None)
    digest = sha256(os.environ["DATABASE_URL"].encode())
    for key in sorted(loader.disk_migrations):
        module = sys.modules[loader.disk_migrations[key].__module__]
        with open(module.__file__, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def migrate(name: str) -> None:
    """In a process of its own: the tests' own must not remember this database."""
    # Rendering the models of every step makes more garbage than it is worth collecting.
    command = (
        "import gc; gc.disable();"
        "from django.core.management import execute_from_command_line as run;"
        "run(['manage.py', 'migrate', '--verbosity', '0'])"
    )
    env = os.environ | {
        "DATABASE_URL": address_of(name),
        "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
    }
    subprocess.run([sys.executable, "-c", command], env=env, cwd=settings.BASE_DIR, check=True)


def address_of(name: str) -> str:
    parts = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(parts._replace(path=f"/{name}"))
