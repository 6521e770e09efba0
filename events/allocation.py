"""Who gets which places: a pure function over the queue of one pool, without database or clock.

The rules, in this order:

1. No more seats are taken than there are; an offer holds its seats.
2. Whoever waits longest comes first; a party that does not fit lets smaller ones pass, because
   no seat may be left over while people wait.
3. A party is seated together, or in its `least` number; the rest follow when seats become free.
4. Seats kept for some (Kontingent) are free for these alone.
5. The lowest free number is given first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

WAITING, OFFERED, SEATED = "waiting", "offered", "seated"


@dataclass(frozen=True)
class Wish:
    """A living claim as the allocation sees it: `size` guests, `numbers` of the seats it holds."""

    claim: int
    since: datetime
    size: int
    least: int
    status: str = WAITING
    numbers: tuple[int, ...] = ()
    is_invited: bool = False
    organisation: int | None = None
    is_willing: bool = False
    """Has said so just now, so that no offer needs to be accepted."""

    @property
    def missing(self) -> int:
        return max(self.size - len(self.numbers), 0)


@dataclass(frozen=True)
class Kept:
    """Seats kept for an association, for all invited, or (neither) by the office for nobody yet."""

    seats: int
    organisation: int | None = None
    for_invited: bool = False

    def is_open_to(self, wish: Wish) -> bool:
        if self.organisation is not None:
            return wish.organisation == self.organisation
        return self.for_invited and wish.is_invited


def together(kept: Iterable[Kept]) -> list[Kept]:
    """One entry for each of whom seats are kept for: a guest uses up one kept seat, not two."""
    seats: Counter = Counter()
    for one in kept:
        seats[one.organisation, one.for_invited and one.organisation is None] += one.seats
    return [Kept(number, *whom) for whom, number in seats.items()]


@dataclass(frozen=True)
class Move:
    """What changes for a claim: its status, and the seats it gets in addition."""

    claim: int
    before: str
    after: str
    given: tuple[int, ...]
    reason: str


@dataclass
class Taken:
    """How many seats are taken, of them by invited and by each association."""

    total: int
    by_invited: int
    by_organisation: Counter

    @classmethod
    def of(cls, wishes: Iterable[Wish]) -> "Taken":
        taken = cls(0, 0, Counter())
        for wish in wishes:
            taken.add(wish, len(wish.numbers))
        return taken

    def add(self, wish: Wish, seats: int) -> None:
        self.total += seats
        if wish.is_invited:
            self.by_invited += seats
        if wish.organisation is not None:
            self.by_organisation[wish.organisation] += seats

    def still_kept(self, kept: Sequence[Kept], wish: Wish) -> int:
        """Seats that wait for others than this party."""
        by_name = sum(
            min(one.seats, self.by_organisation[one.organisation])
            for one in kept
            if one.organisation is not None
        )
        waiting = 0
        for one in kept:
            if one.is_open_to(wish):
                continue
            if one.organisation is not None:
                used = self.by_organisation[one.organisation]
            elif one.for_invited:
                used = max(self.by_invited - by_name, 0)
            else:
                used = 0
            waiting += max(one.seats - used, 0)
        return waiting


def allocate(
    seats: int, wishes: Iterable[Wish], kept: Sequence[Kept] = (), *, by_offer: bool = False
) -> list[Move]:
    """Moves that settle a pool of so many seats; none when nothing can be given.

    `wishes` are all living claims of the pool, in any order. With `by_offer`, who waited gets
    an offer in place of the seat.
    """
    kept = together(kept)
    queue = sorted(wishes, key=lambda wish: (wish.since, wish.claim))
    taken = Taken.of(queue)
    numbers = free_numbers(number for wish in queue for number in wish.numbers)
    moves = []
    for wish in queue:
        if wish.status == OFFERED or not wish.missing:
            continue
        free = seats - taken.total
        if free <= 0:
            break
        room = min(free - taken.still_kept(kept, wish), wish.missing)
        at_least = 1 if wish.numbers else min(wish.least, wish.size)
        if room < max(at_least, 1):
            continue
        moves.append(_seat(wish, [next(numbers) for _ in range(room)], by_offer=by_offer))
        taken.add(wish, room)
    return moves


def _seat(wish: Wish, given: list[int], *, by_offer: bool) -> Move:
    if wish.status == SEATED:
        after, reason = SEATED, "rest_of_party"
    elif by_offer and not wish.is_willing:
        after, reason = OFFERED, "offered"
    else:
        after, reason = SEATED, "registered" if wish.is_willing else "moved_up"
    return Move(wish.claim, wish.status, after, tuple(given), reason)


def free_numbers(taken: Iterable[int]) -> Iterator[int]:
    """Numbers nobody has, from the lowest; above the number of seats too, where seats became
    fewer than their highest number."""
    known = set(taken)
    number = 0
    while True:
        number += 1
        if number not in known:
            yield number


def why_waiting(
    wish: Wish, seats: int, wishes: Iterable[Wish], kept: Sequence[Kept] = ()
) -> tuple[str, int]:
    """The reason ("full", "kept", "too_few") and how many seats this party could have now."""
    kept = together(kept)
    taken = Taken.of(wishes)
    free = max(seats - taken.total, 0)
    room = max(free - taken.still_kept(kept, wish), 0)
    if not free:
        return "full", 0
    return ("kept", 0) if not room else ("too_few", room)


def apply(wishes: Iterable[Wish], moves: Iterable[Move]) -> list[Wish]:
    """The queue after these moves."""
    by_claim = {move.claim: move for move in moves}
    after = []
    for wish in wishes:
        move = by_claim.get(wish.claim)
        if move is not None:
            wish = replace(wish, status=move.after, numbers=wish.numbers + move.given)
        after.append(wish)
    return after
