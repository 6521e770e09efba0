import pytest
from django.contrib.admin.sites import all_sites
from django.urls import reverse

from kme_portal.pages.models import Page
from tests.factories import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client_as):
    return client_as("Koordination")


@pytest.fixture
def imprint():
    return Page.objects.get(slug="impressum")


def form_of(page, **given):
    texts = {
        f"{field}_{language}": getattr(page, f"{field}_{language}") or ""
        for field in ("title", "body")
        for language in ("de", "en", "tr", "ar")
    }
    return texts | {"reviewed_on": ""} | given


def test_opening_a_form_leaves_nothing_that_the_checks_of_an_update_refuse(rf):
    request = rf.get("/")
    request.user = make_staff()
    forms = [one for site in all_sites for one in site._registry.values()]

    for form in forms:
        form.get_fieldsets(request)

    assert len(forms) > 30
    assert [error for form in forms for error in form.check()] == []


def test_the_office_sees_what_it_still_has_to_fill_in(office, imprint):
    text = office.get(reverse("admin:pages_page_change", args=[imprint.pk])).content.decode()

    assert "Durchwahl der Koordinierungsstelle" in text


def test_a_text_is_changed_and_its_translations_are_marked_as_older(office, imprint):
    address = reverse("admin:pages_page_change", args=[imprint.pk])

    response = office.post(address, form_of(imprint, body_de="Neu."))

    assert response.status_code == 302
    imprint = Page.objects.get(pk=imprint.pk)
    assert imprint.body_de == "Neu."
    assert imprint.outdated_languages() == ["en", "tr", "ar"]


def test_saving_without_a_change_leaves_every_translation_as_it_was(office, imprint):
    sent = {name: text.replace("\n", "\r\n") for name, text in form_of(imprint).items()}

    office.post(reverse("admin:pages_page_change", args=[imprint.pk]), sent)

    saved = Page.objects.get(pk=imprint.pk)
    assert saved.outdated_languages() == []
    assert saved.body_de == imprint.body_de


def test_a_preview_saves_nothing(office, imprint):
    address = reverse("admin:pages_page_preview", args=[imprint.pk])

    response = office.post(address, form_of(imprint, body_de="Nur ein **Versuch**."))

    assert "Nur ein <strong>Versuch</strong>." in response.content.decode()
    imprint.refresh_from_db()
    assert "Versuch" not in imprint.body_de
    assert office.get(address).status_code == 405


@pytest.mark.parametrize("group", ["Förderung", "Leitung", "Datenschutz"])
def test_who_may_not_change_pages_gets_no_preview(client_as, imprint, group):
    address = reverse("admin:pages_page_preview", args=[imprint.pk])

    assert client_as(group).post(address, form_of(imprint)).status_code == 403


def test_pages_are_neither_added_nor_deleted(office, imprint):
    assert office.get(reverse("admin:pages_page_add")).status_code == 403
    delete = reverse("admin:pages_page_delete", args=[imprint.pk])
    assert office.post(delete, {"post": "yes"}).status_code == 403
    assert Page.objects.filter(pk=imprint.pk).exists()
