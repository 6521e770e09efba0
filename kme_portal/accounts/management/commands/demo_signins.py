"""Who one can be in the demonstration, for the last lines of `make run`."""

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.urls import reverse
from django.utils import translation

from kme_portal.accounts.demonstration import ROLES, account_of


class Command(BaseCommand):
    help = "Lists the demonstration sign-ins and makes their accounts."

    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError("There are demonstration sign-ins only where DEMO is set.")
        with translation.override("de"):
            self.stdout.write(f"{settings.PORTAL_URL}{reverse('accounts:demo')}")
            for role in ROLES:
                account_of(role.key)
                self.stdout.write(f"  {role.title}: {role.text}")
