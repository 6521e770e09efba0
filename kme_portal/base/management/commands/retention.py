from django.core.management.base import BaseCommand
from django.utils import timezone

from kme_portal.base import retention
from kme_portal.base.registries import retentions


class Command(BaseCommand):
    help = "Shows what the nightly erasure would remove; --erase removes it now."

    def add_arguments(self, parser):
        parser.add_argument("--erase", action="store_true")

    def handle(self, *args, **options):
        now = timezone.now()
        counts = retention.erase_due(now=now) if options["erase"] else retention.report(now=now)
        for name, entry in retentions.items():
            found = counts.get(name, "failed, see the log")
            self.stdout.write(f"{name:32} {found!s:>8}  {entry.title} ({entry.period})")
