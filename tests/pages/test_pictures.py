"""Pictures of news and for the press: with a description, a licence, and only what is public."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from PIL import Image

from kme_portal.base.models import StoredFile
from kme_portal.base.uploads import read_picture, store
from kme_portal.pages.models import NewsItem, NewsStatus, Picture
from tests.factories import make_news

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        }
    }


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "PNG")
    return out.getvalue()


def make_picture(**given) -> Picture:
    usual = {
        "title": "Der Tisch",
        "alt": "Ein runder Tisch mit neun bunten Plätzen",
        "credit": "Koordinierungsstelle",
        "licence": "CC BY 4.0",
    }
    return Picture.objects.create(stored=store(read_picture(png(), longest=40)), **usual | given)


def test_a_picture_says_what_it_shows_and_whose_it_is(client):
    news = make_news(picture=make_picture(licence_url="https://portal.example/lizenz"))

    text = client.get(news.get_absolute_url()).content.decode()

    assert 'alt="Ein runder Tisch mit neun bunten Plätzen"' in text
    assert 'width="40"' in text
    assert "Bild: Koordinierungsstelle" in text
    assert 'href="https://portal.example/lizenz"' in text
    assert client.get(news.picture.url).headers["Content-Type"] == "image/webp"


def test_the_press_gets_those_that_are_meant_for_it(client):
    offered = make_picture(title="Für die Presse", for_press=True)
    make_picture(title="Nur im Haus")

    text = client.get("/presse/").content.decode()

    assert "Für die Presse" in text
    assert "Nur im Haus" not in text
    assert client.get(offered.url).status_code == 200


def test_a_picture_of_a_draft_is_for_the_office_alone(client, client_as):
    picture = make_picture()
    make_news(status=NewsStatus.DRAFT, picture=picture)

    assert client.get(picture.url).status_code == 404
    assert client_as("Leitung").get(picture.url).status_code == 404
    assert client_as("Redaktion").get(picture.url).status_code == 200


@pytest.mark.parametrize("name", ["alt", "credit", "licence"])
def test_a_picture_without_description_name_or_licence_is_refused(name):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_picture(**{name: ""})


def test_the_office_uploads_a_picture_and_it_is_encoded_anew(client_as):
    sent = {
        "upload": SimpleUploadedFile("tisch.png", png(), "image/png"),
        "title_de": "Der Tisch",
        "alt_de": "Ein Tisch",
        "credit": "Koordinierungsstelle",
        "licence": "CC BY 4.0",
    }
    address = reverse("admin:pages_picture_add")

    assert client_as("Redaktion").post(address, sent).status_code == 302

    picture = Picture.objects.get()
    assert picture.stored.content_type == "image/webp"
    assert picture.alt_de == "Ein Tisch"


@pytest.mark.parametrize("content", [None, b"<svg onload=alert(1)>", b""])
def test_what_is_no_picture_is_refused_with_a_sentence(client_as, content):
    sent = {"title_de": "x", "alt_de": "x", "credit": "x", "licence": "x"}
    if content is not None:
        sent["upload"] = SimpleUploadedFile("x.png", content, "image/png")

    response = client_as("Redaktion").post(reverse("admin:pages_picture_add"), sent)

    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    assert not Picture.objects.exists()
    assert not StoredFile.objects.exists()


def test_news_outlives_its_picture():
    news = make_news(picture=make_picture())

    Picture.objects.all().delete()

    assert NewsItem.objects.get(pk=news.pk).picture is None
