"""The office notes an answer by telephone or letter in one step."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import (
    AnswerChannel,
    Invitation,
    InvitationStatus,
    Party,
    PoolKind,
    Seat,
)
from events.services.planning import set_seats
from organisations.models import ContactNote
from tests.factories import make_event, make_invitation, make_organisation, make_recipient

pytestmark = pytest.mark.django_db
NOW = timezone.now()
SEARCH = "admin:events_invitation_search"


@pytest.fixture
def office(client_as):
    return client_as("Koordination")


@pytest.fixture
def invited():
    event = make_event(seats_per_association=3)
    set_seats(event_id=event.pk, kind=PoolKind.ON_SITE, seats=10, now=NOW)
    organisation = make_organisation(name="Bildungsverein Solingen e. V.")
    return make_recipient(invitation=make_invitation(event=event, organisation=organisation))


def desk(invitation):
    return reverse("admin:events_invitation_answer", args=[invitation.pk])


def said(invited, **given):
    usual = {
        "answer": "ja",
        "number": 1,
        "name_0": "Frau Vorsitz",
        "contact": str(invited.person_id),
        "channel": "telephone",
        "note": "",
    }
    return usual | given


def test_the_association_is_found_by_a_part_of_its_name(office, invited):
    html = office.get(reverse(SEARCH), {"q": "bildungsv"}).content.decode()

    assert "Bildungsverein Solingen" in html
    assert desk(invited.invitation) in html


def test_a_yes_on_the_telephone_is_noted_in_one_step(office, invited):
    answered = office.post(desk(invited.invitation), said(invited, number=2, name_1="Herr Kasse"))

    invitation = Invitation.objects.get()
    assert answered.status_code == 302
    assert invitation.status == InvitationStatus.ACCEPTED
    assert invitation.answer_channel == AnswerChannel.TELEPHONE
    assert invitation.recorded_by is not None
    assert Party.objects.get().email == invited.person.email
    assert Seat.objects.count() == 2
    assert not ContactNote.objects.exists()


def test_a_no_needs_no_names(office, invited):
    office.post(
        desk(invited.invitation),
        {"answer": "nein", "channel": "letter", "number": "", "name_0": ""},
    )

    invitation = Invitation.objects.get()
    assert invitation.status == InvitationStatus.DECLINED
    assert invitation.answer_channel == AnswerChannel.LETTER


def test_what_else_was_said_becomes_a_contact_note(office, invited):
    office.post(desk(invited.invitation), said(invited, note="Braucht Parkplatz."))

    note = ContactNote.objects.get()
    assert note.organisation == invited.invitation.organisation
    assert note.text == "Braucht Parkplatz."


def test_an_answer_without_yes_or_no_is_asked_again(office, invited):
    answered = office.post(desk(invited.invitation), said(invited, answer=""))

    assert "answer" in answered.context["form"].errors
    assert Invitation.objects.get().status == InvitationStatus.OPEN


def test_more_people_than_seats_of_the_association_are_refused(office, invited):
    answered = office.post(desk(invited.invitation), said(invited, number=9))

    assert "number" in answered.context["form"].errors


def test_an_association_that_was_not_written_to_can_answer_too(office, invited):
    other = make_organisation()

    answered = office.post(
        reverse("admin:events_invitation_new"),
        {"event": invited.invitation.event_id, "organisation": other.pk},
    )

    invitation = Invitation.objects.get(organisation=other)
    assert answered.url == desk(invitation)
    assert invitation.status == InvitationStatus.OPEN


@pytest.mark.parametrize("typed", [{}, {"event": "x", "organisation": "1"}, {"event": "9" * 30}])
def test_what_does_not_exist_is_not_invited(office, typed):
    assert office.post(reverse("admin:events_invitation_new"), typed).status_code == 404


def test_an_invitation_is_withdrawn_by_a_button_and_never_by_looking(office, invited):
    address = reverse("admin:events_invitation_withdraw", args=[invited.invitation_id])

    assert office.get(address).status_code == 404
    office.post(address)

    assert Invitation.objects.get().status == InvitationStatus.WITHDRAWN


def test_an_answer_to_a_past_event_is_refused_in_words(office, invited):
    event = invited.invitation.event
    event.starts_at, event.ends_at = NOW - timedelta(days=1), NOW - timedelta(hours=20)
    event.save()

    answered = office.post(desk(invited.invitation), said(invited))

    assert answered.status_code == 200
    assert answered.context["form"].non_field_errors()


@pytest.mark.parametrize("group", ["Redaktion", "Förderung", "Leitung", "Datenschutz"])
def test_other_groups_note_no_answers(client_as, group, invited):
    client = client_as(group)

    assert client.get(reverse(SEARCH)).status_code == 403
    assert client.post(desk(invited.invitation), said(invited)).status_code == 403
    assert Invitation.objects.get().status == InvitationStatus.OPEN


def test_the_list_of_invitations_opens_with_one_and_with_three(
    office, invited, django_assert_max_num_queries
):
    for _number in range(2):
        make_invitation(event=invited.invitation.event)

    with django_assert_max_num_queries(20):
        answered = office.get(reverse("admin:events_invitation_changelist"))

    assert answered.status_code == 200


def test_an_invitation_cannot_be_typed_in(office, invited):
    address = reverse("admin:events_invitation_change", args=[invited.invitation_id])

    assert office.get(address).status_code == 200
    office.post(address, {"status": "declined"})

    assert Invitation.objects.get().status == InvitationStatus.OPEN
