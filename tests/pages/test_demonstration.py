"""The demonstration holds public facts and roles, loads once, and shows itself as what it is."""

import re

import pytest
from django.core.management import call_command
from django.utils import timezone

from events.models import Event, EventStatus, Guest, Party
from funding.models import Project
from kme_portal.pages.demonstration import loading
from kme_portal.pages.demonstration.lately import LATELY
from kme_portal.pages.models import NewsItem
from organisations.models import Organisation, Representative

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    loading.load(now=timezone.now())


def test_every_organisation_and_past_event_names_its_source(loaded):
    assert not Organisation.objects.filter(source="").exists()
    assert not Event.objects.filter(status=EventStatus.CLOSED, source="").exists()
    invented_project = "beispiel-saz-und-semah"
    assert [one.slug for one in Project.objects.filter(source="")] == [invented_project]
    invented_news = NewsItem.objects.filter(source="").values_list("slug", flat=True)
    assert set(invented_news) == {fact.slug for fact in LATELY}
    assert NewsItem.objects.exclude(source="").exists()


def test_nobody_bears_a_name(loaded):
    assert set(Representative.objects.values_list("name", flat=True)) == {""}
    role_or_number = re.compile(r"Gast \d+-\d+|Vorsitz|Projektleitung")
    names = Guest.objects.values_list("name", flat=True)
    assert [name for name in names if not role_or_number.fullmatch(name)] == []


def test_every_mailbox_lies_at_an_example_domain(loaded):
    addresses = [
        *Representative.objects.values_list("email", flat=True),
        *Organisation.objects.values_list("email", flat=True),
        *Party.objects.values_list("email", flat=True),
    ]

    assert [one for one in addresses if one and not one.endswith(".example")] == []


def test_all_of_it_is_marked(loaded):
    for model in (Organisation, Representative, Event, Project, NewsItem):
        assert not model.objects.filter(is_demo=False).exists(), model


def test_no_event_to_come_lies_on_a_sunday(loaded):
    coming = Event.objects.filter(status=EventStatus.PUBLISHED)

    assert coming.count() >= 5
    assert not coming.filter(starts_at__week_day=1).exists()


def test_it_is_loaded_once():
    call_command("demo", verbosity=0)
    before = Organisation.objects.count()

    call_command("demo", verbosity=0)

    assert Organisation.objects.count() == before


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/veranstaltungen/",
        "/veranstaltungen/archiv/",
        "/dialoge/",
        "/dialoge/themen/antimuslimischer-rassismus/",
        "/dialoge/foren/expertenrat/",
        "/foerderung/",
        "/foerderung/aufrufe/zemac-2022/",
        "/foerderung/projekte/pem/",
        "/vereine/",
        "/ar/veranstaltungen/ehrenamt/",
    ],
)
def test_its_pages_bear_the_banner_and_stay_out_of_search_engines(
    client, loaded, settings, address
):
    settings.DEMO = True

    response = client.get(address)

    assert response.status_code == 200
    assert "noindex" in response.content.decode()
    assert "demo-banner" in response.content.decode()
