"""Brings database and files to the state of the code, in one process; does nothing twice."""

import gc
from argparse import ArgumentParser
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, call_command, get_commands
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation.reloader import translation_file_changed

from kme_portal.base.catalogues import compile_catalogues

# What the static files and the first data are made of.
SOURCES = ("*.py", "*.html", "*.css", "*.js", "*.svg", "*.png", "*.woff2", "*.json", "*.mo")


class Command(BaseCommand):
    help = "Migrates, writes the first data, collects static files, compiles catalogues."
    # The tables the checks ask may not be there yet.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--stamps", type=Path, required=True, help="notes of what was done")
        parser.add_argument("--demo", action="store_true", help="demonstration data at first start")
        parser.add_argument("--signins-to", type=Path, help="file for the demonstration sign-ins")

    def handle(self, *args, stamps: Path, demo: bool, signins_to: Path | None, **options) -> None:
        stamps.mkdir(parents=True, exist_ok=True)
        if compile_catalogues():
            # Texts may have been read before they were compiled.
            translation_file_changed(sender=None, file_path=Path("django.mo"))
        code = digest_of_code()
        database = identity_of_database()
        if pending_migrations() or not done(stamps / "migrated", f"{code} {database}"):
            # Rendering the models of every step makes more garbage than it is worth collecting.
            gc.disable()
            call_command("migrate", interactive=False, verbosity=0)
            gc.enable()
            note(stamps / "migrated", f"{code} {database}")
            self.stdout.write("database migrated")
        manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
        if not manifest.exists() or not done(stamps / "static", code):
            call_command("collectstatic", interactive=False, clear=True, verbosity=0)
            note(stamps / "static", code)
            self.stdout.write("static files collected")
        if demo and "demo" in get_commands() and not done(stamps / "demo", database):
            call_command("demo", stdout=self.stdout)
            note(stamps / "demo", database)
            self.stdout.write("demonstration data loaded")
        if demo and signins_to and "demo_signins" in get_commands():
            with signins_to.open("w") as file:
                call_command("demo_signins", stdout=file)


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


def pending_migrations() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def done(stamp: Path, value: str) -> bool:
    return stamp.exists() and stamp.read_text() == value


def note(stamp: Path, value: str) -> None:
    stamp.write_text(value)
