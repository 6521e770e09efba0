"""Asks every occasion what is due to whom, and notes it in the outbox."""

import logging
from datetime import datetime

from django.db import transaction

from kme_portal.mailings.letters import Occasion, letters
from kme_portal.mailings.services import enqueue

logger = logging.getLogger(__name__)


def ask_all(*, now: datetime) -> int:
    """Number of mails noted. Asking twice, late or after a day without beat is harmless.

    An occasion that fails keeps neither the others nor its own other things.
    """
    return sum(ask(entry, now=now) for entry in letters if isinstance(entry, Occasion))


def ask(occasion: Occasion, *, now: datetime) -> int:
    noted = 0
    try:
        things = list(occasion.things(now))
    except Exception:
        logger.exception("an occasion failed", extra={"kind": occasion.kind})
        return 0
    for thing in things:
        try:
            with transaction.atomic():
                noted += _note(occasion, thing, now)
        except Exception:
            details = {"kind": occasion.kind, "about": thing.pk}
            logger.exception("an occasion failed", extra=details)
    return noted


def _note(occasion: Occasion, thing, now: datetime) -> int:
    stale_after = occasion.stale_after(thing)
    if stale_after is not None and stale_after <= now:
        return 0
    noted = 0
    for recipient in occasion.recipients(thing):
        if recipient.why_not:
            continue
        message = enqueue(
            occasion.kind,
            about=thing,
            to=recipient.email,
            language=recipient.language,
            recipient_id=recipient.id,
            version=occasion.version(thing),
            data=recipient.data,
            not_before=occasion.not_before(thing, now),
        )
        noted += message is not None
    return noted
