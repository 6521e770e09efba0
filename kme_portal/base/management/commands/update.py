"""`make update`: brings an installation to the code that is checked out, after a backup."""

import time

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import OperationalError, connection
from django.utils import timezone
from psycopg.errors import LockNotAvailable

from kme_portal.base.backups import Refused
from kme_portal.base.backups.contents import applied_migrations
from kme_portal.base.backups.making import make_backup
from kme_portal.base.catalogues import compile_catalogues
from kme_portal.base.migrating import pending_migrations

TRIES = 5
SECONDS_BETWEEN = 5


class Command(BaseCommand):
    help = "Backs up, migrates, collects static files and checks; says what to restart."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("--without-backup", action="store_true", help="one was just made")

    def handle(self, *args, without_backup: bool, **options):
        if settings.DEMO:
            raise CommandError("A demonstration is started anew instead: make run")
        try:
            connection.ensure_connection()
        except OperationalError as error:
            raise CommandError(f"The database cannot be reached. {error}") from error
        self.stdout.write("1. Backup")
        if not applied_migrations():
            self.stdout.write("   A new database: there is nothing to back up.")
        elif without_backup:
            self.stdout.write("   None, as told.")
        else:
            self.back_up()
        self.stdout.write("2. Database")
        self.migrate()
        self.stdout.write("3. Texts and static files")
        compile_catalogues()
        # Old files stay: web processes that still run name them in their pages.
        call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write("4. Checks")
        call_command("check", deploy=True, fail_level="WARNING")
        self.stdout.write(
            "5. Restart now, web nodes one after the other, then worker and beat:\n"
            "   systemctl restart kme-web@1; systemctl restart kme-web@2; "
            "systemctl restart kme-worker kme-beat\n"
            "   (in containers: up --detach --wait --no-deps web, then web2, then worker beat)\n"
            "   and look a minute later: python manage.py ready"
        )

    def back_up(self) -> None:
        try:
            made = make_backup(folder=settings.BACKUP_DIR, now=timezone.now())
        except Refused as refusal:
            raise CommandError(f"{refusal} Nothing was changed.") from refusal
        self.stdout.write(f"   {made}")

    def migrate(self) -> None:
        """No migration waits long for a lock, since all requests would queue behind it."""
        pending = pending_migrations()
        if not pending:
            self.stdout.write("   No migration is pending.")
            return
        for migration in pending:
            self.stdout.write(f"   {migration}")
        for number in range(1, TRIES + 1):
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = '2s'")
            try:
                call_command("migrate", interactive=False, verbosity=0)
                return
            except OperationalError as error:
                if not isinstance(error.__cause__, LockNotAvailable):
                    raise
            finally:
                with connection.cursor() as cursor:
                    cursor.execute("RESET lock_timeout")
            self.stdout.write(f"   The tables are in use; try {number} of {TRIES}.")
            time.sleep(SECONDS_BETWEEN)
        raise CommandError(
            "The tables stay in use. What was migrated is in order; try again at a quieter time."
        )
