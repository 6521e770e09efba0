"""Brings database and files to the state of the code, in one process; does nothing twice."""

import gc
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, call_command
from django.utils.translation.reloader import translation_file_changed

from kme_portal.base.catalogues import compile_catalogues
from kme_portal.base.migrating import pending_migrations
from kme_portal.base.preparation import (
    DEMO,
    digest_of_code,
    done,
    identity_of_database,
    note,
)


class Command(BaseCommand):
    help = "Migrates, writes the first data, collects static files, compiles catalogues."
    # The tables the checks ask may not be there yet.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--stamps", type=Path, required=True, help="notes of what was done")
        parser.add_argument("--signins-to", type=Path, help="file for the demonstration sign-ins")

    def handle(self, *args, stamps: Path, signins_to: Path | None, **options) -> None:
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
        if signins_to:
            # Without its stamp the supervisor has `load_demo` run beside the starting web server.
            if not done(stamps / DEMO, database):
                (stamps / DEMO).unlink(missing_ok=True)
            with signins_to.open("w") as file:
                call_command("demo_signins", stdout=file)
