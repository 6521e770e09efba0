import pytest
from django.utils import timezone

from kme_portal.mailings import delivery
from kme_portal.mailings.models import Message, MessageStatus
from tests.factories import make_message
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db


def statuses():
    return sorted(Message.objects.values_list("status", flat=True))


def test_a_mail_leaves_once(mail_server):
    message = make_message()

    deliver_all()
    deliver_all()

    message.refresh_from_db()
    assert message.status == MessageStatus.SENT
    assert message.settled_at is not None
    assert mail_server.recipients == ["verein@verein.example"]
    assert mail_server.message_ids == [message.message_id]


def test_at_most_four_queries_a_mail(mail_server, django_assert_num_queries):
    run = delivery._Run(timezone.now)
    make_message()
    make_message()
    run.one()

    # The two savepoints stand for BEGIN and COMMIT, since the test has a transaction already.
    with django_assert_num_queries(3 + 2):
        run.one()

    run.line.close()
    assert len(mail_server.taken) == 2
