"""What the page of an event tells, in words; shared by the page and the office's preview."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Event, EventVisibility
from events.models.venues import public_place_lines
from events.registration_state import (
    PoolNumbers,
    Seats,
    Taking,
    badges,
    public_seats,
    taking_part,
)
from events.structured import structured_event
from events.templatetags.events import DateBlock, moment, span
from kme_portal.base.registries import panels_for
from organisations.models import Visibility


@dataclass(frozen=True)
class AgendaRow:
    time: str
    title: str
    people: str
    room: str
    is_german: bool


def event_page(event: Event, readable: Collection[str], request, now: datetime) -> dict:
    """Context of the page for an event that was read with `for_page`."""
    lists = event.lists
    seats = public_seats(PoolNumbers(**row) for row in lists["pools"])
    taking = taking_part(event, seats, now)
    venue = lists["venue"][0] if lists["venue"] and event.is_on_site else None
    agenda = [agenda_row(row) for row in lists["agenda"]]
    documents = [row for row in lists["documents"] if row["visibility"] in readable]
    parts = [row for row in lists["parts"] if may_be_named(row["visibility"], readable)]
    panels = panels_for("event.page", event, request)
    return {
        "event": event,
        "lists": lists,
        "date": DateBlock.of(event.starts_at),
        "taking": taking,
        "seats": seats,
        "how": how_to_take_part(event, taking, seats),
        "register_url": register_url(event, taking),
        "badges": badges(event, taking),
        "venue": venue,
        "venue_lines": venue_lines(venue, readable) if venue else [],
        "is_address_shown": bool(venue) and venue["address_visibility"] in readable,
        "has_main": bool(event.description or agenda or documents or parts or panels),
        "agenda": agenda,
        "documents": documents,
        "parts": parts,
        "part_of": [row for row in lists["part_of"] if may_be_named(row["visibility"], readable)],
        "organisers": [
            (row["name"], profile_url(row["slug"]) if row["listed"] else None)
            for row in lists["organisers"] + lists["co_organisers"]
        ],
        "panels": panels,
        "structured": structured_event(event, lists),
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


def venue_lines(venue: dict, readable: Collection[str]) -> list[str]:
    return public_place_lines(
        *(venue[part] for part in ("name", "street", "postcode", "city", "address_visibility")),
        readable=readable,
    )


def agenda_row(row: dict) -> AgendaRow:
    starts_at = datetime.fromisoformat(row["starts_at"])
    ends_at = datetime.fromisoformat(row["ends_at"]) if row["ends_at"] else None
    return AgendaRow(
        time=span(starts_at, ends_at),
        title=row["title"] or "",
        people=row["people"] or "",
        room=row["room"] or "",
        is_german=row["is_german"],
    )


def may_be_named(visibility: str, readable: Collection[str]) -> bool:
    if visibility == EventVisibility.PUBLIC:
        return True
    return visibility == EventVisibility.NETWORK and Visibility.NETWORK in readable


def profile_url(slug: str) -> str | None:
    try:
        return reverse("organisations:profile", kwargs={"slug": slug})
    except NoReverseMatch:
        return None
