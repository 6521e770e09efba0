"""The places engine: seats are given under one order of locks, and every move is logged.

The event's pools by id first, then the party, then the rest; capacity changes too.
"""

from events.services.places.changing import change_party
from events.services.places.consents import living_consents, note_consents, withdraw
from events.services.places.entries import (
    AlreadyRegistered,
    GuestEntry,
    NeedsEntry,
    NoRoom,
    OfferEnded,
    PlacesRefused,
    RegistrationClosed,
    email_key,
    tidy_email,
)
from events.services.places.formats import follow_format
from events.services.places.parties import (
    accept_offer,
    cancel_party,
    confirm_party,
    register_party,
    wait_again,
)
from events.services.places.public import request_registration
from events.services.places.queue import replay
from events.services.places.sessions import SessionState, Slot, with_session_wishes
from events.services.places.standing import Standing, standing_of
from events.services.places.state import (
    KindState,
    PlaceState,
    explain_waiting,
    place_state,
)
from events.services.places.upkeep import allocate_event, keep_seats_moving

__all__ = [
    "AlreadyRegistered",
    "GuestEntry",
    "KindState",
    "NeedsEntry",
    "NoRoom",
    "OfferEnded",
    "PlaceState",
    "PlacesRefused",
    "RegistrationClosed",
    "SessionState",
    "Slot",
    "Standing",
    "accept_offer",
    "allocate_event",
    "cancel_party",
    "change_party",
    "confirm_party",
    "email_key",
    "explain_waiting",
    "follow_format",
    "keep_seats_moving",
    "living_consents",
    "note_consents",
    "place_state",
    "register_party",
    "replay",
    "request_registration",
    "standing_of",
    "tidy_email",
    "wait_again",
    "withdraw",
    "with_session_wishes",
]
