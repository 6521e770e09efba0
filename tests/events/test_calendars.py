from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from events.calendars import event_calendar, events_calendar
from events.models import EventStatus, EventVisibility, Mode, VenueKind
from organisations.models import Visibility
from tests.factories import make_event, make_venue

pytestmark = pytest.mark.django_db

STARTS = datetime(2027, 1, 14, 17, tzinfo=UTC)


def entry_of(content: bytes):
    [entry] = Calendar.from_ical(content).walk("VEVENT")
    return entry


def make_iftar(**given):
    venue = make_venue(name="Cemhaus Hagen", kind=VenueKind.CEM_HOUSE, city="Hagen")
    return make_event(**{"title": "Iftar", "slug": "iftar", "venue": venue} | given)


def test_lines_end_as_the_standard_asks_and_are_short():
    event = make_event(title="Ein sehr langer Titel mit Umlauten: " + "äöüß" * 25)

    content = event_calendar(event, method="PUBLISH")

    lines = content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75


def test_an_entry_keeps_its_uid_and_its_sequence_grows_with_each_change():
    event = make_event(starts_at=STARTS)
    first = entry_of(event_calendar(event, method="REQUEST"))

    event.version = 3
    event.slug = "andere-adresse"
    second = entry_of(event_calendar(event, method="PUBLISH"))

    assert first["UID"] == second["UID"]
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 3)


def test_times_are_in_utc():
    content = event_calendar(make_event(starts_at=STARTS), method="PUBLISH")

    assert b"DTSTART:20270114T170000Z" in content
    assert b"DTEND:20270114T190000Z" in content


def test_the_calendar_of_a_mail_tells_no_belief():
    content = event_calendar(make_iftar(), method="REQUEST", attendee_email="a@verein.example")

    text = content.replace(b"\r\n ", b"").decode()
    assert "Hagen" in text
    for telling in ("Iftar", "iftar", "Cemhaus", "Muslim", "muslim"):
        assert telling not in text


def test_the_office_may_give_a_neutral_title():
    event = make_iftar(calendar_title="Abendtermin")

    assert entry_of(event_calendar(event, method="REQUEST"))["SUMMARY"] == "Abendtermin"


def test_nobody_but_the_recipient_is_named():
    content = event_calendar(make_event(), method="REQUEST", attendee_email="a@verein.example")

    assert content.count(b"ATTENDEE") == 1
    assert b"mailto:a@verein.example" in content.replace(b"\r\n ", b"")
    assert b"ATTENDEE" not in event_calendar(make_event(), method="PUBLISH")


def test_the_joining_link_is_for_those_who_come():
    event = make_event(mode=Mode.ONLINE, joining_url="https://video.portal.example/raum")

    assert b"video.portal" not in event_calendar(event, method="REQUEST")
    assert b"video.portal" not in event_calendar(event, method="PUBLISH")
    assert b"video.portal" in event_calendar(event, method="REQUEST", joining=True)


@pytest.mark.parametrize(
    ("status", "cancelled"), [(EventStatus.CANCELLED, False), (EventStatus.PUBLISHED, True)]
)
def test_a_cancelled_entry_says_so(status, cancelled):
    event = make_event(status=status)

    content = event_calendar(
        event, method="CANCEL", attendee_email="a@verein.example", cancelled=cancelled
    )

    assert b"METHOD:CANCEL" in content
    assert entry_of(content)["STATUS"] == "CANCELLED"


def test_an_address_for_the_office_alone_stands_in_no_calendar():
    venue = make_venue(street="Geheimweg 7", address_visibility=Visibility.OFFICE)
    event = make_event(venue=venue)

    for method in ("PUBLISH", "REQUEST"):
        assert b"Geheimweg" not in event_calendar(event, method=method)


def test_a_typed_line_break_forges_no_property():
    event = make_event(title="Fachtag\r\nATTENDEE:mailto:opfer@example.org")

    entry = entry_of(event_calendar(event, method="PUBLISH"))

    assert "ATTENDEE" not in entry


def test_several_events_make_one_calendar():
    content = events_calendar([make_event(), make_event()], name="Veranstaltungen")

    assert len(Calendar.from_ical(content).walk("VEVENT")) == 2


def test_the_subscription_holds_public_coming_events_that_pass_the_filters(client):
    make_event(title="Online dabei", mode=Mode.ONLINE)
    make_event(title="Vor Ort dabei")
    make_event(title="Netzwerktermin", visibility=EventVisibility.NETWORK, mode=Mode.ONLINE)

    response = client.get("/veranstaltungen/kalender.ics?format=online&kreis=99999")

    titles = [entry["SUMMARY"] for entry in Calendar.from_ical(response.content).walk("VEVENT")]
    assert titles == ["Online dabei"]
    assert response["Content-Type"].startswith("text/calendar")
