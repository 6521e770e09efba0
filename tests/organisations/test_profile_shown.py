"""What a profile shows to whom: listing, preview, logo and history."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.models import Consent
from organisations.models import (
    ChangeStatus,
    SensitiveField,
    Visibility,
)
from tests.factories import make_organisation, make_user
from tests.factories.files import make_picture, picture_bytes
from tests.factories.my_association import make_change, make_editor
from tests.organisations.profile_steps import opened, part, save

pytestmark = pytest.mark.django_db


def test_listing_is_a_choice_that_is_noted_as_consent_and_its_end(role, client_as):
    client = client_as(role.user)
    url = part(role.organisation, "sichtbarkeit")

    save(client, url, is_listed="on")
    role.organisation.refresh_from_db()
    assert role.organisation.is_listed
    consent = Consent.objects.get(purpose="listing")
    assert consent.withdrawn_at is None

    client.post(url, {"seen": opened(client, url)["seen"]})
    role.organisation.refresh_from_db()
    consent.refresh_from_db()
    assert not role.organisation.is_listed
    assert consent.withdrawn_at is not None


def test_what_is_not_an_association_cannot_be_listed(client_as):
    role = make_editor(organisation=make_organisation(kind="authority"))

    response = save(client_as(role.user), part(role.organisation, "sichtbarkeit"), is_listed="on")

    assert response.status_code == 200
    role.organisation.refresh_from_db()
    assert not role.organisation.is_listed


def test_the_preview_shows_each_reader_what_they_would_get(client_as):
    organisation = make_organisation(
        phone="0212 111",
        phone_visibility=Visibility.NETWORK,
        email="geheim@verein.example",
        email_visibility=Visibility.OFFICE,
        website="https://verein.example/",
    )
    client = client_as(make_editor(organisation=organisation).user)
    url = reverse("my_association:preview", args=[organisation.pk])

    public = client.get(url).content.decode()
    network = client.get(f"{url}?sicht=netzwerk").content.decode()

    assert "https://verein.example/" in public
    assert "0212 111" not in public
    assert "0212 111" in network
    assert "geheim@" not in public + network


def test_a_logo_is_taken_with_its_description_and_removed_again(role, client_as):
    client = client_as(role.user)
    url = reverse("my_association:logo", args=[role.organisation_id])
    file = SimpleUploadedFile("logo.png", picture_bytes(size=(2000, 1000)))

    client.post(url, {"logo": file, "alt": "Ein grüner Baum"})

    role.organisation.refresh_from_db()
    logo = role.organisation.logo_image
    assert (logo.width, logo.height, logo.alt) == (800, 400, "Ein grüner Baum")

    client.post(url, {"alt": "Eine Linde"})
    logo.refresh_from_db()
    assert logo.alt == "Eine Linde"

    client.post(url, {"remove": "on", "alt": ""})
    role.organisation.refresh_from_db()
    assert role.organisation.logo_image is None


@pytest.mark.parametrize(
    "content", [b"<svg onload=alert(1)>", b"GIF89a<script>alert(1)</script>", b""]
)
def test_a_hostile_logo_is_refused_beside_the_field(content, role, client_as):
    response = client_as(role.user).post(
        reverse("my_association:logo", args=[role.organisation_id]),
        {"logo": SimpleUploadedFile("logo.png", content), "alt": "Bild"},
    )

    assert response.status_code == 200
    assert response.context["form"].errors.keys() == {"logo"}
    role.organisation.refresh_from_db()
    assert role.organisation.logo_image is None


@pytest.mark.parametrize("wishes", [0, 3])
def test_the_profile_takes_at_most_eight_queries(wishes, client_as, django_assert_max_num_queries):
    role = make_editor(organisation=make_organisation(logo_image=make_picture()))
    for number in range(wishes):
        make_change(
            organisation=role.organisation,
            field=SensitiveField.values[number],
            new_value=[] if number == 2 else "x",
            status=ChangeStatus.WAITING if number < 2 else ChangeStatus.WITHDRAWN,
        )
    client = client_as(role.user)

    with django_assert_max_num_queries(8):
        client.get(reverse("my_association:profile", args=[role.organisation_id]))


def test_the_history_tells_what_changed_and_names_nobody(client_as):
    role = make_editor(name="Frau Beispiel", organisation=make_organisation())
    client = client_as(role.user)
    save(client, part(role.organisation, "kontakt"), city="Solingen")
    make_change(
        organisation=role.organisation,
        status=ChangeStatus.REFUSED,
        reason="Bitte mit Nachweis",
        decided_by=make_user(name="Herr Koordinator"),
        decided_at=timezone.now() - timedelta(days=1),
    )

    page = client.get(
        reverse("my_association:history", args=[role.organisation_id])
    ).content.decode()

    assert "Geändert: Ort" in page
    assert "Bitte mit Nachweis" in page
    assert "Beispiel" not in page
    assert "Koordinator<" not in page


def test_the_office_takes_a_logo_on_the_telephone_and_must_describe_it(client_as):
    organisation = make_organisation()
    client = client_as("Koordination")
    url = reverse("admin:organisations_organisation_change", args=[organisation.pk])
    data = typed_in_the_office(client, url)

    def picture():
        return SimpleUploadedFile("logo.png", picture_bytes())

    refused = client.post(url, data | {"logo": picture()})
    assert "logo_alt" in refused.context["adminform"].form.errors

    client.post(url, data | {"logo": picture(), "logo_alt": "Ein Baum"})
    organisation.refresh_from_db()
    assert organisation.logo_image.alt == "Ein Baum"

    client.post(url, data | {"logo_alt": "Ein Baum", "without_logo": "on"})
    organisation.refresh_from_db()
    assert organisation.logo_image is None


def typed_in_the_office(client, url) -> dict:
    """What the admin's form would send if nothing were touched."""
    context = client.get(url).context
    forms = [context["adminform"].form, *(s.formset for s in context["inline_admin_formsets"])]
    data = {}
    for form in forms:
        for bound in getattr(form, "management_form", form):
            if bound.value() is not None and bound.value() is not False:
                data[bound.html_name] = bound.value()
    return data
