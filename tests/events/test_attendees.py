"""The list of who comes, for an association that holds the event with the office."""

from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import EventStatus
from events.services.places import NeedsEntry
from kme_portal.accounts.models import Reading, ReadLog
from organisations.models import OrganisationStatus
from tests.factories import make_event, make_organisation
from tests.factories.my_association import make_editor
from tests.factories.places import make_party, make_pool, make_unconfirmed

pytestmark = pytest.mark.django_db


@pytest.fixture
def host():
    """Somebody who may edit an association that co-organises an event with guests."""
    role = make_editor()
    role.event = make_event()
    role.event.co_organisers.add(role.organisation)
    role.pool = make_pool(event=role.event, seats=3)
    return role


def address(role, event=None, *, name: str = "attendees") -> str:
    return reverse(f"events:{name}", args=[role.organisation_id, (event or role.event).slug])


def test_a_co_organiser_sees_names_and_numbers_but_no_addresses(client_as, host):
    make_party(pool=host.pool, guests=["Ayşe Beispiel", "Berta Muster"], email="a@verein.example")
    make_party(pool=host.pool, guests=["Cem Wartet", "Wartet Auch"])
    make_unconfirmed(pool=host.pool, guests=["Nie Bestätigt"])

    page = client_as(host.user).get(address(host)).content.decode()

    assert "Ayşe Beispiel" in page
    assert "Berta Muster" in page
    for hidden in ("a@verein.example", "Cem Wartet", "Nie Bestätigt"):
        assert hidden not in page


def test_needs_are_told_as_numbers_and_never_in_words(client_as, host):
    make_party(pool=host.pool, needs=NeedsEntry(access="Kanarienstuhl", food="Kanarienfutter"))

    page = client_as(host.user).get(address(host)).content.decode()

    assert "Kanarien" not in page
    assert "Mit Bedarf zur Barrierefreiheit" in page


def test_each_look_is_recorded(client_as, host):
    party = make_party(pool=host.pool)

    client_as(host.user).get(address(host))

    entry = ReadLog.objects.get(reading=Reading.VIEW)
    assert (entry.user, entry.model, entry.ids) == (host.user, "events.Party", [party.pk])


def test_an_export_names_its_purpose_and_is_recorded(client_as, host):
    make_party(pool=host.pool, guests=["Ayşe Beispiel"])
    client = client_as(host.user)
    url = address(host, name="attendees_export")

    assert client.post(url, {"purpose": ""}).status_code == 200
    assert not ReadLog.objects.exists()

    answer = client.post(url, {"purpose": "Namensschilder drucken"})

    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    assert "Ayşe Beispiel" in [cell.value for row in sheet for cell in row]
    entry = ReadLog.objects.get(reading=Reading.EXPORT)
    assert (entry.user, entry.purpose) == (host.user, "Namensschilder drucken")


def test_looking_at_the_form_exports_nothing(client_as, host):
    answer = client_as(host.user).get(address(host, name="attendees_export"))

    assert "text/html" in answer["Content-Type"]
    assert not ReadLog.objects.filter(reading=Reading.EXPORT).exists()


@pytest.mark.parametrize("name", ["attendees", "attendees_export"])
def test_it_is_exactly_the_own_event(client_as, host, name):
    other = make_pool(event=make_event()).event
    make_party(event=other)
    client = client_as(host.user)

    assert client.get(address(host, name=name)).status_code == 200
    assert client.get(address(host, other, name=name)).status_code == 404


def test_the_organiser_itself_sees_it_too(client_as):
    role = make_editor()
    event = make_event(organiser=role.organisation)

    assert client_as(role.user).get(address(role, event)).status_code == 200


@pytest.mark.parametrize("name", ["attendees", "attendees_export"])
def test_nobody_else_finds_it(client_as, host, name):
    url = address(host, name=name)
    reader = make_editor(organisation=host.organisation, may_edit=False).user
    ended = make_editor(
        organisation=host.organisation, to_on=timezone.localdate() - timedelta(days=1)
    ).user
    stranger = make_editor()

    for user in (reader, ended, stranger.user, "Koordination"):
        client = client_as(user)
        assert client.get(url).status_code == 404
        assert client.post(url, {"purpose": "Neugier stillen"}).status_code in (404, 405)
    swapped = reverse(f"events:{name}", args=[stranger.organisation_id, host.event.slug])
    assert client_as(stranger.user).get(swapped).status_code == 404
    assert client_as(None).get(url).status_code == 302
    assert not ReadLog.objects.exists()


@pytest.mark.parametrize("status", [OrganisationStatus.DORMANT, OrganisationStatus.ARCHIVED])
def test_an_association_that_left_the_network_sees_it_no_more(client_as, host, status):
    type(host.organisation).objects.filter(pk=host.organisation_id).update(status=status)

    assert client_as(host.user).get(address(host)).status_code == 404


@pytest.mark.parametrize(
    "given",
    [
        {"status": EventStatus.DRAFT},
        {"starts_at": timezone.now() - timedelta(days=40)},
    ],
)
def test_a_draft_and_an_event_long_over_have_no_list(client_as, given):
    role = make_editor()
    event = make_event(organiser=role.organisation, **given)

    assert client_as(role.user).get(address(role, event)).status_code == 404


def test_the_page_is_kept_by_no_cache(client_as, host):
    assert "no-store" in client_as(host.user).get(address(host))["Cache-Control"]


def test_the_desk_leads_to_it_for_those_who_may_edit(client_as, host):
    desk = reverse("my_association:desk", args=[host.organisation_id])
    reader = make_editor(organisation=host.organisation, may_edit=False)

    assert address(host) in client_as(host.user).get(desk).content.decode()
    assert address(host) not in client_as(reader.user).get(desk).content.decode()


def test_thirty_guests_take_as_many_queries_as_one(client_as, host, django_assert_max_num_queries):
    client = client_as(host.user)
    type(host.pool).objects.filter(pk=host.pool.pk).update(seats=40)
    for _number in range(30):
        make_party(pool=host.pool, organisation_id=make_organisation().pk)

    with django_assert_max_num_queries(18):
        client.get(address(host))
