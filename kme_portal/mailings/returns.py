"""Late bounces: mails the server took and could not deliver afterwards (Rückläufer)."""

import email
import email.policy
import imaplib
import logging
import poplib
import re
from datetime import datetime
from email.message import Message as Mail

from django.conf import settings
from django.db import transaction
from flufl.bounce import all_failures

from kme_portal.mailings import mailboxes
from kme_portal.mailings.addresses import own_domain
from kme_portal.mailings.delivery import settle_for_sure
from kme_portal.mailings.models import Message, MessageStatus, SuppressionReason
from kme_portal.mailings.services import suppress
from kme_portal.mailings.smtp import without_addresses

logger = logging.getLogger(__name__)

ENVELOPE_HEADERS = ("Delivered-To", "X-Original-To", "Envelope-To", "To")
VERP = re.compile(r"\+([0-9a-f]{32})@", re.IGNORECASE)
STATUS = re.compile(r"^Status:\s*([45]\.\d{1,3}\.\d{1,3})", re.IGNORECASE | re.MULTILINE)
DIAGNOSIS = re.compile(
    r"^Diagnostic-Code:\s*(?:[\w.-]+;)?\s*(.+(?:\r?\n[ \t].+)*)", re.IGNORECASE | re.MULTILINE
)
NO_SUCH_MAILBOX = {"5.1.1", "5.1.3", "5.1.6", "5.1.10"}


def read_mailbox(*, now: datetime) -> int:
    """Number of bounces read; a mailbox that is away is asked again with the next run."""
    if not settings.RETURN_MAILBOX_URL:
        return 0
    try:
        return mailboxes.read(settings.RETURN_MAILBOX_URL, lambda raw: take(raw, now=now))
    except (OSError, imaplib.IMAP4.error, poplib.error_proto) as error:
        logger.warning("return mailbox cannot be read", extra={"error": type(error).__name__})
        return 0


def take(raw: bytes, *, now: datetime) -> bool:
    """Whether this was a bounce and may go. Reading one twice changes nothing."""
    # flufl.bounce knows the old message class only.
    mail = email.message_from_bytes(raw)
    temporary, permanent = all_failures(mail)
    if not temporary and not permanent:
        return False
    if permanent:
        _note(_random_parts(mail, raw), raw.decode("utf-8", errors="replace"), now)
    return True


def _random_parts(mail: Mail, raw: bytes) -> list[str]:
    """Which of our mails it names: by its own return path, else by a Message-ID it quotes."""
    addressed = " ".join(
        str(value) for name in ENVELOPE_HEADERS for value in mail.get_all(name, [])
    )
    if found := VERP.findall(addressed):
        return [part.lower() for part in found]
    quoted = re.compile(rf"<([0-9a-f]{{32}})@{re.escape(own_domain())}>", re.IGNORECASE)
    return [part.lower() for part in quoted.findall(raw.decode("latin-1"))]


@transaction.atomic
def _note(random_parts: list[str], report: str, now: datetime) -> None:
    ids = [f"<{part}@{own_domain()}>" for part in random_parts[:1]]
    message = Message.objects.select_for_update().filter(message_id__in=ids).first()
    if message is None or not message.can_move_to(MessageStatus.RETURNED):
        return
    status = STATUS.search(report)
    diagnosis = DIAGNOSIS.search(report)
    words = " ".join(diagnosis[1].split()) if diagnosis else ""
    reason = without_addresses(f"{status[1] if status else ''} {words}".strip())[:300]
    settle_for_sure(message.pk, MessageStatus.RETURNED, now=now, reason=reason)
    if status and status[1] in NO_SUCH_MAILBOX and message.address_digest:
        suppress(address_digest=message.address_digest, reason=SuppressionReason.RETURNED)
