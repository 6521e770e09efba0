"""How things stand, in words for pages: free places, the queue, and one party in it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.allocation import why_waiting
from events.models import (
    Claim,
    ClaimStatus,
    Contingent,
    Event,
    Guest,
    Pool,
    PoolKind,
    Seat,
)
from events.registration_state import Seats, Taking, taking_part
from events.services.places.queue import claims_of, kept_in, wish_of
from events.services.places.sessions import SessionState, Slot, slots_of

REASONS = {
    Taking.CANCELLED: _("The event does not take place."),
    Taking.PAST: _("The event is over."),
    Taking.INVITATION: _("This event is by invitation only."),
    Taking.ELSEWHERE: _("Registration for this event is elsewhere."),
    Taking.WITHOUT: _("This event needs no registration."),
    Taking.NOT_YET: _("Registration has not opened yet."),
    Taking.CLOSED: _("Registration is closed."),
}


@dataclass(frozen=True)
class KindState:
    """Places of one kind: how many everybody may still take, and how many people wait."""

    pool: Pool
    kind: str
    seats: int
    free: int
    waiting: int

    @property
    def label(self) -> str:
        return str(PoolKind(self.kind).label)


@dataclass(frozen=True)
class PlaceState:
    taking: Taking
    kinds: tuple[KindState, ...]
    slots: tuple[Slot, ...] = ()
    """Times at which one of several parallel sessions can be chosen."""

    @property
    def is_open(self) -> bool:
        return self.taking in {Taking.FREE, Taking.FEW_LEFT, Taking.WAITING_LIST}

    @property
    def closed_reason(self):
        """Why nobody can register just now, as a sentence; empty while one can."""
        return REASONS.get(self.taking, "")

    @property
    def pools(self) -> list[Pool]:
        return [kind.pool for kind in self.kinds]

    @property
    def waiting(self) -> int:
        return sum(kind.waiting for kind in self.kinds)

    def free(self, kind: str) -> int:
        return sum(one.free for one in self.kinds if one.kind == kind)

    @property
    def free_on_site(self) -> int:
        return self.free(PoolKind.ON_SITE)

    @property
    def free_online(self) -> int:
        return self.free(PoolKind.ONLINE)


def place_state(event: Event, *, now: datetime | None = None) -> PlaceState:
    """One query. A kind that somebody waits for has no free places: they are promised."""
    now = now or timezone.now()
    pools = list(_counted(event, now))
    kinds = tuple(_kind_state(pool) for pool in pools if pool.session_id is None)
    sessions = [
        SessionState(pool, free=_free(pool), waiting=pool.people_waiting)
        for pool in pools
        if pool.session_id is not None
    ]
    seats = Seats(total=sum(kind.seats for kind in kinds), free=sum(kind.free for kind in kinds))
    return PlaceState(
        taking=taking_part(event, seats, now), kinds=kinds, slots=tuple(slots_of(sessions))
    )


def _counted(event: Event, now: datetime):
    seats = Seat.objects.filter(pool=OuterRef("pk")).order_by().values("pool")
    invited = seats.filter(claim__party__invitation__isnull=False)
    kept = Contingent.objects.filter(pool=OuterRef("pk"), until__gt=now).values("pool")
    waiting = Claim.objects.filter(pool=OuterRef("pk"), status=ClaimStatus.WAITING)
    guests = Guest.objects.filter(
        party__claims__pool=OuterRef("pk"), party__claims__status=ClaimStatus.WAITING
    )
    guests = guests.order_by().values("party__claims__pool")
    return (
        Pool.objects.filter(event=event, seats__gt=0)
        .select_related("session")
        .annotate(
            taken=_number(seats.annotate(n=Count("pk"))),
            taken_by_invited=_number(invited.annotate(n=Count("pk"))),
            kept=_number(kept.annotate(n=Sum("seats"))),
            people_waiting=_number(guests.annotate(n=Count("pk"))),
            is_waited_for=Exists(waiting),
        )
        .order_by("pk")
    )


def _number(rows) -> Coalesce:
    return Coalesce(Subquery(rows.values("n")), 0)


def _kind_state(pool: Pool) -> KindState:
    return KindState(pool, pool.kind, pool.seats, free=_free(pool), waiting=pool.people_waiting)


def _free(pool: Pool) -> int:
    kept = max(pool.kept - pool.taken_by_invited, 0)
    return 0 if pool.is_waited_for else max(pool.seats - pool.taken - kept, 0)


def explain_waiting(claim: Claim, *, now: datetime) -> str:
    """Why this claim waits, as the office would tell it on the telephone."""
    claims = list(claims_of(claim.pool))
    wishes = [wish_of(one) for one in claims]
    mine = next((wish for wish in wishes if wish.claim == claim.pk), None)
    if mine is None or mine.status != ClaimStatus.WAITING:
        return ""
    reason, room = why_waiting(mine, claim.pool.seats, wishes, kept_in(claim.pool, now))
    if reason == "full":
        return str(_("All seats are taken or offered."))
    if reason == "kept":
        return str(_("The free seats are kept for invited associations."))
    return str(
        _("%(size)s come together, and only %(room)s seats are free for them.")
        % {"size": mine.size, "room": room}
    )
