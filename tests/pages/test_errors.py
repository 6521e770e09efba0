import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils.translation import override


@pytest.mark.django_db
def test_a_missing_page_says_so_and_shows_the_way(client):
    response = client.get("/gibt-es-nicht/")

    assert response.status_code == 404
    assert "Diese Seite gibt es nicht" in response.content.decode()
    assert 'href="/"' in response.content.decode()


@pytest.mark.django_db
def test_a_missing_page_answers_in_the_language_of_its_address(client):
    text = client.get("/ar/gibt-es-nicht/").content.decode()

    assert '<html lang="ar" dir="rtl">' in text


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_in_plain_words():
    client = Client(enforce_csrf_checks=True)

    response = client.post(reverse("account_login"), {"login": "x", "password": "y"})

    assert response.status_code == 403
    text = response.content.decode()
    assert "aus Sicherheitsgründen nicht angenommen" in text
    assert "CSRF" not in text


@pytest.mark.parametrize("language", ["de", "en", "tr", "ar"])
@pytest.mark.parametrize("template", ["400.html", "500.html", "503.html"])
def test_an_error_is_told_without_the_database(template, language):
    # No django_db mark: a query would fail the test.
    with override(language):
        text = render_to_string(template)

    assert f'lang="{language}"' in text
    assert "<h1>" in text
