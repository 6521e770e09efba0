"""What the page of an event tells, in words; shared by the page and the office's preview."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Event, EventVisibility
from events.registration_state import Seats, Taking, badges, public_seats, taking_part
from events.templatetags.events import moment, span
from kme_portal.base.registries import panels_for
from organisations.models import Visibility


@dataclass(frozen=True)
class AgendaRow:
    time: str
    title: str
    people: str
    room: str


def event_page(event: Event, readable: Collection[str], request, now: datetime) -> dict:
    """Context of the page for an event that was read with `for_page`."""
    seats = public_seats(event)
    taking = taking_part(event, seats, now)
    return {
        "event": event,
        "taking": taking,
        "seats": seats,
        "how": how_to_take_part(event, taking, seats),
        "register_url": register_url(event, taking),
        "badges": badges(event, taking),
        "venue_lines": venue_lines(event, readable),
        "agenda": [agenda_row(row) for row in event.agenda_rows],
        "documents": [d for d in event.document_rows if d["visibility"] in readable],
        "parts": [part for part in event.part_rows if may_be_named(part["visibility"], readable)],
        "part_of": event.part_of if is_shown(event.part_of, readable) else None,
        "organisers": organisers(event),
        "panels": panels_for("event.page", event, request),
        "is_preview": False,
    }


def how_to_take_part(event: Event, taking: Taking, seats: Seats) -> str:
    """One or two plain sentences for the state the registration is in."""
    if taking == Taking.FREE:
        return _("There are free seats. Your seat is yours once you have confirmed your e-mail.")
    if taking == Taking.FEW_LEFT:
        return ngettext(
            "%(free)s seat is left. It is yours once you have confirmed your e-mail.",
            "%(free)s seats are left. Yours is taken once you have confirmed your e-mail.",
            seats.free,
        ) % {"free": seats.free}
    if taking == Taking.NOT_YET:
        return _("Registration opens on %(moment)s.") % {
            "moment": moment(event.registration_opens_at)
        }
    return {
        Taking.CANCELLED: _("This event does not take place."),
        Taking.PAST: _("This event is over."),
        Taking.INVITATION: _(
            "Associations take part by invitation. Answer with the link in your invitation."
        ),
        Taking.ELSEWHERE: _("You register on another organiser’s site."),
        Taking.WITHOUT: _("You need not register. Just come along."),
        Taking.CLOSED: _("Registration is closed. Call us if you would still like to come."),
        Taking.WAITING_LIST: _(
            "All seats are taken. Put yourself on the waiting list: when a seat becomes free, "
            "you move up and get a mail."
        ),
    }[taking]


def register_url(event: Event, taking: Taking) -> str | None:
    if taking == Taking.ELSEWHERE:
        return event.registration_url
    if taking in {Taking.FREE, Taking.FEW_LEFT, Taking.WAITING_LIST}:
        try:
            return reverse("events:register", kwargs={"slug": event.slug})
        except NoReverseMatch:
            return None
    return None


def venue_lines(event: Event, readable: Collection[str]) -> list[str]:
    """Name and address as far as this reader may know it; the city always."""
    venue = event.venue if event.is_on_site else None
    if venue is None:
        return []
    if venue.address_visibility in readable:
        return [
            line
            for line in (venue.name, venue.street, f"{venue.postcode} {venue.city}".strip())
            if line
        ]
    return [venue.name, venue.city]


def agenda_row(row: dict) -> AgendaRow:
    starts_at = datetime.fromisoformat(row["starts_at"])
    ends_at = datetime.fromisoformat(row["ends_at"]) if row["ends_at"] else None
    return AgendaRow(
        time=span(starts_at, ends_at),
        title=row["title"] or "",
        people=row["people"] or "",
        room=row["room"] or "",
    )


def may_be_named(visibility: str, readable: Collection[str]) -> bool:
    if visibility == EventVisibility.PUBLIC:
        return True
    return visibility == EventVisibility.NETWORK and Visibility.NETWORK in readable


def is_shown(other: Event | None, readable: Collection[str]) -> bool:
    return (
        other is not None
        and other.published_at is not None
        and may_be_named(other.visibility, readable)
    )


def organisers(event: Event) -> list[tuple[str, str | None]]:
    """Name and, only of associations in the public directory, the address of the profile."""
    found = []
    if event.organiser is not None:
        found.append((event.organiser.name, event.organiser.slug, event.organiser_is_listed))
    found += [(row["name"], row["slug"], row["listed"]) for row in event.co_organiser_rows]
    return [(name, profile_url(slug) if listed else None) for name, slug, listed in found]


def profile_url(slug: str) -> str | None:
    try:
        return reverse("organisations:profile", kwargs={"slug": slug})
    except NoReverseMatch:
        return None
