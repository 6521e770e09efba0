"""What is mailed to who registered: confirmations, joining details, moves and cancellations."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from events.models import (
    Mode,
    PoolKind,
)
from events.services.places import cancel_party, confirm_party
from events.services.planning import cancel_event, move_event
from kme_portal.mailings.due import ask_all
from kme_portal.mailings.models import Message
from tests.factories import make_event
from tests.factories.places import make_party, make_pool, make_unconfirmed
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db


def mails_after(kind: str, now=None) -> list:
    ask_all(now=now or timezone.now())
    mail.outbox.clear()
    Message.objects.queued().exclude(kind=f"events.registration_{kind}").delete()
    deliver_all(now)
    return mail.outbox


def calendar_in(message) -> str:
    parts = [part for part in message.alternatives if part.mimetype.startswith("text/calendar")]
    return parts[0].content.replace("\r\n ", "") if parts else ""


def test_every_letter_can_be_rendered_in_every_language():
    event = make_event(mode=Mode.HYBRID, starts_at=timezone.now() + timedelta(hours=40))
    event.joining_note = "Bitte Kamera an."
    event.save()
    site, online = make_pool(event=event, seats=1), make_pool(event=event, kind=PoolKind.ONLINE)
    first = make_party(pool=site, language="ar")
    for language in ("de", "en", "tr"):
        make_party(pool=site, language=language)
        make_party(pool=online, language=language)
    make_unconfirmed(pool=online)
    cancel_party(party_id=first.pk, now=timezone.now())

    assert deliver_all() > 0
    assert all(message.subject.strip() for message in mail.outbox)
    assert not [m.subject for m in mail.outbox if "Fachtag" in m.subject]


def test_a_letter_parts_names_and_times_as_its_language_does():
    party = make_party(pool=make_pool(), language="ar", guests=["Amina", "Salma"])

    deliver_all()

    letter = next(m.body for m in mail.outbox if m.to == [party.email])
    assert "Amina، Salma" in letter
    year = timezone.localtime(party.event.starts_at).year
    assert f"{year}، " in letter
    assert f"{year}, " not in letter


def test_joining_details_go_once_to_those_who_come_and_never_before_the_last_day():
    event = make_event(mode=Mode.ONLINE, starts_at=timezone.now() + timedelta(days=5))
    pool = make_pool(event=event, kind=PoolKind.ONLINE, seats=1)
    coming = make_party(pool=pool)
    make_party(pool=pool)
    assert mails_after("joining") == []

    eve = event.starts_at - timedelta(hours=24)
    mails = list(mails_after("joining", now=eve))

    assert [m.to for m in mails] == [[coming.email]]
    assert event.joining_url in mails[0].body
    assert event.joining_url in calendar_in(mails[0])
    assert mails_after("joining", now=eve) == []


def test_a_moved_event_is_told_once_to_who_had_confirmed_with_a_higher_sequence():
    pool = make_pool()
    party = make_party(pool=pool, now=timezone.now() - timedelta(hours=1))
    event = pool.event
    move_event(
        event_id=event.pk,
        starts_at=event.starts_at + timedelta(days=1),
        ends_at=event.ends_at + timedelta(days=1),
        mode=event.mode,
        venue_id=event.venue_id,
        joining_url="",
        notes={},
        now=timezone.now(),
    )
    late = make_party(pool=pool, now=timezone.now() + timedelta(seconds=1))

    mails = list(mails_after("event_moved"))

    assert [m.to for m in mails] == [[party.email]]
    assert late.email not in str(mails)
    assert "SEQUENCE:1" in calendar_in(mails[0])
    assert mails_after("event_moved") == []


def test_a_cancelled_event_takes_the_date_out_of_the_calendar():
    pool = make_pool()
    party = make_party(pool=pool, now=timezone.now() - timedelta(hours=1))
    cancel_event(event_id=pool.event_id, notes={"de": "Krankheit"}, now=timezone.now())

    mails = list(mails_after("event_cancelled"))

    assert [m.to for m in mails] == [[party.email]]
    assert "METHOD:CANCEL" in calendar_in(mails[0])


def test_who_only_waited_gets_no_cancelled_date_for_a_calendar_that_never_had_it():
    pool = make_pool(seats=1)
    make_party(pool=pool)
    waiting = make_party(pool=pool)
    cancel_party(party_id=waiting.pk, now=timezone.now())

    mails = list(mails_after("cancelled"))

    assert [m.to for m in mails] == [[waiting.email]]
    assert calendar_in(mails[0]) == ""


def test_a_letter_that_is_no_longer_true_is_not_sent():
    pool = make_pool()
    party = make_party(pool=pool)
    cancel_party(party_id=party.pk, now=timezone.now())
    confirm_party(party_id=make_unconfirmed(pool=pool).pk, now=timezone.now())

    deliver_all()

    kinds = Message.objects.filter(about_id=party.pk, status="sent").values_list("kind", flat=True)
    assert list(kinds) == ["events.registration_cancelled"]
