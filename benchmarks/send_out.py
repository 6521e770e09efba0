"""A large send-out by two worker processes, and somebody who forgot a password in its midst.

`ours` is mails a second of the whole send-out, `plain` what 5,000 mails in ten minutes take. The
mail server is one of the tests: it writes every line down, so a real one is not slower.
"""

import logging
import tempfile
import time
from pathlib import Path

from benchmarks.rows import Row
from kme_portal.mailings.addresses import digest, new_message_id
from kme_portal.mailings.models import Lane, Message
from tests.mail import MailServer
from tests.mailings.letters import NOTICE
from tests.mailings.processes import Broker, Worker, note_mails, outbox_is_empty, wait_until

MAILS = 1_000
WANTED = 5_000 / 600
MOST_SECONDS = 30
RESET = "vergessen@verein.example"


def run() -> list[Row]:
    # The mail server of the tests tells every line of SMTP.
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    server = MailServer().start()
    with tempfile.TemporaryDirectory() as folder:
        broker = Broker(Path(folder)).start()
        Message.objects.all().delete()
        note_mails(MAILS, lane=Lane.BULK)
        worker = Worker(Path(folder), broker, server)
        try:
            worker.start()
            wait_until(lambda: bool(server.taken), seconds=60)
            began = time.monotonic()
            wait_until(lambda: len(server.taken) >= MAILS // 5, seconds=300)
            asked_at = time.monotonic()
            note_reset()
            wait_until(lambda: RESET in server.recipients, seconds=300)
            waited = time.monotonic() - asked_at
            behind = MAILS + 1 - len(server.taken)
            wait_until(outbox_is_empty, seconds=600)
            took = time.monotonic() - began
        finally:
            worker.kill()
            broker.kill()
            server.stop()
    rate = MAILS / took
    return [
        Row("send-out, two worker processes", rate, WANTED, rate / WANTED, aim="≥ 100 %"),
        Row(
            "a reset during it, seconds waited",
            waited,
            MOST_SECONDS,
            waited / MOST_SECONDS,
            unit="s",
            aim=f"≤ {MOST_SECONDS} s; {behind} mails were still behind it",
        ),
    ]


def note_reset() -> None:
    """As a request does it that is answered while the mails are leaving."""
    Message.objects.create(
        kind=NOTICE,
        lane=Lane.URGENT,
        key="bench:reset",
        email=RESET,
        address_digest=digest(RESET),
        language="de",
        message_id=new_message_id(),
    )
