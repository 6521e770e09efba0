from datetime import datetime, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from kme_portal.base.registries import Registry
from kme_portal.mailings import due, services
from kme_portal.mailings.letters import Recipient
from kme_portal.mailings.models import Message
from kme_portal.mailings.quiet import BERLIN
from tests.mailings.letters import make_occasion

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(monkeypatch):
    """A registry of the test's own, so that other apps' occasions do not mix in."""
    registry = Registry()
    monkeypatch.setattr(due, "letters", registry)
    monkeypatch.setattr(services, "letters", registry)
    return lambda occasion: registry.register(occasion.kind, occasion)


@pytest.fixture
def thing():
    return ContentType.objects.create(app_label="tests", model="thing")


def ask():
    return due.ask_all(now=timezone.now())


def test_asking_twice_notes_each_mail_once(register, thing):
    register(make_occasion("tests.reminder", thing=thing))

    assert ask() == 1
    assert ask() == 0
    assert Message.objects.count() == 1


def test_a_new_version_of_a_thing_is_told_again(register, thing):
    register(make_occasion("tests.reminder", thing=thing))
    ask()
    services.letters["tests.reminder"].version = lambda thing: 1

    assert ask() == 1


def test_who_is_not_to_be_written_to_gets_nothing(register, thing):
    people = [
        Recipient("a@verein.example", "de", id=1, why_not="has left"),
        Recipient("b@verein.example", "tr", id=2),
    ]
    register(make_occasion("tests.reminder", thing=thing, recipients=people))

    ask()

    assert list(Message.objects.values_list("email", "language")) == [("b@verein.example", "tr")]


def test_nothing_is_said_about_what_is_past(register, thing):
    past = timezone.now() - timedelta(minutes=1)
    register(make_occasion("tests.reminder", thing=thing, stale_after=past))

    assert ask() == 0


def test_one_occasion_that_fails_does_not_keep_the_others(register, thing, caplog):
    def broken(now):
        raise LookupError

    register(make_occasion("tests.broken_things", things=broken))
    register(make_occasion("tests.broken_recipients", thing=thing, recipients=[None]))
    register(make_occasion("tests.reminder", thing=thing))

    assert ask() == 1
    assert caplog.text.count("an occasion failed") == 2


def test_a_thing_that_fails_half_way_notes_nobody(register, thing, caplog):
    people = [Recipient("a@verein.example", "de", id=1), None]
    register(make_occasion("tests.reminder", thing=thing, recipients=people))

    assert ask() == 0
    assert not Message.objects.exists()


NIGHTS_OF_THE_CLOCK = ["2026-03-28T12:00", "2026-10-24T12:00"]


@pytest.mark.parametrize("noon", NIGHTS_OF_THE_CLOCK)
def test_a_day_without_beat_and_a_changed_clock_lose_and_double_nothing(register, noon):
    """Each thing is due for three days; its reminder leaves once, however time was asked."""
    begins = datetime.fromisoformat(noon).replace(tzinfo=BERLIN)
    for hour in range(0, 48, 6):
        ContentType.objects.create(app_label="tests", model=f"at{hour}")

    def due_from(row):
        return begins + timedelta(hours=int(row.model.removeprefix("at")))

    def things(now):
        rows = ContentType.objects.filter(app_label="tests")
        known = Message.objects.filter(kind="tests.reminder").values("about_id")
        return [
            row
            for row in rows.exclude(pk__in=known)
            if due_from(row) <= now < due_from(row) + timedelta(days=3)
        ]

    register(make_occasion("tests.reminder", things=things))
    with_a_gap = [0, 1, 1, 2, 28, 28, 29, 30, 31, 54, 56]
    for hours in with_a_gap:
        due.ask_all(now=begins + timedelta(hours=hours))

    assert Message.objects.count() == 8
    assert len(set(Message.objects.values_list("about_id", flat=True))) == 8


def test_a_beat_that_was_off_for_too_long_reminds_nobody_of_what_is_past(register, thing):
    register(
        make_occasion(
            "tests.reminder", thing=thing, stale_after=timezone.now() - timedelta(hours=1)
        )
    )

    assert due.ask_all(now=timezone.now()) == 0
    assert not Message.objects.exists()
