"""Begins the real thing: tries the mail server, then invites the first coordinator."""

import time

from django.conf import settings
from django.core.mail import get_connection
from django.core.management import BaseCommand, CommandError
from django.core.validators import validate_email

from kme_portal.accounts import services
from kme_portal.accounts.seed import seed
from kme_portal.mailings.delivery import drain
from kme_portal.mailings.models import MessageStatus
from kme_portal.mailings.services import enqueue

PATIENCE = 30


class Command(BaseCommand):
    help = "Sends a test e-mail and invites a coordinator, who sets a password and second factor."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--language", default="de", choices=dict(settings.LANGUAGES))

    def handle(self, *args, email, language, **options):
        try:
            validate_email(email)
        except Exception as error:
            raise CommandError(f"{email} is not an e-mail address.") from error
        self.try_mail_server()
        seed()
        test = enqueue("accounts.test", about=None, to=email, language=language)
        user = services.invite_user(
            email=email, language=language, is_staff=True, groups=["Koordination"]
        )
        if user.has_usable_password():
            self.stdout.write("This account has a password already; it is now a coordinator's.")
        self.wait_for(test)
        if test.status != MessageStatus.SENT:
            raise CommandError(
                f"The test e-mail was not sent ({test.status}: {test.last_error}). The account "
                "is made; the outbox tries again as soon as the worker runs."
            )
        self.stdout.write(
            self.style.SUCCESS(
                "The test e-mail and the invitation are on their way. The link in the invitation "
                "holds fourteen days; it leads to a password and a second factor."
            )
        )

    def wait_for(self, test):
        """Send it, or see that a worker which runs beside us does."""
        ends = time.monotonic() + PATIENCE
        while test.status == MessageStatus.QUEUED and not test.last_error:
            drain(seconds=5)
            test.refresh_from_db()
            if time.monotonic() > ends:
                return
            time.sleep(0.2)

    def try_mail_server(self):
        try:
            connection = get_connection(timeout=10)
            connection.open()
            connection.close()
        except OSError as error:
            raise CommandError(
                f"The mail server {settings.EMAIL_HOST}:{settings.EMAIL_PORT} does not answer as "
                f"it should: {error}. Check EMAIL_URL. Nothing was changed."
            ) from error
        self.stdout.write(f"The mail server {settings.EMAIL_HOST}:{settings.EMAIL_PORT} answers.")
