"""What is typed into a registration: districts, slips, previews and likely doubles."""

import pytest
from django.urls import reverse

from organisations.models import (
    Postcode,
    Registration,
)
from organisations.services import registering
from tests.factories import (
    make_district,
    make_organisation,
)
from tests.factories.joining import make_draft, make_registration
from tests.organisations.registering_steps import START, first_step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]


def test_the_postcode_finds_the_district(client):
    client.post(START, first_step())

    assert Registration.objects.get().answers["district"] == "05122"


def test_a_postcode_in_two_districts_asks_which(client):
    for ags in ("05122", "05158"):
        Postcode.objects.get_or_create(code="42699", district_id=ags)

    page = client.post(START, first_step(postcode="42699"))

    assert page.status_code == 422
    assert "Mettmann" in page.text
    assert not Registration.objects.exists()


@pytest.mark.parametrize(
    "given",
    [
        {"association": ""},
        {"email": "keine"},
        {"postcode": "", "district": ""},
        {"postcode": "99999"},
        {"postcode": "4265"},
        {"district": "00000", "postcode": ""},
        {"association": "x" * 201},
    ],
)
def test_what_is_missing_or_wrong_is_said_and_what_was_typed_stays(client, given):
    page = client.post(START, first_step(**given))

    assert page.status_code == 422
    assert "frauen@neu.example" in page.text or "keine" in page.text
    assert not Registration.objects.exists()


def test_what_they_do_is_compulsory(client):
    work = client.post(START, first_step()).url

    assert client.post(work, {"fields_of_work": [], "description": ""}).status_code == 422


def test_without_agreement_nothing_is_sent(client):
    draft = make_draft()
    path = reverse("organisations:registration_shown", args=[registering.work_token(draft)])

    refused = client.post(path, {"is_listed": "no", "email_visibility": "office"})
    listed = client.post(
        path, {"is_listed": "yes", "email_visibility": "public", "consent_registration": "on"}
    )

    assert (refused.status_code, listed.status_code) == (422, 422)
    draft.refresh_from_db()
    assert draft.sent_at is None


def test_the_preview_shows_what_would_be_public_and_needs_no_agreement(client):
    draft = make_draft(phone="0212 4711")
    path = reverse("organisations:registration_shown", args=[registering.work_token(draft)])
    assert "0212 4711" not in client.get(path).text

    client.post(
        path,
        {
            "is_listed": "yes",
            "email_visibility": "office",
            "phone_visibility": "public",
            "preview": "",
        },
    )
    page = client.get(path).text

    assert "0212 4711" in page
    assert draft.email not in page


def test_a_listed_registration_is_not_public_before_the_office_approved(client):
    row = make_registration(is_listed=True, email_visibility="public")

    assert row.organisation.is_listed
    assert client.get(row.organisation.get_absolute_url()).status_code == 404
    assert row.organisation.name not in client.get("/vereine/").text


def test_likely_duplicates_tell_public_facts_of_listed_ones_alone(client):
    district = make_district("05122")
    make_organisation(
        name="Frauenverein Solingen e.V.",
        is_listed=True,
        district=district,
        email="geheim@verein.example",
    )
    make_organisation(name="Frauenverein Solingen Nord", district=district)

    page = client.post(START, first_step())

    assert page.status_code == 200
    assert "Frauenverein Solingen e.V." in page.text
    assert "/uebernehmen/" in page.text
    assert "geheim@" not in page.text
    assert "Solingen Nord" not in page.text
    assert not Registration.objects.exists()


def test_none_of_them_goes_on(client):
    make_organisation(
        name="Frauenverein Solingen e.V.", is_listed=True, district=make_district("05122")
    )

    answer = client.post(START, first_step(new="1"))

    assert answer.status_code == 302
    assert Registration.objects.count() == 1


def test_a_match_that_is_not_listed_shows_nothing(client):
    make_organisation(name="Frauenverein Solingen e.V.", district=make_district("05122"))

    assert client.post(START, first_step()).status_code == 302
