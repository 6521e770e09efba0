"""What the foundation holds about people, and what it forgets in time."""

from datetime import datetime

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext_lazy as _
from psycopg import sql

from kme_portal.base import files, limits
from kme_portal.base.history import Old
from kme_portal.base.models import Attempts
from kme_portal.base.registries import PersonalData, Retention, personal_data, retentions
from kme_portal.base.retention import kept

retentions.register(
    "base.unused_files",
    Retention(
        title=_("Uploaded files that nothing uses"),
        period=_("one day"),
        due=files.unused,
        erase=files.erase_unused,
    ),
)
retentions.register(
    "base.history",
    Retention(
        title=_("History of the office's records"),
        period=kept("history"),
        due=lambda now: Old(now - settings.KEPT["history"]),
        erase=lambda now: Old(now - settings.KEPT["history"]).erase(),
    ),
)
retentions.register(
    "base.attempts",
    Retention(
        title=_("Counters against floods and guessing"),
        period=_("until their window is over"),
        due=lambda now: Attempts.objects.filter(expires_at__lt=now),
        erase=lambda now: limits.forget_expired(now=now),
    ),
)


class ExpiredCache:
    """Rows of the cache whose time is over; Django removes them only when the table is full."""

    TABLE = sql.Identifier(settings.CACHES["default"]["LOCATION"])

    def __init__(self, now: datetime) -> None:
        self.now = now

    def count(self) -> int:
        with connection.cursor() as cursor:
            asked = sql.SQL("SELECT count(*) FROM {} WHERE expires < %s").format(self.TABLE)
            cursor.execute(asked, [self.now])
            return cursor.fetchone()[0]

    def erase(self) -> int:
        with connection.cursor() as cursor:
            asked = sql.SQL("DELETE FROM {} WHERE expires < %s").format(self.TABLE)
            cursor.execute(asked, [self.now])
            return cursor.rowcount


retentions.register(
    "base.cache",
    Retention(
        title=_("Expired rows of the cache"),
        period=_("minutes to days, as each row says"),
        due=ExpiredCache,
        erase=lambda now: ExpiredCache(now).erase(),
    ),
)

personal_data.register(
    "base.files",
    PersonalData(
        title=_("Pictures and documents"),
        # A picture bears no address: whoever is on it writes, and the office takes it down.
        export=lambda email: [],
        erase=lambda email, now: 0,
        fields={
            "base.StoredFile.file": (
                _("Show pictures and documents of events and associations"),
                _("Article 6(1)(e) GDPR, § 3 DSG NRW; photos of people by Article 6(1)(a) GDPR"),
                _("as long as they are shown, or until the person objects"),
            )
        },
    ),
)
