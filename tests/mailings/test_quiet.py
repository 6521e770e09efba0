from datetime import datetime

import pytest

from kme_portal.mailings import quiet
from kme_portal.mailings.models import MessageStatus
from kme_portal.mailings.quiet import BERLIN
from tests.factories import make_message
from tests.mail import deliver_all
from tests.mailings.letters import CIRCULAR


@pytest.fixture(autouse=True)
def _quiet_hours_on(settings):
    settings.MAIL_QUIET_HOURS = True


def berlin(text):
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        ("2026-06-02T08:00", "2026-06-02T08:00"),
        ("2026-06-02T19:59", "2026-06-02T19:59"),
        ("2026-06-02T20:00", "2026-06-03T08:00"),
        ("2026-06-02T07:59", "2026-06-02T08:00"),
        # 4 June 2026 is Corpus Christi, a holiday in NRW and not in Berlin.
        ("2026-06-03T21:00", "2026-06-05T08:00"),
        ("2026-06-04T12:00", "2026-06-05T08:00"),
        ("2026-06-06T20:30", "2026-06-08T08:00"),
        ("2026-06-07T12:00", "2026-06-08T08:00"),
        ("2026-12-24T21:00", "2026-12-28T08:00"),
        # The clock is changed in these nights.
        ("2026-03-28T20:30", "2026-03-30T08:00"),
        ("2026-10-24T20:30", "2026-10-26T08:00"),
        ("2026-12-31T23:00", "2027-01-02T08:00"),
    ],
)
def test_list_mail_leaves_by_day_and_on_working_days(moment, allowed):
    assert quiet.next_allowed(berlin(moment)) == berlin(allowed)


def test_a_reminder_that_would_wait_past_its_use_goes_at_once():
    late = berlin("2026-06-02T22:00")

    assert quiet.next_allowed(late, stale_after=berlin("2026-06-03T08:00")) == late
    assert quiet.next_allowed(late, stale_after=berlin("2026-06-03T09:00")) == berlin(
        "2026-06-03T08:00"
    )


@pytest.mark.django_db
def test_only_list_mail_waits_for_the_morning(mail_server):
    night = berlin("2026-06-02T22:00")
    circular = make_message(kind=CIRCULAR, not_before=night)
    answer = make_message(email="answer@verein.example", not_before=night)

    deliver_all(now=night)

    circular.refresh_from_db()
    answer.refresh_from_db()
    assert answer.status == MessageStatus.SENT
    assert (circular.status, circular.starts) == (MessageStatus.QUEUED, 0)
    assert circular.not_before == berlin("2026-06-03T08:00")
    deliver_all(now=berlin("2026-06-03T08:00"))
    assert len(mail_server.taken) == 2
