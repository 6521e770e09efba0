"""How the outbox does, for /readyz/ and for the office's desk."""

from datetime import datetime, timedelta
from itertools import accumulate

from django.conf import settings
from django.db.models import Min, Q, QuerySet

from kme_portal.base.heartbeats import silence
from kme_portal.mailings.models import Message
from kme_portal.mailings.pausing import is_paused

ALARM_AFTER = timedelta(minutes=60)
HEARTBEAT = "outbox"
MAY_BE_SILENT = timedelta(minutes=5)


def oldest_due_unsent(now: datetime) -> datetime | None:
    """Since when the longest waiting mail is due; None when nothing that is due waits."""
    return Message.objects.due(now).aggregate(since=Min("not_before"))["since"]


def overdue(now: datetime) -> QuerySet[Message]:
    """Due for an hour and not sent, be it put off again and again or not tried at all."""
    waited = accumulate(settings.OUTBOX_GAPS)
    tries = next(
        (number for number, gaps in enumerate(waited, 1) if gaps >= ALARM_AFTER.total_seconds()),
        len(settings.OUTBOX_GAPS),
    )
    return Message.objects.queued().filter(
        Q(not_before__lte=now - ALARM_AFTER) | Q(attempts__gte=tries)
    )


def check(now: datetime) -> str:
    if is_paused():
        return "the mail server refuses the portal"
    silent = silence(HEARTBEAT, now=now)
    if silent and silent > MAY_BE_SILENT:
        return "nobody looked into the outbox for five minutes"
    return "mail is due for an hour" if overdue(now).exists() else ""
