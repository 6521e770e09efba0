from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import Event
from kme_portal.base.registries import search_sources
from organisations.models import District, Visibility
from tests.doors import sign_in
from tests.factories import (
    make_event,
    make_news,
    make_organisation,
    make_representative,
    make_user,
    make_venue,
)
from tests.factories.dialogues import make_topic

pytestmark = pytest.mark.django_db


def hits(client, **asked) -> list[str]:
    """Titles on the page, in order."""
    response = client.get("/suche/", asked)
    assert response.status_code == 200
    return [
        "".join(piece for piece, _is_hit in hit.title)
        for group in response.context["groups"]
        for hit in group.hits
    ]


def read(client, address) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_one_question_is_answered_by_every_kind(client):
    make_organisation(name="Musikverein", is_listed=True)
    make_event(title="Musikfest")
    make_topic(title="Musikschulen")
    make_news(title="Neue Musik")

    assert set(hits(client, q="musik")) == {
        "Musikverein",
        "Musikfest",
        "Musikschulen",
        "Neue Musik",
    }


def test_what_a_visitor_may_not_see_is_not_found(client):
    make_organisation(name="Musikverein", is_listed=False)
    make_event(title="Musik im Entwurf", status="draft")
    make_event(title="Musik im Netzwerk", visibility="network")
    make_topic(title="Musik unter uns", visibility="network")

    assert hits(client, q="musik") == []


def test_an_association_finds_what_is_for_the_network(client):
    user = make_user()
    make_representative(user=user, organisation=make_organisation())
    make_event(title="Musik im Netzwerk", visibility="network")

    assert hits(sign_in(client, user), q="musik") == ["Musik im Netzwerk"]


def test_a_place_that_is_not_public_finds_no_event(client):
    hidden = make_venue(
        name="Haus Ahorn",
        city="Ahornstadt",
        district=District.objects.get(name="Köln"),
        address_visibility=Visibility.OFFICE,
    )
    make_event(title="Treffen", venue=hidden)

    response = client.get("/suche/", {"q": "ahorn"})

    assert response.context["groups"] == []
    assert hits(client, q="Köln", art="veranstaltungen") == []
    assert "Ahornstadt" not in client.get("/suche/", {"q": "treffen"}).content.decode()


def test_a_district_finds_no_event_at_a_place_for_the_office_alone(client):
    hagen = District.objects.get(name="Hagen")
    for title, visibility in (("Musik offen", "public"), ("Musik im Amt", "office")):
        make_event(title=title, venue=make_venue(district=hagen, address_visibility=visibility))

    assert hits(client, q="musik", kreis=hagen.ags) == ["Musik offen"]


def test_fields_shown_to_the_office_alone_are_not_searched(client):
    make_organisation(
        name="Verein", is_listed=True, city="Versteckheim", email="versteckt@verein.example"
    )

    assert hits(client, q="versteckheim") == hits(client, q="versteckt") == []


def test_the_list_of_one_kind_goes_on_over_pages(client):
    for number in range(25):
        make_organisation(name=f"Musikverein {number:02}", is_listed=True)
    make_event(title="Musikfest")

    assert len(hits(client, q="musik")) == 5
    assert len(hits(client, q="musik", art="vereine")) == 20
    assert hits(client, q="musik", art="vereine", page="2")[-1] == "Musikverein 24"


def test_hits_are_narrowed_by_district(client):
    cologne, essen = District.objects.get(name="Köln"), District.objects.get(name="Essen")
    make_organisation(name="Musik in Köln", is_listed=True, district=cologne)
    make_organisation(name="Musik in Essen", is_listed=True, district=essen)
    make_topic(title="Musik")

    assert hits(client, q="musik", kreis=cologne.ags) == ["Musik in Köln"]


def test_hits_are_narrowed_by_date(client):
    soon = timezone.now() + timedelta(days=10)
    make_event(title="Musik bald", starts_at=soon)
    make_event(title="Musik später", starts_at=soon + timedelta(days=40))
    make_organisation(name="Musikverein", is_listed=True)

    until = timezone.localdate(soon + timedelta(days=5)).isoformat()

    assert hits(client, q="musik", bis=until) == ["Musik bald"]


@pytest.mark.parametrize(
    "broken",
    [
        {"art": "unbekannt"},
        {"kreis": "00000"},
        {"von": "gestern"},
        {"von": "2026-02-30"},
        {"page": "minus"},
    ],
)
def test_a_filter_that_makes_no_sense_is_left_out(client, broken):
    make_organisation(name="Musikverein", is_listed=True)

    response = client.get("/suche/", {"q": "musik"} | broken)

    assert [group.count for group in response.context["groups"]] == [1]
    assert ("page" in broken) != bool(response.context["notices"])


def test_an_end_before_the_beginning_is_left_out(client):
    event = make_event(title="Musik")
    day = timezone.localdate(event.starts_at)

    asked = {"q": "musik", "von": day.isoformat(), "bis": (day - timedelta(days=2)).isoformat()}

    assert hits(client, **asked) == ["Musik"]


def test_the_words_are_marked_where_they_stand_and_markup_is_shown_as_typed(client):
    make_organisation(
        name="Verein <b>", is_listed=True, description="Wir fördern <script>Ärzt*innen</script>."
    )

    page = client.get("/suche/", {"q": "Ärztinnen"}).content.decode()

    assert "&lt;script&gt;<mark>Ärzt</mark>*innen" in page
    assert "<script>" not in page.split("<main")[1]


def test_an_excerpt_shows_the_place_of_the_hit(client):
    make_organisation(
        name="Verein", is_listed=True, description="Wort " * 300 + "Nadel" + " x" * 300
    )

    (group,) = client.get("/suche/", {"q": "nadel"}).context["groups"]

    assert ("Nadel", True) in group.hits[0].excerpt
    assert sum(len(piece) for piece, _is_hit in group.hits[0].excerpt) < 260


def test_an_excerpt_is_in_one_language_and_says_which(client):
    event = make_event(
        title="Musikfest",
        summary_de="Musik für alle.",
        description_de="Kommen Sie bitte pünktlich.",
        description_ar="تعالوا إلى حفل Musik.",
    )

    page = read(client, "/ar/suche/?q=musik")

    assert '<bdi lang="de"> <mark>Musikfest</mark> </bdi>' in page
    assert "تعالوا إلى حفل <mark>Musik</mark>." in page
    assert "für alle" not in page

    Event.objects.filter(pk=event.pk).update(description_ar="", title_ar="مهرجان Musik")
    page = read(client, "/ar/suche/?q=musik")

    assert "<bdi> مهرجان <mark>Musik</mark> </bdi>" in page
    assert 'dir="auto" lang="de"' in page
    assert "<mark>Musik</mark> für alle. Kommen Sie bitte pünktlich." in page


def test_an_excerpt_of_an_association_is_in_the_language_it_wrote(client):
    make_organisation(
        name="Verein", description="Müzik yapıyoruz.", description_language="tr", is_listed=True
    )

    assert 'dir="auto" lang="tr"' in read(client, "/suche/?q=müzik")


def test_a_slip_is_forgiven_and_said(client):
    make_organisation(name="Kulturverein Duisburg", is_listed=True)

    response = client.get("/suche/", {"q": "Dusiburg"})

    assert response.context["is_alike"]
    assert "Dusiburg" in response.content.decode()
    assert hits(client, q="Dusiburg") == ["Kulturverein Duisburg"]


@pytest.mark.parametrize("typed", ["", " ", "%%%", "\x00", "a" * 5000, "' OR 1=1 --", "((", "\\"])
def test_anything_may_be_typed(client, typed):
    assert client.get("/suche/", {"q": typed}).status_code == 200


def test_a_visitor_gets_no_cookie_and_search_engines_are_kept_out(client):
    response = client.get("/suche/", {"q": "verein"})

    assert not response.cookies
    assert 'content="noindex, follow"' in response.content.decode()


def test_as_many_questions_to_the_database_for_one_hit_as_for_many(
    client, django_assert_max_num_queries
):
    for number in range(30):
        make_organisation(name=f"Musikverein {number}", is_listed=True)
        make_event(title=f"Musik {number}")

    with django_assert_max_num_queries(3 + 2 * len(list(search_sources))):
        client.get("/suche/", {"q": "musik"})
