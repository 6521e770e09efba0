"""What calendars, readers of feeds and search engines get: public events, and no hidden word."""

import json
import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from events.models import EventStatus, EventVisibility, Mode
from organisations.models import Term, TermKind, Visibility
from tests.factories import make_event, make_organisation
from tests.factories.events import make_venue
from tests.factories.places import make_party, make_pool

pytestmark = pytest.mark.django_db
CALENDAR = "/veranstaltungen/kalender.ics"
FEED = "/veranstaltungen/feed/"
ATOM = "{http://www.w3.org/2005/Atom}"


def titles_in_calendar(url: str = CALENDAR) -> list[str]:
    calendar = Calendar.from_ical(Client().get(url).content)
    return [str(entry["summary"]) for entry in calendar.walk("VEVENT")]


def titles_in_feed(url: str = FEED) -> list[str]:
    feed = ElementTree.fromstring(Client().get(url).content)  # noqa: S314 - our own answer
    return [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]


def structured(event, prefix: str = "") -> dict:
    page = Client().get(f"{prefix}/veranstaltungen/{event.slug}/").content.decode()
    [text] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    return json.loads(text)


@pytest.mark.parametrize("titles", [titles_in_calendar, titles_in_feed])
def test_only_public_events_are_published(titles):
    make_event(title="Öffentlich")
    make_event(title="Entwurf", status=EventStatus.DRAFT)
    make_event(title="Netzwerk", visibility=EventVisibility.NETWORK)
    make_event(title="Geladen", visibility=EventVisibility.INVITATION)

    assert titles() == ["Öffentlich"]


@pytest.mark.parametrize("titles", [titles_in_calendar, titles_in_feed])
def test_both_take_the_filters_of_the_list_and_ignore_broken_ones(titles):
    make_event(title="Vor Ort")
    make_event(title="Online", mode=Mode.ONLINE)
    url = CALENDAR if titles is titles_in_calendar else FEED

    assert titles(f"{url}?format=online") == ["Online"]
    assert len(titles(f"{url}?format=unsinn&kreis=99999")) == 2


def test_a_cancelled_event_is_cancelled_in_the_calendar_and_in_the_feed():
    make_event(title="Fachtag", status=EventStatus.CANCELLED)

    assert b"STATUS:CANCELLED" in Client().get(CALENDAR).content
    assert titles_in_feed() == ["Abgesagt: Fachtag"]


def test_each_language_has_its_own():
    make_event(title="Fachtag", title_tr="Uzmanlık günü")

    assert titles_in_calendar("/tr" + CALENDAR) == ["Uzmanlık günü"]
    assert titles_in_feed("/tr" + FEED) == ["Uzmanlık günü"]
    assert titles_in_feed("/ar" + FEED) == ["Fachtag"]


@pytest.mark.parametrize("url", [CALENDAR, FEED])
def test_who_has_the_newest_is_told_so_and_who_has_not_gets_it(url):
    event = make_event()
    first = Client().get(url)
    assert "public" in first["Cache-Control"]
    assert "Last-Modified" in first

    assert Client().get(url, headers={"if-none-match": first["ETag"]}).status_code == 304

    event.title_de = "Neuer Titel"
    event.save()
    assert Client().get(url, headers={"if-none-match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("url", [CALENDAR, FEED])
def test_nobody_gets_a_cookie_by_subscribing(url):
    assert not Client().get(url).cookies


def test_the_calendar_keeps_last_weeks_dates():
    make_event(title="Neulich", starts_at=timezone.now() - timedelta(days=7))
    make_event(title="Lange her", starts_at=timezone.now() - timedelta(days=90))

    assert titles_in_calendar() == ["Neulich"]


def test_the_page_tells_how_to_subscribe_with_the_chosen_filters():
    page = Client().get("/veranstaltungen/?format=online").content.decode()

    host = settings.PORTAL_URL.partition("://")[2]
    assert f'href="webcal://{host}{CALENDAR}?format=online"' in page
    assert f'type="application/atom+xml" title="Veranstaltungen der KME NRW" href="{FEED}' in page


def canary_event():
    """An event in each of whose hidden corners stands a word that may stand nowhere."""
    venue = make_venue(
        street="Kanarienweg 7",
        postcode="45678",
        city="Köln",
        address_visibility=Visibility.OFFICE,
    )
    event = make_event(
        mode=Mode.HYBRID,
        venue=venue,
        joining_url="https://video.portal.example/kanarienraum",
        joining_note="Kanarienkennwort",
    )
    make_party(pool=make_pool(event=event), guests=["Kanaria Gast"], email="kanaria@verein.example")
    return event


def test_no_hidden_word_stands_in_anything_that_is_published():
    event = canary_event()
    make_event(title="Kanarienentwurf", status=EventStatus.DRAFT)
    make_event(title="Kanariennetz", visibility=EventVisibility.NETWORK)
    page = f"/veranstaltungen/{event.slug}/"

    for url in [
        "/veranstaltungen/",
        f"/veranstaltungen/?ansicht=monat&monat={timezone.localtime(event.starts_at):%Y-%m}",
        "/veranstaltungen/archiv/",
        "/fortbildungen/",
        "/veranstaltungen/?q=Kanarien",
        page,
        f"{page}kalender.ics",
        CALENDAR,
        FEED,
        "/sitemap.xml",
    ]:
        for prefix in ("", "/en", "/tr", "/ar") if url != "/sitemap.xml" else ("",):
            content = Client().get(prefix + url).content.decode().casefold()
            content = content.replace("q=kanarien", "").replace('value="kanarien"', "")
            content = re.sub(r"(suchbegriff|\w+)?[^<>]*: <bdi>kanarien</bdi>", "", content)
            for word in ("kanari", "45678"):
                assert word not in content, f"{word} in {prefix}{url}"


def test_search_engines_learn_when_where_and_in_what_state():
    event = make_event(title="Fachtag", mode=Mode.HYBRID, summary="In einem Satz.")

    data = structured(event)

    assert (data["@type"], data["name"], data["description"]) == (
        "Event",
        "Fachtag",
        "In einem Satz.",
    )
    assert data["eventStatus"].endswith("EventScheduled")
    place, online = data["location"]
    assert place["address"]["streetAddress"] == "Am Markt 1"
    assert online["url"] == data["url"]


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"status": EventStatus.CANCELLED}, "EventCancelled"),
        (
            {"previous_starts_at": timezone.now() + timedelta(days=3)},
            "EventRescheduled",
        ),
        ({"mode": Mode.ONLINE, "previous_mode": Mode.ON_SITE}, "EventMovedOnline"),
    ],
)
def test_search_engines_learn_what_has_changed(given, status):
    assert structured(make_event(**given))["eventStatus"].endswith(status)


def test_no_title_can_end_the_script_it_stands_in():
    event = make_event(title="</script><script>alert(1)</script>", summary="Ein & zwei")

    assert structured(event)["name"] == "</script><script>alert(1)</script>"


def test_events_that_are_not_public_tell_search_engines_nothing(client):
    from tests.doors import sign_in
    from tests.factories.accounts import make_staff

    event = make_event(visibility=EventVisibility.NETWORK)
    sign_in(client, make_staff("Koordination"))

    page = client.get(f"/veranstaltungen/{event.slug}/")

    assert page.status_code == 200
    assert b"ld+json" not in page.content


def test_a_page_tells_its_address_and_languages_without_filters():
    page = Client().get("/en/veranstaltungen/?format=online&page=1").content.decode()

    url = settings.PORTAL_URL
    assert f'<link rel="canonical" href="{url}/en/veranstaltungen/?page=1">' in page
    assert f'hreflang="ar" href="{url}/ar/veranstaltungen/?page=1"' in page
    assert f'hreflang="x-default" href="{url}/veranstaltungen/?page=1"' in page


def test_a_shared_event_shows_its_title_and_summary():
    event = make_event(title='Fachtag "Mut"', summary="In einem Satz.")

    page = Client().get(f"/veranstaltungen/{event.slug}/").content.decode()

    assert '<meta property="og:title" content="Fachtag &quot;Mut&quot;">' in page
    assert '<meta property="og:description" content="In einem Satz.">' in page


@pytest.mark.parametrize("url", ["/gibt-es-nicht/", "/veranstaltungen/gibt-es-nicht/"])
def test_a_page_that_does_not_exist_names_no_address(url):
    assert b"canonical" not in Client().get(url).content


def test_a_page_behind_a_link_names_no_address():
    party = make_party()

    page = Client().get(f"/anmeldung/{party.token()}/").content.decode()

    assert "canonical" not in page
    assert "og:url" not in page


def training(**given):
    kind = Term.objects.get(kind=TermKind.EVENT_KIND, slug="fortbildung")
    return make_event(kind=kind, **given)


def test_trainings_have_a_page_of_their_own_that_the_filter_points_to():
    training(title="Vereinsrecht")
    make_event(title="Fachtag")

    page = Client().get("/fortbildungen/").content.decode()
    assert "Vereinsrecht" in page
    assert "Fachtag" not in page.partition("<main")[2].partition("</main>")[0]

    filtered = Client().get("/veranstaltungen/?art=fortbildung").content.decode()
    assert f'<link rel="canonical" href="{settings.PORTAL_URL}/fortbildungen/">' in filtered
    assert "art=fortbildung" in Client().get("/fortbildungen/").context["webcal_url"]


def test_the_page_of_a_training_says_who_holds_it_for_whom_and_at_what_cost():
    holder = make_organisation(name="Bildungswerk e. V.")
    event = training(organiser=holder, costs="25 Euro, für Ehrenamtliche frei")
    event.target_groups.set(Term.objects.filter(kind=TermKind.TARGET_GROUP, slug="jugendliche"))

    page = Client().get(f"/veranstaltungen/{event.slug}/").content.decode()

    assert "Bildungswerk e. V." in page
    assert "25 Euro, für Ehrenamtliche frei" in page
    assert "Jugendliche" in page


def test_the_archive_counts_by_year_what_the_filters_leave():
    now = timezone.now()
    for days, mode in ((400, Mode.ONLINE), (410, Mode.ON_SITE), (800, Mode.ON_SITE)):
        make_event(starts_at=now - timedelta(days=days), mode=mode)

    years = Client().get("/veranstaltungen/archiv/").context["years"]
    assert sum(number for _year, number, _url in years) == 3

    [(year, number, url)] = Client().get("/veranstaltungen/archiv/?format=online").context["years"]
    assert (year, number) == ((now - timedelta(days=400)).year, 1)
    assert "format=online" in url


def test_all_lists_stand_in_the_sitemap_with_their_languages():
    content = Client().get("/sitemap.xml").content.decode()

    assert f"{settings.PORTAL_URL}/fortbildungen/" in content
    assert f"{settings.PORTAL_URL}/ar/veranstaltungen/archiv/" in content
