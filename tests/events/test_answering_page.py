"""The page behind the link in an invitation, as somebody sees it on a phone."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from events.models import Guest, InvitationStatus, Needs, Party, PoolKind, Seat
from events.services.inviting import revoke_link
from events.services.places import GuestEntry, NeedsEntry
from events.services.planning import set_seats
from kme_portal.accounts.consents import has_consent
from tests.events.answering_steps import NOW, answer, page, typed
from tests.factories import make_invitation, make_recipient, make_venue

pytestmark = pytest.mark.django_db


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
