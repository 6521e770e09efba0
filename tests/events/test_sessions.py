"""Parallel sessions: chosen once a time slot, never over-booked, followed by who comes."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events.forms.events import EventForm
from events.models import Claim, ClaimStatus, Party, Pool, Seat
from events.services.places import (
    GuestEntry,
    PlacesRefused,
    accept_offer,
    cancel_party,
    change_party,
    place_state,
    replay,
)
from events.services.places.erasing import export_person
from events.services.planning import PlanningRefused, copy_event, set_seats
from events.session_words import chosen_sessions
from kme_portal.mailings.models import Message
from tests.factories import make_event, make_invitation, make_recipient
from tests.factories.places import (
    confirm,
    make_party,
    make_pool,
    make_session,
    make_unconfirmed,
)

pytestmark = pytest.mark.django_db


def status_in(session: Pool, party: Party) -> str | None:
    claim = Claim.objects.living().filter(pool=session, party=party).first()
    return claim and claim.status


def change(party: Party, *names: str, sessions=None) -> Party:
    return change_party(
        party_id=party.pk,
        guests=[GuestEntry(name) for name in names or ["Gast Eins"]],
        pool_kind="",
        needs=None,
        sessions=sessions,
        now=timezone.now(),
    )


def test_a_chosen_session_gives_a_seat_when_the_registration_is_confirmed():
    pool = make_pool()
    session = make_session(pool)
    party = make_unconfirmed(pool=pool, sessions=[session.pk])
    assert Claim.objects.count() == 0

    confirm(party)

    assert status_in(session, party) == ClaimStatus.SEATED
    assert Seat.objects.filter(pool=session).count() == 1


def test_two_sessions_at_the_same_time_are_refused():
    pool = make_pool()
    one, other = make_session(pool), make_session(pool)

    with pytest.raises(PlacesRefused):
        make_party(pool=pool, sessions=[one.pk, other.pk])


def test_sessions_one_after_the_other_can_both_be_chosen():
    pool = make_pool()
    one, later = make_session(pool), make_session(pool, hour=1)

    party = make_party(pool=pool, sessions=[one.pk, later.pk])

    assert status_in(one, party) == status_in(later, party) == ClaimStatus.SEATED


def test_sessions_that_overlap_are_one_choice():
    pool = make_pool()
    make_session(pool)
    late = make_session(pool)
    late.session.starts_at += timedelta(minutes=30)
    late.session.save()
    make_session(pool, hour=3)

    assert [len(slot.sessions) for slot in place_state(pool.event).slots] == [2, 1]


def test_a_session_of_another_event_cannot_be_had():
    stranger = make_session(make_pool())

    party = make_party(pool=make_pool(), sessions=[stranger.pk])

    assert list(party.sessions.all()) == []


def test_who_waits_for_the_event_holds_no_seat_in_a_session():
    pool = make_pool(seats=1)
    session = make_session(pool)
    make_party(pool=pool)

    waiting = make_party(pool=pool, sessions=[session.pk])

    assert status_in(session, waiting) is None


def test_who_moves_up_in_the_event_gets_the_chosen_session_as_well():
    pool = make_pool(seats=1)
    session = make_session(pool)
    first = make_party(pool=pool)
    second = make_party(pool=pool, sessions=[session.pk])

    cancel_party(party_id=first.pk, now=timezone.now())

    assert status_in(session, second) == ClaimStatus.SEATED


def test_who_takes_an_offered_seat_gets_the_chosen_session_as_well():
    pool = make_pool(seats=1, event=make_event(starts_at=timezone.now() + timedelta(hours=40)))
    session = make_session(pool)
    first = make_party(pool=pool)
    second = make_party(pool=pool, sessions=[session.pk])
    cancel_party(party_id=first.pk, now=timezone.now())
    assert status_in(session, second) is None

    accept_offer(claim_id=second.claims.living().get().pk, now=timezone.now())

    assert status_in(session, second) == ClaimStatus.SEATED


def test_a_full_session_has_a_waiting_list_of_its_own_that_moves_up_and_is_told():
    pool = make_pool()
    session = make_session(pool, seats=1)
    first = make_party(pool=pool, sessions=[session.pk])
    second = make_party(pool=pool, sessions=[session.pk])
    assert status_in(session, second) == ClaimStatus.WAITING
    assert "Warteliste" in chosen_sessions(second)[0]

    cancel_party(party_id=first.pk, now=timezone.now())

    assert status_in(session, second) == ClaimStatus.SEATED
    kinds = (
        Message.objects.filter(about_id=second.pk).order_by("-pk").values_list("kind", flat=True)
    )
    assert kinds[0] == "events.registration_session"


def test_a_seat_in_a_session_is_never_offered_however_near_the_event():
    pool = make_pool(event=make_event(starts_at=timezone.now() + timedelta(hours=40)))
    session = make_session(pool, seats=1)
    first = make_party(pool=pool, sessions=[session.pk])
    second = make_party(pool=pool, sessions=[session.pk])

    cancel_party(party_id=first.pk, now=timezone.now())

    assert status_in(session, second) == ClaimStatus.SEATED


def test_waiting_for_a_session_is_not_waiting_for_the_event():
    pool = make_pool()
    session = make_session(pool, seats=1)
    make_party(pool=pool, sessions=[session.pk])
    second = make_party(pool=pool, sessions=[session.pk])

    assert second in Party.objects.coming()
    assert second not in Party.objects.waiting()
    assert second.standing.is_seated


def test_another_session_can_be_chosen_and_the_first_seat_goes_to_the_next():
    pool = make_pool()
    one, other = make_session(pool, seats=1), make_session(pool)
    party = make_party(pool=pool, sessions=[one.pk])
    next_in_line = make_party(pool=pool, sessions=[one.pk])

    change(party, sessions=[other.pk])

    assert status_in(one, party) is None
    assert status_in(other, party) == ClaimStatus.SEATED
    assert status_in(one, next_in_line) == ClaimStatus.SEATED


@pytest.mark.parametrize("names", [["Gast Zwei"], ["Gast Eins", "Gast Zwei", "Gast Drei"]])
def test_guests_and_session_can_change_at_once(names):
    pool = make_pool()
    one, other = make_session(pool), make_session(pool)
    party = make_party(pool=pool, guests=["Gast Eins", "Gast Zwei"], sessions=[one.pk])

    change(party, *names, sessions=[other.pk])

    seated = Seat.objects.filter(pool=other).values_list("guest__name", flat=True)
    assert sorted(seated) == sorted(names)
    assert not Seat.objects.filter(pool=one).exists()


def test_a_change_that_says_nothing_of_sessions_keeps_them():
    pool = make_pool()
    session = make_session(pool)
    party = make_party(pool=pool, sessions=[session.pk])

    change(party, "Gast Eins", "Gast Zwei")

    assert status_in(session, party) == ClaimStatus.SEATED
    assert Seat.objects.filter(pool=session).count() == 2


def test_a_session_is_never_over_booked_by_a_growing_party():
    pool = make_pool()
    session = make_session(pool, seats=2)
    make_party(pool=pool, sessions=[session.pk])
    party = make_party(pool=pool, sessions=[session.pk])

    change(party, "Gast Eins", "Gast Zwei", "Gast Drei")

    assert Seat.objects.filter(pool=session).count() == 2
    assert replay(session) == {
        claim.pk: [seat.number for seat in claim.seats.all()] for claim in session.claims.all()
    }


def test_who_cancels_gives_back_the_seats_in_sessions_too():
    pool = make_pool()
    session = make_session(pool)
    party = make_party(pool=pool, sessions=[session.pk])

    cancel_party(party_id=party.pk, now=timezone.now())

    assert Seat.objects.count() == 0


def test_seats_of_a_session_cannot_become_fewer_than_are_given():
    pool = make_pool()
    session = make_session(pool, seats=2)
    make_party(pool=pool, guests=["Eins", "Zwei"], sessions=[session.pk])

    with pytest.raises(PlanningRefused):
        set_seats(
            event_id=pool.event_id,
            session_id=session.session_id,
            kind=session.kind,
            seats=1,
            now=timezone.now(),
        )


def test_more_seats_of_a_session_go_to_who_waits():
    pool = make_pool()
    session = make_session(pool, seats=1)
    make_party(pool=pool, sessions=[session.pk])
    second = make_party(pool=pool, sessions=[session.pk])

    set_seats(
        event_id=pool.event_id,
        session_id=session.session_id,
        kind=session.kind,
        seats=2,
        now=timezone.now(),
    )

    assert status_in(session, second) == ClaimStatus.SEATED


def test_a_copied_event_keeps_its_sessions():
    pool = make_pool()
    make_session(pool, seats=7, title="Forum 1")

    copied = copy_event(event_id=pool.event_id, now=timezone.now())

    [session] = copied.pools.filter(session__isnull=False)
    assert (session.session.title, session.seats) == ("Forum 1", 7)


def test_the_public_chooses_a_session_and_sees_which_is_full():
    pool = make_pool()
    full, free = make_session(pool, seats=1, title="Forum A"), make_session(pool, title="Forum B")
    make_party(pool=pool, sessions=[full.pk])
    url = reverse("events:register", args=[pool.event.slug])

    page = Client().get(url).content.decode()
    assert "Forum A – Warteliste" in page
    assert "Forum B – 10 Plätze frei" in page

    Client().post(
        url,
        {
            "name": "Gast",
            "email": "gast@verein.example",
            "session_0": free.pk,
            "consent_participation": "on",
        },
    )
    party = Party.objects.get(email="gast@verein.example")
    assert list(party.sessions.all()) == [free]


def test_an_invited_association_chooses_a_session():
    pool = make_pool()
    session = make_session(pool)
    recipient = make_recipient(invitation=make_invitation(event=pool.event))
    url = reverse("events:invitation_accept", args=[recipient.token()])

    Client().post(url, {"number": 2, "seen": 0, "session_0": session.pk})

    assert Seat.objects.filter(pool=session).count() == 2


def test_who_asks_for_the_own_data_reads_of_the_chosen_sessions():
    pool = make_pool()
    session = make_session(pool, title="Forum 1")
    make_party(pool=pool, sessions=[session.pk], email="gast@verein.example")

    [exported] = export_person("gast@verein.example")

    assert exported["sessions"] == ["Forum 1"]


def test_an_event_without_sessions_asks_nothing_more():
    pool = make_pool()

    page = Client().get(reverse("events:register", args=[pool.event.slug])).content.decode()

    assert "session_0" not in page


def test_the_office_form_knows_no_seats_of_sessions_among_those_of_the_event():
    pool = make_pool()
    make_session(pool, seats=3)

    assert EventForm(instance=pool.event).initial["seats_on_site"] == 10
