"""What the mail server says of the portal fails no mail: the outbox waits."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kme_portal.mailings import delivery, pausing
from kme_portal.mailings.models import Message, MessageStatus, Pause
from tests.factories import make_message
from tests.mail import MailServer, deliver_all, mail_through

pytestmark = pytest.mark.django_db


def assert_waiting_and_unharmed(message, *, is_refusal):
    message.refresh_from_db()
    assert (message.status, message.attempts, message.starts) == (MessageStatus.QUEUED, 0, 0)
    assert Pause.objects.get().is_refusal == is_refusal
    assert pausing.is_paused() == is_refusal


def test_a_refused_sender_fails_no_mail_and_the_outbox_waits(mail_server):
    mail_server.answers["MAIL"] = ["550 5.7.1 sender not allowed"]
    message = make_message()

    deliver_all()
    deliver_all()

    assert_waiting_and_unharmed(message, is_refusal=True)
    deliver_all(now=timezone.now() + timedelta(minutes=2))
    message.refresh_from_db()
    assert message.status == MessageStatus.SENT
    assert not pausing.is_paused()


def test_a_wrong_password_fails_no_mail_and_is_not_tried_again_at_once():
    server = MailServer(password="right").start()
    message = make_message()
    try:
        with mail_through(server, EMAIL_HOST_USER="kme", EMAIL_HOST_PASSWORD="wrong"):
            deliver_all()
            tried = len(server.signed_in_with)
            deliver_all()
        assert_waiting_and_unharmed(message, is_refusal=True)
        assert len(server.signed_in_with) == tried
        with mail_through(server, EMAIL_HOST_USER="kme", EMAIL_HOST_PASSWORD="right"):
            deliver_all(now=timezone.now() + timedelta(minutes=2))
        assert server.recipients == [message.email]
    finally:
        server.stop()


@pytest.mark.parametrize(
    ("greeting", "is_refusal"), [("554 go away", True), ("421 busy", False), ("cut", False)]
)
def test_a_server_that_does_not_greet_fails_no_mail(greeting, is_refusal):
    server = MailServer(greeting=greeting).start()
    message = make_message()
    try:
        with mail_through(server):
            deliver_all()
    finally:
        server.stop()

    assert_waiting_and_unharmed(message, is_refusal=is_refusal)


def test_a_server_that_is_away_fails_no_mail(mail_server):
    mail_server.stop()
    message = make_message()

    deliver_all()

    assert_waiting_and_unharmed(message, is_refusal=False)


def test_waiting_grows_to_a_quarter_of_an_hour():
    now = timezone.now()
    waits = []
    for _ in range(7):
        pausing.pause(is_refusal=True, reason="535", now=now)
        pausing.pause(is_refusal=True, reason="535", now=now)
        waits.append((Pause.objects.get().retry_at - now).total_seconds() / 60)
        now = Pause.objects.get().retry_at
    assert waits == [1, 2, 4, 8, 15, 15, 15]


def test_refusals_on_policy_in_a_row_are_about_the_portal(mail_server):
    mail_server.always["RCPT"] = lambda _recipient: "554 5.7.1 client host rejected"
    for number in range(20):
        make_message(email=f"{number}@verein.example")

    deliver_all()

    assert Message.objects.undelivered().count() == delivery.POLICY_REFUSALS_UNTIL_PAUSE
    assert pausing.is_paused()


def test_a_mail_too_large_is_about_the_mail(mail_server):
    mail_server.answers["MAIL"] = ["552 5.3.4 message too big"]
    message = make_message()

    deliver_all()

    message.refresh_from_db()
    assert message.status == MessageStatus.FAILED
    assert not Pause.objects.exists()
