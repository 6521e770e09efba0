from django.core.management.base import BaseCommand
from django.utils import timezone

from kme_portal.pages.demonstration import loading


class Command(BaseCommand):
    help = "Loads the demonstration data, once."

    def handle(self, *args, **options):
        if loading.is_loaded():
            self.stdout.write("the demonstration data stands there already")
            return
        loading.load(now=timezone.now())
