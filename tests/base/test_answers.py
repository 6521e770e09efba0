"""What every answer bears."""

import pytest
from django.conf import settings
from django.urls import reverse

PUBLIC = ["/", "/veranstaltungen/", "/vereine/", "/dialoge/", "/foerderung/", "/impressum/"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", [*PUBLIC, *(f"/ar{path}" for path in PUBLIC)])
def test_a_public_page_is_the_same_for_everybody(client, path):
    response = client.get(path)

    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert b"csrfmiddlewaretoken" not in response.content


@pytest.mark.django_db
def test_the_path_alone_decides_the_language(client):
    client.cookies["django_language"] = "tr"
    german = client.get("/impressum/", HTTP_ACCEPT_LANGUAGE="ar")
    arabic = client.get("/ar/impressum/")

    assert german.headers["Content-Language"] == "de"
    assert b'lang="de"' in german.content
    assert b'dir="rtl"' in arabic.content
    assert "Accept-Language" not in german.get("Vary", "")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/konto/anmelden/", "/gibt-es-nicht/", "/readyz/"])
def test_every_answer_bears_its_guards(client, path):
    headers = client.get(path).headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Server" not in headers
    assert "X-Powered-By" not in headers


@pytest.mark.django_db
def test_pages_of_somebody_signed_in_stay_out_of_shared_caches(client_as):
    response = client_as("Koordination").get(reverse("admin:index"))

    assert "private" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_a_foreign_host_is_refused(client):
    assert client.get("/", HTTP_HOST="elsewhere.example").status_code == 400


@pytest.mark.django_db
def test_a_demonstration_is_not_indexed(client, settings):
    settings.DEMO = True

    assert "noindex" in client.get("/").headers["X-Robots-Tag"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/.env",
        "/.git/config",
        "/.git/HEAD",
        "/.htaccess",
        "/.DS_Store",
        "/.svn/entries",
        "/admin/",
        "/wp-login.php",
        "/wp-admin/",
        "/phpinfo.php",
        "/phpmyadmin/",
        "/server-status",
        "/actuator/env",
        "/metrics",
        "/debug/",
        "/__debug__/",
        "/manage.py",
        "/db.sqlite3",
        "/backup.zip",
        "/dump.sql",
        "/media/",
        "/requirements.txt",
    ],  # fmt: skip
)
def test_usual_giveaways_are_not_there(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/konto/anmelden/", "/veranstaltungen/", "/healthz/"])
def test_a_request_is_never_echoed(client, path):
    answer = client.trace(path, headers={"x-told": "echo"})

    assert answer.status_code == 405
    assert b"echo" not in answer.content


def test_a_method_nobody_knows_is_refused(client):
    assert client.generic("PROPFIND", "/").status_code == 405


def test_no_language_cookie_exists():
    assert "django.middleware.locale.LocaleMiddleware" not in settings.MIDDLEWARE
