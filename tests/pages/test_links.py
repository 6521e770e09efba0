"""Contents of other services: known by their shape, shown only when wanted."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from kme_portal.pages.embedding import (
    COOKIE,
    RULES,
    SHOWABLE,
    Service,
    UnknownLink,
    frame_of,
    recognise,
)
from kme_portal.pages.models import SocialLink
from tests.factories import make_event, make_link, make_news
from tests.factories.funding import make_project

pytestmark = pytest.mark.django_db

FILM = "https://www.youtube.com/watch?v=jNQXAC9IVRw"


def policy_of(response) -> dict[str, str]:
    parts = response.headers["Content-Security-Policy"].split(";")
    return dict(part.strip().partition(" ")[::2] for part in parts)


@pytest.mark.parametrize(
    ("typed", "service", "url"),
    [
        (FILM + "&utm_source=x&t=4", Service.YOUTUBE, FILM),
        ("https://youtu.be/jNQXAC9IVRw?si=verfolgt", Service.YOUTUBE, FILM),
        ("http://m.youtube.com/shorts/jNQXAC9IVRw", Service.YOUTUBE, FILM),
        (
            "https://player.vimeo.com/video/76979871",
            Service.VIMEO,
            "https://vimeo.com/76979871",
        ),
        (
            "https://twitter.com/chancenNRW/status/1234567890?ref_src=a",
            Service.X,
            "https://x.com/chancenNRW/status/1234567890",
        ),
        (
            "https://www.instagram.com/p/CabcDEF12_-/?igsh=verfolgt",
            Service.INSTAGRAM,
            "https://www.instagram.com/p/CabcDEF12_-/",
        ),
        (
            "https://www.facebook.com/seite/posts/123456",
            Service.FACEBOOK,
            "https://www.facebook.com/seite/posts/123456",
        ),
        (
            "https://www.pinterest.de/pin/123456789012/",
            Service.PINTEREST,
            "https://www.pinterest.de/pin/123456789012/",
        ),
        (
            "https://www.flickr.com/photos/land_nrw/12345678901/in/album-1",
            None,
            None,
        ),
        (
            "https://www.flickr.com/photos/land_nrw/12345678901/",
            Service.FLICKR,
            "https://www.flickr.com/photos/land_nrw/12345678901/",
        ),
    ],
)
def test_a_link_is_known_by_host_and_shape_and_loses_what_follows_people(typed, service, url):
    if service is None:
        with pytest.raises(UnknownLink):
            recognise(typed)
        return
    found = recognise(typed)

    assert (found.service, found.url) == (service, url)


@pytest.mark.parametrize(
    "typed",
    [
        "https://elsewhere.example/watch?v=jNQXAC9IVRw",
        "https://youtube.com.elsewhere.example/watch?v=jNQXAC9IVRw",
        "https://www.youtube.com@elsewhere.example/watch?v=jNQXAC9IVRw",
        "https://elsewhere.example/?https://youtu.be/jNQXAC9IVRw",
        "https://www.youtube.com:8443/watch?v=jNQXAC9IVRw",
        "https://www.youtube.com/@kanal",
        "https://www.youtube.com/watch?v=jNQXAC9IVRw%22onload=x",
        "https://www.youtube.com/embed/jNQXAC9IVR/../x",
        "javascript:alert(1)",
        "data:text/html,x",
        "//youtu.be/jNQXAC9IVRw",
        "https://[youtu.be/jNQXAC9IVRw",
        "https://www.facebook.com/plugins/post.php?href=https://elsewhere.example",
        "",
    ],
)
def test_what_is_not_a_single_content_of_a_known_service_is_refused(typed):
    with pytest.raises(UnknownLink):
        recognise(typed)


def test_a_frame_never_asks_another_host_than_it_names():
    contents = {
        Service.YOUTUBE: "jNQXAC9IVRw",
        Service.VIMEO: "76979871",
        Service.FACEBOOK: "seite/posts/1234",
        Service.INSTAGRAM: "p/CabcDEF",
        Service.PINTEREST: "123456789",
    }
    assert set(contents) == set(SHOWABLE)
    for service, content in contents.items():
        frame = frame_of(service, content)
        assert frame.src.startswith(f"https://{frame.host}/")
    assert frame_of(Service.YOUTUBE, "x").host == "www.youtube-nocookie.com"
    assert frame_of(Service.X, "a/status/12345") is None
    assert frame_of(Service.FLICKR, "a/123456") is None


def test_before_it_is_wanted_nothing_is_allowed_and_nothing_kept(client):
    link = make_link()

    response = client.get(link.news.get_absolute_url())
    text = response.content.decode()

    assert link.title in text
    assert "<iframe" not in text
    assert "nocookie" not in text
    assert "frame-src" not in policy_of(response)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("subject", ["news", "event", "project"])
def test_shown_once_the_page_allows_just_that_host(client, subject):
    made = {"news": make_news, "event": make_event, "project": make_project}[subject]()
    belongs = {"news": None} | {subject: made}
    link = make_link(**belongs)
    make_link(**belongs, url="https://vimeo.com/76979871")
    address = (
        reverse("events:page", args=[made.slug]) if subject == "event" else made.get_absolute_url()
    )

    response = client.get(f"{address}?zeigen={link.pk}")
    text = response.content.decode()

    assert text.count("<iframe") == 1
    assert "https://www.youtube-nocookie.com/embed/jNQXAC9IVRw" in text
    assert policy_of(response)["frame-src"] == "https://www.youtube-nocookie.com"
    assert policy_of(response)["default-src"] == "'none'"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert not response.cookies
    assert "<iframe" not in client.get(address).content.decode()


@pytest.mark.parametrize("asked", ["", "0", "x", "99999", "1' or 1=1"])
def test_asked_for_something_else_nothing_is_shown(client, asked):
    link = make_link()

    response = client.get(link.news.get_absolute_url(), {"zeigen": asked})

    assert response.status_code == 200
    assert "<iframe" not in response.content.decode()
    assert "frame-src" not in policy_of(response)


def test_the_link_of_another_page_is_not_shown_here(client):
    here, there = make_link(), make_link()

    response = client.get(here.news.get_absolute_url(), {"zeigen": there.pk})

    assert "<iframe" not in response.content.decode()


def test_a_service_without_a_frame_is_linked_and_says_why(client):
    link = make_link(url="https://x.com/chancenNRW/status/1234567890")

    text = client.get(f"{link.news.get_absolute_url()}?zeigen={link.pk}").content.decode()

    assert "<iframe" not in text
    assert "zeigen=" not in text.partition("<main")[2]
    assert 'href="https://x.com/chancenNRW/status/1234567890"' in text
    assert 'rel="noopener noreferrer nofollow"' in text


def test_a_service_is_kept_in_one_cookie_and_taken_back(client):
    link = make_link()
    page = link.news.get_absolute_url()

    response = client.post("/soziale-medien/", {"services": ["youtube", "vimeo"]})

    cookie = response.cookies[COOKIE]
    assert cookie.value == "youtube.vimeo"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert 180 * 86_400 <= cookie["max-age"] <= 184 * 86_400
    shown = client.get(page)
    assert policy_of(shown)["frame-src"] == "https://www.youtube-nocookie.com"
    assert shown.headers["Cache-Control"] == "private, no-store"
    assert response.url.endswith("/soziale-medien/#dienste")
    assert "Eingeschaltet: YouTube, Vimeo" in client.get("/soziale-medien/").content.decode()
    # To hide it once would show it again at once.
    assert "Wieder ausblenden" not in shown.content.decode()
    assert 'href="/soziale-medien/#dienste"' in shown.content.decode()

    response = client.post("/soziale-medien/", {"services": ["youtube"], "none": "1"})

    assert response.cookies[COOKIE].value == ""
    assert "<iframe" not in client.get(page).content.decode()


@pytest.mark.parametrize("value", ["", "unsinn", "x.flickr", "YOUTUBE", "youtube" * 100, "a;b"])
def test_a_cookie_made_by_hand_switches_on_nothing_unknown(client, value):
    client.cookies[COOKIE] = value
    response = client.get(make_link().news.get_absolute_url())

    assert response.status_code == 200
    assert "<iframe" not in response.content.decode()


def test_an_unknown_service_is_not_kept(client):
    response = client.post("/soziale-medien/", {"services": ["evil"]})

    assert response.status_code == 422
    assert COOKIE not in response.cookies


def test_the_page_tells_what_each_service_is_asked(client):
    text = client.get("/soziale-medien/").content.decode()

    for rules in RULES.values():
        assert rules.privacy.replace("&", "&amp;") in text
        assert rules.frame_host in text
    for address in ("/datenschutz/", "/netiquette/"):
        assert f'href="{address}"' in text


def test_looking_at_the_page_keeps_nothing(client):
    client.get("/soziale-medien/?services=youtube")

    assert COOKIE not in client.cookies


@pytest.mark.parametrize("given", [{"news": None}, {"event": "too"}, {"service": "evil"}])
def test_the_database_refuses_links_that_belong_nowhere(given):
    if given.get("event"):
        given = {"event": make_event()}
    with pytest.raises(IntegrityError), transaction.atomic():
        make_link(**given)


def test_the_office_is_told_which_links_are_possible():
    link = SocialLink(news=make_news(), url="https://elsewhere.example/film", title="Film")

    with pytest.raises(ValidationError) as refused:
        link.full_clean()

    assert "YouTube" in refused.value.message_dict["url"][0]


@pytest.mark.parametrize("subject", ["events_event", "funding_project", "pages_newsitem"])
def test_links_are_entered_in_the_form_of_what_they_belong_to(client_as, subject):
    row = {
        "events_event": make_event,
        "funding_project": make_project,
        "pages_newsitem": make_news,
    }[subject]()

    page = reverse(f"admin:{subject}_change", args=[row.pk])
    text = client_as("Koordination").get(page).content.decode()

    assert 'name="links-TOTAL_FORMS"' in text
    assert 'name="links-__prefix__-title_tr"' in text


@pytest.mark.django_db(transaction=True)
def test_no_other_host_is_asked_before_and_just_one_afterwards(new_page):
    link = make_link()
    make_link(news=link.news, url="https://vimeo.com/76979871")
    page = new_page(width=390, javascript=False)
    foreign = []

    def answer(route):
        foreign.append(route.request.url)
        route.fulfill(body="<p>Film</p>", content_type="text/html")

    page.goto(link.news.get_absolute_url())
    home = page.url.split("/aktuelles/")[0]
    page.route(lambda url: not url.startswith(home), answer)
    page.reload()
    assert foreign == []
    assert page.context.cookies() == []

    page.get_by_role("link", name="Hier einmal zeigen").first.click()
    page.frame_locator("iframe").get_by_text("Film").wait_for()

    assert {url.split("/")[2] for url in foreign} == {"www.youtube-nocookie.com"}
    assert page.context.cookies() == []
    box = page.locator("iframe").bounding_box()
    assert box["width"] > 200
    assert abs(box["width"] / box["height"] - 16 / 9) < 0.1
