"""An event changes its format: its guests follow, in their order, and nobody is lost."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events.models import Claim, ClaimStatus, Event, Mode, Party, Pool, PoolKind, Seat
from events.services.places import GuestEntry, change_party, place_state, replay, standing_of
from events.services.planning import move_event, set_seats
from kme_portal.mailings.due import ask_all
from kme_portal.mailings.models import Message
from tests.factories import make_event
from tests.factories.places import (
    make_contingent,
    make_party,
    make_pool,
    make_session,
    make_unconfirmed,
)

pytestmark = pytest.mark.django_db


def hybrid(*, on_site: int = 3, online: int = 3) -> tuple[Pool, Pool]:
    event = make_event(mode=Mode.HYBRID)
    return (
        make_pool(event=event, kind=PoolKind.ON_SITE, seats=on_site),
        make_pool(event=event, kind=PoolKind.ONLINE, seats=online),
    )


def become(event: Event, mode: str) -> None:
    event.refresh_from_db()
    move_event(
        event_id=event.pk,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        mode=mode,
        venue_id=event.venue_id,
        joining_url=event.joining_url or "https://video.portal.example/raum",
        notes={},
        now=timezone.now(),
    )
    event.refresh_from_db()


def kind_of(party: Party) -> str:
    return standing_of(party).claim.pool.kind


def test_who_had_a_seat_on_site_has_one_online_though_there_were_too_few():
    on_site, online = hybrid(online=1)
    guests = [make_party(pool=on_site), make_party(pool=on_site, guests=["Zwei", "Drei"])]
    before = make_party(pool=online)

    become(on_site.event, Mode.ONLINE)

    online.refresh_from_db()
    assert online.seats == 4
    for party in [*guests, before]:
        assert standing_of(party).is_seated
        assert kind_of(party) == PoolKind.ONLINE
    numbers = list(Seat.objects.filter(pool=online).values_list("number", flat=True))
    assert sorted(numbers) == [1, 2, 3, 4]


def test_who_waited_keeps_the_place_in_the_queue_by_when_they_registered():
    now = timezone.now()
    on_site, online = hybrid(on_site=1, online=1)
    make_party(pool=on_site, now=now - timedelta(hours=5))
    make_party(pool=online, now=now - timedelta(hours=4))
    early = make_party(pool=on_site, now=now - timedelta(hours=3))
    late = make_party(pool=online, now=now - timedelta(hours=2))

    become(on_site.event, Mode.ONLINE)

    assert [standing_of(early).position, standing_of(late).position] == [1, 2]
    assert Seat.objects.filter(pool=on_site).count() == 0


def test_nobody_can_choose_places_that_the_format_has_no_more():
    on_site, online = hybrid()

    become(on_site.event, Mode.ONLINE)

    assert [kind.kind for kind in place_state(on_site.event).kinds] == [PoolKind.ONLINE]
    page = Client().get(reverse("events:register", args=[on_site.event.slug]))
    assert "on_site" not in page.content.decode()


def test_the_way_back_brings_back_who_had_come_on_site_and_nobody_else():
    on_site, online = hybrid()
    there = make_party(pool=on_site)
    elsewhere = make_party(pool=online)
    become(on_site.event, Mode.ONLINE)
    meanwhile = make_party(pool=online)

    become(on_site.event, Mode.HYBRID)

    on_site.refresh_from_db()
    assert on_site.seats == 3
    assert kind_of(there) == PoolKind.ON_SITE
    assert kind_of(elsewhere) == kind_of(meanwhile) == PoolKind.ONLINE


def test_there_and_back_twice_leaves_everybody_where_they_were():
    on_site, online = hybrid()
    there, elsewhere = make_party(pool=on_site), make_party(pool=online)

    for mode in (Mode.ONLINE, Mode.HYBRID, Mode.ONLINE, Mode.HYBRID):
        become(on_site.event, mode)

    assert kind_of(there) == PoolKind.ON_SITE
    assert kind_of(elsewhere) == PoolKind.ONLINE
    assert Seat.objects.count() == 2


def test_a_room_is_not_over_booked_by_those_who_come_from_online():
    now = timezone.now()
    on_site, online = hybrid(on_site=2, online=3)
    make_party(pool=on_site, now=now - timedelta(hours=5))
    first = make_party(pool=online, now=now - timedelta(hours=4))
    second = make_party(pool=online, now=now - timedelta(hours=3))

    become(on_site.event, Mode.ON_SITE)

    assert Seat.objects.filter(pool=on_site).count() == 2
    assert standing_of(first).is_seated
    assert standing_of(second).position == 1


def test_who_loses_the_seat_in_a_small_room_gives_back_the_sessions():
    on_site, online = hybrid(on_site=1)
    make_party(pool=on_site)
    session = make_session(on_site)
    party = make_party(pool=online, sessions=[session.pk])

    become(on_site.event, Mode.ON_SITE)

    assert standing_of(party).is_waiting
    assert not Claim.objects.living().filter(pool=session).exists()


def test_who_comes_anyway_keeps_the_session():
    on_site, online = hybrid()
    session = make_session(on_site)
    make_party(pool=on_site, sessions=[session.pk])

    become(on_site.event, Mode.ONLINE)

    assert [claim.status for claim in session.claims.all()] == [ClaimStatus.SEATED]


def test_the_only_places_change_sides_with_their_guests():
    pool = make_pool()
    party = make_party(pool=pool)

    become(pool.event, Mode.ONLINE)

    assert kind_of(party) == PoolKind.ONLINE
    assert standing_of(party).numbers == [1]


def test_seats_kept_for_invited_associations_move_along():
    on_site, online = hybrid(on_site=5, online=5)
    make_contingent(pool=on_site, seats=2)

    become(on_site.event, Mode.ONLINE)

    assert online.contingents.get().seats == 2


def test_an_unconfirmed_wish_follows_too():
    on_site, online = hybrid()
    party = make_unconfirmed(pool=on_site)

    become(on_site.event, Mode.ONLINE)

    party.refresh_from_db()
    assert party.pool == online


def test_the_log_of_moves_still_gives_the_seats():
    on_site, online = hybrid(on_site=2, online=1)
    for pool in (on_site, online, on_site, online, on_site):
        make_party(pool=pool)

    for mode in (Mode.ONLINE, Mode.HYBRID, Mode.ON_SITE):
        become(on_site.event, mode)

    for pool in (on_site, online):
        held = {
            claim.pk: sorted(claim.seats.values_list("number", flat=True))
            for claim in pool.claims.filter(seats__isnull=False)
        }
        assert replay(pool) == held
    assert Party.objects.filter(claims__in=Claim.objects.living()).count() == 5


def test_everybody_is_told_once():
    on_site, online = hybrid()
    parties = [make_party(pool=on_site), make_party(pool=online)]
    Message.objects.all().delete()

    become(on_site.event, Mode.ONLINE)
    ask_all(now=timezone.now())

    told = Message.objects.filter(about_id__in=[party.pk for party in parties])
    assert [message.kind for message in told] == ["events.registration_event_moved"] * 2


def test_who_was_moved_can_still_change_the_registration():
    on_site, online = hybrid()
    party = make_party(pool=on_site)
    become(on_site.event, Mode.ONLINE)

    change_party(
        party_id=party.pk,
        guests=[GuestEntry("Eins"), GuestEntry("Zwei")],
        pool_kind="",
        needs=None,
        now=timezone.now(),
    )

    assert len(standing_of(party).numbers) == 2


def test_the_office_sets_the_seats_of_the_new_format_as_usual():
    on_site, online = hybrid()
    become(on_site.event, Mode.ONLINE)

    set_seats(event_id=on_site.event_id, kind=PoolKind.ONLINE, seats=50, now=timezone.now())

    assert place_state(on_site.event).free_online == 50
