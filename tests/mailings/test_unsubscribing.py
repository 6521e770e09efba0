import pytest
from django.test import Client
from django.urls import reverse

from kme_portal.mailings import services
from kme_portal.mailings.addresses import digest
from kme_portal.mailings.links import make_token
from kme_portal.mailings.models import Suppression
from kme_portal.mailings.rendering import UNSUBSCRIBE, unsubscribe_url

pytestmark = pytest.mark.django_db

ADDRESS = "verein@verein.example"


def link(language="de"):
    return unsubscribe_url(ADDRESS, language).removeprefix("http://localhost:8000")


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_at_the_link_changes_nothing(client, method):
    assert getattr(client, method)(link()).status_code == 200
    assert not Suppression.objects.exists()


def test_the_button_unsubscribes_and_the_page_says_so(client):
    response = client.post(link(), follow=True)

    assert response.status_code == 200
    assert services.is_suppressed(ADDRESS)
    assert reverse("mailings:subscribe_again", args=[link().split("/")[2]]) in str(response.content)


def test_a_mail_program_unsubscribes_with_one_post_without_a_cookie():
    program = Client(enforce_csrf_checks=True)

    response = program.post(link(), {"List-Unsubscribe": "One-Click"})

    assert response.status_code == 200
    assert services.is_suppressed(ADDRESS)


def test_unsubscribing_twice_is_no_error(client):
    client.post(link())
    assert client.post(link()).status_code == 302
    assert Suppression.objects.count() == 1


def test_it_can_be_taken_back(client):
    client.post(link())

    client.post(f"{link()}doch/")

    assert not services.is_suppressed(ADDRESS)


def test_taking_it_back_needs_the_form_of_the_page():
    client = Client(enforce_csrf_checks=True)
    client.post(link())

    assert client.post(f"{link()}doch/").status_code == 403
    assert client.get(f"{link()}doch/").status_code == 405
    assert services.is_suppressed(ADDRESS)


def test_no_other_link_unsubscribes(client):
    forged = make_token("invitation", digest(ADDRESS))

    for method in (client.get, client.post):
        assert method(f"/abbestellen/{forged}/").status_code == 404
        assert method("/abbestellen/nonsense/").status_code == 404
    assert not Suppression.objects.exists()


def test_the_link_names_no_address_and_the_page_is_kept_private(client):
    assert "verein" not in link()
    assert make_token(UNSUBSCRIBE, digest(ADDRESS)) in link()

    response = client.get(link("ar"))

    assert response.headers["Cache-Control"] == "no-store, private"
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert ADDRESS not in response.content.decode()
    assert 'lang="ar"' in response.content.decode()
