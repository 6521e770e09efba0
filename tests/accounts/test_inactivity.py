"""Accounts that nobody uses: two warnings, then gone."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from kme_portal.accounts import inactivity
from kme_portal.accounts.models import RoleEvent, User
from kme_portal.base import retention
from kme_portal.base.registries import retentions
from kme_portal.mailings import due
from kme_portal.mailings.models import Message
from tests.factories import make_staff, make_user
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db
BEGIN = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)
UNUSED = retentions["accounts.unused"]


@pytest.fixture
def person():
    return make_user(joined_at=BEGIN, last_login=BEGIN, name="Weg")


def night(days: float) -> None:
    """What happens by itself on this day after the last sign-in."""
    now = BEGIN + timedelta(days=days)
    with time_machine.travel(now, tick=False):
        due.ask_all(now=now)
        deliver_all()
        UNUSED.erase(now)


def is_kept(person) -> bool:
    return User.objects.get(pk=person.pk).is_active


def test_two_warnings_come_before_an_unused_account_goes(person):
    night(660)
    assert not mail.outbox
    night(671)
    night(672)
    assert [message.to for message in mail.outbox] == [[person.email]]
    night(717)
    night(718)
    assert len(mail.outbox) == 2
    night(729)
    assert is_kept(person)
    night(732)

    assert not is_kept(person)
    gone = User.objects.get(pk=person.pk)
    assert (gone.name, gone.last_login, "erased" in gone.email) == ("", None, True)
    assert RoleEvent.objects.get().kind == "forgotten"


def test_the_letters_name_the_day_and_no_belief(person):
    night(671)

    [letter] = mail.outbox
    assert letter.subject == "Brauchen Sie Ihr Konto noch?"
    last = BEGIN + timedelta(days=730)
    assert str(last.year) in letter.body
    assert "/konto/anmelden/" in letter.body


def test_signing_in_after_a_warning_begins_anew(person):
    night(671)
    night(717)
    User.objects.filter(pk=person.pk).update(last_login=BEGIN + timedelta(days=720))

    night(740)

    assert is_kept(person)
    assert len(mail.outbox) == 2
    night(720 + 671)
    assert len(mail.outbox) == 3


def test_a_warning_is_not_sent_to_somebody_who_came_back_meanwhile(person):
    now = BEGIN + timedelta(days=671)
    with time_machine.travel(now, tick=False):
        due.ask_all(now=now)
        User.objects.filter(pk=person.pk).update(last_login=now)
        deliver_all()

    assert not mail.outbox
    assert User.objects.get(pk=person.pk).warned_at is None


def test_nobody_goes_unwarned_however_late_the_portal_wakes_up(person):
    night(2000)
    assert is_kept(person)
    night(2013)
    assert len(mail.outbox) == 1
    night(2015)
    assert len(mail.outbox) == 2
    night(2028)
    assert is_kept(person)
    night(2030)

    assert not is_kept(person)


def test_an_account_that_was_never_opened_counts_from_its_invitation():
    person = make_user(
        joined_at=BEGIN - timedelta(days=900), invited_at=BEGIN, last_login=None, password=None
    )

    night(660)
    assert not mail.outbox
    night(671)

    assert [message.to for message in mail.outbox] == [[person.email]]


def test_the_last_coordinator_is_neither_warned_nor_erased():
    person = make_staff(joined_at=BEGIN, last_login=BEGIN)

    for day in (671, 690, 717, 732, 800):
        night(day)

    assert is_kept(person)
    assert not Message.objects.exists()


def test_of_two_absent_coordinators_one_stays():
    people = [make_staff(joined_at=BEGIN, last_login=BEGIN) for _number in range(2)]

    for day in (671, 690, 717, 732, 800):
        night(day)

    assert sum(is_kept(person) for person in people) == 1


def test_the_period_is_a_setting(person, settings):
    settings.KEPT = settings.KEPT | {"accounts": timedelta(days=365)}

    night(306)

    assert len(mail.outbox) == 1


def test_the_dry_run_counts_them(person):
    User.objects.update(
        warned_at=BEGIN + timedelta(days=671), warned_again_at=BEGIN + timedelta(days=717)
    )

    now = BEGIN + timedelta(days=740)

    assert retention.report(now=now)["accounts.unused"] == 1
    assert list(inactivity.past_keeping_time(now)) == [person]
    assert is_kept(person)
