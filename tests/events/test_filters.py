from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import Mode
from organisations.models import District, Term, TermKind
from tests.factories import make_event, make_venue

pytestmark = pytest.mark.django_db

LIST = "/veranstaltungen/"


def make_named(kind, slug) -> Term:
    return Term.objects.get_or_create(kind=kind, slug=slug, defaults={"name": slug.title()})[0]


def titles(client, **given) -> list[str]:
    response = client.get(LIST, given)
    assert response.status_code == 200
    return [card.event.title for card in response.context["cards"]]


def test_each_filter_leaves_what_it_names(client):
    ags = "05112"
    district = District.objects.get_or_create(
        ags=ags, defaults={"name": "Duisburg", "government_region": "Düsseldorf"}
    )[0]
    wanted = make_event(
        title="Gesucht",
        starts_at=timezone.now() + timedelta(days=40),
        mode=Mode.HYBRID,
        kind=make_named(TermKind.EVENT_KIND, "kongress"),
        venue=make_venue(city="Duisburg", district=district),
    )
    wanted.fields.add(make_named(TermKind.FIELD, "sport"))
    wanted.interpretation.add(make_named(TermKind.LANGUAGE, "kurdisch"))
    make_event(title="Anderes", starts_at=timezone.now() + timedelta(days=200))

    for given in (
        {"zeitraum": "quartal"},
        {"art": "kongress"},
        {"format": "hybrid"},
        {"kreis": ags},
        {"feld": "sport"},
        {"sprache": "kurdisch"},
        {"q": "gesucht"},
        {"q": "duisburg"},
    ):
        assert titles(client, **given) == ["Gesucht"], given


def test_a_district_finds_the_rough_place_and_nothing_that_only_the_office_may_know(client):
    hagen = District.objects.get(name="Hagen")
    for title, visibility in (("Offen", "public"), ("Netzwerk", "network"), ("Amt", "office")):
        venue = make_venue(name=title, district=hagen, address_visibility=visibility)
        make_event(title=title, venue=venue)

    assert sorted(titles(client, kreis=hagen.pk)) == ["Netzwerk", "Offen"]


@pytest.mark.parametrize("typed", ["Isik", "ışık", "IŞIK", "isık"])
def test_search_forgives_letters(client, typed):
    make_event(title="Işık für alle")
    make_event(title="Anderes")

    assert titles(client, q=typed) == ["Işık für alle"]


def test_search_forgives_a_slip_of_the_finger(client):
    make_event(title="Konferenz der Jugend")
    make_event(title="Anderes")

    assert titles(client, q="Konferens") == ["Konferenz der Jugend"]


def test_search_does_not_find_a_hidden_street(client):
    make_event(venue=make_venue(street="Geheimweg 7", address_visibility="office"))

    assert titles(client, q="Geheimweg") == []


@pytest.mark.parametrize(
    "given",
    [
        {"zeitraum": "gestern"},
        {"art": "' OR 1=1"},
        {"format": "\x00"},
        {"kreis": "99999"},
        {"feld": "../../etc"},
        {"sprache": "<script>"},
        {"q": "x" * 5000},
        {"page": "zwei"},
        {"page": "999999999999999999999"},
        {"unbekannt": "1"},
    ],
)
def test_what_is_not_understood_is_ignored(client, given):
    make_event(title="Fachtag")

    assert titles(client, **given) == ["Fachtag"]


def test_an_ignored_filter_is_named(client):
    make_event()

    page = client.get(LIST, {"kreis": "99999"}).content.decode()

    assert "kern-alert" in page


def test_no_hit_offers_the_next_thing(client):
    make_event(title="Fachtag")

    page = client.get(LIST, {"q": "gibtesnicht"}).content.decode()

    assert "empty-state" in page
