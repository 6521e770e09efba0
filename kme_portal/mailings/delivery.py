"""Empties the outbox: one transaction a mail, claimed with SKIP LOCKED in order of lane.

A short commit counts the start first, so that a mail which kills its worker is recognised. Then
one transaction claims the row, asks whether the mail is still true, sends and marks it. A worker
killed between the server's "accepted" and the commit leaves one mail that goes out twice, with
the same Message-ID; there is no other way to double or lose one.
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.utils import timezone

from kme_portal.mailings import pausing, quiet
from kme_portal.mailings.letters import Letter, Verdict, letters
from kme_portal.mailings.lookahead import LookAhead
from kme_portal.mailings.models import (
    Message,
    MessageStatus,
    SuppressionReason,
)
from kme_portal.mailings.rendering import build
from kme_portal.mailings.services import suppress
from kme_portal.mailings.smtp import Line, PortalRefused, TryLater, Undeliverable, Unreachable

logger = logging.getLogger(__name__)

STARTS_UNTIL_FAILED = 5
POLICY_REFUSALS_UNTIL_PAUSE = 5
ASK_AGAIN_AFTER = timedelta(minutes=5)

START_NEXT = """
UPDATE mailings_message SET starts = starts + 1
WHERE id = (
    SELECT id FROM mailings_message
    WHERE status = 'queued' AND not_before <= %s AND starts < %s
    ORDER BY lane, not_before, id
    LIMIT 1
    FOR UPDATE SKIP LOCKED
)
RETURNING id, set_config('synchronous_commit', 'off', true)
"""
# The count must outlive the worker, not the database server: this one commit need not wait for
# the disk. The commit that says "sent" does.

CLAIM = """
SELECT message.*, EXISTS (
    SELECT FROM mailings_suppression WHERE digest = message.address_digest
) AS is_blocked
FROM mailings_message AS message
WHERE id = %s AND status = 'queued'
FOR UPDATE OF message SKIP LOCKED
"""

SETTLE = """
UPDATE mailings_message SET status = %s, settled_at = %s, starts = 0, last_error = %s
WHERE id = %s
"""

Clock = Callable[[], datetime]


def drain(
    *,
    seconds: float = 10,
    clock: Clock = timezone.now,
    must_stop: Callable[[], bool] = lambda: False,
) -> bool:
    """Send what is due for some seconds; True when more was due at the end.

    The slice keeps a large send-out from filling every worker process, and lets a worker that is
    told to stop go after the current mail.
    """
    if not pausing.may_try(clock()):
        return False
    _fail_what_kills_its_worker(clock())
    if not Message.objects.due(clock()).exists():
        return False
    run = _Run(clock)
    ends = time.monotonic() + seconds
    try:
        while not must_stop():
            if time.monotonic() >= ends:
                return True
            if not run.one():
                break
    except (Unreachable, PortalRefused) as trouble:
        is_refusal = isinstance(trouble, PortalRefused)
        pausing.pause(is_refusal=is_refusal, reason=trouble.reason, now=clock())
    finally:
        run.line.close()
    return False


class _CannotRender(Exception):
    """The letter's own code failed; its transaction may be broken and is taken back."""


class _Run:
    """The mails of one drain over one connection."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.line = Line()
        self.ahead = LookAhead()
        self.policy_refusals = 0
        self.got_through = False

    def one(self) -> bool:
        """Deliver the next mail; False when none is due.

        Raises Unreachable or PortalRefused, with no mail worse off.
        """
        self.line.open()
        with connection.cursor() as cursor:
            cursor.execute(START_NEXT, [self.clock(), STARTS_UNTIL_FAILED])
            found = cursor.fetchone()
        if found is None:
            return False
        refused = None
        try:
            with transaction.atomic():
                message = claim(found[0])
                if message is not None:
                    refused = self._deliver(message)
        except HookFailed as error:
            # "Sent" must not be undone with the transaction: the mail would leave again.
            logger.exception("a letter could not note its state", extra={"mail": found[0]})
            _settle_by_id(found[0], error.status, reason=error.reason, now=self.clock())
        except _CannotRender as error:
            logger.exception("a mail cannot be made", extra={"mail": found[0]})
            _postpone_by_id(found[0], reason=type(error.__cause__).__name__, now=self.clock())
        if refused is not None:
            raise refused
        return True

    def _deliver(self, message: Message) -> PortalRefused | None:
        try:
            mail = prepare(message, self.clock(), self.ahead)
        except HookFailed:
            raise
        except Exception as error:
            raise _CannotRender from error
        if mail is None:
            return None
        try:
            self.line.send(mail)
        except PortalRefused as trouble:
            message.starts = 0
            message.save(update_fields=["starts"])
            return trouble
        except TryLater as trouble:
            postpone(message, reason=trouble.reason, now=self.clock())
        except Undeliverable as trouble:
            return self._refuse(message, trouble)
        else:
            settle(message, MessageStatus.SENT, now=self.clock())
            self.policy_refusals = 0
            if not self.got_through:
                self.got_through = True
                pausing.resume()
        return None

    def _refuse(self, message: Message, trouble: Undeliverable) -> PortalRefused | None:
        """Final for this mail; several refusals in a row on policy are about the portal."""
        settle(message, MessageStatus.FAILED, now=self.clock(), reason=trouble.reason)
        if trouble.no_such_mailbox:
            suppress(address_digest=message.address_digest, reason=SuppressionReason.RETURNED)
        self.policy_refusals = self.policy_refusals + 1 if trouble.is_policy else 0
        if self.policy_refusals >= POLICY_REFUSALS_UNTIL_PAUSE:
            return PortalRefused(trouble.reason)
        return None


def claim(pk: int) -> Message | None:
    """The row, locked until the end of the transaction; None when another worker has it."""
    return next(iter(Message.objects.raw(CLAIM, [pk])), None)


def prepare(message: Message, now: datetime, ahead: LookAhead) -> EmailMessage | None:
    """The mail as it is true now; None when it is not to leave, and the row then says why."""
    letter = letters[message.kind]
    about = ahead.about(letter, message, now)
    decided = _why_not_now(letter, about, message, now)
    if decided is None:
        return build(letter, about, message)
    if isinstance(decided, datetime):
        message.not_before = decided
        message.starts = 0
        message.save(update_fields=["not_before", "starts"])
    else:
        settle(message, decided, now=now)
    return None


def _why_not_now(
    letter: Letter, about: Any, message: Message, now: datetime
) -> MessageStatus | datetime | None:
    """The final status, or the moment to ask again, of a mail that is not to leave."""
    if message.stale_after is not None and message.stale_after <= now:
        return MessageStatus.EXPIRED
    if about is None and letter.model is not None:
        return MessageStatus.EXPIRED
    if letter.list_mail:
        if message.is_blocked:
            return MessageStatus.SUPPRESSED
        allowed = quiet.next_allowed(now, stale_after=message.stale_after)
        if allowed > now:
            return allowed
    verdict = letter.is_current(about, message, now)
    if verdict is Verdict.NO:
        return MessageStatus.EXPIRED
    return now + ASK_AGAIN_AFTER if verdict is Verdict.LATER else None


class HookFailed(Exception):
    """The letter could not note what became of it; its transaction may be broken."""

    def __init__(self, status: MessageStatus, reason: str) -> None:
        super().__init__(status)
        self.status = status
        self.reason = reason


def settle(
    message: Message,
    status: MessageStatus,
    *,
    now: datetime,
    reason: str = "",
    tell_letter: bool = True,
) -> None:
    """A final status, in the caller's transaction, and what the letter makes of it.

    Raises HookFailed, whereupon the caller settles anew without telling the letter.
    """
    message.move_to(status)
    message.settled_at = now
    message.starts = 0
    message.last_error = reason
    with connection.cursor() as cursor:
        cursor.execute(SETTLE, [status, now, reason, message.pk])
    if not tell_letter or message.kind not in letters:
        return
    letter = letters[message.kind]
    if type(letter).settled is Letter.settled:
        return
    try:
        letter.settled(message, now)
    except Exception as error:
        raise HookFailed(status, reason) from error


def settle_for_sure(pk: int, status: MessageStatus, *, now: datetime, reason: str = "") -> None:
    """For a locked row, in the caller's transaction; what the letter makes of it cannot undo it."""
    try:
        with transaction.atomic():
            settle(Message.objects.get(pk=pk), status, now=now, reason=reason)
    except HookFailed:
        logger.exception("a letter could not note its state", extra={"mail": pk})
        message = Message.objects.get(pk=pk)
        settle(message, status, now=now, reason=reason, tell_letter=False)


def postpone(message: Message, *, reason: str, now: datetime) -> None:
    """Growing gaps for four hours, then a failure that the office sees."""
    gaps = settings.OUTBOX_GAPS
    if message.attempts >= len(gaps):
        settle(message, MessageStatus.FAILED, now=now, reason=reason)
        return
    message.not_before = now + timedelta(seconds=gaps[message.attempts])
    message.attempts += 1
    message.starts = 0
    message.last_error = reason
    message.save(update_fields=["not_before", "attempts", "starts", "last_error"])


@transaction.atomic
def _postpone_by_id(pk: int, *, reason: str, now: datetime) -> None:
    message = claim(pk)
    if message is not None:
        postpone(message, reason=reason, now=now)


@transaction.atomic
def _settle_by_id(pk: int, status: MessageStatus, *, reason: str, now: datetime) -> None:
    message = claim(pk)
    if message is not None:
        settle(message, status, now=now, reason=reason, tell_letter=False)


@transaction.atomic
def _fail_what_kills_its_worker(now: datetime) -> None:
    rows = Message.objects.queued().filter(starts__gte=STARTS_UNTIL_FAILED)
    for message in rows.select_for_update(skip_locked=True):
        logger.error("a mail ended its worker too often", extra={"mail": message.pk})
        settle_for_sure(
            message.pk,
            MessageStatus.FAILED,
            now=now,
            reason=f"The worker ended {STARTS_UNTIL_FAILED} times while sending this.",
        )
