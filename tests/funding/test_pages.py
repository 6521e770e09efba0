from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from funding.models import ProjectPartner, ProjectStatus
from funding.services import record_status
from tests.factories.funding import make_call, make_pillar, make_project
from tests.factories.organisations import make_organisation

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return response.content.decode()


def test_a_call_that_is_not_published_has_no_page(client):
    assert client.get(make_call(is_published=False).get_absolute_url()).status_code == 404


def test_a_refused_application_has_no_page(client):
    project = make_project(status=ProjectStatus.REFUSED)

    assert client.get(project.get_absolute_url()).status_code == 404


def test_an_earlier_refusal_shows_on_no_page(client):
    project = make_project(status=ProjectStatus.GRANTED)
    record_status(
        project=project,
        status=ProjectStatus.REFUSED,
        valid_on=date(2025, 1, 1),
        source="Interner Vermerk",
    )

    assert "Interner Vermerk" not in text_of(client.get(project.get_absolute_url()))


def test_a_project_names_only_organisations_that_agreed(client):
    carrier = make_organisation(name="Stiller Träger", is_listed=False)
    project = make_project(carrier=carrier)
    for name, is_listed in (("Offener Partner", True), ("Stiller Partner", False)):
        ProjectPartner.objects.create(
            project=project, organisation=make_organisation(name=name, is_listed=is_listed)
        )

    page = text_of(client.get(project.get_absolute_url()))

    assert "Offener Partner" in page
    assert "Stiller Partner" not in page
    assert "Stiller Träger" not in page


def test_money_is_never_named_without_saying_who_decides(client):
    call = make_pillar(cap=Decimal(15000)).call

    page = text_of(client.get("/en" + call.get_absolute_url()))

    assert "15,000\N{NO-BREAK SPACE}euro" in page
    assert "This portal only mirrors" in page


def test_amounts_are_written_as_germans_write_them(client):
    project = make_project(status=None)
    record_status(
        project=project,
        status=ProjectStatus.GRANTED,
        amount=Decimal("12345.5"),
        valid_on=date(2026, 1, 1),
        source="Bescheid",
    )

    assert "12.345,50" in text_of(client.get(project.get_absolute_url()))


def test_broken_filters_are_left_out_with_a_notice(client):
    make_project(title="Brücken")

    response = client.get(f"{reverse('funding:list')}?programm=xx&kreis=99999&page=77")

    assert response.status_code == 200
    assert "Brücken" in text_of(response)
    assert "kern-alert" in text_of(response)


def test_the_list_asks_as_often_for_twelve_projects_as_for_one(
    client, django_assert_max_num_queries
):
    for _number in range(12):
        make_project(pillar=make_pillar())

    with django_assert_max_num_queries(7):
        client.get(reverse("funding:list"))
