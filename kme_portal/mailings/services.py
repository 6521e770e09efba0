"""What the portal's apps ask of the outbox."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from kme_portal.base.status import IllegalTransition
from kme_portal.mailings import quiet
from kme_portal.mailings.addresses import digest, new_message_id, normalised
from kme_portal.mailings.letters import Letter, letters
from kme_portal.mailings.models import (
    Lane,
    Message,
    MessageStatus,
    Suppression,
    SuppressionReason,
)
from kme_portal.mailings.waking import wake_after_commit


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

    Once per kind, thing, recipient and version, whatever the number of calls. A letter about
    nothing and without the id of a recipient has no identity: each call is a mail of its own.
    List mail to an address that wants none is noted as suppressed.
    """
    letter = letters[kind]
    now = timezone.now()
    stale_after = letter.stale_after(about)
    leaves = max(not_before, now) if not_before else now
    message = Message(
        kind=kind,
        lane=letter.lane if lane is None else lane,
        email=to.strip(),
        address_digest=digest(to),
        language=language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
        about_id=about.pk if about is not None else None,
        recipient_id=recipient_id,
        version=version,
        data=data or {},
        created_at=now,
        not_before=quiet.next_allowed(leaves, stale_after=stale_after)
        if letter.list_mail
        else leaves,
        stale_after=stale_after,
        message_id=new_message_id(),
    )
    message.key = _key(message)
    if letter.list_mail and is_suppressed(to):
        message.status = MessageStatus.SUPPRESSED
        message.settled_at = now
    # Without a savepoint of its own: nothing here is caught, and two statements are spared.
    with transaction.atomic(savepoint=False):
        Message.objects.bulk_create([message], ignore_conflicts=True)
        # ON CONFLICT DO NOTHING does not tell; the random Message-ID does.
        noted = Message.objects.filter(message_id=message.message_id).first()
        if noted is not None and noted.status == MessageStatus.SUPPRESSED:
            letter.settled(noted, now)
    if noted is not None and noted.status == MessageStatus.QUEUED and noted.not_before <= now:
        wake_after_commit()
    return noted


def _key(message: Message) -> str:
    """Rule, thing, recipient and version, never an address."""
    if message.about_id is None and message.recipient_id is None:
        return f"{message.kind}::{message.message_id.partition('@')[0].lstrip('<')}:"
    recipient = "" if message.recipient_id is None else message.recipient_id
    about = "" if message.about_id is None else message.about_id
    return f"{message.kind}:{about}:{recipient}:{message.version}"


def is_suppressed(email: str) -> bool:
    """Whether this address gets no list mail."""
    return is_blocked(address_digest=digest(email))


def is_blocked(*, address_digest: str) -> bool:
    return Suppression.objects.filter(digest=address_digest).exists()


def suppressed_among(emails: Iterable[str]) -> set[str]:
    """Those of these addresses, normalised, that get no list mail; one query for all."""
    by_digest = {digest(email): normalised(email) for email in emails}
    found = Suppression.objects.filter(digest__in=by_digest).values_list("digest", flat=True)
    return {by_digest[one] for one in found}


def suppress(*, address_digest: str, reason: SuppressionReason) -> None:
    """No more list mail to this address; what waits for it is not sent either.

    Known already: the first reason stays.
    """
    Suppression.objects.get_or_create(digest=address_digest, defaults={"reason": reason})


def release(*, address_digest: str) -> bool:
    """List mail to this address again; False when nothing kept it back."""
    return bool(Suppression.objects.filter(digest=address_digest).delete()[0])


def send_again(*, message_id: int, now: datetime | None = None) -> Message:
    """Put an undelivered mail back into the outbox, with the same Message-ID.

    Raises IllegalTransition where it was delivered or cannot be, such as after its keeping time.
    """
    now = now or timezone.now()
    with transaction.atomic():
        message = Message.objects.select_for_update().get(pk=message_id)
        if not message.email:
            raise IllegalTransition(message, MessageStatus.QUEUED)
        message.move_to(MessageStatus.QUEUED)
        message.not_before = now
        message.settled_at = None
        message.dealt_with_at = None
        message.starts = message.attempts = 0
        message.last_error = ""
        message.save()
        wake_after_commit()
    return message


def deal_with(*, message_ids: Iterable[int], now: datetime | None = None) -> int:
    """The office knows that these were not delivered and has found another way."""
    return (
        Message.objects.undelivered()
        .filter(pk__in=list(message_ids))
        .update(dealt_with_at=now or timezone.now())
    )


def letter_of(message: Message) -> Letter:
    """Raises KeyError where the kind is no longer registered."""
    return letters[message.kind]
