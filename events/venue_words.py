"""Where an event takes place, as those who come may know it."""

from events.models import Event
from organisations.models import Visibility


def place_for_guests(event: Event) -> str:
    """Name and address in one line, without an address that only the office may know."""
    venue = event.venue if event.is_on_site else None
    if venue is None:
        return ""
    parts = [venue.name]
    if venue.address_visibility in {Visibility.PUBLIC, Visibility.NETWORK}:
        parts.append(venue.street)
        parts.append(f"{venue.postcode} {venue.city}".strip())
    else:
        parts.append(venue.city)
    return ", ".join(part for part in parts if part)
