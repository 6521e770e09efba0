"""Where an event takes place, as far as somebody who registered may know it."""

from events.calendars import event_location
from events.models import Event, Party, PartyStatus, PoolKind
from events.services.places.standing import Standing


def is_coming(party: Party, standing: Standing) -> bool:
    """Confirmed and with a seat, or for an event that counts none."""
    return party.status == PartyStatus.CONFIRMED and (party.pool_id is None or standing.is_seated)


def takes_part_online(party: Party, standing: Standing) -> bool:
    """Seated online, or, while there is no claim yet, wishing to be."""
    pool = standing.claim.pool if standing.claim else party.pool
    return pool.kind == PoolKind.ONLINE if pool else not party.event.is_on_site


def may_join_online(party: Party, standing: Standing) -> bool:
    """Who is sent the link: where nobody counts places of a hybrid event, everybody who comes."""
    pool = standing.claim.pool if standing.claim else party.pool
    return pool.kind == PoolKind.ONLINE if pool else party.event.is_online


def place_for(party: Party, standing: Standing) -> str:
    """Name and address in one line. An address that is not public is told only to who comes."""
    if is_coming(party, standing):
        return place_for_guests(party.event)
    return event_location(party.event, neutral=False)


def place_for_guests(event: Event) -> str:
    """For who is invited or comes: of an address that only the office may know, name and town."""
    venue = event.venue if event.is_on_site else None
    if venue is None:
        return ""
    return ", ".join([venue.name, *venue.guest_lines])
