"""The outbox waits as a whole when the mail server is away or refuses the portal itself."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from kme_portal.mailings.models import Pause

logger = logging.getLogger(__name__)

LONGEST_REFUSED = timedelta(minutes=15)
LONGEST_UNREACHABLE = timedelta(minutes=1)


def may_try(now: datetime) -> bool:
    return not Pause.objects.filter(retry_at__gt=now).exists()


def is_paused() -> bool:
    """Whether the mail server refuses the portal: somebody must do something."""
    return Pause.objects.filter(is_refusal=True).exists()


@transaction.atomic
def pause(*, is_refusal: bool, reason: str, now: datetime) -> None:
    """Wait, longer with each try; a second worker that meets the same does not count."""
    wait, longest = (
        (settings.OUTBOX_WAIT_REFUSED, LONGEST_REFUSED)
        if is_refusal
        else (settings.OUTBOX_WAIT_UNREACHABLE, LONGEST_UNREACHABLE)
    )
    first = Pause(pk=1, since=now, retry_at=now, tries=0, is_refusal=is_refusal, reason=reason)
    Pause.objects.bulk_create([first], ignore_conflicts=True)
    row = Pause.objects.select_for_update().get(pk=1)
    if row.retry_at > now and row.is_refusal == is_refusal:
        return
    if row.is_refusal != is_refusal:
        row.tries = 0
    row.tries += 1
    row.is_refusal = is_refusal
    row.reason = reason
    row.retry_at = now + min(timedelta(seconds=wait * 2 ** min(row.tries - 1, 16)), longest)
    row.save()
    (logger.error if is_refusal else logger.warning)(
        "the outbox waits", extra={"reason": reason, "tries": row.tries}
    )


def resume() -> None:
    Pause.objects.all().delete()


def try_now() -> None:
    """Do not wait for the next try; the reason stays until a mail got through."""
    Pause.objects.update(retry_at=timezone.now())
