"""Parallel sessions (parallele Foren): what can be chosen at a time, and what a party chose.

Their places are pools like those of the event. A party has claims in the sessions it chose only
while it has its seats in the event, so that no room is full of people who do not come.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from events.models import AgendaItem, Party, Pool
from events.services.places.entries import PlacesRefused


@dataclass(frozen=True)
class SessionState:
    """A session that can be chosen: how many may still come, and how many people wait."""

    pool: Pool
    free: int
    waiting: int

    @property
    def item(self) -> AgendaItem:
        return self.pool.session


@dataclass(frozen=True)
class Slot:
    """Sessions at the same time, of which one can be chosen."""

    starts_at: datetime
    ends_at: datetime
    sessions: tuple[SessionState, ...]


def slots_of(sessions: Iterable[SessionState]) -> list[Slot]:
    """Sessions that overlap belong to one slot, one after the other to several."""
    slots: list[Slot] = []
    for one in sorted(sessions, key=lambda one: (one.item.starts_at, one.pool.pk)):
        starts_at = one.item.starts_at
        ends_at = one.item.ends_at or starts_at
        last = slots[-1] if slots else None
        if last and (starts_at < last.ends_at or starts_at == last.starts_at):
            ends_at = max(last.ends_at, ends_at)
            slots[-1] = Slot(last.starts_at, ends_at, (*last.sessions, one))
        else:
            slots.append(Slot(starts_at, ends_at, (one,)))
    return slots


def with_session_wishes(parties):
    """Adds `has_sessions`: whether the party wants to come to a parallel session."""
    wishes = Party.sessions.through.objects.filter(party_id=OuterRef("pk"))
    return parties.annotate(has_sessions=Exists(wishes))


def wish_sessions(party: Party, chosen: Sequence[int]) -> None:
    """Note the pools of the sessions that the party wants; raises PlacesRefused for two at once.

    Ids that belong to no session of this event are left out.
    """
    pools = list(
        Pool.objects.filter(
            pk__in=chosen, event=party.event_id, session__isnull=False, seats__gt=0
        ).select_related("session")
    )
    slots = slots_of(SessionState(pool, free=0, waiting=0) for pool in pools)
    if any(len(slot.sessions) > 1 for slot in slots):
        raise PlacesRefused(_("Please choose only one of the sessions that are at the same time."))
    party.sessions.set(pools)
    party.has_sessions = bool(pools)
