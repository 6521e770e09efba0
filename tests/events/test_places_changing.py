"""A registration is changed: other names, more or fewer guests, another kind of seats."""

import pytest
from django.utils import timezone

from events.models import Guest, Party, PlaceMove, PoolKind, Seat
from events.services.places import (
    GuestEntry,
    NeedsEntry,
    NoRoom,
    cancel_party,
    change_party,
    replay,
    standing_of,
)
from tests.factories.places import make_party, make_pool

pytestmark = pytest.mark.django_db


def change(party: Party, *names: str, kind: str = "", needs=None) -> Party:
    return change_party(
        party_id=party.pk,
        guests=[GuestEntry(name) for name in names],
        pool_kind=kind,
        needs=needs,
        now=timezone.now(),
    )


def test_fewer_guests_keep_their_seats_and_the_queue_follows():
    pool = make_pool(seats=2)
    two = make_party(pool=pool, guests=["Anna", "Berta"])
    waiting = make_party(pool=pool)

    change(two, "Berta")

    assert standing_of(two).numbers == [2]
    assert standing_of(waiting).numbers == [1]
    assert Guest.objects.filter(party=two).get().name == "Berta"


def test_a_corrected_name_keeps_the_seat():
    party = make_party(guests=["Ana"])
    seat = Seat.objects.get()

    change(party, "Anna")

    seat.refresh_from_db()
    assert seat.guest.name == "Anna"


def test_more_guests_need_free_seats_and_otherwise_all_stays_as_it_was():
    pool = make_pool(seats=2)
    party = make_party(pool=pool, guests=["Anna"])
    change(party, "Anna", "Berta")
    assert standing_of(party).numbers == [1, 2]

    with pytest.raises(NoRoom):
        change(party, "Anna", "Berta", "Clara")

    assert standing_of(party).numbers == [1, 2]
    assert party.guests.count() == 2


def test_more_guests_do_not_overtake_who_waits():
    pool = make_pool(seats=2)
    party = make_party(pool=pool)
    make_party(pool=pool, guests=["A", "B"])

    with pytest.raises(NoRoom):
        change(party, "Gast Eins", "Nachzüglerin")


def test_changing_to_online_gives_the_seat_to_the_next():
    pool = make_pool(seats=1)
    make_pool(event=pool.event, kind=PoolKind.ONLINE, seats=1)
    party, waiting = make_party(pool=pool), make_party(pool=pool)

    change(party, "Gast Eins", kind=PoolKind.ONLINE)

    assert standing_of(party).claim.pool.kind == PoolKind.ONLINE
    assert standing_of(waiting).numbers == [1]


def test_changing_to_a_full_kind_is_refused_and_the_seat_stays():
    pool = make_pool(seats=1)
    online = make_pool(event=pool.event, kind=PoolKind.ONLINE, seats=1)
    make_party(pool=online)
    party = make_party(pool=pool)

    with pytest.raises(NoRoom):
        change(party, "Gast Eins", kind=PoolKind.ONLINE)

    assert standing_of(party).claim.pool == pool
    assert standing_of(party).numbers == [1]


def test_needs_stay_unless_others_are_given_and_go_when_emptied():
    party = make_party(needs=NeedsEntry(access="Rollstuhl"))
    change(party, "Gast Eins")
    assert party.needs.access == "Rollstuhl"

    change(party, "Gast Eins", needs=NeedsEntry())

    assert not Party.objects.filter(needs__isnull=False).exists()


def test_replaying_the_log_gives_the_same_seats():
    pool = make_pool(seats=4)
    parties = [make_party(pool=pool, guests=["A", "B"][: 1 + n % 2]) for n in range(5)]
    cancel_party(party_id=parties[0].pk, now=timezone.now())
    change(parties[1], "A")
    change(parties[2], "A", "B") if len(standing_of(parties[2]).numbers) == 2 else None
    cancel_party(party_id=parties[3].pk, now=timezone.now())

    seats = {}
    for claim_id, number in Seat.objects.order_by("number").values_list("claim_id", "number"):
        seats.setdefault(claim_id, []).append(number)
    assert replay(pool) == seats
    assert PlaceMove.objects.filter(reason="").count() == 0
