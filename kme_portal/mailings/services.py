"""What the portal's apps ask of the outbox."""

from datetime import datetime
from typing import Any

from django.db.models import Model

from kme_portal.mailings.models import Lane, Message


def enqueue(
    kind: str,
    *,
    about: Model | None,
    to: str,
    language: str,
    recipient_id: int | None = None,
    version: int = 0,
    data: dict[str, Any] | None = None,
    lane: Lane | None = None,
    not_before: datetime | None = None,
) -> Message | None:
    """Note a mail in the caller's transaction; None when this one was noted before.

    Once per kind, thing, recipient and version, whatever the number of calls.
    """
    raise NotImplementedError
