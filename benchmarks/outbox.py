"""Mails a second: one worker out of the outbox, against Django sending the same letters.

Both render the same invitations (HTML, style inlined, text part, headers) and hand them over one
connection to the same sink in a process of its own. Django alone has the rows in memory and keeps
no record; the outbox claims, checks, sends, marks and commits each.
"""

import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.mail import get_connection
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks.rows import Row
from events.models import CampaignStatus, InvitationRecipient
from kme_portal.mailings import delivery
from kme_portal.mailings.letters import letters
from kme_portal.mailings.models import Message, MessageStatus
from kme_portal.mailings.rendering import build
from kme_portal.mailings.services import enqueue
from tests.factories import make_campaign, make_event, make_invitation, make_recipient

KIND = "events.invitation"
MAILS = 250
ROUNDS = 3


def run() -> list[Row]:
    settings.MAIL_QUIET_HOURS = False
    recipients = _recipients()
    with _sink():
        _ours(recipients)  # Templates and connections are warm for both.
        rounds = [(_ours(recipients), _plain(recipients)) for _ in range(ROUNDS)]
        queries = _queries_a_mail(recipients)
    ours = statistics.median(MAILS / ours[0] for ours, _plain_run in rounds)
    plain = statistics.median(MAILS / plain[0] for _ours_run, plain in rounds)
    cpu = statistics.median(ours[1] / MAILS * 1000 for ours, _plain_run in rounds)
    return [
        Row(
            "mails out of the outbox",
            ours,
            plain,
            ours / plain,
            queries=queries,
            cpu_ms=cpu,
            aim="≥ 45 %",
        )
    ]


def _recipients() -> list[InvitationRecipient]:
    event = make_event()
    campaign = make_campaign(event=event, status=CampaignStatus.SENDING)
    return [
        make_recipient(invitation=make_invitation(event=event, campaign=campaign))
        for _ in range(MAILS)
    ]


def _note(recipients: list[InvitationRecipient]) -> None:
    Message.objects.filter(kind=KIND).delete()
    for recipient in recipients:
        with transaction.atomic():
            enqueue(
                KIND,
                about=recipient,
                to=recipient.person.email,
                language="de",
                recipient_id=recipient.pk,
                version=recipient.invitation.event.version,
            )


def _ours(recipients: list[InvitationRecipient]) -> tuple[float, float]:
    _note(recipients)
    begun, cpu = time.perf_counter(), time.process_time()
    delivery.drain(seconds=600)
    took = time.perf_counter() - begun, time.process_time() - cpu
    sent = Message.objects.filter(kind=KIND, status=MessageStatus.SENT).count()
    if sent != MAILS:
        raise AssertionError(f"{sent} of {MAILS} sent")
    return took


def _plain(recipients: list[InvitationRecipient]) -> tuple[float, float]:
    letter = letters[KIND]
    messages = {row.about_id: row for row in Message.objects.filter(kind=KIND)}
    begun, cpu = time.perf_counter(), time.process_time()
    backend = get_connection()
    backend.open()
    for recipient in letter.rows().filter(pk__in=messages):
        backend.send_messages([build(letter, recipient, messages[recipient.pk])])
    backend.close()
    return time.perf_counter() - begun, time.process_time() - cpu


def _queries_a_mail(recipients: list[InvitationRecipient]) -> float:
    _note(recipients)
    run = delivery._Run(timezone.now)
    run.one()
    with CaptureQueriesContext(connection) as asked:
        run.one()
    run.line.close()
    return sum(query["sql"] not in ("BEGIN", "COMMIT") for query in asked)


@contextmanager
def _sink() -> Iterator[None]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    command = [
        sys.executable,
        "-m",
        "aiosmtpd",
        "-n",
        "-l",
        address,
        "-c",
        "aiosmtpd.handlers.Sink",
    ]
    process = subprocess.Popen(command)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_HOST_USER = ""
    try:
        ends = time.monotonic() + 20
        while time.monotonic() < ends:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait()
