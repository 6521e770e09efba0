"""Whatever is sent, the portal answers: no error of its own, no change without proof."""

import random
import re
from time import process_time, sleep
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.decorators import login_not_required
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, path, resolve

from tests.hostile.addresses import ADDRESSES
from tests.hostile.forms import forms_of
from tests.hostile.impatience import TooMuchWork
from tests.hostile.payloads import BODIES, HEADERS, PATHS, VALUES

pytestmark = pytest.mark.django_db

# Whose posts need no token: the signed link is the proof (RFC 8058).
ONE_CLICK = {"mailings:unsubscribe", "look:unsubscribing", "look:unsubscribed"}
# Forms that anybody can send without a link or an account.
OPEN_FORMS = {
    "account_login",
    "account_reset_password",
    "events:register",
    "organisations:register",
    "organisations:claim_ask",
    "pages:kontakt",
    "pages:barriere-melden",
    "pages:soziale-medien",
}
FILTERS = {
    "/suche/": ("q", "art", "kreis", "von", "bis", "page"),
    "/veranstaltungen/": ("q", "zeitraum", "art", "format", "kreis", "feld", "sprache", "page"),
    "/vereine/": ("q", "kreis", "feld", "dach", "sprache", "zielgruppe", "page"),
    "/dialoge/": ("q", "stand", "feld", "forum", "page"),
    "/foerderung/": ("q", "page"),
}
# What reading may leave behind: sessions, counters, and the protocol of who read what.
LEFT_BY_READING = re.compile(
    r'"?(django_session|usersessions_usersession|portal_cache|base_attempts|accounts_readlog'
    r"|pghistory_context)\b"
)
WRITES = re.compile(r"^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+(\S+)", re.IGNORECASE)


@pytest.fixture(autouse=True)
def no_limits(settings):
    """The sweeps hurry more than any person; the limits have tests of their own."""
    settings.LIMIT_SCALE = 1_000_000


# The proof is asked for before the view sees what it is about: once a view in each process.
proven: set[str] = set()
swept: set[str] = set()


def view_of(url: str) -> str:
    return resolve(urlsplit(url).path).view_name


def typed(names, turn: int) -> dict[str, str]:
    return {name: VALUES[(turn + place * 7) % len(VALUES)] for place, name in enumerate(names)}


def live_markup_in(response) -> bool:
    return b"<script>alert(1)" in response.content


def each_address(addresses=ADDRESSES):
    return pytest.mark.parametrize("address", addresses, ids=str)


@each_address([address for address in ADDRESSES if address.name not in ONE_CLICK])
def test_a_post_without_proof_of_its_page_is_refused(address):
    client = Client(enforce_csrf_checks=True)
    url = address.open(client)
    if view_of(url) in proven:
        return
    proven.add(view_of(url))

    if client.post(url).status_code == 405:
        return
    assert client.post(url).status_code == 403
    client.cookies["csrftoken"] = "a" * 32
    assert client.post(url, {"csrfmiddlewaretoken": "b" * 32}).status_code == 403
    proof = {"csrfmiddlewaretoken": "a" * 32}
    foreign = client.post(url, proof, headers={"origin": "https://evil.example"})
    assert foreign.status_code == 403


@each_address()
def test_reading_changes_nothing(address, client):
    url = address.open(client)
    client.get(url)

    for method in (client.get, client.head, client.options):
        with CaptureQueriesContext(connection) as captured:
            method(url)
        written = [
            found[2]
            for query in captured.captured_queries
            if (found := WRITES.match(query["sql"])) and not LEFT_BY_READING.search(found[2])
        ]
        assert written == []


@each_address()
def test_any_value_is_answered(address, client):
    """Fields get values in turn, each another one, so that together they get all of them."""
    url = address.open(client)
    forms = forms_of(client.get(url).content.decode(errors="replace"))
    # What everybody reaches gets more of them, in one of its states.
    is_first = view_of(url) not in swept
    swept.add(view_of(url))
    step = 8 if is_first and "_auth_user_id" not in client.session else 34
    names = {"page", "next", "ansicht", "zeigen", "jahr", "monat", "seite", "o", "all", "_popup"}
    for form in forms:
        if form.method == "get":
            names |= set(form.fields)

    start = len(address.name)
    for turn in range(start, start + len(VALUES), step):
        response = client.get(url, typed(sorted(names), turn))
        assert response.status_code < 500
        assert not live_markup_in(response)
        for form in forms:
            if form.method == "post" and "abmelden" not in form.action:
                target = form.action if form.action.startswith("/") else url
                fields = [name for name in form.fields if name != "csrfmiddlewaretoken"]
                response = client.post(target, typed(fields, turn))
                assert response.status_code < 500, f"{target} {turn}"
                assert not live_markup_in(response), f"{target} {turn}"


@pytest.mark.parametrize("url", FILTERS)
def test_any_value_is_searched_for_and_filtered_by(url, client):
    """All at once, in turns: each filter gets every value, each time another than the others."""
    for turn in range(len(VALUES)):
        response = client.get(url, typed(FILTERS[url], turn))
        assert response.status_code == 200, f"{url} {turn}"
        assert not live_markup_in(response)


@each_address([address for address in ADDRESSES if address.name in OPEN_FORMS])
def test_any_body_is_answered(address, client):
    url = address.open(client)

    for content_type, content in BODIES:
        response = client.generic("POST", url, content, content_type=content_type)
        assert response.status_code < 500, f"{content_type} {content[:40]!r}"


@pytest.mark.parametrize("headers", HEADERS, ids=range(len(HEADERS)))
def test_any_header_is_answered(client, headers):
    for url in ("/", "/veranstaltungen/", "/vereine/", "/suche/?q=a", "/konto/login/", "/ar/"):
        response = client.get(url, headers=headers)
        assert response.status_code < 500, f"{url} {headers}"
        assert "evil.example" not in response.content.decode(errors="replace")


@pytest.mark.parametrize("url", PATHS, ids=range(len(PATHS)))
def test_any_path_is_answered_and_leads_nowhere_else(client, url):
    response = client.get(url)

    assert response.status_code < 500
    assert not response.headers.get("Location", "").startswith(("//", "http", "\\"))
    assert "DEBUG" not in response.content.decode(errors="replace")


def test_a_foreign_host_is_refused(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_thousand_random_requests_are_answered(client):
    chance = random.Random(53)  # noqa: S311 - the same requests each time
    letters = "aA0_-./%?&=#;:'\"<>(){}[]\\ \t\r\n\x00\x7fäßıİşعçđ€😀"
    plain = sorted(
        {
            str(pattern.pattern).replace("\\Z", "")
            for pattern in get_resolver("events.urls").url_patterns
        }
    )
    for _request in range(1_000):
        noise = "".join(chance.choices(letters, k=chance.randint(0, 40)))
        start = chance.choice(["/", "/tr/", "/ar/suche/", "/vereine/", "/dialoge/", *plain])
        url = "/" + f"{start}{noise}".lstrip("/")
        request = chance.choice([client.get, client.head, client.post])
        response = request(url, {noise[:10]: noise, "q": noise, "page": noise})
        assert response.status_code < 500, f"{url!r}"


@login_not_required
def work(request):
    end = process_time() + 0.3
    while process_time() < end:
        pass
    return HttpResponse()


@login_not_required
def wait(request):
    sleep(0.3)
    return HttpResponse()


@login_not_required
def ask(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(1)")
    return HttpResponse()


urlpatterns = [path(view.__name__, view) for view in (work, wait, ask)]


def test_too_much_work_would_be_noticed(client, settings):
    """The negative control: with a lower bound, since nobody wants to wait for the real one."""
    settings.ROOT_URLCONF = __name__
    client.longest = 0.2
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '0.2s'")

    assert client.get("/wait").status_code == 200
    with pytest.raises(TooMuchWork):
        client.get("/work")
    with pytest.raises(OperationalError):
        client.get("/ask")
