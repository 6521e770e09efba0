from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kme_portal.base import processing

FILE = settings.BASE_DIR / "docs" / "verarbeitungsverzeichnis.md"


class Command(BaseCommand):
    help = "Writes the record of processing (Article 30 GDPR) into docs/; --check compares only."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true")

    def handle(self, *args, **options):
        missing = [*processing.unjudged(), *processing.unknown()]
        if missing:
            raise CommandError("Declare as personal or not: " + ", ".join(missing))
        text = processing.as_markdown()
        if options["check"]:
            if not FILE.exists() or FILE.read_text() != text:
                raise CommandError("Not up to date: run manage.py processing_record")
        else:
            FILE.write_text(text)
