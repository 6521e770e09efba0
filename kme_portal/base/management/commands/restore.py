"""`make restore`: brings a backup back into an empty database, or in place of what is there."""

from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from kme_portal.base.backups import Refused
from kme_portal.base.backups.making import backups
from kme_portal.base.backups.restoring import restore


class Command(BaseCommand):
    help = "Restores a backup; end web, worker and beat first. Without a folder: lists backups."
    # The tables the checks ask may not be there yet.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path)
        parser.add_argument("--replace", default="", metavar="DATABASE", help="what may be lost")
        parser.add_argument("--other-keys", action="store_true", help="although keys are missing")

    def handle(self, *args, folder: Path | None, replace: str, other_keys: bool, **options):
        if folder is None:
            self.list_backups()
            return
        try:
            done = restore(folder, replace=replace, other_keys=other_keys, now=timezone.now())
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"Restored {done.manifest.rows} rows and {done.manifest.media} uploads as they were on "
            f"{done.manifest.made_at:%Y-%m-%d %H:%M} UTC; counts and checksums are equal."
        )
        for line in [*done.told, f"Erased again: {done.erased} addresses.", "All are signed out."]:
            self.stdout.write(line)
        self.stdout.write("Web, worker and beat may start.")

    def list_backups(self):
        found = backups(settings.BACKUP_DIR)
        if not found:
            raise CommandError(f"There is no backup in {settings.BACKUP_DIR}.")
        for path in found:
            self.stdout.write(str(path))
