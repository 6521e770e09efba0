"""The way back in for somebody whose phone is gone."""

from django.core.management import BaseCommand, CommandError

from kme_portal.accounts import services
from kme_portal.accounts.models import User


class Command(BaseCommand):
    help = "Removes the second factors of an account; logged, and told to its owner by e-mail."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, *args, email, **options):
        user = User.objects.filter(email__iexact=email.strip()).first()
        if user is None:
            raise CommandError("There is no account with this e-mail address.")
        removed = services.reset_second_factor(user=user)
        self.stdout.write(
            f"{removed} second factors removed. The person signs in with the password and is led "
            "to set up a new one."
        )
