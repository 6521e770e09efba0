"""An invitation answered by link, on the telephone, and too late."""

from datetime import timedelta

import pytest

from events.models import (
    AnswerChannel,
    EventStatus,
    Guest,
    InvitationStatus,
    Party,
    PartyStatus,
    Seat,
    WhyClosed,
)
from events.services.inviting import (
    UNNAMED,
    AnswerRefused,
    InvitationClosed,
    withdraw_invitation,
)
from events.services.places import GuestEntry
from tests.events.answering_steps import NOW, answer
from tests.factories import (
    make_event,
    make_invitation,
    make_recipient,
    make_representative,
)

pytestmark = pytest.mark.django_db


def test_a_yes_gives_the_seats_at_once(recipient):
    invitation = answer(recipient, guests=[GuestEntry("Vorsitz"), GuestEntry("Kasse")])

    assert invitation.status == InvitationStatus.ACCEPTED
    assert invitation.answered_by == recipient.person
    assert Party.objects.get().status == PartyStatus.CONFIRMED
    assert Seat.objects.count() == 2


def test_a_no_takes_no_seat(recipient):
    invitation = answer(recipient, accepted=False)

    assert invitation.status == InvitationStatus.DECLINED
    assert not Party.objects.exists()


def test_a_no_after_a_yes_gives_the_seats_back(recipient):
    answer(recipient)

    answer(recipient, accepted=False)

    assert Seat.objects.count() == 0
    assert Party.objects.get().status == PartyStatus.CANCELLED


def test_a_yes_after_a_no_gets_seats(recipient):
    answer(recipient, accepted=False)

    answer(recipient)

    assert Seat.objects.count() == 1


def test_a_colleague_changes_the_same_answer(recipient):
    deputy = make_recipient(invitation=recipient.invitation)
    answer(recipient)

    answer(deputy, guests=[GuestEntry("Vorsitz"), GuestEntry("Kasse")])

    assert Party.objects.living().count() == 1
    assert Party.objects.living().get().email == deputy.person.email
    assert Seat.objects.count() == 2


def test_nobody_comes_with_more_people_than_the_association_has_seats(recipient):
    with pytest.raises(AnswerRefused):
        answer(recipient, guests=[GuestEntry(f"Person {n}") for n in range(3)])

    assert not Party.objects.exists()
    recipient.invitation.refresh_from_db()
    assert recipient.invitation.status == InvitationStatus.OPEN


def test_a_person_outside_associations_comes_alone():
    event = make_event(seats_per_association=5)
    guest = make_representative(organisation=None)
    recipient = make_recipient(invitation=make_invitation(event=event, person=guest))

    with pytest.raises(AnswerRefused):
        answer(recipient, guests=[GuestEntry("Eins"), GuestEntry("Zwei")])


def test_a_yes_without_anybody_is_refused(recipient):
    with pytest.raises(AnswerRefused):
        answer(recipient, guests=[])


def test_who_is_not_known_yet_still_counts(recipient):
    answer(recipient, guests=[GuestEntry("Vorsitz"), GuestEntry("")])

    assert list(Guest.objects.values_list("name", flat=True)) == ["Vorsitz", UNNAMED]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"status": EventStatus.CANCELLED, "cancelled_at": NOW}, WhyClosed.CANCELLED),
        ({"answer_by": (NOW - timedelta(days=2)).date()}, WhyClosed.DEADLINE),
        ({"status": EventStatus.CLOSED}, WhyClosed.PAST),
        (
            {"starts_at": NOW - timedelta(hours=1), "ends_at": NOW + timedelta(hours=1)},
            WhyClosed.PAST,
        ),
    ],
)
def test_what_is_over_can_no_longer_be_answered(recipient, change, reason):
    for name, value in change.items():
        setattr(recipient.invitation.event, name, value)
    recipient.invitation.event.save()

    with pytest.raises(InvitationClosed) as refusal:
        answer(recipient)

    assert refusal.value.reason == reason


def test_the_last_day_to_answer_ends_at_midnight_in_berlin(recipient):
    until = recipient.invitation.answer_until()

    answer(recipient, now=until - timedelta(seconds=1))
    with pytest.raises(InvitationClosed):
        answer(recipient, now=until)


def test_the_office_may_note_an_answer_after_the_deadline(recipient):
    after = recipient.invitation.answer_until() + timedelta(hours=1)

    invitation = answer(
        recipient,
        now=after,
        channel=AnswerChannel.TELEPHONE,
        recorded_by=recipient.invitation.event.responsible,
    )

    assert invitation.recorded_by == recipient.invitation.event.responsible
    assert invitation.answer_channel == AnswerChannel.TELEPHONE


def test_a_withdrawn_invitation_cannot_be_answered_and_gives_its_seats_back(recipient):
    answer(recipient)

    withdraw_invitation(invitation_id=recipient.invitation_id, now=NOW)

    assert Seat.objects.count() == 0
    with pytest.raises(InvitationClosed):
        answer(recipient)
