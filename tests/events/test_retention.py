"""Guests and needs go when their time is over; numbers stay; people can go before."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import (
    EventFigures,
    Guest,
    Needs,
    Party,
    PartyStatus,
    PlaceMove,
    Pool,
    PoolKind,
)
from events.services.places import NeedsEntry, cancel_party, replay, standing_of
from kme_portal.accounts.consents import give_consent
from kme_portal.accounts.models import Consent
from kme_portal.base.registries import personal_data, retentions
from kme_portal.base.retention import erase_due, report
from tests.factories import make_event, make_invitation
from tests.factories.places import make_party, make_pool, make_unconfirmed

pytestmark = pytest.mark.django_db


def ended_ago(pool: Pool, **span) -> None:
    """Let the pool's event have ended this long ago."""
    event = pool.event
    event.ends_at = timezone.now() - timedelta(**span)
    event.starts_at = event.ends_at - timedelta(hours=2)
    event.save()


def test_an_unconfirmed_registration_goes_after_two_days_with_its_consent():
    party = make_unconfirmed()
    give_consent(
        email=party.email,
        purpose="participation",
        language="de",
        reference=f"events.Party:{party.pk}",
    )
    assert report(now=timezone.now() + timedelta(hours=47))["events.unconfirmed"] == 0

    later = timezone.now() + timedelta(hours=49)
    assert report(now=later)["events.unconfirmed"] == 1
    assert erase_due(now=later)["events.unconfirmed"] == 1

    assert Party.objects.count() == Guest.objects.count() == Consent.objects.count() == 0
    assert EventFigures.objects.count() == 0


def test_the_report_removes_nothing():
    make_unconfirmed()

    report(now=timezone.now() + timedelta(days=9))

    assert Party.objects.count() == 1


def test_needs_go_on_the_day_after_the_event_and_the_registration_stays():
    pool = make_pool()
    party = make_party(pool=pool, needs=NeedsEntry(food="keine Nüsse"))
    erase_due(now=pool.event.ends_at)
    assert Needs.objects.count() == 1

    erase_due(now=pool.event.ends_at + timedelta(days=1))

    assert Needs.objects.count() == 0
    assert Party.objects.get() == party


def test_registrations_go_after_thirty_days_and_the_numbers_stay():
    event = make_event()
    site = make_pool(event=event, seats=2)
    online = make_pool(event=event, kind=PoolKind.ONLINE, seats=9)
    make_party(pool=site, guests=["A", "B"])
    make_party(pool=site, guests=["C"])
    make_party(pool=online)
    cancel_party(party_id=make_party(pool=online).pk, now=timezone.now())
    ended_ago(site, days=29)
    assert report(now=timezone.now())["events.registrations"] == 0
    ended_ago(site, days=31)

    erase_due(now=timezone.now())
    erase_due(now=timezone.now())

    assert Party.objects.count() == Guest.objects.count() == 0
    figures = EventFigures.objects.get(event=event)
    assert (figures.on_site, figures.online, figures.waited) == (2, 1, 1)
    assert (figures.parties, figures.cancelled) == (3, 1)


def test_who_got_no_seat_is_erased_a_week_after_the_event():
    pool = make_pool(seats=1)
    coming, waiting = make_party(pool=pool), make_party(pool=pool)
    ended_ago(pool, days=8)

    erase_due(now=timezone.now())

    assert Party.objects.get() == coming
    assert EventFigures.objects.get().waited == 1
    assert not Party.objects.filter(pk=waiting.pk).exists()


def test_the_log_of_moves_stays_and_names_nobody():
    pool = make_pool()
    make_party(pool=pool, guests=["Ayşe Beispiel"])
    ended_ago(pool, days=31)

    erase_due(now=timezone.now())

    assert PlaceMove.objects.get().claim is None
    assert replay(pool) == {PlaceMove.objects.get().claim_key: [1]}


def test_every_kind_of_registration_has_a_keeping_time():
    kinds = {name for name, _entry in retentions.items() if name.startswith("events.")}

    assert kinds >= {
        "events.unconfirmed",
        "events.needs",
        "events.waiting",
        "events.cancelled",
        "events.registrations",
    }


def test_a_person_is_erased_before_the_event_and_the_seat_goes_to_the_next():
    pool = make_pool(seats=1)
    make_party(pool=pool, email="ayse@verein.example")
    waiting = make_party(pool=pool)
    held = personal_data["events.registrations"]
    assert held.export(" Ayse@verein.example")[0]["guests"] == ["Gast Eins"]

    assert held.erase("AYSE@verein.example", timezone.now()) == 1

    assert standing_of(waiting).is_seated
    assert not Party.objects.filter(email_key="ayse@verein.example").exists()
    assert held.export("ayse@verein.example") == []


def test_a_delegate_is_erased_and_the_association_still_comes():
    pool = make_pool()
    invitation = make_invitation(event=pool.event)
    party = make_party(
        pool=pool, invitation_id=invitation.pk, email="verein@verein.example", guests=["A", "B"]
    )
    Guest.objects.filter(party=party, name="B").update(email="b@verein.example")

    personal_data["events.registrations"].erase("b@verein.example", timezone.now())

    party.refresh_from_db()
    assert party.status == PartyStatus.CONFIRMED
    assert list(party.guests.values_list("name", flat=True)) == ["A"]
    assert standing_of(party).numbers == [1]
    seats = {standing_of(party).claim.pk: [1]}
    assert replay(pool) == seats
