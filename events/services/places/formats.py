"""An event changes between on site, hybrid and online: its guests follow, and nobody is lost.

Places of a kind the event has no more are parked: their number is kept for the way back, and who
had or wanted them moves to the kind that is left, with the old place in the queue. Online there
is always room for who had a seat; a room has as many seats as it has, so there the last of them
wait. Who was moved by a change returns by the change back.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice

from django.db.models import OuterRef, Subquery, Sum

from events.allocation import free_numbers
from events.models import (
    Claim,
    ClaimStatus,
    Contingent,
    Event,
    Mode,
    Party,
    PlaceMove,
    Pool,
    PoolKind,
    Seat,
)
from events.services.places.queue import leave, log, settle

KINDS = {
    Mode.ON_SITE: {PoolKind.ON_SITE},
    Mode.ONLINE: {PoolKind.ONLINE},
    Mode.HYBRID: {PoolKind.ON_SITE, PoolKind.ONLINE},
}
REASON = "format_changed"


def follow_format(event: Event, pools: Iterable[Pool], *, now: datetime) -> None:
    """Bring the places in line with the event's new format; its `pools` are locked.

    The change itself is told to everybody by the caller; here only who moves up is written to.
    """
    main = {pool.kind: pool for pool in pools if pool.session_id is None}
    wanted = KINDS[Mode(event.mode)]
    if len(wanted) == 1 and len(main) == 1 and not wanted & main.keys():
        # The only pool changes sides and keeps claims and seats.
        [pool], [kind] = main.values(), wanted
        pool.kind = kind
        pool.save(update_fields=["kind"])
        return
    for kind in sorted(wanted & main.keys()):
        if _unpark(main[kind]) and len(wanted) > 1:
            _bring_back(main[kind], event, now)
    target = next((main[kind] for kind in wanted if kind in main), None)
    for kind in main.keys() - wanted:
        if target is not None:
            _move_all(main[kind], target, event, now)
            _park(main[kind])


def _park(pool: Pool) -> None:
    pool.parked_seats, pool.seats = pool.seats, 0
    pool.save(update_fields=["parked_seats", "seats"])


def _unpark(pool: Pool) -> bool:
    if not pool.parked_seats:
        return False
    pool.seats, pool.parked_seats = pool.parked_seats, 0
    pool.save(update_fields=["parked_seats", "seats"])
    return True


def _move_all(source: Pool, target: Pool, event: Event, now: datetime) -> None:
    Contingent.objects.filter(pool=source).update(pool=target)
    claims = list(source.claims.living().order_by("since", "pk"))
    if target.kind == PoolKind.ONLINE:
        _make_room(target, claims, now)
    _move(claims, target, event, now)
    Party.objects.living().filter(pool=source).update(pool=target)


def _make_room(target: Pool, claims: Sequence[Claim], now: datetime) -> None:
    """Online, who had a seat keeps one: there are as many as are needed."""
    coming = Seat.objects.filter(claim__in=claims, claim__status=ClaimStatus.SEATED).count()
    there = Seat.objects.filter(pool=target).count()
    kept = Contingent.objects.filter(pool=target, until__gt=now).aggregate(n=Sum("seats"))["n"]
    needed = there + coming + (kept or 0)
    if needed > target.seats:
        target.seats = needed
        target.save(update_fields=["seats"])


def _bring_back(pool: Pool, event: Event, now: datetime) -> None:
    """Who only followed the format returns to the kind of places chosen before."""
    last = PlaceMove.objects.filter(pool=pool, claim__party=OuterRef("party")).order_by("-pk")
    away = (
        Claim.objects.living()
        .of_event()
        .filter(pool__event=event)
        .exclude(pool=pool)
        .annotate(left_by=Subquery(last.values("reason")[:1]))
        .filter(left_by=REASON)
    )
    _move(list(away.order_by("since", "pk")), pool, event, now)


def _move(claims: Sequence[Claim], target: Pool, event: Event, now: datetime) -> None:
    """Who had seats first, each in the order of the queue."""
    had_seats = [claim for claim in claims if claim.status == ClaimStatus.SEATED]
    moved = [_moved(claim, target, now) for claim in had_seats]
    if target.kind == PoolKind.ONLINE:
        _seat(moved, target, now)
    settle(target, event=event, now=now, willing={claim.pk for claim in moved})
    for claim in moved:
        claim.refresh_from_db()
        if claim.status == ClaimStatus.WAITING:
            _leave_sessions(claim.party, event, now)
    for claim in claims:
        if claim not in had_seats:
            _moved(claim, target, now)
    settle(target, event=event, now=now)


def _moved(claim: Claim, target: Pool, now: datetime) -> Claim:
    party = claim.party
    leave(claim, reason=REASON, now=now)
    party.pool = target
    party.save(update_fields=["pool", "updated_at"])
    new = Claim.objects.create(party=party, pool=target, since=claim.since, least=claim.least)
    log(new, "", [], REASON, now)
    return new


def _seat(claims: Iterable[Claim], pool: Pool, now: datetime) -> None:
    """Past the queue, for which room was made as well: these had seats before."""
    taken = set(Seat.objects.filter(pool=pool).values_list("number", flat=True))
    for claim in claims:
        guests = list(claim.party.guests.all())
        numbers = list(islice(free_numbers(taken), len(guests)))
        if len(taken) + len(numbers) > pool.seats:
            return
        claim.move_to(ClaimStatus.SEATED)
        claim.save(update_fields=["status"])
        Seat.objects.bulk_create(
            Seat(claim=claim, guest=guest, pool=pool, number=number)
            for guest, number in zip(guests, numbers, strict=True)
        )
        taken.update(numbers)
        log(claim, ClaimStatus.WAITING, numbers, REASON, now)


def _leave_sessions(party: Party, event: Event, now: datetime) -> None:
    for claim in party.claims.living().of_sessions().select_related("pool").order_by("pool_id"):
        leave(claim, reason=REASON, now=now)
        settle(claim.pool, event=event, now=now)
