"""Tells a worker that mail is waiting; when the broker is down, beat finds it later."""

import logging
import time

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)

TASK = "kme_portal.mailings.tasks.drain_outbox"
SECONDS_UNTIL_NEXT_TRY = 5
_broker_was_down_at = -float(SECONDS_UNTIL_NEXT_TRY)


def wake() -> None:
    """Ask for a drain of the outbox without ever keeping the caller more than a second.

    After a failure the broker is left alone for some seconds, so that an action of many steps
    waits once. Wakes expire: a broker that returns brings one round of work, not thousands.
    """
    global _broker_was_down_at
    if time.monotonic() - _broker_was_down_at < SECONDS_UNTIL_NEXT_TRY:
        return
    try:
        current_app.send_task(TASK, ignore_result=True, expires=60, retry=False)
    except (OperationalError, OSError) as error:
        _broker_was_down_at = time.monotonic()
        logger.warning(
            "the broker is down, mail waits for beat", extra={"error": type(error).__name__}
        )


def wake_after_commit() -> None:
    """Once per transaction, whatever the number of mails it notes."""
    pending = transaction.get_connection().run_on_commit
    if not any(entry[1] is wake for entry in pending):
        transaction.on_commit(wake, robust=True)
