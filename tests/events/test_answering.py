"""An invitation answered by the link in the mail, on the telephone, and too late."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events.models import (
    AnswerChannel,
    EventStatus,
    EventVisibility,
    Guest,
    InvitationStatus,
    Needs,
    Party,
    PartyStatus,
    PoolKind,
    Seat,
    WhyClosed,
)
from events.services.inviting import (
    UNNAMED,
    AnswerRefused,
    InvitationClosed,
    answer_invitation,
    revoke_link,
    withdraw_invitation,
)
from events.services.places import GuestEntry, NeedsEntry
from events.services.planning import set_seats
from kme_portal.accounts.consents import has_consent
from tests.factories import (
    make_event,
    make_invitation,
    make_recipient,
    make_representative,
    make_venue,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def recipient():
    """Somebody of an association that may come with two people; ten seats on site."""
    event = make_event(
        title="Fachtag Wohlfahrt",
        seats_per_association=2,
        answer_by=(NOW + timedelta(days=5)).date(),
        visibility=EventVisibility.PUBLIC,
    )
    set_seats(event_id=event.pk, kind=PoolKind.ON_SITE, seats=10, now=NOW)
    return make_recipient(invitation=make_invitation(event=event))


def page(recipient, name="invitation"):
    return reverse(f"events:{name}", args=[recipient.token()])


def answer(recipient, accepted=True, **given):
    usual = {
        "guests": [GuestEntry("Vorsitz")] if accepted else [],
        "email": recipient.person.email,
        "channel": AnswerChannel.LINK,
        "answered_by_id": recipient.person_id,
        "now": NOW,
    }
    return answer_invitation(
        invitation_id=recipient.invitation_id, accepted=accepted, **usual | given
    )


def typed(recipient, **given):
    recipient.invitation.refresh_from_db()
    usual = {"seen": recipient.invitation.version, "number": 1, "name_0": "Vorsitz"}
    return usual | given


# The service


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


# The page


def test_looking_at_the_page_changes_nothing(client, recipient):
    for name in ("invitation", "invitation_accept"):
        assert client.get(page(recipient, name)).status_code == 200
        assert client.head(page(recipient, name)).status_code == 200

    recipient.invitation.refresh_from_db()
    assert recipient.invitation.status == InvitationStatus.OPEN


def test_the_first_screen_says_what_when_where_and_until_when(client, recipient):
    html = client.get(page(recipient)).content.decode()

    for said in ("Fachtag Wohlfahrt", "Bürgerhaus", str(recipient.invitation.organisation)):
        assert said in html


def test_how_to_get_in_is_told_in_the_language_of_the_reader(client, recipient):
    recipient.invitation.event.venue = make_venue(
        access_note_de="Kein Aufzug.", access_note_tr="Asansör yoktur."
    )
    recipient.invitation.event.save()
    address = page(recipient)

    assert "Kein Aufzug." in client.get(address).content.decode()
    assert "Asansör yoktur." in client.get(f"/tr{address}").content.decode()
    assert '<bdi lang="de">Kein Aufzug.</bdi>' in client.get(f"/ar{address}").content.decode()


def test_a_no_is_one_tap(client, recipient):
    response = client.post(page(recipient), {"seen": 0}, follow=True)

    recipient.invitation.refresh_from_db()
    assert recipient.invitation.status == InvitationStatus.DECLINED
    assert response.redirect_chain[-1][0] == page(recipient)


def test_a_yes_names_who_comes_and_repeats_it_in_words(client, recipient):
    answered = client.post(
        page(recipient, "invitation_accept"),
        typed(recipient, number=2, name_1="Kasse", access="Induktionsschleife", consent_needs="on"),
        follow=True,
    )

    html = answered.content.decode()
    assert "Vorsitz" in html
    assert "Kasse" in html
    assert Needs.objects.get().access == "Induktionsschleife"
    assert "Induktionsschleife" not in html


def test_needs_are_not_kept_without_consent(client, recipient):
    answered = client.post(
        page(recipient, "invitation_accept"), typed(recipient, access="Induktionsschleife")
    )

    assert answered.status_code == 422
    assert "consent_needs" in answered.context["form"].errors
    assert not Needs.objects.exists()


def test_consent_to_needs_is_recorded(client, recipient):
    client.post(
        page(recipient, "invitation_accept"),
        typed(recipient, access="Induktionsschleife", consent_needs="on"),
    )

    party = Party.objects.get()
    assert has_consent(
        email=recipient.person.email, purpose="needs", reference=f"events.Party:{party.pk}"
    )


def test_a_colleague_reads_the_answer_by_role_and_no_needs(client, recipient):
    deputy = make_recipient(invitation=recipient.invitation)
    answer(recipient, needs=NeedsEntry(access="Induktionsschleife"))

    pages = [
        client.get(page(deputy, name)).content.decode()
        for name in ("invitation", "invitation_accept")
    ]

    assert all("Induktionsschleife" not in html for html in pages)
    assert all(recipient.person.name not in html for html in pages)


def test_needs_stay_when_the_number_is_changed(client, recipient):
    answer(recipient, needs=NeedsEntry(access="Induktionsschleife"))

    client.post(page(recipient, "invitation_accept"), typed(recipient, number=2))

    assert Needs.objects.get().access == "Induktionsschleife"
    assert Guest.objects.count() == 2


def test_needs_are_erased_when_asked(client, recipient):
    answer(recipient, needs=NeedsEntry(access="Induktionsschleife"))

    client.post(page(recipient, "invitation_accept"), typed(recipient, forget_needs="on"))

    assert not Needs.objects.exists()


def test_what_was_typed_is_not_lost_by_an_error(client, recipient):
    answered = client.post(
        page(recipient, "invitation_accept"),
        typed(recipient, number=1, name_1="Kasse", email_0="keine Adresse", access="Gebärden"),
    )

    html = answered.content.decode()
    assert answered.status_code == 422
    for said in ("Kasse", "keine Adresse", "Gebärden", "error-summary"):
        assert said in html
    assert not Party.objects.exists()


def test_a_second_click_answers_once(client, recipient):
    data = typed(recipient)

    for _click in range(2):
        client.post(page(recipient, "invitation_accept"), data)

    recipient.invitation.refresh_from_db()
    assert recipient.invitation.version == 1
    assert Party.objects.count() == 1


def test_who_answers_beside_a_colleague_is_told_before_it_replaces_anything(client, recipient):
    deputy = make_recipient(invitation=recipient.invitation)
    stale = typed(recipient, name_0="Andere Person")
    answer(deputy)

    answered = client.post(page(recipient, "invitation_accept"), stale)

    assert answered.status_code == 409
    assert "Andere Person" in answered.content.decode()
    assert Guest.objects.get().name == "Vorsitz"

    client.post(page(recipient, "invitation_accept"), typed(recipient, name_0="Andere Person"))
    assert Guest.objects.get().name == "Andere Person"


def test_a_no_from_an_old_page_does_not_undo_a_colleague_s_yes(client, recipient):
    deputy = make_recipient(invitation=recipient.invitation)
    answer(deputy)

    answered = client.post(page(recipient), {"seen": 0})

    recipient.invitation.refresh_from_db()
    assert answered.status_code == 409
    assert recipient.invitation.status == InvitationStatus.ACCEPTED


def test_a_full_event_says_so_and_offers_the_waiting_list(client, recipient):
    set_seats(event_id=recipient.invitation.event_id, kind=PoolKind.ON_SITE, seats=1, now=NOW)
    other = make_recipient(invitation=make_invitation(event=recipient.invitation.event))
    answer(other)

    before = client.get(page(recipient, "invitation_accept")).content.decode()
    after = client.post(
        page(recipient, "invitation_accept"), typed(recipient), follow=True
    ).content.decode()

    assert "Warteliste" in before
    assert "Warteliste" in after
    assert Seat.objects.count() == 1


@pytest.mark.parametrize("accepted", [True, False])
def test_the_answer_can_be_changed_until_the_deadline(client, recipient, accepted):
    answer(recipient, accepted=accepted)

    html = client.get(page(recipient)).content.decode()

    assert page(recipient, "invitation_accept") in html


def test_after_the_deadline_the_page_says_so_and_takes_nothing(client, recipient):
    recipient.invitation.event.answer_by = (NOW - timedelta(days=2)).date()
    recipient.invitation.event.save()

    html = client.get(page(recipient)).content.decode()
    client.post(page(recipient), {"seen": 0})
    client.post(page(recipient, "invitation_accept"), typed(recipient))

    recipient.invitation.refresh_from_db()
    assert recipient.invitation.status == InvitationStatus.OPEN
    assert 'method="post"' not in html.split("<main")[1]
    assert reverse("events:list") in html


def test_unknown_and_revoked_links_look_alike(client, recipient):
    token = recipient.token()
    revoke_link(recipient_id=recipient.pk)

    revoked = client.get(reverse("events:invitation", args=[token]))
    unknown = client.get(reverse("events:invitation", args=["x.y"]))

    assert revoked.status_code == unknown.status_code == 404
    assert revoked.content.replace(token.encode(), b"x.y") == unknown.content


def test_a_revoked_link_leaves_the_colleague_s_link_alone(client, recipient):
    deputy = make_recipient(invitation=recipient.invitation)

    revoke_link(recipient_id=recipient.pk)

    assert client.get(page(deputy)).status_code == 200


def test_the_page_is_not_stored_and_its_address_not_passed_on(client, recipient):
    response = client.get(page(recipient))

    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "strict-origin"
    assert "noindex" in response["X-Robots-Tag"]


def test_a_forged_post_is_refused(recipient):
    response = Client(enforce_csrf_checks=True).post(page(recipient), {"seen": 0})

    assert response.status_code == 403
    recipient.invitation.refresh_from_db()
    assert recipient.invitation.status == InvitationStatus.OPEN


@pytest.mark.parametrize("path", ["", "/en", "/tr", "/ar"])
def test_the_page_speaks_four_languages(client, recipient, path):
    answer(recipient)

    # A page in Turkish leaves addresses made after it Turkish too.
    addresses = [page(recipient, name) for name in ("invitation", "invitation_accept")]

    for address in addresses:
        response = client.get(path + address)
        assert response.status_code == 200
        assert f'lang="{path.strip("/") or "de"}"' in response.content.decode()


def test_the_number_of_queries_does_not_grow_with_the_guests(
    client, recipient, django_assert_max_num_queries
):
    answer(recipient, guests=[GuestEntry("Vorsitz"), GuestEntry("Kasse")])

    with django_assert_max_num_queries(8):
        client.get(page(recipient))
