"""Workers, broker and mail server are really killed: nothing is lost, nothing doubled.

The one exception: a process killed between the server's "accepted" and its own commit leaves one
mail that leaves again, under the same Message-ID.
"""

import time

import pytest
from django.contrib.contenttypes.models import ContentType

from kme_portal.mailings.models import Message, MessageStatus
from tests.mail import deliver_all, mail_through
from tests.mailings.processes import (
    Worker,
    check_sent,
    note_mails,
    outbox_is_empty,
    wait_until,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("outbox")]


@pytest.fixture
def start_worker(tmp_path, broker, server):
    """Starts workers of the test's own; they are gone at its end."""
    started = []

    def start(**env):
        started.append(Worker(tmp_path, broker, server, **env).start())
        return started[-1]

    yield start
    for worker in started:
        worker.kill()


def all_sent():
    return set(Message.objects.values_list("status", flat=True)) == {MessageStatus.SENT}


def test_workers_killed_in_the_middle_lose_nothing(start_worker, server):
    addresses = note_mails(200)
    worker, killed = start_worker(), 0

    for part in (20, 40, 60):
        wait_until(lambda part=part: len(server.taken) >= 2 * part)
        if part == 40:
            worker.kill_one_process()
            killed += 1
        else:
            killed += 2
            worker.kill()
            worker = start_worker()
    wait_until(outbox_is_empty)

    assert all_sent()
    check_sent(server, addresses, doubled=killed)


def test_a_worker_told_to_stop_finishes_its_mail_and_goes(start_worker, server):
    addresses = note_mails(200)
    worker = start_worker()
    wait_until(lambda: len(server.taken) >= 40)

    begun = time.monotonic()
    worker.ask_to_stop(seconds=30)

    assert time.monotonic() - begun < 10
    assert not outbox_is_empty()
    with mail_through(server, EMAIL_HOST_USER="kme", EMAIL_HOST_PASSWORD="right"):
        deliver_all()
    check_sent(server, addresses, doubled=0)


def test_two_beats_and_two_workers_send_each_reminder_once(start_worker, server):
    things = [ContentType(app_label="tests", model=f"thing{number}") for number in range(30)]
    ContentType.objects.bulk_create(things)
    start_worker(TESTS_ASK="0.2")
    start_worker(TESTS_ASK="0.2")

    wait_until(lambda: Message.objects.count() == 30 and outbox_is_empty())
    time.sleep(1)

    assert Message.objects.count() == 30
    assert sorted(server.message_ids) == sorted(
        Message.objects.values_list("message_id", flat=True)
    )


def test_without_the_claim_the_same_check_finds_doubles(start_worker, server):
    addresses = note_mails(60)
    server.slow = 0.05
    start_worker(TESTS_CLAIM="off")
    wait_until(outbox_is_empty)

    with pytest.raises(AssertionError, match="doubled"):
        check_sent(server, addresses)
