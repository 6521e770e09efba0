"""Calendar files and the calendar parts of mails: the one place that builds .ics."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime
from icalendar import Calendar, vCalAddress, vText
from icalendar import Event as CalendarEntry

from events.models import Event, EventStatus, VenueKind

PRODUCT = "-//KME NRW//Portal//DE"
# Names of these tell no belief on a locked screen; other venues go by their address alone.
NEUTRAL_VENUES = {VenueKind.PUBLIC_HALL, VenueKind.MINISTRY}


def event_calendar(
    event: Event,
    *,
    method: str,
    attendee_email: str | None = None,
    joining: bool = False,
    cancelled: bool = False,
) -> bytes:
    """One event as a calendar: CRLF, lines of at most 75 octets, times in UTC.

    `method` is PUBLISH for the file of a page, REQUEST or CANCEL for the part of a mail, whose
    title and place are neutral because they end up on locked screens and in shared calendars.
    `joining` adds the link to join online and is for those who come; `cancelled` tells a guest
    who does not come any more to forget it, though the event itself takes place.
    """
    calendar = new_calendar(method)
    entry = _entry(event, neutral=method != "PUBLISH")
    if cancelled:
        entry["STATUS"] = vText("CANCELLED")
    if method != "PUBLISH":
        entry["ORGANIZER"] = vCalAddress(f"mailto:{settings.OFFICE_EMAIL}")
    if attendee_email:
        attendee = vCalAddress(f"mailto:{attendee_email}")
        is_off = cancelled or event.status == EventStatus.CANCELLED
        attendee.params["PARTSTAT"] = vText("DECLINED" if is_off else "ACCEPTED")
        attendee.params["RSVP"] = vText("FALSE")
        entry.add("attendee", attendee, encode=0)
    if joining and (details := _joining_details(event)):
        entry.add("description", details)
    calendar.add_component(entry)
    return calendar.to_ical()


def events_calendar(events, *, name: str) -> bytes:
    """Several events as one calendar to subscribe to, with their public titles."""
    calendar = new_calendar("PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-published-ttl", "PT6H")
    for event in events:
        calendar.add_component(_entry(event, neutral=False))
    return calendar.to_ical()


def new_calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def event_uid(event: Event) -> str:
    """The same for every file and mail about this event, for ever."""
    return f"{event.uid}@{urlsplit(settings.PORTAL_URL).hostname}"


def short_url(event: Event) -> str:
    """Address of the page by its number, because the usual one spells out the title."""
    return settings.PORTAL_URL + reverse("events:short", kwargs={"uid": event.uid})


def page_url(event: Event) -> str:
    return settings.PORTAL_URL + event.get_absolute_url()


def _entry(event: Event, *, neutral: bool) -> CalendarEntry:
    entry = CalendarEntry()
    entry.add("uid", event_uid(event))
    entry.add("sequence", event.version)
    entry.add("dtstamp", _utc(event.updated_at))
    entry.add("last-modified", _utc(event.updated_at))
    entry.add("dtstart", _utc(event.starts_at))
    entry.add("dtend", _utc(event.ends_at))
    entry.add("summary", event.neutral_title if neutral else event.title)
    entry.add("status", "CANCELLED" if event.status == EventStatus.CANCELLED else "CONFIRMED")
    entry.add("url", short_url(event) if neutral else page_url(event))
    if location := event_location(event, neutral=neutral):
        entry.add("location", location)
    return entry


def event_location(event: Event, *, neutral: bool) -> str:
    """Place in one line; to everyone only what everyone may know of it.

    In mails it is the address, because only those who come get one, unless the office alone
    may know it.
    """
    venue = event.venue if event.is_on_site else None
    if venue is None:
        return ""
    if not neutral:
        return ", ".join(venue.public_lines)
    name = [venue.name] if venue.kind in NEUTRAL_VENUES else []
    return ", ".join([*name, *venue.guest_lines])


def _joining_details(event: Event) -> str:
    link = event.joining_url if event.is_online else ""
    return "\n".join(line for line in [link, event.joining_note] if line)


def _utc(moment: datetime) -> datetime:
    return localtime(moment, UTC).replace(microsecond=0)
