"""The queue of one pool in the database: read for the allocation, its moves written and told.

Every function here expects the event's pools to be locked.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from events.allocation import Kept, Move, Wish, allocate, free_numbers
from events.models import (
    Claim,
    ClaimStatus,
    Contingent,
    Event,
    EventStatus,
    Guest,
    Party,
    PartyStatus,
    PlaceMove,
    Pool,
    Seat,
)
from events.services.places.standing import Standing, standing_of
from kme_portal.mailings.services import enqueue

OFFERED_FROM = timedelta(hours=48)
"""Before that, seats that become free are given at once; afterwards they are offered."""
LONGEST_OFFER = timedelta(hours=12)
SHORTEST_OFFER = timedelta(minutes=30)

LETTERS = {
    "rest_of_party": "events.registration_seated",
    "moved_up": "events.registration_moved_up",
    "offered": "events.registration_offer",
}
SESSION_LETTER = "events.registration_session"


def pools_of(event_id: int) -> list[Pool]:
    """Those of the whole event, without parallel sessions; not locked."""
    return list(Pool.objects.filter(event_id=event_id, session=None).order_by("pk"))


def seats_are_offered(event: Event, now: datetime) -> bool:
    return event.starts_at - now < OFFERED_FROM


def offer_ends(event: Event, now: datetime) -> datetime:
    """A quarter of the time left, at most twelve hours, never beyond the beginning."""
    time = min(max((event.starts_at - now) / 4, SHORTEST_OFFER), LONGEST_OFFER)
    return min(now + time, event.starts_at)


def still_to_come(event: Event, now: datetime) -> bool:
    return event.status == EventStatus.PUBLISHED and event.starts_at > now


def claims_of(pool: Pool):
    """Living claims with their party, `size` and `numbers`, in the order of the queue."""
    guests = Guest.objects.filter(party=OuterRef("party")).order_by().values("party")
    seats = Seat.objects.filter(claim=OuterRef("pk")).order_by("number")
    return (
        Claim.objects.filter(pool=pool)
        .exclude(status=ClaimStatus.LEFT)
        .select_related("party")
        .annotate(
            size=Coalesce(Subquery(guests.annotate(n=Count("pk")).values("n")), 0),
            numbers=ArraySubquery(seats.values("number")),
        )
        .order_by("since", "pk")
    )


def wish_of(claim: Claim, *, is_willing: bool = False) -> Wish:
    return Wish(
        claim=claim.pk,
        since=claim.since,
        size=claim.size,
        least=claim.least,
        status=claim.status,
        numbers=tuple(claim.numbers),
        is_invited=claim.party.invitation_id is not None,
        organisation=claim.party.organisation_id,
        is_willing=is_willing,
    )


def kept_in(pool: Pool, now: datetime) -> list[Kept]:
    contingents = Contingent.objects.filter(pool=pool, until__gt=now).order_by("pk")
    return [
        Kept(seats=one.seats, organisation=one.organisation_id, for_invited=one.for_invited)
        for one in contingents
    ]


def settle(
    pool: Pool,
    *,
    event: Event,
    now: datetime,
    willing: Collection[int] = (),
) -> list[Move]:
    """Give what is free to who waits, and tell them.

    `willing` are claims whose people act just now: they need no offer, and their caller tells
    them.
    """
    if not still_to_come(event, now):
        return []
    claims = {claim.pk: claim for claim in claims_of(pool)}
    wishes = [wish_of(claim, is_willing=claim.pk in willing) for claim in claims.values()]
    # A seat in a session is never offered: its people come anyway.
    by_offer = pool.session_id is None and seats_are_offered(event, now)
    moves = allocate(pool.seats, wishes, kept_in(pool, now), by_offer=by_offer)
    if not moves:
        return []
    moved = [claims[move.claim].party_id for move in moves]
    unseated = Guest.objects.filter(party__in=moved).exclude(seats__pool=pool)
    guests: dict[int, list[Guest]] = {}
    for guest in unseated.order_by("order", "pk"):
        guests.setdefault(guest.party_id, []).append(guest)
    seats, log = [], []
    for move in moves:
        claim = claims[move.claim]
        if move.after != claim.status:
            claim.move_to(move.after)
            claim.offered_until = offer_ends(event, now) if move.after == "offered" else None
            claim.save(update_fields=["status", "offered_until"])
        for number, guest in zip(move.given, guests[claim.party_id], strict=False):
            seats.append(Seat(claim=claim, guest=guest, pool=pool, number=number))
        log.append(noted(claim, move.before, [*claim.numbers, *move.given], move.reason, now))
    Seat.objects.bulk_create(seats)
    PlaceMove.objects.bulk_create(log)
    if pool.session_id is None:
        _follow_moves(moves, claims, event=event, now=now)
    for move in moves:
        if move.claim not in willing:
            letter = LETTERS[move.reason] if pool.session_id is None else SESSION_LETTER
            tell(claims[move.claim].party, letter)
    return moves


def _follow_moves(moves: list[Move], claims: dict[int, Claim], *, event: Event, now) -> None:
    """Who has got seats in the event now gets, or queues for, those in the sessions."""
    seated = [claims[move.claim].party for move in moves if move.after == ClaimStatus.SEATED]
    wishes = Party.sessions.through.objects.filter(party__in=seated)
    with_wishes = set(wishes.values_list("party_id", flat=True))
    for party in seated:
        if party.pk in with_wishes:
            follow_sessions(party, event=event, now=now)


def follow_sessions(party: Party, *, event: Event, now: datetime) -> None:
    """Let the claims in parallel sessions be those that a party with seats has chosen."""
    wanted = {pool.pk: pool for pool in party.sessions.order_by("pk")}
    for claim in party.claims.living().of_sessions().select_related("pool").order_by("pool_id"):
        if claim.pool_id not in wanted:
            leave(claim, reason="left_session", now=now)
            settle(claim.pool, event=event, now=now)
        else:
            del wanted[claim.pool_id]
    # Read anew: the party may have been read before its guests changed.
    guests = list(Guest.objects.filter(party=party).order_by("order", "pk")) if wanted else []
    for pool in wanted.values():
        join(party, pool, guests, event=event, now=now)


@dataclass(frozen=True)
class Facts:
    """What a newcomer needs to know of a pool, read after the lock in one query."""

    numbers: list[int]
    waiting: int
    keeps: bool
    last_since: datetime | None

    @property
    def is_waited_for(self) -> bool:
        return self.waiting > 0


def facts_of(pool: Pool, now: datetime) -> Facts:
    waiting = Claim.objects.filter(pool=OuterRef("pk"), status=ClaimStatus.WAITING)
    row = (
        Pool.objects.filter(pk=pool.pk)
        .values_list(
            ArraySubquery(Seat.objects.filter(pool=OuterRef("pk")).values("number")),
            Coalesce(
                Subquery(waiting.order_by().values("pool").annotate(n=Count("pk")).values("n")), 0
            ),
            Exists(Contingent.objects.filter(pool=OuterRef("pk"), until__gt=now)),
            Subquery(waiting.order_by("-since").values("since")[:1]),
        )
        .get()
    )
    return Facts(*row)


def join(
    party: Party,
    pool: Pool,
    guests: Sequence[Guest],
    *,
    event: Event,
    now: datetime,
    least: int | None = None,
) -> Standing:
    """A new claim at the end of the queue, seated at once where that wrongs nobody.

    A full pool, and a free one that nobody waits for, need no look at the queue: between two
    transactions nobody waits who could have been seated.
    """
    size = len(guests)
    facts = facts_of(pool, now)
    # Who got the lock first is first in the queue, though another clicked a moment earlier:
    # the place in it that a page has told must not become a later one.
    since = max(now, facts.last_since or now)
    claim = Claim(party=party, pool=pool, since=since, least=min(least or size, size))
    free = pool.seats - len(facts.numbers)
    if not facts.is_waited_for and not facts.keeps and free >= size:
        claim.status = ClaimStatus.SEATED
        claim.save()
        numbers = list(islice(free_numbers(facts.numbers), size))
        Seat.objects.bulk_create(
            Seat(claim=claim, guest=guest, pool=pool, number=number)
            for guest, number in zip(guests, numbers, strict=True)
        )
        log(claim, "", numbers, "registered", now)
        return Standing(claim, numbers, None)
    claim.save()
    log(claim, "", [], "joined_queue", now)
    if free <= 0:
        return Standing(claim, [], facts.waiting + 1)
    settle(pool, event=event, now=now, willing={claim.pk})
    return standing_of(party, pool_id=pool.pk)


def leave(claim: Claim, *, reason: str, now: datetime) -> None:
    """Give back the claim's place in the queue and its seats; the caller settles the pool."""
    before = claim.status
    claim.move_to(ClaimStatus.LEFT)
    claim.offered_until = None
    claim.save(update_fields=["status", "offered_until"])
    Seat.objects.filter(claim=claim).delete()
    log(claim, before, [], reason, now)


def noted(claim: Claim, before: str, numbers: list[int], reason: str, now: datetime) -> PlaceMove:
    return PlaceMove(
        pool_id=claim.pool_id,
        claim_id=claim.pk,
        claim_key=claim.pk,
        happened_at=now,
        before=before,
        after=claim.status,
        numbers=sorted(numbers),
        reason=reason,
    )


def log(claim: Claim, before: str, numbers: list[int], reason: str, now: datetime) -> None:
    noted(claim, before, numbers, reason, now).save(force_insert=True)


def replay(pool: Pool) -> dict[int, list[int]]:
    """Seats by claim as the log of moves gives them: the same as those in the table."""
    held: dict[int, list[int]] = {}
    for claim_key, numbers in pool.moves.order_by("pk").values_list("claim_key", "numbers"):
        held[claim_key] = numbers
    return {claim_key: numbers for claim_key, numbers in held.items() if numbers}


def tell(party: Party, kind: str, *, is_saved: bool = True) -> None:
    """Note a letter about the present state of a party; a version is told once per kind.

    With `is_saved` False the caller saves the raised version with what else it changes.
    """
    party.version += 1
    if is_saved:
        Party.objects.filter(pk=party.pk).update(version=party.version)
    if party.email and party.status != PartyStatus.LAPSED:
        enqueue(kind, about=party, to=party.email, language=party.language, version=party.version)
