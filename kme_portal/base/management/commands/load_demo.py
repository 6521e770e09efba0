"""Loads the demonstration data, once for each database."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management import BaseCommand, call_command

from kme_portal.base.preparation import DEMO, done, identity_of_database, note


class Command(BaseCommand):
    help = "Loads the demonstration data unless the stamps say that this database has them."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--stamps", type=Path, required=True, help="notes of what was done")

    def handle(self, *args, stamps: Path, **options) -> None:
        database = identity_of_database()
        if not done(stamps / DEMO, database):
            call_command("demo", stdout=self.stdout)
            note(stamps / DEMO, database)
            self.stdout.write("demonstration data loaded")
