import time
from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone

from kme_portal.mailings import delivery, lookahead, services
from kme_portal.mailings.models import (
    Lane,
    Message,
    MessageStatus,
    Suppression,
    SuppressionReason,
)
from tests.factories import make_message
from tests.mail import deliver_all
from tests.mailings.letters import ABOUT, BROKEN, CIRCULAR, SUBJECT

pytestmark = pytest.mark.django_db


def make_row():
    return ContentType.objects.create(app_label="tests", model="thing")


def statuses():
    return dict(Message.objects.values_list("email", "status"))


def test_a_mail_leaves_once(mail_server):
    message = make_message()

    deliver_all()
    deliver_all()

    message.refresh_from_db()
    assert message.status == MessageStatus.SENT
    assert message.settled_at is not None
    assert message.starts == 0
    assert mail_server.recipients == ["verein@verein.example"]
    assert mail_server.message_ids == [message.message_id]


def test_at_most_four_queries_a_mail(mail_server, django_assert_num_queries):
    row = make_row()
    run = delivery._Run(timezone.now)
    make_message(kind=ABOUT, about_id=row.pk)
    make_message(kind=ABOUT, about_id=row.pk)
    run.one()

    # The two savepoints stand for BEGIN and COMMIT, since the test has a transaction already.
    with django_assert_num_queries(4 + 2):
        run.one()

    run.line.close()
    assert len(mail_server.taken) == 2


def test_a_send_out_reads_what_its_mails_are_about_together(
    mail_server, django_assert_max_num_queries
):
    for number in range(20):
        row = ContentType.objects.create(app_label="tests", model=f"row{number}")
        make_message(kind=ABOUT, about_id=row.pk, lane=Lane.BULK)
    run = delivery._Run(timezone.now)
    run.one()

    # Start, claim and mark, between BEGIN and COMMIT; now and then two more that read ahead.
    with django_assert_max_num_queries(10 * (3 + 2) + 3 * 2):
        for _ in range(10):
            run.one()

    run.line.close()
    assert len(mail_server.taken) == 11


def test_what_was_read_ahead_is_not_believed_for_long(mail_server):
    rows = [
        ContentType.objects.create(app_label="tests", model=f"row{number}") for number in range(2)
    ]
    for row in rows:
        make_message(kind=ABOUT, about_id=row.pk, lane=Lane.BULK)
    run = delivery._Run(timezone.now)
    run.one()
    ContentType.objects.filter(pk=rows[1].pk).delete()
    time.sleep(lookahead.HOLDS)

    run.one()

    run.line.close()
    assert len(mail_server.taken) == 1
    assert Message.objects.get(about_id=rows[1].pk).status == MessageStatus.EXPIRED


def test_mails_leave_in_order_of_lane_then_time(mail_server):
    now = timezone.now()
    make_message(email="bulk@verein.example", lane=Lane.BULK)
    make_message(email="later@verein.example", not_before=now - timedelta(hours=1))
    make_message(email="sooner@verein.example", not_before=now - timedelta(hours=2))
    make_message(email="urgent@verein.example", lane=Lane.URGENT)

    deliver_all()

    names = [recipient.partition("@")[0] for recipient in mail_server.recipients]
    assert names == ["urgent", "sooner", "later", "bulk"]


def test_a_password_reset_overtakes_a_send_out_that_runs(mail_server):
    for number in range(3):
        make_message(email=f"bulk{number}@verein.example", lane=Lane.BULK)
    run = delivery._Run(timezone.now)
    run.one()
    make_message(email="reset@verein.example", lane=Lane.URGENT)

    run.one()

    run.line.close()
    assert mail_server.recipients[1] == "reset@verein.example"


def test_all_mails_of_a_drain_take_one_connection(mail_server):
    for _ in range(5):
        make_message()
    opened = []
    mail_server.always["MAIL"] = lambda _recipient: opened.append(1) or ""

    deliver_all()

    assert len(opened) == 5
    assert mail_server.connections == 1


# What is no longer true does not leave.


def test_a_stale_mail_expires(mail_server):
    message = make_message(stale_after=timezone.now() - timedelta(minutes=1))

    deliver_all()

    message.refresh_from_db()
    assert (message.status, mail_server.taken) == (MessageStatus.EXPIRED, [])


def test_a_mail_about_a_row_that_is_gone_expires(mail_server):
    message = make_message(kind=SUBJECT, about_id=0)

    deliver_all()

    message.refresh_from_db()
    assert (message.status, mail_server.taken) == (MessageStatus.EXPIRED, [])


def test_a_mail_that_is_no_longer_true_expires(mail_server):
    message = make_message(kind=SUBJECT, about_id=make_row().pk, data={"verdict": "no"})

    deliver_all()

    message.refresh_from_db()
    assert (message.status, mail_server.taken) == (MessageStatus.EXPIRED, [])


def test_a_mail_that_is_true_later_is_asked_again(mail_server):
    message = make_message(kind=SUBJECT, about_id=make_row().pk, data={"verdict": "later"})

    deliver_all()

    message.refresh_from_db()
    assert (message.status, message.starts, message.attempts) == (MessageStatus.QUEUED, 0, 0)
    assert message.not_before > timezone.now() + timedelta(minutes=4)
    assert mail_server.taken == []


def test_who_unsubscribed_after_a_circular_was_noted_does_not_get_it(mail_server):
    circular, notice = make_message(kind=CIRCULAR), make_message()
    services.suppress(address_digest=circular.address_digest, reason=SuppressionReason.UNSUBSCRIBED)

    deliver_all()

    circular.refresh_from_db()
    notice.refresh_from_db()
    assert circular.status == MessageStatus.SUPPRESSED
    assert notice.status == MessageStatus.SENT


def test_a_letter_hears_what_became_of_it(mail_server):
    from kme_portal.mailings.letters import letters

    letters[SUBJECT].told.clear()
    sent = make_message(kind=SUBJECT, about_id=make_row().pk)
    gone = make_message(kind=SUBJECT, about_id=0)

    deliver_all()

    assert sorted(letters[SUBJECT].told) == [
        (sent.pk, MessageStatus.SENT),
        (gone.pk, MessageStatus.EXPIRED),
    ]


def test_a_letter_that_cannot_note_its_state_does_not_leave_twice(mail_server):
    message = make_message(kind=SUBJECT, about_id=make_row().pk, data={"hook": "fails"})

    deliver_all()

    message.refresh_from_db()
    assert message.status == MessageStatus.SENT
    assert len(mail_server.taken) == 1


# What the server says of one mail.


@pytest.mark.parametrize("step", ["RCPT", "DATA"])
def test_a_refused_mail_fails_at_once_and_the_others_leave(mail_server, step):
    mail_server.answers[step] = ["550 5.2.1 mailbox <a@verein.example> disabled"]
    make_message(email="a@verein.example", lane=Lane.URGENT)
    make_message(email="b@verein.example")

    deliver_all()

    assert statuses() == {
        "a@verein.example": MessageStatus.FAILED,
        "b@verein.example": MessageStatus.SENT,
    }
    failed = Message.objects.undelivered().get()
    assert failed.last_error == "550 5.2.1 mailbox … disabled"
    assert not Suppression.objects.exists()


def test_an_address_that_does_not_exist_gets_no_more_list_mail(mail_server):
    mail_server.answers["RCPT"] = ["550 5.1.1 no such user"]
    message = make_message()

    deliver_all()

    assert Suppression.objects.get().digest == message.address_digest
    assert Suppression.objects.get().reason == SuppressionReason.RETURNED


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("answer", ["451 4.7.1 greylisted", "421 busy", "cut"])
def test_a_mail_put_off_waits_and_then_leaves(mail_server, step, answer):
    mail_server.answers[step] = [answer]
    message = make_message()

    deliver_all()

    message.refresh_from_db()
    assert (message.status, message.attempts, message.starts) == (MessageStatus.QUEUED, 1, 0)
    assert message.not_before > timezone.now()
    deliver_all(now=timezone.now() + timedelta(minutes=1))
    message.refresh_from_db()
    assert message.status == MessageStatus.SENT
    assert mail_server.message_ids == [message.message_id]


def test_a_copy_bears_the_same_message_id_when_the_line_was_cut_after_acceptance(mail_server):
    mail_server.answers["DATA"] = ["cut-after"]
    message = make_message()

    deliver_all()
    deliver_all(now=timezone.now() + timedelta(minutes=1))

    assert mail_server.message_ids == [message.message_id] * 2


def test_gaps_grow_for_four_hours_then_the_failure_shows(mail_server):
    mail_server.always["RCPT"] = lambda _recipient: "451 later"
    message = make_message()
    now, moments = timezone.now(), []

    for _ in range(30):
        deliver_all(now=now)
        message.refresh_from_db()
        if message.status == MessageStatus.FAILED:
            break
        moments.append(message.not_before - now)
        now = message.not_before

    assert moments == sorted(moments)
    assert sum(moments, timedelta()) == pytest.approx(timedelta(hours=4), abs=timedelta(minutes=15))
    assert list(Message.objects.undelivered()) == [message]
    assert message.last_error == "451 later"


@pytest.mark.parametrize("data", [{}, {"database": True}])
def test_a_letter_that_cannot_be_made_blocks_nobody(mail_server, data, caplog):
    broken = make_message(kind=BROKEN, lane=Lane.URGENT, data=data)
    make_message(email="b@verein.example")

    delivery.drain()

    broken.refresh_from_db()
    assert (broken.status, broken.attempts) == (MessageStatus.QUEUED, 1)
    assert broken.last_error in ("LookupError", "ProgrammingError")
    assert mail_server.recipients == ["b@verein.example"]
    assert "a mail cannot be made" in caplog.text


def test_a_kind_that_no_longer_exists_blocks_nobody(mail_server, caplog):
    make_message(kind="tests.gone", lane=Lane.URGENT)
    make_message(email="b@verein.example")

    delivery.drain()

    assert mail_server.recipients == ["b@verein.example"]


def test_a_mail_that_ended_its_worker_five_times_has_failed(mail_server):
    message = make_message(starts=delivery.STARTS_UNTIL_FAILED, lane=Lane.URGENT)
    make_message(email="b@verein.example")

    deliver_all()

    message.refresh_from_db()
    assert message.status == MessageStatus.FAILED
    assert mail_server.recipients == ["b@verein.example"]


def test_an_index_serves_the_next_mail():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN " + delivery.START_NEXT, [timezone.now(), 5])
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "message_outbox" in plan
    assert "Sort" not in plan
