"""A registration is changed: other or fewer or more guests, another way to take part."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from events.models import Claim, ClaimStatus, Guest, Party, PartyStatus
from events.services.places.entries import (
    GuestEntry,
    NeedsEntry,
    NoRoom,
    PlacesRefused,
    tidy_email,
)
from events.services.places.parties import (
    choose_pool,
    letter_of,
    lock_party,
    refuse_when_over,
    write_needs,
)
from events.services.places.queue import (
    facts_of,
    follow_sessions,
    join,
    leave,
    log,
    pools_of,
    settle,
    tell,
)
from events.services.places.sessions import wish_sessions


@transaction.atomic
def change_party(
    *,
    party_id: int,
    guests: Sequence[GuestEntry],
    pool_kind: str,
    needs: NeedsEntry | None,
    sessions: Sequence[int] | None = None,
    now: datetime,
) -> Party:
    """Let other or fewer or more guests come; who stays keeps the seat.

    `needs` and `sessions` None keep those given before. More guests need free seats that nobody
    waits for; nobody loses a seat by a change that cannot be had. Raises NoRoom,
    RegistrationClosed, PlacesRefused.
    """
    party = lock_party(party_id)
    if party.status not in {PartyStatus.UNCONFIRMED, PartyStatus.CONFIRMED}:
        raise PlacesRefused(_("This registration has ended. Please register again."))
    refuse_when_over(party.event, now)
    if not guests:
        raise PlacesRefused(_("Please say who comes."))
    pool = party.pool
    if pool_kind and (pool is None or pool.kind != pool_kind):
        pool = choose_pool(pools_of(party.event_id), pool_kind)
    claim = party.claims.living().of_event().first()
    size_before = len(party.guests.all())
    is_waited_for = pool is not None and facts_of(pool, now).is_waited_for
    people = _write_guests(party, guests)
    if needs is not None:
        write_needs(party, needs)
    moved, party.pool = pool != party.pool, pool
    party.save(update_fields=["pool", "updated_at"])
    if sessions is not None:
        wish_sessions(party, sessions)
    if party.status == PartyStatus.UNCONFIRMED:
        return party
    if moved and pool is not None:
        claim = _change_pool(party, claim, people, now)
    elif claim is not None:
        grows = len(people) > size_before
        if grows and claim.status != ClaimStatus.WAITING and is_waited_for:
            raise NoRoom(_no_room_for_more())
        _change_size(claim, size_before, len(people), party, now)
    if pool is None or (claim is not None and claim.status == ClaimStatus.SEATED):
        _change_sessions(party, len(people), now)
    tell(party, letter_of(claim))
    return party


def _no_room_for_more():
    return _("There are no free seats for more people. Your registration stays as it was.")


def _change_pool(party: Party, claim: Claim | None, people: list[Guest], now: datetime) -> Claim:
    had_seats = claim is not None and claim.status != ClaimStatus.WAITING
    new = join(party, party.pool, people, event=party.event, now=now).claim
    if had_seats and new.status != ClaimStatus.SEATED:
        raise NoRoom(
            _("There is no free seat of the other kind. Your registration stays as it was.")
        )
    if claim is not None:
        old_pool = claim.pool
        leave(claim, reason="changed_kind", now=now)
        settle(old_pool, event=party.event, now=now)
    return new


def _change_size(claim: Claim, before: int, after: int, party: Party, now: datetime) -> None:
    numbers = list(claim.seats.order_by("number").values_list("number", flat=True))
    was_together = claim.least >= before
    claim.least = after if was_together else min(claim.least, after)
    claim.save(update_fields=["least"])
    log(claim, claim.status, numbers, "changed", now)
    settle(claim.pool, event=party.event, now=now, willing={claim.pk})
    claim.refresh_from_db()
    grown = after > before and claim.status != ClaimStatus.WAITING
    if grown and claim.seats.count() < len(numbers) + after - before:
        raise NoRoom(_no_room_for_more())


def _change_sessions(party: Party, size: int, now: datetime) -> None:
    """The sessions follow the guests; where a room is too small, the rest waits for it."""
    follow_sessions(party, event=party.event, now=now)
    for claim in party.claims.living().of_sessions().select_related("pool").order_by("pool_id"):
        numbers = list(claim.seats.order_by("number").values_list("number", flat=True))
        claim.least = size if claim.status == ClaimStatus.WAITING else min(claim.least, size)
        claim.save(update_fields=["least"])
        log(claim, claim.status, numbers, "changed", now)
        settle(claim.pool, event=party.event, now=now, willing={claim.pk})


def _write_guests(party: Party, entries: Sequence[GuestEntry]) -> list[Guest]:
    """Who stays by name keeps row and seat; a corrected name takes over the row of who left."""
    spare = list(party.guests.all())
    matched: list[Guest | None] = []
    for entry in entries:
        same = (guest for guest in spare if guest.name.casefold() == entry.name.casefold())
        guest = next(same, None)
        if guest is not None:
            spare.remove(guest)
        matched.append(guest)
    people = []
    for order, (entry, guest) in enumerate(zip(entries, matched, strict=True)):
        guest = guest or (spare.pop(0) if spare else Guest(party=party))
        guest.name, guest.email, guest.order = entry.name, tidy_email(entry.email), order
        guest.save()
        people.append(guest)
    Guest.objects.filter(pk__in=[guest.pk for guest in spare]).delete()
    return people
