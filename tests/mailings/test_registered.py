from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from kme_portal.base.registries import personal_data, retentions
from kme_portal.mailings import health, pausing, services
from kme_portal.mailings.models import Message, MessageStatus, Suppression, SuppressionReason
from tests.factories import make_message
from tests.mailings.letters import NOTICE

pytestmark = pytest.mark.django_db

NOW = timezone.now()
ADDRESS = "verein@verein.example"


def test_thirty_days_after_it_was_settled_a_mail_forgets_whom_it_went_to():
    old = make_message(
        status="sent",
        settled_at=NOW - timedelta(days=31),
        key=f"{NOTICE}::7:0",
        recipient_id=7,
        data={"id": 3},
    )
    young = make_message(status="sent", settled_at=NOW - timedelta(days=29))
    entry = retentions["mailings.messages"]

    assert list(entry.due(NOW)) == [old]
    assert entry.erase(NOW) == 1
    assert entry.erase(NOW) == 0

    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.email, old.address_digest, old.recipient_id, old.data) == ("", "", None, {})
    assert young.email


def test_the_key_stays_so_that_nothing_is_sent_again():
    given = {"about": None, "to": ADDRESS, "language": "de", "recipient_id": 7}
    message = services.enqueue(NOTICE, **given)
    Message.objects.update(status="sent", settled_at=NOW - timedelta(days=31))
    retentions["mailings.messages"].erase(NOW)

    assert services.enqueue(NOTICE, **given) is None
    assert Message.objects.get().pk == message.pk


def test_a_person_is_told_which_mails_went_to_them():
    make_message(email="Verein@verein.example")
    make_message(email="other@verein.example")

    told = personal_data["mailings.messages"].export(ADDRESS)

    assert [row["letter"] for row in told] == ["Notice of the tests"]


def test_erasure_stops_what_waits_and_forgets_what_was_sent():
    waiting, sent = make_message(), make_message(status="sent", settled_at=NOW)
    other = make_message(email="other@verein.example")

    assert personal_data["mailings.messages"].erase(ADDRESS, NOW) == 2

    for message in (waiting, sent, other):
        message.refresh_from_db()
    assert (waiting.status, waiting.email) == (MessageStatus.EXPIRED, "")
    assert (sent.status, sent.email) == (MessageStatus.SENT, "")
    assert other.status == MessageStatus.QUEUED


def test_erasure_keeps_the_wish_to_get_no_letters():
    message = make_message()
    services.suppress(address_digest=message.address_digest, reason=SuppressionReason.UNSUBSCRIBED)

    personal_data["mailings.suppressions"].erase(ADDRESS, NOW)

    assert Suppression.objects.count() == 1
    assert (
        personal_data["mailings.suppressions"].export(ADDRESS)[0]["reason"]
        == "über den Link abgemeldet"
    )


def test_the_outbox_is_healthy_while_mail_is_young():
    make_message(not_before=NOW - timedelta(minutes=59))
    make_message(not_before=NOW + timedelta(days=3))

    assert health.check(NOW) == ""
    assert health.oldest_due_unsent(NOW) == NOW - timedelta(minutes=59)


@pytest.mark.parametrize("given", [{"not_before": NOW - timedelta(minutes=61)}, {"attempts": 9}])
def test_mail_that_is_due_for_an_hour_alarms(given):
    make_message(**given)

    assert health.check(NOW) == "mail is due for an hour"


def test_a_server_that_refuses_the_portal_alarms_at_once():
    pausing.pause(is_refusal=True, reason="535", now=NOW)

    assert health.check(NOW) == "the mail server refuses the portal"


def test_a_server_that_is_away_for_a_moment_does_not_alarm():
    pausing.pause(is_refusal=False, reason="ConnectionRefusedError", now=NOW)

    assert health.check(NOW) == ""


def test_after_a_restored_backup_nothing_that_waited_is_sent(capsys):
    waiting, sent = make_message(), make_message(status="sent", settled_at=NOW)

    call_command("expire_waiting_mail")

    waiting.refresh_from_db()
    sent.refresh_from_db()
    assert (waiting.status, sent.status) == (MessageStatus.EXPIRED, MessageStatus.SENT)
    assert capsys.readouterr().out == "1 waiting mails will not be sent.\n"
