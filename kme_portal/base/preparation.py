"""What the commands of the first start share: notes of what was done, and for which database."""

from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import connection

# What the static files and the first data are made of.
SOURCES = ("*.py", "*.html", "*.css", "*.js", "*.svg", "*.png", "*.woff2", "*.json", "*.mo")
DEMO = "demo"


def digest_of_code() -> str:
    """One value for names and contents of all that is served or written by code."""
    digest = sha256()
    folders = (
        "kme_portal",
        "organisations",
        "events",
        "dialogues",
        "funding",
        "templates",
        "static",
    )
    tops = [settings.BASE_DIR / name for name in folders]
    paths = {path for top in tops for pattern in SOURCES for path in top.rglob(pattern)}
    paths |= set(settings.BASE_DIR.glob("requirements*.txt"))
    for path in sorted(paths):
        if path.is_file():
            digest.update(f"{path.relative_to(settings.BASE_DIR)}\0".encode())
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def identity_of_database() -> str:
    """Differs for every server and database, so that notes about another one do not count."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT system_identifier::text || ' ' || oid FROM pg_control_system(), pg_database "
            "WHERE datname = current_database()"
        )
        return cursor.fetchone()[0]


def done(stamp: Path, value: str) -> bool:
    return stamp.exists() and stamp.read_text() == value


def note(stamp: Path, value: str) -> None:
    stamp.write_text(value)
