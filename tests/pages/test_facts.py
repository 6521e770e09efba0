"""History, figures, and the yearly look at the accessibility statement."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kme_portal.base.registries import waiting_tasks
from kme_portal.pages import first_facts
from kme_portal.pages.models import Figure, Milestone, NewsKind, Page
from tests.factories import make_news, make_staff

pytestmark = pytest.mark.django_db


def test_every_fact_that_came_with_the_portal_has_day_source_and_four_languages():
    for model in (Milestone, Figure):
        rows = list(model.objects.all())
        assert rows
        for row in rows:
            assert row.source_name
            assert row.source_url.startswith("http")
            assert row.missing_languages() == []
            assert row.outdated_languages() == []


def test_the_about_page_keeps_all_figures_that_differ(client):
    text = client.get("/ueber-uns/").content.decode()

    for number in ("mehr als 100", "mehr als 120", "etwa 200"):
        assert number in text
    assert text.count('class="timeline__entry"') == Milestone.objects.count()
    assert "September 2013" in text


def test_what_the_office_hides_is_shown_nowhere(client):
    Milestone.objects.filter(key="dfi").update(is_published=False)
    Figure.objects.filter(key="network-2023").update(is_published=False)

    assert "Dialogforum" not in client.get("/ueber-uns/").content.decode()
    for address in ("/ueber-uns/", "/presse/"):
        assert "etwa 200" not in client.get(address).content.decode()


def test_the_seed_never_overwrites_what_the_office_changed():
    Figure.objects.filter(key="network-2023").update(number_de="genau 201")
    Milestone.objects.filter(key="dfi").delete()

    first_facts.seed()

    assert Figure.objects.get(key="network-2023").number_de == "genau 201"
    assert Milestone.objects.filter(key="dfi").count() == 1


def test_what_came_with_the_portal_is_hidden_rather_than_deleted(client_as):
    office = client_as("Koordination")
    figure = Figure.objects.first()

    address = reverse("admin:pages_figure_delete", args=[figure.pk])
    assert office.post(address, {"post": "yes"}).status_code == 403


def test_the_press_finds_figures_and_notices_only(client):
    make_news(title="Für die Presse", kind=NewsKind.PRESS)
    make_news(title="Für alle")

    text = client.get("/presse/").content.decode()

    assert "Für die Presse" in text
    assert "Für alle" not in text
    assert "2,0 Millionen" not in text
    assert "4,4 Millionen Euro" in text


def test_the_declaration_is_looked_at_once_a_year():
    declaration = Page.objects.get(slug="barrierefreiheit")
    office = make_staff("Redaktion")
    task = waiting_tasks["pages.declaration"]
    today = timezone.localdate()

    assert list(task.rows(office)) == [declaration]
    Page.objects.filter(pk=declaration.pk).update(reviewed_on=today - timedelta(days=364))
    assert not task.rows(office)
    Page.objects.filter(pk=declaration.pk).update(reviewed_on=today - timedelta(days=366))
    assert list(task.rows(office)) == [declaration]
    declaration.refresh_from_db()
    assert task.since(declaration) < timezone.now()
    assert not task.rows(make_staff("Leitung"))


def test_easy_language_is_marked_in_every_language_of_the_portal(client):
    for address in ("/leichte-sprache/", "/tr/leichte-sprache/mitmachen/"):
        text = client.get(address).content.decode()
        assert 'lang="de-simple" dir="ltr"' in text
    assert 'href="/ar/leichte-sprache/"' in client.get("/ar/").content.decode()
