from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from kme_portal.base.status import IllegalTransition
from kme_portal.mailings import services
from kme_portal.mailings.addresses import digest
from kme_portal.mailings.models import Lane, Message, MessageStatus, SuppressionReason
from tests.factories import make_message
from tests.mailings.letters import CIRCULAR, NOTICE

pytestmark = pytest.mark.django_db


def note(kind=NOTICE, to="verein@verein.example", **given):
    return services.enqueue(kind, **{"about": None, "to": to, "language": "de"} | given)


def test_a_mail_is_noted_once_per_kind_recipient_and_version():
    first = note(recipient_id=1)

    assert note(recipient_id=1) is None
    assert note(recipient_id=1, to="other@verein.example") is None
    assert list(Message.objects.all()) == [first]


def test_another_recipient_or_version_is_another_mail():
    note(recipient_id=1)

    assert note(recipient_id=2) is not None
    assert note(recipient_id=1, version=1) is not None


def test_a_letter_about_nothing_to_nobody_we_know_is_a_mail_each_time():
    assert note() is not None
    assert note() is not None


def test_no_key_holds_an_address():
    assert "verein" not in note(recipient_id=1).key
    assert "verein" not in note().key


def test_a_mail_is_gone_when_the_fact_it_tells_of_is_taken_back():
    with transaction.atomic():
        note()
        transaction.set_rollback(True)

    assert not Message.objects.exists()


def test_an_unknown_language_becomes_german():
    assert note(language="xx").language == "de"


def test_a_letter_brings_its_lane_unless_the_caller_names_one():
    assert note().lane == Lane.NORMAL
    assert note(CIRCULAR).lane == Lane.BULK
    assert note(lane=Lane.URGENT).lane == Lane.URGENT


def test_list_mail_to_a_blocked_address_is_noted_and_not_sent():
    services.suppress(
        address_digest=digest("Verein@Verein.example"), reason=SuppressionReason.OFFICE
    )

    assert note(CIRCULAR, recipient_id=1).status == MessageStatus.SUPPRESSED
    assert note(NOTICE, recipient_id=1).status == MessageStatus.QUEUED


def test_blocked_addresses_are_found_in_one_query(django_assert_num_queries):
    services.suppress(address_digest=digest("a@verein.example"), reason=SuppressionReason.OFFICE)

    with django_assert_num_queries(1):
        found = services.suppressed_among([" A@verein.example", "b@verein.example"])

    assert found == {"a@verein.example"}


def test_a_failed_mail_can_be_sent_again_under_the_same_message_id():
    message = make_message(status=MessageStatus.FAILED, starts=5, attempts=3, last_error="no")

    again = services.send_again(message_id=message.pk)

    assert (again.status, again.starts, again.attempts) == (MessageStatus.QUEUED, 0, 0)
    assert again.message_id == message.message_id


@pytest.mark.parametrize("status", [MessageStatus.SENT, MessageStatus.EXPIRED])
def test_a_mail_that_left_or_lost_its_use_is_not_sent_again(status):
    message = make_message(status=status)

    with pytest.raises(IllegalTransition):
        services.send_again(message_id=message.pk)


def test_an_emptied_mail_is_not_sent_again():
    message = make_message(status=MessageStatus.FAILED, email="")

    with pytest.raises(IllegalTransition):
        services.send_again(message_id=message.pk)


def test_what_the_office_has_dealt_with_is_no_longer_undelivered():
    message = make_message(status=MessageStatus.FAILED)

    services.deal_with(message_ids=[message.pk])

    assert not Message.objects.undelivered().exists()


def test_a_mail_for_later_waits():
    later = timezone.now() + timedelta(hours=3)

    assert note(not_before=later).not_before == later
    assert not Message.objects.due(timezone.now()).exists()


def test_one_wake_up_per_transaction(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        note()
        with transaction.atomic():
            note()
        note()

    assert len(callbacks) == 1
