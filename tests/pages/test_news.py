from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from dialogues.models import TopicVisibility
from kme_portal.base.status import IllegalTransition
from kme_portal.pages.models import NewsItem, NewsKind, NewsStatus
from kme_portal.pages.services.news import NewsIncomplete, publish_news, withdraw_news
from tests.factories import make_event, make_news
from tests.factories.dialogues import make_topic

pytestmark = pytest.mark.django_db


def text_of(client, address):
    return client.get(address).content.decode()


def test_readers_see_what_is_published_and_shown_now(client):
    now = timezone.now()
    shown = make_news(title="Zu lesen")
    hidden = [
        make_news(title="Entwurf", status=NewsStatus.DRAFT),
        make_news(title="Zurück", status=NewsStatus.WITHDRAWN),
        make_news(title="Morgen", shown_from=now + timedelta(days=1)),
        make_news(title="Vorbei", shown_until=now - timedelta(hours=1)),
    ]

    for address in ("/aktuelles/", "/aktuelles/feed/", "/", "/sitemap.xml"):
        text = text_of(client, address)
        assert shown.title in text or shown.slug in text
        for item in hidden:
            assert item.title not in text, (item.title, address)
            assert item.slug not in text, (item.title, address)
    assert client.get(shown.get_absolute_url()).status_code == 200
    for item in hidden:
        assert client.get(item.get_absolute_url()).status_code == 404


def test_pinned_news_stands_first(client):
    make_news(title="Neu")
    make_news(title="Wichtig", is_pinned=True, shown_from=timezone.now() - timedelta(days=90))

    text = text_of(client, "/aktuelles/")

    assert text.index("Wichtig") < text.index("Neu</a>")


def test_the_archive_shows_one_year_and_offers_only_years_that_have_news(client):
    make_news(title="Heute")
    make_news(title="Damals", shown_from=timezone.now().replace(year=2021, month=5, day=7))

    text = text_of(client, "/aktuelles/?jahr=2021")

    assert "Damals" in text
    assert "Heute" not in text
    assert "?jahr=2020" not in text


@pytest.mark.parametrize("query", ["jahr=1999", "jahr=x", "art=unsinn", "page=99", "page=-1"])
def test_a_broken_filter_is_left_out_and_said(client, query):
    make_news(title="Da")

    response = client.get(f"/aktuelles/?{query}")

    assert response.status_code == 200
    assert "Da" in response.content.decode()
    assert "kern-alert" in response.content.decode()


def test_press_notices_are_found_by_their_kind(client):
    make_news(title="Meldung")
    make_news(title="Mitteilung", kind=NewsKind.PRESS)

    text = text_of(client, "/aktuelles/?art=press")

    assert "Mitteilung" in text
    assert ">Meldung</a>" not in text


def test_publishing_makes_the_address_and_it_stays(client):
    news = make_news(status=NewsStatus.DRAFT, title="Größe zählt", slug=None, shown_from=None)

    publish_news(news_id=news.pk, now=timezone.now())
    withdraw_news(news_id=news.pk)
    NewsItem.objects.filter(pk=news.pk).update(title_de="Anders")
    publish_news(news_id=news.pk, now=timezone.now())

    news.refresh_from_db()
    assert news.slug == "groesse-zaehlt"


def test_the_address_is_never_that_of_the_feed():
    news = make_news(status=NewsStatus.DRAFT, title="Feed", slug=None)

    publish_news(news_id=news.pk, now=timezone.now())

    news.refresh_from_db()
    assert news.slug == "feed-2"


def test_half_a_notice_is_not_published():
    news = make_news(status=NewsStatus.DRAFT, body="")

    with pytest.raises(NewsIncomplete):
        publish_news(news_id=news.pk, now=timezone.now())

    news.refresh_from_db()
    assert news.status == NewsStatus.DRAFT


def test_a_draft_cannot_be_withdrawn():
    news = make_news(status=NewsStatus.DRAFT)

    with pytest.raises(IllegalTransition):
        withdraw_news(news_id=news.pk)


@pytest.mark.parametrize(
    "given",
    [
        {"slug": None},
        {"shown_from": None},
        {"shown_until": timezone.now() - timedelta(days=30)},
    ],
)
def test_the_database_refuses_news_that_cannot_be_shown(given):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_news(**given)


def test_only_what_is_public_is_named_beside_it(client):
    event = make_event(title="Offener Fachtag")
    topic = make_topic(title="Geheimes Thema", visibility=TopicVisibility.FORUM)
    news = make_news()
    news.events.add(event)
    news.topics.add(topic)

    text = text_of(client, news.get_absolute_url())

    assert "Offener Fachtag" in text
    assert "Geheimes Thema" not in text
    assert news.title in text_of(client, reverse("events:page", args=[event.slug]))


def test_without_translation_the_german_stands_marked(client):
    news = make_news(title="Nur deutsch")

    text = text_of(client, f"/en{news.get_absolute_url()}")

    assert '<bdi lang="de">Nur deutsch</bdi>' in text


def test_the_feed_speaks_the_language_of_its_address_and_keeps_its_ids(client):
    make_news(title="Deutsch", title_en="English", slug="eins")

    german, english = text_of(client, "/aktuelles/feed/"), text_of(client, "/en/aktuelles/feed/")

    assert "<title>Deutsch</title>" in german
    assert "<title>English</title>" in english
    for text in (german, english):
        assert "/aktuelles/eins/</id>" in text


def test_the_list_takes_as_many_queries_for_three_as_for_one(client, django_assert_max_num_queries):
    make_news()
    with django_assert_max_num_queries(4):
        client.get("/aktuelles/")
    make_news()
    make_news()
    with django_assert_max_num_queries(4):
        client.get("/aktuelles/")


def test_the_editors_publish_by_a_step_that_asks_first(client_as):
    news = make_news(status=NewsStatus.DRAFT, slug=None)
    editors = client_as("Redaktion")
    address = reverse("admin:pages_newsitem_publish", args=[news.pk])

    assert "veröffentlichen?" in editors.get(address).content.decode()
    news.refresh_from_db()
    assert news.status == NewsStatus.DRAFT
    editors.post(address)

    news.refresh_from_db()
    assert news.status == NewsStatus.PUBLISHED


def test_an_incomplete_draft_shows_what_is_missing(client_as):
    news = make_news(status=NewsStatus.DRAFT, teaser="")
    address = reverse("admin:pages_newsitem_publish", args=[news.pk])
    editors = client_as("Redaktion")

    assert "die deutsche Kurzfassung" in editors.get(address).content.decode()
    editors.post(address)

    news.refresh_from_db()
    assert news.status == NewsStatus.DRAFT


def test_what_was_public_is_not_deleted(client_as):
    news = make_news(status=NewsStatus.WITHDRAWN)
    address = reverse("admin:pages_newsitem_delete", args=[news.pk])

    assert client_as("Koordination").post(address, {"post": "yes"}).status_code == 403
    assert NewsItem.objects.filter(pk=news.pk).exists()


def test_the_preview_speaks_the_language_that_was_asked(client_as):
    news = make_news(status=NewsStatus.DRAFT)
    address = reverse("admin:pages_newsitem_preview", args=[news.pk])
    typed = {"title_de": "Deutsch", "title_tr": "Türkçe başlık", "body_tr": "**Metin**"}

    text = client_as("Redaktion").post(address, typed | {"preview_language": "tr"}).content.decode()

    assert "Türkçe başlık" in text
    assert "<strong>Metin</strong>" in text
    assert '<html lang="tr"' in text
    news.refresh_from_db()
    assert news.title_tr is None


def test_a_topic_shows_the_news_about_it(client):
    topic = make_topic()
    make_news(title="Neues zur Pflege").topics.add(topic)
    make_news(title="Entwurf", status=NewsStatus.DRAFT, slug=None).topics.add(topic)
    make_news(title="Etwas anderes")

    page = text_of(client, topic.get_absolute_url())

    assert "Neues zur Pflege" in page
    assert "Entwurf" not in page
    assert "Etwas anderes" not in page
