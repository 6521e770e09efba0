"""The attendee list: for the coordination alone, each look logged, changed by services only."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from events.models import Party, PartyStatus, PoolKind
from events.services.places import NeedsEntry, cancel_party, standing_of
from kme_portal.accounts.models import Reading, ReadLog
from tests.factories import make_event
from tests.factories.places import make_party, make_pool, make_unconfirmed

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client_as):
    return client_as("Koordination")


def page(event, name: str = "event", *args) -> str:
    return reverse(f"admin:events_party_{name}", args=[event.pk, *args])


PAGES = ["event", "print", "needs", "moves", "register", "export"]


@pytest.mark.parametrize("group", ["Redaktion", "Förderung", "Leitung", "Datenschutz"])
def test_nobody_but_the_coordination_opens_a_list(client_as, group):
    event = make_pool().event
    client = client_as(group)

    for name in PAGES:
        assert client.get(page(event, name)).status_code == 403
    assert client.get(reverse("admin:events_party_changelist")).status_code == 403
    assert (
        client.post(page(event, "step", make_party(event=event).pk, "absagen")).status_code == 403
    )


def test_the_list_shows_who_comes_and_who_waits_and_why_and_notes_the_look(office):
    pool = make_pool(seats=1)
    coming = make_party(pool=pool, guests=["Ayşe Beispiel"])
    waiting = make_party(pool=pool, guests=["Berta Muster"])
    make_unconfirmed(pool=pool, guests=["Unbestätigt"])

    text = office.get(page(pool.event)).content.decode()

    assert "Ayşe Beispiel" in text
    assert "Berta Muster" in text
    assert "Unbestätigt" not in text
    entry = ReadLog.objects.get()
    assert (entry.reading, entry.ids) == (Reading.VIEW, [coming.pk, waiting.pk])


def test_choosing_an_event_shows_no_names(office):
    make_party(guests=["Ayşe Beispiel"], email="ayse@verein.example")

    text = office.get(reverse("admin:events_party_changelist")).content.decode()

    assert "Ayşe" not in text
    assert "ayse@" not in text


def test_needs_stand_apart_from_names(office):
    pool = make_pool()
    make_party(pool=pool, guests=["Ayşe Beispiel"], needs=NeedsEntry(access="Rollstuhl"))

    text = office.get(page(pool.event, "needs")).content.decode()

    assert "Rollstuhl" in text
    assert "Ayşe" not in text
    assert "Rollstuhl" not in office.get(page(pool.event)).content.decode()


def test_an_export_names_its_purpose_and_holds_no_formula(office):
    pool = make_pool()
    party = make_party(pool=pool, guests=["=HYPERLINK(1)"])
    assert office.post(page(pool.event, "export"), {"purpose": ""}).status_code == 200
    assert ReadLog.objects.count() == 0

    answer = office.post(page(pool.event, "export"), {"purpose": "Namensschilder drucken"})

    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet["B2"].value == "'=HYPERLINK(1)"
    entry = ReadLog.objects.get()
    assert (entry.reading, entry.ids, entry.purpose) == (
        Reading.EXPORT,
        [party.pk],
        "Namensschilder drucken",
    )


def test_somebody_on_the_telephone_gets_the_seat_at_once_even_without_an_address(office):
    pool = make_pool()

    office.post(page(pool.event, "register"), {"name": "Ayşe Beispiel", "language": "tr"})

    party = Party.objects.get()
    assert (party.status, party.email) == (PartyStatus.CONFIRMED, "")
    assert standing_of(party).numbers == [1]


def test_an_address_that_is_registered_is_told_to_the_office(office):
    pool = make_pool()
    make_party(pool=pool, email="ayse@verein.example")

    answer = office.post(
        page(pool.event, "register"),
        {"name": "Ayşe", "language": "de", "email": "ayse@verein.example"},
    )

    assert answer.status_code == 200
    assert Party.objects.count() == 1


def test_the_office_cancels_for_somebody_and_the_next_moves_up(office):
    pool = make_pool(seats=1)
    first, second = make_party(pool=pool), make_party(pool=pool)
    assert office.get(page(pool.event, "step", first.pk, "absagen")).status_code == 302
    assert standing_of(first).is_seated

    office.post(page(pool.event, "step", first.pk, "absagen"))

    assert standing_of(second).is_seated


def test_the_office_takes_an_offered_seat_for_somebody(office):
    pool = make_pool(event=make_event(starts_at=timezone.now() + timedelta(hours=40)), seats=1)
    first, second = make_party(pool=pool), make_party(pool=pool)
    cancel_party(party_id=first.pk, now=timezone.now())

    office.post(page(pool.event, "step", second.pk, "annehmen"))

    assert standing_of(second).is_seated


def test_the_log_of_seats_gives_reasons_and_no_names(office):
    pool = make_pool(seats=1)
    first = make_party(pool=pool, guests=["Ayşe Beispiel"])
    make_party(pool=pool)
    cancel_party(party_id=first.pk, now=timezone.now())

    text = office.get(page(pool.event, "moves")).content.decode()

    assert text.count("<tr>") == 5
    assert "Ayşe" not in text


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_with_nobody_and_with_many(office, name):
    pool = make_pool(seats=2)
    make_pool(event=pool.event, kind=PoolKind.ONLINE)
    assert office.get(page(pool.event, name)).status_code == 200
    for _ in range(4):
        make_party(pool=pool)

    assert office.get(page(pool.event, name)).status_code == 200


def test_the_list_asks_as_often_for_three_as_for_thirty(office, django_assert_max_num_queries):
    pool = make_pool(seats=40)
    for _ in range(12):
        make_party(pool=pool)

    with django_assert_max_num_queries(25):
        office.get(page(pool.event))
