import pytest
from django.urls import reverse

from kme_portal.base.registries import waiting_tasks
from kme_portal.pages import first_texts
from kme_portal.pages.models import Page, PageSlug

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", PageSlug.values)
def test_every_text_is_there_after_migrating(client, slug):
    response = client.get(reverse(f"pages:{slug}"))

    assert response.status_code == 200
    assert "[[" not in response.content.decode()
    assert "{mailbox}" not in response.content.decode()


def test_a_line_with_a_gap_is_kept_from_readers_and_told_to_the_office(client, admin_user):
    Page.objects.filter(slug="impressum").update(
        body_de="Telefon: [[Telefonnummer der Koordinierungsstelle]]\n\nE-Mail: {mailbox}"
    )
    page = Page.objects.get(slug="impressum")

    text = client.get("/impressum/").content.decode()

    assert "Telefon" not in text
    assert "E-Mail: " in text
    assert page.gaps() == ["Telefonnummer der Koordinierungsstelle"]
    assert page in waiting_tasks["pages.gaps"].rows(admin_user)


def test_a_page_without_translation_is_shown_in_german_and_says_so(client):
    Page.objects.filter(slug="kontakt").update(
        title_en="", body_en="", title_de="Kontakt", body_de="Schreiben Sie uns."
    )

    text = client.get("/en/kontakt/").content.decode()

    assert "Schreiben Sie uns." in text
    assert '<article class="prose" lang="de" dir="ltr">' in text


def test_the_seed_never_overwrites_a_text_of_the_office():
    Page.objects.filter(slug="impressum").update(body_de="Neu")
    Page.objects.filter(slug="netiquette").delete()

    first_texts.seed()

    assert Page.objects.get(slug="impressum").body_de == "Neu"
    assert Page.objects.filter(slug="netiquette").exists()


def test_markup_typed_into_a_text_does_nothing(client):
    Page.objects.filter(slug="netiquette").update(
        body_de="<script>alert(1)</script>[x](javascript:alert(1)) <img src=x onerror=alert(1)>"
    )

    text = client.get("/netiquette/").content.decode()

    assert "alert(1)" not in text.replace("&lt;", "<") or "<script>alert" not in text
    assert "javascript:" not in text
    assert "onerror" not in text


def test_the_link_of_a_language_leads_to_the_same_page(client):
    text = client.get("/tr/impressum/").content.decode()

    assert f'href="{reverse("pages:impressum")}"' in text
    assert 'href="/ar/impressum/"' in text
