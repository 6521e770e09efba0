"""`/readyz/` for the shell: what is not well, with its reason."""

from django.core.management import BaseCommand
from django.utils import timezone

from kme_portal.base import health


class Command(BaseCommand):
    help = "Says what is not well: database, migrations, broker, beat, outbox, backup; code 1."
    requires_system_checks: list[str] = []

    def handle(self, *args, **options):
        failed = health.report(now=timezone.now())
        for name, reason in failed.items():
            self.stdout.write(f"{name}: {reason}")
        if failed:
            raise SystemExit(1)
        self.stdout.write("ready")
