from django.core.management.base import BaseCommand
from django.utils import timezone

from kme_portal.mailings.models import Message


class Command(BaseCommand):
    help = (
        "After restoring a backup, before workers start: expire the mails that waited when the "
        "backup was made, since most of them were sent afterwards."
    )

    def handle(self, *args, **options):
        number = Message.objects.queued().expire(now=timezone.now())
        self.stdout.write(f"{number} waiting mails will not be sent.")
