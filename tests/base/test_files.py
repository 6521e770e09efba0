"""The door to uploaded files."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from kme_portal.base import retention
from kme_portal.base.models import StoredFile
from organisations.models import OrganisationStatus
from tests.factories import make_organisation, make_representative, make_user
from tests.factories.files import make_picture

pytestmark = pytest.mark.django_db


def address(row) -> str:
    return reverse("stored_file", args=[row.public_id])


def logo_of(**given) -> StoredFile:
    return make_organisation(logo_image=make_picture(), **given).logo_image


def test_the_logo_of_a_listed_association_is_shown_to_everyone_and_cannot_become_a_page(client):
    logo = logo_of(is_listed=True)

    response = client.get(address(logo))

    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "public, max-age=600"
    assert "Content-Disposition" not in response
    assert response.content[8:12] == b"WEBP"
    assert not response.cookies


def test_a_picture_that_is_known_is_not_sent_again(client):
    logo = logo_of(is_listed=True)
    etag = client.get(address(logo))["ETag"]

    response = client.get(address(logo), headers={"if-none-match": etag})

    assert response.status_code == 304
    assert response["Cache-Control"] == "public, max-age=600"


@pytest.mark.parametrize(
    "given", [{"is_listed": False}, {"is_listed": True, "status": OrganisationStatus.ARCHIVED}]
)
def test_a_logo_that_is_not_public_is_for_those_who_act_for_the_association(given, client_as):
    logo = logo_of(**given)
    member, other = make_user(), make_representative(user=make_user()).user
    make_representative(organisation=logo_owner(logo), user=member)

    assert client_as(None).get(address(logo)).status_code == 404
    assert client_as(other).get(address(logo)).status_code == 404
    assert client_as("Redaktion").get(address(logo)).status_code == 404
    response = client_as(member).get(address(logo))
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-cache"
    assert client_as("Koordination").get(address(logo)).status_code == 200


def logo_owner(logo):
    from organisations.models import Organisation

    return Organisation.objects.get(logo_image=logo)


def test_a_file_that_nothing_uses_is_shown_to_nobody(client_as):
    picture = make_picture()

    assert client_as("Koordination").get(address(picture)).status_code == 404


def test_a_file_is_only_read(client):
    assert client.post(address(logo_of(is_listed=True))).status_code == 405


def test_a_file_that_is_gone_from_the_storage_is_not_found(client):
    logo = logo_of(is_listed=True)
    logo.file.storage.delete(logo.file.name)

    assert client.get(address(logo)).status_code == 404


def test_the_name_in_the_storage_is_random(client):
    first, second = make_picture(), make_picture()

    assert first.file.name != second.file.name
    assert first.public_id in first.file.name


def test_what_nothing_uses_goes_after_a_day_and_what_is_used_stays():
    used, unused = logo_of(), make_picture()
    later = timezone.now() + timedelta(days=2)
    with time_machine.travel(later):
        fresh = make_picture()

    assert retention.report(now=later)["base.unused_files"] == 1
    assert retention.erase_due(now=later)["base.unused_files"] == 1
    assert retention.erase_due(now=later)["base.unused_files"] == 0
    assert set(StoredFile.objects.all()) == {used, fresh}
    assert not unused.file.storage.exists(unused.file.name)
    assert used.file.storage.exists(used.file.name)
