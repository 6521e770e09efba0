"""A migrated database to copy from: migrating takes twenty seconds, copying less than one.

The template stays in the test server, named after the migrations and first data it was made of,
so that the next run and the other worker copy it too.
"""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.db import connections

ROOT = Path(__file__).resolve().parent.parent
APPS = ("kme_portal", "organisations", "events", "dialogues", "funding")
MADE_OF = ("migrations/*.py", "seed*.py", "data/*", "texts/*")
LOCK = 7_201_912


def digest_of_first_state() -> str:
    digest = sha256()
    for app in APPS:
        for pattern in MADE_OF:
            for path in sorted((ROOT / app).rglob(pattern)):
                if path.is_file():
                    digest.update(str(path.relative_to(ROOT)).encode())
                    digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """Test databases are copies of the template; the first run after a change makes it."""
    name = f"portal_template_{digest_of_first_state()}"
    url = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(urlunsplit(url._replace(path="/postgres")), autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        if not exists(server, name):
            make_template(server, name, url)
    connections["default"].settings_dict["TEST"]["TEMPLATE"] = name


def exists(server: psycopg.Connection, name: str) -> bool:
    found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
    return found.fetchone() is not None


def make_template(server: psycopg.Connection, name: str, url) -> None:
    """Old templates go; the new one gets its name when it is whole."""
    old = server.execute("SELECT datname FROM pg_database WHERE datname LIKE 'portal_template_%'")
    for (database,) in old.fetchall():
        server.execute(f'DROP DATABASE "{database}" WITH (FORCE)')
    unfinished = f"{name}_new"
    server.execute(f'CREATE DATABASE "{unfinished}"')
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env=os.environ
        | {
            "DATABASE_URL": urlunsplit(url._replace(path=f"/{unfinished}")),
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        },
        check=True,
        timeout=300,
    )
    server.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')
