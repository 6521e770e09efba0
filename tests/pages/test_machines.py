import re
from datetime import datetime, timedelta

import pytest
from django.test import override_settings
from django.utils import timezone

pytestmark = pytest.mark.django_db


def test_the_sitemap_names_every_page_in_four_languages(client):
    response = client.get("/sitemap.xml")

    assert response.status_code == 200
    text = response.content.decode()
    for path in ("/impressum/", "/en/impressum/", "/tr/impressum/", "/ar/impressum/"):
        assert f"<loc>http://localhost:8000{path}</loc>" in text


@override_settings(DEMO=False)
def test_search_engines_are_kept_from_what_asks_for_a_link(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert "Disallow: /einladung/" in lines
    assert "Disallow: /ar/anmeldung/" in lines
    assert "Sitemap: http://localhost:8000/sitemap.xml" in lines


@override_settings(DEMO=True)
def test_a_demonstration_is_closed_to_search_engines(client):
    assert "Disallow: /" in client.get("/robots.txt").content.decode().splitlines()
    assert b'content="noindex, nofollow"' in client.get("/").content


def test_security_txt_names_a_mailbox_and_has_not_expired(client):
    text = client.get("/.well-known/security.txt").content.decode()

    assert "Contact: mailto:" in text
    expires = datetime.fromisoformat(re.search(r"^Expires: (\S+)$", text, re.MULTILINE)[1])
    # RFC 9116 asks for less than a year.
    assert timedelta(days=90) < expires - timezone.now() < timedelta(days=365)
