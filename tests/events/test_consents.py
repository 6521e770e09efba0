"""Consents at registration: apart by purpose, never ticked, withdrawn as easily as given."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events.models import Needs, Party, PartyStatus
from events.services.places import NeedsEntry, cancel_party, confirm_party
from kme_portal.accounts.consents import WORDINGS
from kme_portal.accounts.models import Channel, Consent
from kme_portal.mailings.rendering import unsubscribe_url
from organisations.models import Representative
from organisations.services.people import stop_invitations
from tests.doors import sign_in
from tests.factories import make_event, make_representative
from tests.factories.accounts import make_staff
from tests.factories.places import make_party, make_pool

pytestmark = pytest.mark.django_db
EMAIL = "ayse@verein.example"


def register(client: Client, pool=None, **given) -> Party:
    pool = pool or make_pool()
    client.post(
        reverse("events:register", args=[pool.event.slug]),
        {"name": "Ayşe Beispiel", "email": EMAIL, "consent_participation": "on"} | given,
    )
    return Party.objects.get(event=pool.event)


def page_of(party: Party) -> str:
    return reverse("events:registration", args=[party.token()])


def withdraw(client: Client, party: Party, purpose: str):
    return client.post(page_of(party), {"do": "withdraw", "purpose": purpose})


def living() -> set[str]:
    return set(Consent.objects.living().values_list("purpose", flat=True))


def test_nothing_is_ticked_beforehand(client):
    page = client.get(reverse("events:register", args=[make_pool().event.slug]))

    assert b"checked" not in page.content


def test_photos_and_invitations_are_agreed_to_apart_with_words_language_and_time(client):
    party = register(client, consent_photo_list="on")

    assert living() == {"participation", "photo_list"}
    consent = Consent.objects.get(purpose="photo_list")
    assert consent.text_version == WORDINGS["photo_list"].version
    assert (consent.language, consent.channel) == ("de", Channel.FORM)
    assert consent.reference == f"events.Party:{party.pk}"


def test_who_agrees_to_nothing_more_registers_all_the_same(client):
    party = register(client)
    confirm_party(party_id=party.pk, now=timezone.now())

    assert living() == {"participation"}


def test_online_nobody_is_asked_about_photos(client):
    event = make_event(mode="online")
    make_pool(event=event, kind="online")

    page = client.get(reverse("events:register", args=[event.slug]))

    assert b"consent_photo_list" not in page.content


def test_who_asked_for_invitations_can_be_invited_once_the_address_is_proven(client):
    party = register(client, consent_invitations="on")
    assert not Representative.objects.exists()

    confirm_party(party_id=party.pk, now=timezone.now())

    person = Representative.objects.get()
    assert (person.email, person.organisation, person.may_be_invited) == (EMAIL, None, True)
    assert Consent.objects.get(purpose="invitations").reference == ""


def test_asking_for_invitations_twice_leaves_one_entry_and_one_consent(client):
    for _time in range(2):
        party = register(client, make_pool(), consent_invitations="on")
        confirm_party(party_id=party.pk, now=timezone.now())

    assert Representative.objects.count() == 1
    assert Consent.objects.living().filter(purpose="invitations").count() == 1


def test_a_cancelled_registration_leaves_the_wish_for_invitations(client):
    party = register(client, consent_invitations="on", consent_photo_list="on")
    confirm_party(party_id=party.pk, now=timezone.now())

    cancel_party(party_id=party.pk, now=timezone.now())

    assert living() == {"invitations"}


def test_each_agreement_is_withdrawn_with_one_click_and_the_page_shows_which_are_left(client):
    party = register(client, consent_invitations="on", consent_photo_list="on")
    confirm_party(party_id=party.pk, now=timezone.now())
    assert client.get(page_of(party)).content.count(b'value="withdraw"') == 2

    answer = withdraw(client, party, "photo_list")

    assert answer.content.count(b'value="withdraw"') == 1
    assert living() == {"participation", "invitations"}
    withdrawn = Consent.objects.get(purpose="photo_list")
    assert withdrawn.withdrawn_by == Channel.LINK


def test_withdrawing_invitations_takes_the_entry_away(client):
    party = register(client, consent_invitations="on")
    confirm_party(party_id=party.pk, now=timezone.now())

    withdraw(client, party, "invitations")

    assert not Representative.objects.exists()
    assert "invitations" not in living()


def test_who_stops_invitations_by_their_letters_has_withdrawn_too(client):
    party = register(client, consent_invitations="on")
    confirm_party(party_id=party.pk, now=timezone.now())

    stop_invitations(representative_id=Representative.objects.get().pk)

    assert "invitations" not in living()


def test_an_entry_that_the_office_made_only_falls_silent(client):
    make_representative(organisation=None, email=EMAIL, source="Visitenkarte")
    party = register(client, consent_invitations="on")
    confirm_party(party_id=party.pk, now=timezone.now())

    withdraw(client, party, "invitations")

    assert Representative.objects.get().may_be_invited is False


def test_withdrawing_what_was_said_of_needs_erases_it(client):
    party = register(client, access="Rollstuhl", consent_needs="on")
    confirm_party(party_id=party.pk, now=timezone.now())

    withdraw(client, party, "needs")

    assert not Needs.objects.exists()


@pytest.mark.parametrize("purpose", ["participation", "listing", "", "unbekannt"])
def test_other_purposes_are_not_withdrawn_here(client, purpose):
    party = register(client)
    confirm_party(party_id=party.pk, now=timezone.now())

    assert withdraw(client, party, purpose).status_code == 200

    assert living() == {"participation"}
    party.refresh_from_db()
    assert party.status == PartyStatus.CONFIRMED


def test_a_change_that_tells_of_needs_records_the_agreement(client):
    party = register(client)
    confirm_party(party_id=party.pk, now=timezone.now())

    client.post(
        reverse("events:registration_change", args=[party.token()]),
        {"name": "Ayşe Beispiel", "access": "Rollstuhl", "consent_needs": "on"},
    )

    assert "needs" in living()


def test_looking_at_the_page_withdraws_nothing(client):
    party = register(client, consent_photo_list="on")
    confirm_party(party_id=party.pk, now=timezone.now())

    client.get(page_of(party) + "?do=withdraw&purpose=photo_list")

    assert "photo_list" in living()


def test_the_office_sees_on_the_list_whose_photos_are_allowed(client):
    pool = make_pool()
    party = register(client, pool, consent_photo_list="on")
    confirm_party(party_id=party.pk, now=timezone.now())
    make_party(pool=pool)
    office = sign_in(client, make_staff("Koordination"))

    page = office.get(reverse("admin:events_party_event", args=[pool.event_id])).content.decode()

    assert page.count("Fotos der Kontaktperson erlaubt") == 1


def test_the_summary_of_errors_does_not_repeat_the_words_of_a_consent(client):
    pool = make_pool()
    answer = client.post(reverse("events:register", args=[pool.event.slug]), {"name": "Ayşe"})

    page = answer.content.decode()
    words = str(WORDINGS["participation"].text)
    summary = page[page.index("error-summary") : page.index("</ul>", page.index("error-summary"))]
    assert "Einwilligung:" in summary
    assert words[:40] not in summary


def test_needs_stay_when_nothing_is_withdrawn():
    party = make_party(needs=NeedsEntry(access="Rollstuhl"))

    assert Needs.objects.filter(party=party).exists()


def asked_to_be_invited(client) -> str:
    party = register(client, consent_invitations="on")
    confirm_party(party_id=party.pk, now=timezone.now())
    assert "invitations" in living()
    return unsubscribe_url(party.email, "de").removeprefix("http://localhost:8000")


def test_one_click_ends_the_consent_to_be_invited_too(client):
    link = asked_to_be_invited(client)

    client.post(link, {"List-Unsubscribe": "One-Click"})

    assert "invitations" not in living()
    ended = Consent.objects.get(purpose="invitations")
    assert ended.withdrawn_by == Channel.LINK
    assert not Representative.objects.outside().exists()


def test_looking_at_the_link_ends_no_consent(client):
    link = asked_to_be_invited(client)

    client.get(link)

    assert "invitations" in living()


def test_a_mistaken_click_is_taken_back_with_the_consent(client):
    link = asked_to_be_invited(client)
    client.post(link)

    client.post(f"{link}doch/")

    assert "invitations" in living()
    assert Representative.objects.outside().get().may_be_invited


def test_who_never_asked_to_be_invited_has_not_by_coming_back(client):
    link = unsubscribe_url("verein@verein.example", "de").removeprefix("http://localhost:8000")
    client.post(link)

    client.post(f"{link}doch/")

    assert not Consent.objects.exists()
    assert not Representative.objects.outside().exists()
