"""The public registers: form, mail, link, button; and everything that comes in between."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events.models import (
    EventStatus,
    EventVisibility,
    Mode,
    Needs,
    Party,
    PartyStatus,
    PoolKind,
)
from events.services.places import cancel_party, confirm_party, standing_of
from kme_portal.accounts.models import Consent
from kme_portal.mailings.models import Message
from organisations.models import Visibility
from tests.factories import make_event, make_invitation, make_term
from tests.factories.events import make_venue
from tests.factories.places import make_party, make_pool, make_unconfirmed
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db


def form_of(pool, **given) -> dict:
    return {
        "name": "Ayşe Beispiel",
        "email": "ayse@verein.example",
        "consent_participation": "on",
    } | given


def url_of(pool) -> str:
    return reverse("events:register", args=[pool.event.slug])


def send(client: Client, pool, **given):
    return client.post(url_of(pool), form_of(pool, **given))


def page_of(party: Party, name: str = "registration") -> str:
    return reverse(f"events:{name}", args=[party.token()])


def link_in(message) -> str:
    return re.search(
        r"http://localhost:8000(/\S*?/anmeldung/\S+?|/anmeldung/\S+?)[\s)>]", message.body
    )[1]


@pytest.mark.django_db(transaction=True)
def test_a_registration_takes_four_requests_and_at_most_thirty_queries(client):
    pool = make_pool()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url_of(pool)).status_code == 200
        assert send(client, pool).status_code == 200
    taken = len(queries)
    deliver_all()
    link = link_in(mail.outbox[0])
    with CaptureQueriesContext(connection) as queries:
        assert "bestaetigen" in link
        assert client.get(link).status_code == 200
        assert Party.objects.get().status == PartyStatus.UNCONFIRMED
        answer = client.post(link)
    taken += len(queries) - 1
    assert answer.status_code == 200
    assert "Ayşe Beispiel" in answer.content.decode()
    assert standing_of(Party.objects.get()).numbers == [1]
    assert taken <= 30


def test_nothing_is_registered_by_opening_links(client):
    party = make_unconfirmed()
    for name in ("registration_confirm", "registration", "registration_cancel"):
        for method in (client.get, client.head):
            method(page_of(party, name))

    party.refresh_from_db()
    assert party.status == PartyStatus.UNCONFIRMED


def test_the_mail_to_an_unproven_address_bears_nothing_that_was_typed(client):
    send(client, make_pool(), name="Kaufen Sie jetzt www.spam.example")
    deliver_all()

    message = mail.outbox[0]
    assert "spam" not in message.body + message.subject
    assert message.subject == str(message.subject)


def test_an_address_that_is_not_public_is_told_only_to_who_comes(client):
    venue = make_venue(street="Verborgene Gasse 5", address_visibility=Visibility.NETWORK)
    pool = make_pool(event=make_event(venue=venue), seats=1)
    send(client, pool)
    party = Party.objects.get()
    waiting = make_unconfirmed(pool=pool)
    shown = [client.get(page_of(party, "registration_confirm")).content.decode()]
    confirm_party(party_id=party.pk, now=timezone.now())
    confirm_party(party_id=waiting.pk, now=timezone.now())
    shown.append(client.get(page_of(waiting)).content.decode())

    assert "Verborgene" not in "".join(shown)
    assert "Verborgene" in client.get(page_of(party)).content.decode()
    deliver_all()
    told = {m.to[0]: "Verborgene" in m.body for m in mail.outbox}
    assert told == {party.email: True, waiting.email: False}


def test_consents_are_recorded_apart_and_only_what_was_ticked(client):
    pool = make_pool()
    send(client, pool)
    assert list(Consent.objects.values_list("purpose", flat=True)) == ["participation"]

    send(client, pool, email="zwei@verein.example", access="Rollstuhl", consent_needs="on")

    assert Consent.objects.filter(purpose="needs").count() == 1
    assert Needs.objects.get().access == "Rollstuhl"


def test_without_agreement_nobody_is_registered_and_nothing_typed_is_lost(client):
    answer = send(client, make_pool(), consent_participation="", companions="Berta")

    assert answer.status_code == 422
    assert "Berta" in answer.content.decode()
    assert Party.objects.count() == 0


def test_needs_without_agreement_are_refused(client):
    answer = send(client, make_pool(), food="Nüsse")

    assert answer.status_code == 422
    assert Needs.objects.count() == Party.objects.count() == 0


def test_companions_come_by_name_and_there_is_a_limit(client):
    pool = make_pool()
    assert send(client, pool, companions="A\nB\nC\nD\nE").status_code == 422

    send(client, pool, companions="Berta\n\n  Clara  Muster ")

    names = Party.objects.get().guests.values_list("name", flat=True)
    assert list(names) == ["Ayşe Beispiel", "Berta", "Clara Muster"]


def test_the_same_address_twice_gives_the_same_page_and_one_registration(client):
    pool = make_pool()
    first = send(client, pool)
    second = send(client, pool, email=" AYSE@verein.example")

    assert first.content == second.content
    assert Party.objects.count() == 1
    assert Message.objects.count() == 1


def test_who_is_registered_already_gets_the_same_page_and_the_link_by_mail(client):
    pool = make_pool()
    party = make_party(pool=pool, email="ayse@verein.example", guests=["Ayşe"])
    deliver_all()
    mail.outbox.clear()
    fresh = send(client, pool, email="neu@verein.example")

    known = send(client, pool, name="Wer anderes")

    assert known.content == fresh.content
    assert known.status_code == fresh.status_code
    assert list(party.guests.values_list("name", flat=True)) == ["Ayşe"]
    deliver_all()
    to_known = next(m for m in mail.outbox if m.to == ["ayse@verein.example"])
    assert party.token() in to_known.body


def test_typed_again_before_confirming_the_newest_words_count(client):
    pool = make_pool()
    send(client, pool, name="Ayse", companions="Berta")
    send(client, pool, name="Ayşe")

    assert [guest.name for guest in Party.objects.get().guests.all()] == ["Ayşe"]


def test_the_link_confirms_once_however_often_the_button_is_pressed(client):
    party = make_unconfirmed()
    for _ in range(3):
        assert client.post(page_of(party, "registration_confirm")).status_code == 200

    assert standing_of(party).numbers == [1]
    assert Message.objects.filter(kind="events.registration_seated").count() == 1


def test_a_machine_that_fills_the_trap_gets_the_usual_page_and_nothing_happens(client):
    answer = send(client, make_pool(), website="http://spam.example")

    assert answer.status_code == 200
    assert Party.objects.count() == Message.objects.count() == 0


def test_one_mailbox_gets_at_most_six_mails_and_the_page_tells_nothing(client):
    for spelling in ["opfer@verein.example", "Opfer@Verein.Example"] * 4:
        assert send(client, make_pool(), email=spelling).status_code == 200

    assert Message.objects.count() == 6


def test_an_office_behind_one_address_registers_thirty_people(client):
    pool = make_pool(seats=100)
    for number in range(30):
        assert send(client, pool, email=f"gast{number}@verein.example").status_code == 200

    assert Party.objects.count() == 30


@pytest.mark.parametrize(
    "given",
    [
        {"status": EventStatus.CANCELLED},
        {"starts_at": timezone.now() - timedelta(days=3)},
        {"registration_url": "https://anmeldung.example/"},
        {"registration_closes_at": timezone.now() - timedelta(hours=1)},
        {"registration_opens_at": timezone.now() + timedelta(hours=9)},
    ],
)
def test_where_nobody_can_register_the_page_says_so_and_leads_on(client, given):
    pool = make_pool(event=make_event(**given))

    for answer in (client.get(url_of(pool)), send(client, pool)):
        assert answer.status_code == 200
        assert reverse("events:list") in answer.content.decode()
        assert "<form" not in answer.content.decode().partition("<main")[2].partition("</main")[0]
    assert Party.objects.count() == 0


@pytest.mark.parametrize("visibility", [EventVisibility.NETWORK, EventVisibility.INVITATION])
def test_events_that_are_not_public_have_no_public_registration(client, visibility):
    pool = make_pool(event=make_event(visibility=visibility))

    assert client.get(url_of(pool)).status_code == 404
    assert send(client, pool).status_code == 404


def test_a_full_event_offers_the_waiting_list_and_says_the_place_in_it(client):
    pool = make_pool(seats=1)
    make_party(pool=pool)
    assert "Warteliste" in client.get(url_of(pool)).content.decode()
    send(client, pool)
    party = Party.objects.get(status=PartyStatus.UNCONFIRMED)

    answer = client.post(page_of(party, "registration_confirm")).content.decode()

    assert "Nummer 1" in answer


def test_a_broken_kind_is_refused_beside_the_field(client):
    pool = make_pool()
    make_pool(event=pool.event, kind=PoolKind.ONLINE)

    assert send(client, pool, kind="auf dem Mond").status_code == 422
    assert send(client, pool, kind="online").status_code == 200
    assert Party.objects.get().pool.kind == PoolKind.ONLINE


def test_interpretation_is_asked_where_it_is_offered(client):
    event = make_event()
    term = make_term(kind="language", slug="ar", name="Arabisch")
    event.interpretation.add(term)
    pool = make_pool(event=event)
    assert "Arabisch" in client.get(url_of(pool)).content.decode()

    send(client, pool, interpretation=str(term.pk))

    assert Needs.objects.get().interpretation == term


def test_links_that_were_never_signed_or_were_revoked_look_alike(client):
    party = make_party()
    old = page_of(party)
    party.link_version += 1
    party.save()

    unsigned = reverse("events:registration", args=["x.y"])

    revoked, forged = client.get(old), client.get(unsigned)

    assert revoked.status_code == forged.status_code == 404
    pages = [
        answer.content.decode().replace(address, "")
        for answer, address in [(revoked, old), (forged, unsigned)]
    ]
    assert pages[0] == pages[1]


def test_pages_behind_the_link_are_private(client):
    response = client.get(page_of(make_party()))

    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]


def test_a_guest_changes_names_and_cancels_with_the_link(client):
    party = make_party(guests=["Ayşe"])
    client.post(page_of(party, "registration_change"), {"name": "Ayşe", "companions": "Berta"})
    assert standing_of(party).numbers == [1, 2]

    client.post(page_of(party, "registration_cancel"))
    client.post(page_of(party, "registration_cancel"))

    party.refresh_from_db()
    assert party.status == PartyStatus.CANCELLED
    assert Message.objects.filter(kind="events.registration_cancelled").count() == 1
    assert client.get(page_of(party)).status_code == 200


def test_more_companions_than_free_seats_are_refused_in_words(client):
    pool = make_pool(seats=1)
    party = make_party(pool=pool, guests=["Ayşe"])

    answer = client.post(
        page_of(party, "registration_change"), {"name": "Ayşe", "companions": "Berta"}
    )

    assert answer.status_code == 422
    assert "Berta" in answer.content.decode()
    assert party.guests.count() == 1


def test_an_offered_seat_is_taken_with_a_button_and_not_by_looking(client):
    pool = make_pool(event=make_event(starts_at=timezone.now() + timedelta(hours=40)), seats=1)
    first, second = make_party(pool=pool), make_party(pool=pool)
    cancel_party(party_id=first.pk, now=timezone.now())
    client.get(page_of(second))
    assert standing_of(second).is_offered

    client.post(page_of(second), {"do": "accept"})

    assert standing_of(second).is_seated


def test_cancelling_on_an_invitation_declines_it(client):
    pool = make_pool()
    invitation = make_invitation(event=pool.event, status="accepted")
    party = make_party(pool=pool, invitation_id=invitation.pk)

    client.post(page_of(party, "registration_cancel"))

    invitation.refresh_from_db()
    party.refresh_from_db()
    assert (invitation.status, party.status) == ("declined", PartyStatus.CANCELLED)


def test_the_calendar_file_is_for_those_who_come_and_bears_the_link_only_for_online(client):
    event = make_event(mode=Mode.HYBRID)
    site = make_pool(event=event, seats=1)
    online = make_pool(event=event, kind=PoolKind.ONLINE)
    there, remote = make_party(pool=site), make_party(pool=online)
    waiting = make_party(pool=site)

    def calendar(party):
        return client.get(page_of(party, "registration_calendar"))

    assert event.joining_url in calendar(remote).content.decode().replace("\r\n ", "")
    assert event.joining_url not in calendar(there).content.decode().replace("\r\n ", "")
    assert "BEGIN:VCALENDAR" not in calendar(waiting).content.decode()


def test_known_and_new_addresses_cost_about_the_same(client):
    pool = make_pool()
    make_party(pool=pool, email="ayse@verein.example")
    send(client, pool, email="warm@verein.example")

    with CaptureQueriesContext(connection) as new:
        send(client, pool, email="neu@verein.example")
    with CaptureQueriesContext(connection) as known:
        send(client, pool)

    assert abs(len(new) - len(known)) <= 2


def test_who_wishes_to_come_reads_the_place_before_confirming(client):
    event = make_event(mode=Mode.HYBRID, venue=make_venue(name="Haus Ahorn", city="Hagen"))
    pool = make_pool(event=event)
    make_pool(event=event, kind=PoolKind.ONLINE)
    send(client, pool, email="hin@verein.example", kind=PoolKind.ON_SITE)
    send(client, pool, email="fern@verein.example", kind=PoolKind.ONLINE)

    deliver_all()

    told = {m.to[0]: "Haus Ahorn" in m.body for m in mail.outbox}
    assert told == {"hin@verein.example": True, "fern@verein.example": False}
