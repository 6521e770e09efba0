"""`make backup`: database and uploads, as one folder that is whole or not there."""

from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from kme_portal.base.backups import Refused, manifest
from kme_portal.base.backups.making import make_backup


class Command(BaseCommand):
    help = "Backs up database and uploads, and removes backups past their keeping time."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, default=settings.BACKUP_DIR, help="the folder")

    def handle(self, *args, to: Path, **options):
        try:
            made = make_backup(folder=to, now=timezone.now())
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        told = manifest.read(made)
        size = sum(file.size for file in told.files.values()) / 1_000_000
        self.stdout.write(
            f"{made}: {told.rows} rows in {len(told.tables)} tables, {told.media} uploads, "
            f"{size:.1f} MB.\nThe keys are not in it. Keep {', '.join(manifest.KEYS)} elsewhere."
        )
