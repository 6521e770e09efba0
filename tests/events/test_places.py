"""Registrations in the database: seats, queue, offers, changes, letters."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import (
    Claim,
    ClaimStatus,
    Party,
    PartyStatus,
    PoolKind,
    Seat,
)
from events.services.places import (
    AlreadyRegistered,
    OfferEnded,
    PlacesRefused,
    RegistrationClosed,
    accept_offer,
    cancel_party,
    confirm_party,
    email_key,
    explain_waiting,
    keep_seats_moving,
    place_state,
    standing_of,
    wait_again,
)
from events.services.planning import cancel_event, set_seats
from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.models import Message
from tests.factories import make_event, make_invitation
from tests.factories.places import (
    confirm,
    make_contingent,
    make_party,
    make_pool,
    make_unconfirmed,
)

pytestmark = pytest.mark.django_db


def letters(party: Party) -> list[str]:
    """Kinds of letter noted for a party, in order."""
    kinds = Message.objects.filter(about_id=party.pk).order_by("pk").values_list("kind", flat=True)
    return [kind.removeprefix("events.registration_") for kind in kinds]


def numbers(party: Party) -> list[int]:
    return standing_of(party).numbers


def test_a_seat_is_given_when_the_registration_is_confirmed_and_not_before():
    party = make_unconfirmed()
    assert Claim.objects.count() == Seat.objects.count() == 0

    confirm(party)

    party.refresh_from_db()
    assert party.status == PartyStatus.CONFIRMED
    assert numbers(party) == [1]
    assert letters(party) == ["seated"]


def test_confirming_twice_gives_one_seat_and_one_letter():
    party = make_unconfirmed()
    confirm(party)
    confirm(party)

    assert Seat.objects.count() == 1
    assert letters(party) == ["seated"]


def test_who_confirms_after_the_last_seat_waits_in_order():
    pool = make_pool(seats=1)
    make_party(pool=pool)
    second, third = make_unconfirmed(pool=pool), make_unconfirmed(pool=pool)

    confirm(third)
    confirm(second)

    assert standing_of(third).position == 1
    assert standing_of(second).position == 2
    assert letters(second) == ["waiting"]


def test_a_party_is_seated_together_or_waits_and_lets_a_smaller_one_pass():
    pool = make_pool(seats=2)
    three = make_party(pool=pool, guests=["A", "B", "C"])
    one = make_party(pool=pool)

    assert standing_of(three).is_waiting
    assert numbers(one) == [1]


def test_the_queue_moves_up_in_order_with_one_letter_each():
    pool = make_pool(seats=1)
    first, second, third = (make_party(pool=pool) for _ in range(3))

    cancel_party(party_id=first.pk, now=timezone.now())

    assert numbers(second) == [1]
    assert standing_of(third).position == 1
    assert letters(first) == ["seated", "cancelled"]
    assert letters(second) == ["waiting", "moved_up"]
    assert letters(third) == ["waiting"]


def test_cancelling_twice_is_once():
    pool = make_pool(seats=1)
    first, second, third = (make_party(pool=pool) for _ in range(3))
    cancel_party(party_id=first.pk, now=timezone.now())
    cancel_party(party_id=first.pk, now=timezone.now())

    assert [numbers(one) for one in (second, third)] == [[1], []]
    assert letters(first) == ["seated", "cancelled"]


def test_a_cancelled_registration_cannot_be_confirmed():
    party = make_unconfirmed()
    cancel_party(party_id=party.pk, now=timezone.now())

    with pytest.raises(IllegalTransition):
        confirm(party)


def test_a_second_registration_with_another_spelling_of_the_address_is_the_first():
    pool = make_pool()
    first = make_party(pool=pool, email="anna@verein.example")

    with pytest.raises(AlreadyRegistered) as refused:
        make_party(pool=pool, email=" ANNA@Verein.Example")

    assert refused.value.party == first


@pytest.mark.parametrize(
    "typed",
    [
        "anna@müller.example",
        "Anna@MÜLLER.example",
        " anna@müller.example ",
        "ａｎｎａ@müller.example",
        "anna@xn--mller-kva.example",
        "anna\u200b@müller.example",
    ],
)
def test_six_spellings_of_an_address_are_one(typed):
    assert email_key(typed) == "anna@xn--mller-kva.example"


def test_what_follows_a_plus_sign_makes_another_address():
    assert email_key("anna+verein@portal.example") != email_key("anna@portal.example")


def test_a_cancelled_registration_leaves_the_address_free():
    pool = make_pool()
    first = make_party(pool=pool, email="anna@verein.example")
    cancel_party(party_id=first.pk, now=timezone.now())

    assert make_party(pool=pool, email="anna@verein.example") != first


def test_an_invitation_has_one_living_party_whatever_the_address():
    pool = make_pool()
    invitation = make_invitation(event=pool.event)
    make_party(pool=pool, invitation_id=invitation.pk, email="eins@verein.example")

    with pytest.raises(AlreadyRegistered):
        make_party(pool=pool, invitation_id=invitation.pk, email="zwei@verein.example")


def test_the_address_of_an_invited_association_may_register_by_itself_too():
    pool = make_pool()
    invitation = make_invitation(event=pool.event)
    make_party(pool=pool, invitation_id=invitation.pk, email="eins@verein.example")

    assert make_party(pool=pool, email="eins@verein.example").pk


def test_an_event_without_counted_seats_takes_everybody():
    party = make_party(event=make_event())

    assert party.status == PartyStatus.CONFIRMED
    assert Party.objects.coming().get() == party
    assert letters(party) == ["seated"]


def test_a_kind_of_seats_that_the_event_does_not_have_is_refused():
    with pytest.raises(PlacesRefused):
        make_party(event=make_pool().event, pool_kind=PoolKind.ONLINE)


def test_nobody_registers_for_a_cancelled_or_past_event():
    pool = make_pool()
    party = make_unconfirmed(pool=pool)
    cancel_event(event_id=pool.event_id, notes={}, now=timezone.now())

    with pytest.raises(RegistrationClosed):
        confirm(party)
    with pytest.raises(RegistrationClosed):
        make_party(pool=pool)
    past = make_pool(event=make_event(starts_at=timezone.now() - timedelta(days=1)))
    with pytest.raises(RegistrationClosed):
        make_party(pool=past)


def test_a_contingent_keeps_seats_for_the_invited_until_its_end():
    pool = make_pool(seats=2)
    contingent = make_contingent(pool=pool, seats=1)
    first, second = make_party(pool=pool), make_party(pool=pool)
    assert standing_of(second).is_waiting
    assert explain_waiting(second.claims.get(), now=timezone.now())

    contingent.until = timezone.now() - timedelta(minutes=1)
    contingent.save()
    moved = keep_seats_moving(now=timezone.now())

    assert moved["allocated"] == 1
    assert numbers(first) == [1]
    assert numbers(second) == [2]


def test_an_invited_association_takes_the_seats_kept_for_it():
    pool = make_pool(seats=2)
    make_contingent(pool=pool, seats=2)
    make_party(pool=pool)

    invited = make_party(
        pool=pool,
        guests=["A", "B"],
        invitation_id=make_invitation(event=pool.event).pk,
        email="verein@verein.example",
    )

    assert numbers(invited) == [1, 2]


def near() -> dict:
    """An event within the two days in which seats are offered."""
    return {"starts_at": timezone.now() + timedelta(hours=40)}


def test_in_the_last_two_days_a_free_seat_is_offered_and_held_until_it_is_taken():
    pool = make_pool(event=make_event(**near()), seats=1)
    first, second, third = (make_party(pool=pool) for _ in range(3))

    cancel_party(party_id=first.pk, now=timezone.now())

    offer = standing_of(second)
    assert offer.is_offered
    assert offer.numbers == [1]
    assert standing_of(third).is_waiting
    assert letters(second) == ["waiting", "offer"]
    accept_offer(claim_id=offer.claim.pk, now=timezone.now())
    accept_offer(claim_id=offer.claim.pk, now=timezone.now())
    assert standing_of(second).is_seated
    assert letters(second) == ["waiting", "offer", "seated"]


def test_an_offer_not_taken_in_time_goes_to_the_next():
    pool = make_pool(event=make_event(**near()), seats=1)
    first, second, third = (make_party(pool=pool) for _ in range(3))
    cancel_party(party_id=first.pk, now=timezone.now())
    offer = standing_of(second).claim
    later = offer.offered_until + timedelta(seconds=1)

    with pytest.raises(OfferEnded):
        accept_offer(claim_id=offer.pk, now=later)
    assert keep_seats_moving(now=later)["passed_on"] == 1
    assert keep_seats_moving(now=later)["passed_on"] == 0

    assert standing_of(second).claim is None
    assert standing_of(third).is_offered
    assert letters(second) == ["waiting", "offer", "offer_lapsed"]


def test_who_missed_an_offer_may_wait_again_at_the_end():
    pool = make_pool(event=make_event(**near()), seats=1)
    first, second, third = (make_party(pool=pool) for _ in range(3))
    cancel_party(party_id=first.pk, now=timezone.now())
    later = standing_of(second).claim.offered_until + timedelta(seconds=1)
    keep_seats_moving(now=later)

    wait_again(party_id=second.pk, now=later)
    wait_again(party_id=second.pk, now=later)

    assert standing_of(second).position == 1
    assert standing_of(third).is_offered


def test_a_newcomer_gets_a_free_seat_at_once_even_on_the_last_day():
    pool = make_pool(event=make_event(**near()))

    assert standing_of(make_party(pool=pool)).is_seated


def test_more_seats_go_to_who_waits_and_fewer_than_given_are_refused():
    pool = make_pool(seats=1)
    make_party(pool=pool)
    waiting = make_party(pool=pool)

    set_seats(event_id=pool.event_id, kind=pool.kind, seats=2, now=timezone.now())

    assert numbers(waiting) == [2]


def test_nobody_moves_up_once_the_event_has_begun():
    now = timezone.now()
    pool = make_pool(event=make_event(starts_at=now + timedelta(hours=1)), seats=1)
    first, second = make_party(pool=pool), make_party(pool=pool)

    cancel_party(party_id=first.pk, now=now + timedelta(hours=2))

    assert standing_of(second).is_waiting


def test_what_nobody_confirmed_lapses_after_two_days_and_leaves_the_address_free():
    pool = make_pool()
    party = make_unconfirmed(pool=pool, email="anna@verein.example")
    assert keep_seats_moving(now=timezone.now() + timedelta(hours=47))["lapsed"] == 0

    assert keep_seats_moving(now=timezone.now() + timedelta(hours=49))["lapsed"] == 1

    with pytest.raises(IllegalTransition):
        confirm_party(party_id=party.pk, now=timezone.now())
    assert make_unconfirmed(pool=pool, email="anna@verein.example").pk != party.pk


def test_the_state_counts_free_seats_without_those_kept_or_waited_for():
    pool = make_pool(seats=5)
    make_contingent(pool=pool, seats=2)
    make_party(pool=pool)
    assert place_state(pool.event).free_on_site == 2

    make_party(pool=pool, guests=["A", "B", "C"])

    state = place_state(pool.event)
    assert (state.free_on_site, state.waiting, state.is_open) == (0, 3, True)


def test_the_state_takes_one_query(django_assert_num_queries):
    pool = make_pool()
    make_pool(event=pool.event, kind=PoolKind.ONLINE)
    for _ in range(3):
        make_party(pool=pool)

    with django_assert_num_queries(1):
        place_state(pool.event)


def test_a_claim_that_left_does_not_come_back():
    party = make_party()
    claim = party.claims.get()
    cancel_party(party_id=party.pk, now=timezone.now())
    claim.refresh_from_db()

    with pytest.raises(IllegalTransition):
        claim.move_to(ClaimStatus.SEATED)
