import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def test_an_empty_portal_says_what_it_is_and_where_to_go(client):
    response = client.get("/")

    assert response.status_code == 200
    assert not response.context["cards"]
    assert not response.context["figures"]
    assert b"/veranstaltungen/archiv/" in response.content


def test_the_home_page_tells_nobody_who_is_reading(client, django_user_model):
    anonymous = client.get("/").content
    client.force_login(django_user_model.objects.create_user(email="person@verein.example"))

    assert client.get("/").content == anonymous
    assert b"csrf" not in anonymous
    assert b"person@verein.example" not in anonymous


def test_anonymous_visitors_get_no_cookie(client):
    client.get("/")

    assert not client.cookies


def test_the_home_page_needs_few_queries_whatever_it_shows(client, django_assert_max_num_queries):
    call_command("demo", verbosity=0)

    with django_assert_max_num_queries(10):
        response = client.get("/")

    assert response.context["cards"]
    assert all(figure.number for figure in response.context["figures"])
