"""An event in the words of schema.org, for search engines: what everybody may know of it."""

import json
from datetime import datetime

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from events.calendars import page_url
from events.models import Event, EventStatus, EventVisibility, Mode
from events.models.venues import ROUGHLY_PUBLIC
from organisations.models import Visibility

ATTENDANCE = {
    Mode.ON_SITE: "OfflineEventAttendanceMode",
    Mode.ONLINE: "OnlineEventAttendanceMode",
    Mode.HYBRID: "MixedEventAttendanceMode",
}
OFFICE = "Koordinierungsstelle Muslimisches Engagement in NRW"
# So that no text can end the element it stands in.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def structured_event(event: Event, lists: dict) -> SafeString:
    """JSON-LD for the page of an event read with `for_page`; "" unless it is for everybody."""
    if event.visibility != EventVisibility.PUBLIC or event.status == EventStatus.DRAFT:
        return SafeString("")
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "url": page_url(event),
        "startDate": _moment(event.starts_at),
        "endDate": _moment(event.ends_at),
        "eventStatus": f"https://schema.org/{_status(event)}",
        "eventAttendanceMode": f"https://schema.org/{ATTENDANCE[Mode(event.mode)]}",
        "location": _locations(event, lists),
        "organizer": [
            {"@type": "Organization", "name": row["name"]}
            for row in lists["organisers"] + lists["co_organisers"]
        ]
        or [{"@type": "Organization", "name": OFFICE}],
    }
    if event.summary:
        data["description"] = event.summary
    if event.is_moved:
        data["previousStartDate"] = _moment(event.previous_starts_at)
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(text)  # noqa: S308 - escaped in the line above


def _moment(value: datetime) -> str:
    return timezone.localtime(value).isoformat(timespec="minutes")


def _status(event: Event) -> str:
    if event.status == EventStatus.CANCELLED:
        return "EventCancelled"
    if event.is_moved:
        return "EventRescheduled"
    return "EventMovedOnline" if event.is_moved_online else "EventScheduled"


def _locations(event: Event, lists: dict) -> list[dict]:
    """The link to join is never among them; online leads to the page."""
    found: list[dict] = []
    if event.is_on_site and lists["venue"]:
        found += _places(lists["venue"][0])
    if event.is_online:
        found.append({"@type": "VirtualLocation", "url": page_url(event)})
    return found


def _places(venue: dict) -> list[dict]:
    if venue["address_visibility"] not in ROUGHLY_PUBLIC:
        return []
    address = {
        "@type": "PostalAddress",
        "addressLocality": venue["city"],
        "addressRegion": "NW",
        "addressCountry": "DE",
    }
    if venue["address_visibility"] != Visibility.PUBLIC:
        return [{"@type": "Place", "name": venue["city"], "address": address}]
    address |= {"streetAddress": venue["street"], "postalCode": venue["postcode"]}
    return [{"@type": "Place", "name": venue["name"], "address": address}]
