from datetime import timedelta

import pytest
from django.utils import timezone

from kme_portal.accounts.models import User
from organisations.models import Affiliation, OrganisationKind, OrganisationStatus, Visibility
from tests.factories.organisations import (
    make_district,
    make_organisation,
    make_representative,
    make_term,
)

pytestmark = pytest.mark.django_db


def listed(**given):
    return make_organisation(is_listed=True, **given)


def confirm(member, umbrella, **given):
    today = timezone.localdate()
    return Affiliation.objects.create(
        member=member,
        umbrella=umbrella,
        confirmed_by_member_on=today,
        confirmed_by_umbrella_on=today,
        **given,
    )


def names(response) -> list[str]:
    return [row.name for row in response.context["object_list"]]


def test_only_active_associations_that_agreed_are_listed(client):
    shown = listed(name="Gezeigt e.V.")
    make_organisation(name="Nicht einverstanden e.V.")
    listed(name="Ruhend e.V.", status=OrganisationStatus.DORMANT)
    listed(name="Zusammengelegt e.V.", merged_into=shown)
    make_organisation(name="Behörde", kind=OrganisationKind.AUTHORITY)

    assert names(client.get("/vereine/")) == ["Gezeigt e.V."]


def test_names_stand_in_german_order(client):
    for name in ("Zeven", "Übach", "Ärzte", "Iserlohn", "İstanbul", "Unna", "ahlen"):
        listed(name=name)

    assert names(client.get("/vereine/")) == [
        "ahlen",
        "Ärzte",
        "Iserlohn",
        "İstanbul",
        "Übach",
        "Unna",
        "Zeven",
    ]


@pytest.mark.parametrize("typed", ["cemevi", "Cem evi", "HACI BEKTAŞ", "haci bektas", "olpe"])
def test_a_search_forgives_spelling(client, typed):
    listed(
        name="Hacı Bektaş Veli Cemevi",
        district=make_district("05966", name="Kreis Olpe"),
    )
    listed(name="Sportverein Unna")

    assert names(client.get("/vereine/", {"q": typed})) == ["Hacı Bektaş Veli Cemevi"]


def test_a_hidden_town_is_not_found(client):
    listed(name="Frauenverein", city="Wuppertal", postcode="42103")

    assert names(client.get("/vereine/", {"q": "Wuppertal"})) == []


@pytest.mark.parametrize(
    "query",
    [
        {"kreis": "05122"},
        {"regierungsbezirk": "Düsseldorf"},
        {"feld": "jugend"},
        {"zielgruppe": "frauen"},
        {"sprache": "tr"},
        {"dach": "dachverband"},
    ],
)
def test_each_filter_narrows_the_list(client, query):
    umbrella = listed(name="Dachverband", slug="dachverband")
    wanted = listed(
        name="Gesucht",
        district=make_district("05122"),
        fields=[make_term("field", slug="jugend")],
        target_groups=[make_term("target_group", slug="frauen")],
        languages=[make_term("language", slug="tr")],
    )
    confirm(wanted, umbrella)

    assert names(client.get("/vereine/", query)) == ["Gesucht"]


def test_broken_filter_values_are_left_out_and_said(client):
    listed(name="Verein")

    response = client.get("/vereine/", {"kreis": "99999", "feld": "<script>", "page": "77"})

    assert response.status_code == 200
    assert names(response) == ["Verein"]
    assert len(response.context["notices"]) == 3


def test_an_unconfirmed_affiliation_is_shown_and_found_nowhere(client):
    umbrella = listed(name="Dachverband", slug="dachverband")
    member = listed(name="Mitglied", slug="mitglied")
    Affiliation.objects.create(
        member=member, umbrella=umbrella, confirmed_by_umbrella_on=timezone.localdate()
    )

    assert list(client.get("/vereine/mitglied/").context["umbrellas"]) == []
    assert list(client.get("/vereine/dachverband/").context["members"]) == []
    assert "dachverband" not in dict(
        client.get("/vereine/").context["filter"].form.fields["dach"].choices
    )


def test_a_member_that_is_not_listed_stays_hidden_at_its_umbrella(client):
    umbrella = listed(slug="dachverband")
    confirm(make_organisation(name="Verborgen"), umbrella)

    response = client.get("/vereine/dachverband/")

    assert "Verborgen" not in response.content.decode()


def test_the_list_takes_the_same_queries_for_one_row_and_for_many(
    client, django_assert_max_num_queries
):
    for number in range(30):
        listed(name=f"Verein {number}", fields=[make_term(slug=f"f{number}")])

    with django_assert_max_num_queries(6):
        client.get("/vereine/")


def test_an_association_that_is_not_listed_has_no_page(client):
    make_organisation(slug="verborgen")

    assert client.get("/vereine/verborgen/").status_code == 404


def test_a_merged_entry_leads_to_the_other(client):
    target = listed(slug="neu-name")
    make_organisation(slug="alt-name", merged_into=target)

    response = client.get("/vereine/alt-name/")

    assert (response.status_code, response.url) == (301, "/vereine/neu-name/")


def test_a_merged_entry_does_not_betray_one_that_is_not_listed(client):
    make_organisation(slug="alt-name", merged_into=make_organisation(slug="verborgen"))

    assert client.get("/vereine/alt-name/").status_code == 404


HIDDEN = {
    "street": "Geheimstraße 1",
    "city": "Geheimstadt",
    "postcode": "42651",
    "email": "geheim@verein.example",
    "phone": "0212 99999",
    "website": "https://geheim.example",
}


@pytest.mark.parametrize("visibility", [Visibility.NETWORK, Visibility.OFFICE])
def test_hidden_contact_data_is_not_in_the_page(client, visibility):
    listed(
        slug="verein",
        **HIDDEN,
        **{f"{n}_visibility": visibility for n in ("address", "email", "phone", "website")},
    )

    page = client.get("/vereine/verein/").content.decode()

    assert [value for value in HIDDEN.values() if value in page] == []


def test_the_network_sees_what_is_shown_to_it_but_nothing_of_the_office(client):
    listed(
        slug="verein",
        **HIDDEN,
        address_visibility=Visibility.NETWORK,
        email_visibility=Visibility.NETWORK,
        phone_visibility=Visibility.OFFICE,
        website_visibility=Visibility.OFFICE,
    )
    user = User.objects.create_user(email="mitglied@verein.example")
    make_representative(user=user)
    client.force_login(user)

    page = client.get("/vereine/verein/").content.decode()

    assert [name for name, value in HIDDEN.items() if value in page] == [
        "street",
        "city",
        "postcode",
        "email",
    ]


def test_somebody_whose_role_ended_is_not_of_the_network(client):
    listed(slug="verein", **HIDDEN, email_visibility=Visibility.NETWORK)
    user = User.objects.create_user(email="mitglied@verein.example")
    make_representative(user=user, to_on=timezone.localdate() - timedelta(days=1))
    client.force_login(user)

    assert HIDDEN["email"] not in client.get("/vereine/verein/").content.decode()


def test_the_size_and_the_relation_to_the_office_are_not_shown(client):
    listed(slug="verein", size_band="under_50", relation="forum")

    page = client.get("/vereine/verein/").content.decode()

    assert "50" not in page.split("<main")[1].split("</main")[0]


def test_markup_in_a_description_stays_text(client):
    listed(slug="verein", description="<script>alert(1)</script>")

    assert "<script>alert" not in client.get("/vereine/verein/").content.decode()


def test_the_map_counts_only_who_is_listed(client):
    listed(district=make_district("05122"))
    make_organisation(district=make_district("05315", name="Köln"))

    response = client.get("/vereine/karte/")

    assert [(row["name"], row["count"]) for row in response.context["with_any"]] == [
        ("Solingen", 1)
    ]
    assert sum(bool(row["path"]) for row in response.context["rows"]) == len(
        response.context["rows"]
    )
