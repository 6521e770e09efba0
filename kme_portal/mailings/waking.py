"""Tells a worker that mail is waiting; when the broker is down, beat finds it later."""

import logging
import time
from functools import cache

from celery import current_app
from django.conf import settings
from django.db import transaction
from kombu import Connection, pools
from kombu.exceptions import LimitExceeded, OperationalError

logger = logging.getLogger(__name__)

TASK = "kme_portal.mailings.tasks.drain_outbox"
SECONDS = 0.5
SECONDS_UNTIL_NEXT_TRY = 5
_broker_was_down_at = -float(SECONDS_UNTIL_NEXT_TRY)


@cache
def _connection() -> Connection:
    """A worker waits for the broker with patience; here somebody waits for a page."""
    patience = {**settings.CELERY_BROKER_TRANSPORT_OPTIONS, "socket_timeout": SECONDS}
    return current_app.connection_for_write(transport_options=patience)


def wake() -> None:
    """Ask for a drain of the outbox without ever keeping the caller more than a second.

    After a failure the broker is left alone for some seconds, so that an action of many steps
    waits once. Wakes expire: a broker that returns brings one round of work, not thousands.
    """
    global _broker_was_down_at
    if time.monotonic() - _broker_was_down_at < SECONDS_UNTIL_NEXT_TRY:
        return
    try:
        with pools.producers[_connection()].acquire(block=True, timeout=SECONDS) as producer:
            current_app.send_task(
                TASK, ignore_result=True, expires=60, retry=False, producer=producer
            )
    except (OperationalError, LimitExceeded, OSError) as error:
        _broker_was_down_at = time.monotonic()
        logger.warning(
            "the broker is down, mail waits for beat", extra={"error": type(error).__name__}
        )


def wake_after_commit() -> None:
    """Once per transaction, whatever the number of mails it notes."""
    pending = transaction.get_connection().run_on_commit
    if not any(entry[1] is wake for entry in pending):
        transaction.on_commit(wake, robust=True)
