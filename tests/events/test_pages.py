from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from events.models import (
    Contingent,
    EventDocument,
    EventStatus,
    EventVisibility,
    Mode,
    Pool,
    PoolKind,
)
from organisations.models import Term, TermKind, Visibility
from tests.factories import make_agenda_item, make_event, make_venue

pytestmark = pytest.mark.django_db

LIST = "/veranstaltungen/"
ARCHIVE = "/veranstaltungen/archiv/"


def page_of(event) -> str:
    return f"/veranstaltungen/{event.slug}/"


def read(client, address) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def make_rich_event(**given):
    """An event with everything a page can show."""
    event = make_event(organiser=None, description="## Ablauf\n\nEin *Text*.", **given)
    term = Term.objects.get_or_create(
        kind=TermKind.LANGUAGE, slug="deutsch", defaults={"name": "Deutsch"}
    )[0]
    event.languages.add(term)
    event.interpretation.add(term)
    event.fields.add(
        Term.objects.get_or_create(
            kind=TermKind.FIELD, slug="bildung", defaults={"name": "Bildung"}
        )[0]
    )
    make_agenda_item(event=event, title="Begrüßung")
    Pool.objects.create(event=event, kind=PoolKind.ON_SITE, seats=30)
    document = EventDocument(event=event, title="Programm", visibility=Visibility.PUBLIC)
    document.file.save("programm.pdf", ContentFile(b"%PDF-1.4"))
    make_event(part_of=event, title="Forum 1")
    return event


def test_the_list_shows_what_is_coming_and_hides_drafts_and_the_closed_circle(client):
    make_event(title="Kommt")
    make_event(title="Abgesagt", status=EventStatus.CANCELLED)
    make_event(title="Entwurf", status=EventStatus.DRAFT)
    make_event(title="Netzwerktermin", visibility=EventVisibility.NETWORK)
    make_event(title="Auf Einladung", visibility=EventVisibility.INVITATION)
    make_event(title="Vorbei", starts_at=timezone.now() - timedelta(days=3))

    page = read(client, LIST)

    assert "Kommt" in page
    assert "Abgesagt" in page
    for hidden in ("Entwurf", "Netzwerktermin", "Auf Einladung", "Vorbei"):
        assert hidden not in page


def test_the_archive_shows_what_is_past_by_year(client):
    make_event(title="Kommt")
    make_event(title="Letztes Jahr", starts_at=timezone.now() - timedelta(days=400))
    make_event(title="Vorbei", starts_at=timezone.now() - timedelta(days=3))
    year = (timezone.now() - timedelta(days=400)).year

    assert "Vorbei" in read(client, ARCHIVE)
    older = read(client, f"{ARCHIVE}?jahr={year}")

    assert "Letztes Jahr" in older
    assert "Kommt" not in older


@pytest.mark.parametrize("year", ["abc", "99999", "-1", "²", "0"])
def test_an_archive_of_no_year_shows_the_latest(client, year):
    make_event(title="Vorbei", starts_at=timezone.now() - timedelta(days=3))

    assert "Vorbei" in read(client, f"{ARCHIVE}?jahr={year}")


@pytest.mark.parametrize(
    "hidden",
    [
        {"status": EventStatus.DRAFT},
        {"visibility": EventVisibility.NETWORK},
        {"visibility": EventVisibility.INVITATION},
    ],
)
def test_a_stranger_finds_no_trace_of_a_hidden_event(client, hidden):
    event = make_event(**hidden)

    for address in (
        page_of(event),
        f"{page_of(event)}kalender.ics",
        f"/termin/{event.uid}/",
    ):
        assert client.get(address).status_code == 404


def test_the_page_tells_everything_but_the_joining_link(client):
    event = make_rich_event(
        mode=Mode.HYBRID, joining_url="https://video.portal.example/geheim", joining_note="PIN 4711"
    )

    page = read(client, page_of(event))

    for shown in ("Fachtag", "Bürgerhaus", "Am Markt 1", "Begrüßung", "Programm", "Forum 1",
                  "0211 000000", "Deutsch", "Bildung", "<em>Text</em>"):  # fmt: skip
        assert shown in page
    assert "geheim" not in page
    assert "4711" not in page


def test_a_hidden_address_stays_hidden_and_the_city_is_told(client):
    venue = make_venue(
        name="Haus Ahorn",
        street="Geheimweg 7",
        city="Hagen",
        access_note="Eingang neben der Bäckerei",
        address_visibility=Visibility.NETWORK,
    )
    event = make_event(venue=venue)

    page = (
        read(client, page_of(event)) + client.get(f"{page_of(event)}kalender.ics").content.decode()
    )

    assert "Hagen" in page
    assert "Wer kommt, erfährt den genauen Ort." in page
    for hidden in ("Ahorn", "Geheimweg", "Bäckerei"):
        assert hidden not in page


def test_how_to_get_in_is_told_in_the_language_of_the_reader(client):
    venue = make_venue(access_note_de="Kein Aufzug.", access_note_tr="Asansör yoktur.")
    event = make_event(venue=venue)

    assert "Kein Aufzug." in read(client, page_of(event))
    assert "<bdi>Asansör yoktur.</bdi>" in read(client, f"/tr{page_of(event)}")
    assert '<bdi lang="de">Kein Aufzug.</bdi>' in read(client, f"/ar{page_of(event)}")


def test_a_place_for_the_office_alone_stands_nowhere(client):
    venue = make_venue(name="Ahornhaus", city="Ahornstadt", address_visibility=Visibility.OFFICE)
    event = make_event(venue=venue, title="Treffen", mode=Mode.HYBRID)

    pages = [
        read(client, address)
        for address in (page_of(event), "/veranstaltungen/", "/", "/suche/?q=treffen")
    ]
    pages += [
        client.get(address).content.decode()
        for address in (
            f"{page_of(event)}kalender.ics",
            "/veranstaltungen/kalender.ics",
            "/veranstaltungen/feed/",
        )
    ]

    for page in pages:
        assert "Treffen" in page
        assert "Ahorn" not in page


def test_documents_are_served_to_those_who_may_see_them(client, settings, tmp_path):
    event = make_event()
    public = EventDocument(event=event, title="Programm für alle", visibility=Visibility.PUBLIC)
    public.file.save("Liste Yilmaz.pdf", ContentFile(b"%PDF-1.4 offen"))
    internal = EventDocument(event=event, title="Intern", visibility=Visibility.NETWORK)
    internal.file.save("intern.pdf", ContentFile(b"%PDF-1.4"))

    response = client.get(f"/dateien/{public.public_id}/")

    assert b"".join(response.streaming_content) == b"%PDF-1.4 offen"
    assert "Yilmaz" not in public.file.name
    assert "programm-fur-alle.pdf" in response["Content-Disposition"]
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert client.get(f"/dateien/{internal.public_id}/").status_code == 404
    assert "Intern" not in read(client, page_of(event))


def test_documents_of_a_draft_are_served_to_nobody(client):
    event = make_event(status=EventStatus.DRAFT)
    document = EventDocument(event=event, title="Programm", visibility=Visibility.PUBLIC)
    document.file.save("programm.pdf", ContentFile(b"%PDF-1.4"))

    assert client.get(f"/dateien/{document.public_id}/").status_code == 404


def test_a_moved_event_shows_the_date_it_was_planned_for(client):
    before = timezone.now() + timedelta(days=3)
    event = make_event(previous_starts_at=before, move_note="Saal belegt")

    page = read(client, page_of(event))

    assert timezone.localtime(before).strftime("%H:%M") in page
    assert "Saal belegt" in page


def test_a_cancelled_event_says_so_and_why_and_offers_no_registration(client):
    event = make_event(status=EventStatus.CANCELLED, cancellation_note="Krankheit")
    Pool.objects.create(event=event, kind=PoolKind.ON_SITE, seats=30)

    page = read(client, page_of(event))

    assert "Krankheit" in page
    assert f"{event.slug}/anmelden/" not in page


def test_kept_seats_are_not_offered_to_the_public(client):
    event = make_event()
    pool = Pool.objects.create(event=event, kind=PoolKind.ON_SITE, seats=30)
    Contingent.objects.create(pool=pool, seats=30, until=event.starts_at)

    assert client.get(page_of(event)).context["taking"] == "waiting_list"


@pytest.mark.parametrize(
    ("given", "taking"),
    [
        ({"registration_url": "https://anmeldung.portal.example/"}, "elsewhere"),
        ({"registration_opens_at": timezone.now() + timedelta(days=1)}, "not_yet"),
        ({"registration_closes_at": timezone.now() - timedelta(days=1)}, "closed"),
        ({}, "free"),
    ],
)
def test_the_page_says_how_to_take_part(client, given, taking):
    event = make_event(**given)
    Pool.objects.create(event=event, kind=PoolKind.ON_SITE, seats=30)

    assert client.get(page_of(event)).context["taking"] == taking


def test_without_seats_nobody_need_register(client):
    assert client.get(page_of(make_event())).context["taking"] == "without"


@pytest.mark.parametrize("rows", [1, 3, 30])
def test_the_list_needs_few_queries_whatever_the_number_of_rows(
    client, rows, django_assert_max_num_queries
):
    for _ in range(rows):
        make_rich_event()
    client.get(LIST)

    with django_assert_max_num_queries(6):
        client.get(f"{LIST}?format=on_site")


@pytest.mark.parametrize("rows", [1, 3, 30])
def test_the_page_needs_few_queries_whatever_it_shows(client, rows, django_assert_max_num_queries):
    event = make_rich_event()
    for _ in range(rows):
        make_agenda_item(event=event)
    client.get(page_of(event))

    with django_assert_max_num_queries(6):
        client.get(page_of(event))


def test_anonymous_pages_bear_no_session(client):
    event = make_event()

    for address in (LIST, ARCHIVE, page_of(event)):
        response = client.get(address)
        assert not response.cookies
        assert "csrfmiddlewaretoken" not in response.content.decode()


def test_the_page_shows_german_where_there_is_no_translation(client):
    event = make_event(title="Fachtag", title_en="Symposium", summary="Nur deutsch")

    page = read(client, f"/en{page_of(event)}")

    assert "Symposium" in page
    assert '<bdi lang="de">Nur deutsch</bdi>' in page
