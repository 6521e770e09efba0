"""Whether and how one can take part in an event just now, for cards and pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from events.models import Event, EventStatus, EventVisibility

FEW = 5


class Taking(StrEnum):
    """How one takes part (Teilnahme) at the moment of reading."""

    CANCELLED = "cancelled"
    PAST = "past"
    INVITATION = "invitation"
    ELSEWHERE = "elsewhere"
    WITHOUT = "without"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    FREE = "free"
    FEW_LEFT = "few_left"
    WAITING_LIST = "waiting_list"


BADGES = {
    Taking.FEW_LEFT: ("warning", _("Few seats left")),
    Taking.WAITING_LIST: ("info", _("Waiting list")),
    Taking.CLOSED: ("info", _("Registration closed")),
    Taking.INVITATION: ("info", _("By invitation")),
}


@dataclass(frozen=True)
class PoolNumbers:
    """How a pool stands, see `counted_pools`."""

    seats: int
    taken: int
    taken_by_invited: int
    kept: int
    is_waiting: bool


@dataclass(frozen=True)
class Seats:
    """Seats of an event and how many of them everybody may still take."""

    total: int
    free: int


def public_seats(pools: Iterable[PoolNumbers]) -> Seats:
    """A pool with a queue has no free seats: they are promised."""
    free, total = 0, 0
    for pool in pools:
        total += pool.seats
        kept = max(pool.kept - pool.taken_by_invited, 0)
        if not pool.is_waiting:
            free += max(pool.seats - pool.taken - kept, 0)
    return Seats(total=total, free=free)


def taking_part(event: Event, seats: Seats, now: datetime) -> Taking:
    """What a reader may do; the places engine decides again when somebody registers."""
    if event.status == EventStatus.CANCELLED:
        return Taking.CANCELLED
    if event.status == EventStatus.CLOSED or event.ends_at <= now:
        return Taking.PAST
    if event.visibility == EventVisibility.INVITATION:
        return Taking.INVITATION
    if event.registration_url:
        return Taking.ELSEWHERE
    if seats.total == 0:
        return Taking.WITHOUT
    if event.registration_opens_at and now < event.registration_opens_at:
        return Taking.NOT_YET
    if now >= (event.registration_closes_at or event.starts_at):
        return Taking.CLOSED
    if seats.free == 0:
        return Taking.WAITING_LIST
    return Taking.FEW_LEFT if seats.free <= FEW else Taking.FREE


def badges(event: Event, taking: Taking) -> list[tuple[str, str]]:
    """Tone and text of what a reader must see at first glance."""
    if taking == Taking.CANCELLED:
        return [("danger", _("Cancelled"))]
    found: list[tuple[str, str]] = []
    if event.is_moved:
        found.append(("warning", _("New date")))
    if event.is_moved_online:
        found.append(("warning", _("Now online")))
    if taking in BADGES:
        found.append(BADGES[taking])
    return found
