"""Where one party stands in the event: seated, offered a seat, or how far back in the queue."""

from dataclasses import dataclass

from django.db.models import Q

from events.models import Claim, ClaimStatus, Party


@dataclass(frozen=True)
class Standing:
    """Where a party stands: its claim, its seat numbers, its place in the queue from 1."""

    claim: Claim | None
    numbers: list[int]
    position: int | None

    @property
    def is_seated(self) -> bool:
        return self.claim is not None and self.claim.status == ClaimStatus.SEATED

    @property
    def is_waiting(self) -> bool:
        return self.claim is not None and self.claim.status == ClaimStatus.WAITING

    @property
    def is_offered(self) -> bool:
        return self.claim is not None and self.claim.status == ClaimStatus.OFFERED


def standing_of(party: Party, *, pool_id: int | None = None) -> Standing:
    """In the event, or in one pool of it; two queries, three for who waits."""
    claims = party.claims.living()
    claims = claims.of_event() if pool_id is None else claims.filter(pool=pool_id)
    claim = claims.select_related("pool").prefetch_related("seats").first()
    if claim is None:
        return Standing(None, [], None)
    numbers = sorted(seat.number for seat in claim.seats.all())
    position = None
    if claim.status == ClaimStatus.WAITING:
        before = Q(since__lt=claim.since) | Q(since=claim.since, pk__lt=claim.pk)
        queue = Claim.objects.filter(pool=claim.pool, status=ClaimStatus.WAITING)
        position = queue.filter(before).count() + 1
    return Standing(claim, numbers, position)
