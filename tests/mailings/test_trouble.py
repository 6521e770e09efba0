"""What goes wrong around the outbox while a real worker sends: it waits, and nothing is lost."""

import os
import subprocess
import sys
import time

import pytest

from kme_portal.mailings.delivery import STARTS_UNTIL_FAILED
from kme_portal.mailings.models import Lane, Message, MessageStatus, Pause
from tests.factories import make_message
from tests.mailings.letters import POISON
from tests.mailings.processes import (
    ROOT,
    Worker,
    check_sent,
    environment,
    note_mails,
    outbox_is_empty,
    wait_until,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("outbox-trouble")]


@pytest.fixture(scope="module")
def worker(tmp_path_factory, django_db_setup, django_db_blocker, broker, shared_server):
    """One worker for all of these, since each of them leaves it whole."""
    with django_db_blocker.unblock():
        worker = Worker(tmp_path_factory.mktemp("worker"), broker, shared_server).start()
    yield worker
    worker.kill()


def test_the_first_fifteen_are_put_off(worker, server):
    server.answers["RCPT"] = ["451 4.3.0 later"] * 15
    addresses = note_mails(30)
    wait_until(outbox_is_empty)
    check_sent(server, addresses)


def test_everybody_is_greylisted(worker, server):
    seen = set()

    def greylist(recipient):
        if recipient in seen:
            return ""
        seen.add(recipient)
        return "451 4.7.1 greylisted"

    server.always["RCPT"] = greylist
    addresses = note_mails(30)
    wait_until(outbox_is_empty)
    check_sent(server, addresses)


def test_the_line_is_cut_in_the_middle_of_a_mail(worker, server):
    server.answers["DATA"] = ["", "", *["cut"] * 5]
    addresses = note_mails(30)
    wait_until(outbox_is_empty)
    check_sent(server, addresses)


def test_the_line_is_cut_after_a_mail_was_taken(worker, server):
    server.answers["DATA"] = ["", "", "cut-after"]
    addresses = note_mails(10)
    wait_until(outbox_is_empty)
    check_sent(server, addresses, doubled=1)


def test_unknown_recipients_delay_nobody(worker, server):
    server.always["RCPT"] = lambda to: "550 5.1.1 unknown" if to.startswith("v1@") else ""
    addresses = note_mails(10)
    wait_until(outbox_is_empty)
    check_sent(server, [address for address in addresses if address != "v1@verein.example"])
    assert [mail.email for mail in Message.objects.undelivered()] == ["v1@verein.example"]


def test_the_server_is_away_for_some_seconds(worker, server):
    addresses = note_mails(100)
    wait_until(lambda: len(server.taken) >= 20)
    server.stop()
    time.sleep(6)
    assert not Message.objects.exclude(
        status__in=[MessageStatus.QUEUED, MessageStatus.SENT]
    ).exists()
    server.start()
    wait_until(outbox_is_empty)
    check_sent(server, addresses, doubled=2)


def test_a_sender_that_is_refused_fails_no_mail(worker, server):
    server.answers["MAIL"] = ["550 5.7.1 sender rejected"] * 3
    addresses = note_mails(10)
    wait_until(lambda: Pause.objects.filter(is_refusal=True).exists())
    wait_until(outbox_is_empty)
    check_sent(server, addresses)
    assert not Pause.objects.exists()


def test_a_wrong_password_fails_no_mail(worker, server):
    server.password = "changed"
    addresses = note_mails(10)
    wait_until(lambda: Pause.objects.filter(is_refusal=True).exists())
    time.sleep(1)
    assert Message.objects.queued().count() == 10
    server.password = "right"
    wait_until(outbox_is_empty)
    check_sent(server, addresses)


def test_a_password_reset_overtakes_a_large_send_out(worker, server):
    note_mails(400)
    wait_until(lambda: len(server.taken) >= 20)

    reset = make_message(email="reset@verein.example", lane=Lane.URGENT)
    before = len(server.taken)
    wait_until(lambda: reset.email in server.recipients)

    assert server.recipients.index(reset.email) - before < 20


def test_a_mail_that_kills_its_worker_fails_and_blocks_nobody(worker, server):
    poison = make_message(kind=POISON, lane=Lane.URGENT, email="poison@verein.example")
    addresses = note_mails(40)
    wait_until(outbox_is_empty)

    poison.refresh_from_db()
    assert poison.status == MessageStatus.FAILED
    assert str(STARTS_UNTIL_FAILED) in poison.last_error
    check_sent(server, addresses, doubled=STARTS_UNTIL_FAILED)


ACTION = """
import time
import django
django.setup()
import tests.mailings.letters
from django.db import transaction
from kme_portal.mailings.services import enqueue
begun = time.monotonic()
for number in range(3):
    with transaction.atomic():
        enqueue("tests.notice", about=None, to=f"v{number}@verein.example", language="de")
print(time.monotonic() - begun)
"""


def act(broker, server) -> float:
    """Seconds that three transactions with a mail each take in a process of their own."""
    told = subprocess.run(
        [sys.executable, "-c", ACTION],
        cwd=ROOT,
        env=os.environ | environment(broker, server),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return float(told.stdout)


@pytest.mark.parametrize("trouble", ["killed", "frozen"])
def test_an_action_goes_on_without_the_broker_and_the_mail_leaves_when_it_is_back(
    worker, broker, server, trouble
):
    stop, start = {
        "killed": (broker.kill, broker.start),
        "frozen": (broker.freeze, broker.thaw),
    }[trouble]
    stop()
    try:
        assert act(broker, server) < 2
        assert Message.objects.queued().count() == 3
    finally:
        start()

    wait_until(outbox_is_empty)
    check_sent(server, [f"v{number}@verein.example" for number in range(3)])
    assert worker.process.poll() is None
