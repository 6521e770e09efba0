"""What a guest, an invited association or the office does with a registration (Anmeldung)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from events.models import (
    Claim,
    ClaimStatus,
    Event,
    EventStatus,
    Guest,
    Needs,
    Party,
    PartyStatus,
    Pool,
)
from events.services.locks import lock_pools
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
from events.services.places.queue import (
    facts_of,
    join,
    leave,
    log,
    pools_of,
    settle,
    tell,
)
from events.services.places.standing import Standing, standing_of
from kme_portal.accounts.models import Channel, Consent


@transaction.atomic
def register_party(
    *,
    event_id: int,
    email: str,
    language: str,
    guests: Sequence[GuestEntry],
    pool_kind: str,
    needs: NeedsEntry | None = None,
    organisation_id: int | None = None,
    invitation_id: int | None = None,
    confirmed: bool,
    least: int | None = None,
    now: datetime,
) -> Party:
    """Note who wants to come; `confirmed` ones (invited, by telephone) get their seats at once.

    An empty `pool_kind` takes the only or first kind there is. `least` is the number of seats
    with which the party would come as well; by default all come together or wait together.
    Raises AlreadyRegistered, RegistrationClosed, PlacesRefused.
    """
    pools = main_pools(lock_pools(event_id)) if confirmed else pools_of(event_id)
    event = Event.objects.get(pk=event_id)
    refuse_when_over(event, now)
    if not guests:
        raise PlacesRefused(_("Please say who comes."))
    email = tidy_email(email)
    typed = Party(
        event=event,
        invitation_id=invitation_id,
        organisation_id=organisation_id,
        pool=choose_pool(pools, pool_kind),
        email=email,
        email_key=email_key(email) if email else "",
        language=language,
        status=PartyStatus.CONFIRMED if confirmed else PartyStatus.UNCONFIRMED,
        confirmed_at=now if confirmed else None,
    )
    party, is_new = insert(typed)
    if not is_new:
        raise AlreadyRegistered(party)
    people = [
        Guest(party=party, name=guest.name, email=tidy_email(guest.email), order=order)
        for order, guest in enumerate(guests)
    ]
    Guest.objects.bulk_create(people)
    if needs:
        write_needs(party, needs)
    if confirmed:
        party.standing = _take_places(party, people, event=event, least=least, now=now)
        party.save(update_fields=["version"])
    return party


def insert(party: Party) -> tuple[Party, bool]:
    """The party and True, or the living one of this address or invitation and False.

    Of many at once one gets in; the others wait for it and find it.
    """
    Party.objects.bulk_create([party], ignore_conflicts=True)
    mine = Party.objects.living().filter(event_id=party.event_id)
    if party.invitation_id is not None:
        mine = mine.filter(invitation_id=party.invitation_id)
    elif party.email_key:
        mine = mine.filter(email_key=party.email_key, invitation=None)
    else:
        mine = mine.filter(public_id=party.public_id)
    found = mine.get()
    found.event = party.event
    if found.public_id != party.public_id:
        return found, False
    found.pool = party.pool
    return found, True


@transaction.atomic
def confirm_party(*, party_id: int, known: Party | None = None, now: datetime) -> Party:
    """Give the places that are free, or one in the queue (Bestätigung); twice is once.

    The party returned knows its `standing`. `known` is the same party as read before, whose
    event and pool are not read again. Raises RegistrationClosed, IllegalTransition when it was
    cancelled or has lapsed.
    """
    party = lock_party(party_id) if known is None else _lock_known(known)
    if party.status == PartyStatus.CONFIRMED:
        party.standing = standing_of(party)
        return party
    refuse_when_over(party.event, now)
    party.move_to(PartyStatus.CONFIRMED)
    party.confirmed_at = now
    # Who shows the party next need not read them again.
    prefetch_related_objects([party], "guests")
    party.standing = _take_places(party, list(party.guests.all()), event=party.event, now=now)
    party.save(update_fields=["status", "confirmed_at", "version", "updated_at"])
    return party


def _take_places(
    party: Party,
    guests: list[Guest],
    *,
    event: Event,
    least: int | None = None,
    now: datetime,
) -> Standing:
    """The caller saves the party, whose version the letter raises."""
    standing = Standing(None, [], None)
    if party.pool is not None:
        standing = join(party, party.pool, guests, event=event, least=least, now=now)
    tell(party, _letter_of(standing.claim), is_saved=False)
    return standing


def _letter_of(claim: Claim | None) -> str:
    if claim is None or claim.status == ClaimStatus.SEATED:
        return "events.registration_seated"
    return "events.registration_waiting"


@transaction.atomic
def change_party(
    *,
    party_id: int,
    guests: Sequence[GuestEntry],
    pool_kind: str,
    needs: NeedsEntry | None,
    now: datetime,
) -> Party:
    """Let other or fewer or more guests come; who stays keeps the seat.

    `needs` None keeps those given before. More guests need free seats that nobody waits for;
    nobody loses a seat by a change that cannot be had. Raises NoRoom, RegistrationClosed,
    PlacesRefused.
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
    claim = party.claims.exclude(status=ClaimStatus.LEFT).first()
    size_before = len(party.guests.all())
    is_waited_for = pool is not None and facts_of(pool, now).is_waited_for
    people = _write_guests(party, guests)
    if needs is not None:
        write_needs(party, needs)
    moved, party.pool = pool != party.pool, pool
    party.save(update_fields=["pool", "updated_at"])
    if party.status == PartyStatus.UNCONFIRMED:
        return party
    if moved and pool is not None:
        claim = _change_pool(party, claim, people, now)
    elif claim is not None:
        grows = len(people) > size_before
        if grows and claim.status != ClaimStatus.WAITING and is_waited_for:
            raise NoRoom(_no_room_for_more())
        _change_size(claim, size_before, len(people), party, now)
    tell(party, _letter_of(claim))
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


@transaction.atomic
def cancel_party(*, party_id: int, now: datetime) -> Party:
    """Give everything back (absagen); the next of the queue follow. Twice is once."""
    party = lock_party(party_id)
    if party.status not in {PartyStatus.UNCONFIRMED, PartyStatus.CONFIRMED}:
        return party
    was_confirmed = party.status == PartyStatus.CONFIRMED
    party.move_to(PartyStatus.CANCELLED)
    party.settled_at = now
    party.save(update_fields=["status", "settled_at", "updated_at"])
    end_consents(party, now)
    give_back(party, reason="cancelled", now=now)
    if was_confirmed:
        tell(party, "events.registration_cancelled")
    return party


def end_consents(party: Party, now: datetime) -> None:
    """Who does not come any more has withdrawn what was agreed to for coming."""
    given = Consent.objects.living().filter(reference=f"events.Party:{party.pk}")
    given.filter(given_at__lte=now).update(withdrawn_at=now, withdrawn_by=Channel.LINK)


def give_back(party: Party, *, reason: str, now: datetime) -> None:
    """Every claim of this party ends, and its pools are settled."""
    claims = party.claims.exclude(status=ClaimStatus.LEFT).select_related("pool")
    for claim in claims.order_by("pool_id"):
        leave(claim, reason=reason, now=now)
        settle(claim.pool, event=party.event, now=now)


@transaction.atomic
def accept_offer(*, claim_id: int, now: datetime) -> Claim:
    """Take the offered seats; twice is once. Raises OfferEnded after its end."""
    claim = Claim.objects.select_related("party").get(pk=claim_id)
    party = lock_party(claim.party_id)
    claim = Claim.objects.select_for_update(of=("self",)).get(pk=claim_id)
    if claim.status == ClaimStatus.SEATED:
        return claim
    if claim.status != ClaimStatus.OFFERED or claim.offered_until <= now:
        raise OfferEnded(_("The time for this offer is over; the seat has gone to the next."))
    claim.move_to(ClaimStatus.SEATED)
    claim.offered_until = None
    claim.save(update_fields=["status", "offered_until"])
    numbers = list(claim.seats.values_list("number", flat=True))
    log(claim, ClaimStatus.OFFERED, numbers, "accepted", now)
    tell(party, "events.registration_seated")
    return claim


@transaction.atomic
def wait_again(*, party_id: int, now: datetime) -> Party:
    """After an offer that was not taken: back to the end of the queue; twice is once."""
    party = lock_party(party_id)
    refuse_when_over(party.event, now)
    has_claim = party.claims.exclude(status=ClaimStatus.LEFT).exists()
    if party.status == PartyStatus.CONFIRMED and party.pool and not has_claim:
        _take_places(party, list(party.guests.all()), event=party.event, now=now)
        party.save(update_fields=["version"])
    return party


# What may have changed of an event since a page read it.
OF_EVENT = ["status", "starts_at", "ends_at", "version"]


def _lock_known(known: Party) -> Party:
    """Like `lock_party`, in narrow rows: of a rush most time goes into reading wide ones."""
    pools = {pool.pk: pool for pool in lock_pools(known.event_id)}
    party = (
        Party.objects.select_for_update(of=("self",), no_key=True)
        .annotate(**{f"event_{name}_now": F(f"event__{name}") for name in OF_EVENT})
        .get(pk=known.pk)
    )
    party.event = known.event
    for name in OF_EVENT:
        setattr(party.event, name, getattr(party, f"event_{name}_now"))
    party.pool = pools.get(party.pool_id)
    needs = Party._meta.get_field("needs")
    needs.set_cached_value(party, getattr(known, "needs", None))
    return party


def lock_party(party_id: int) -> Party:
    """The party after its event's pools, in the order in which everybody locks."""
    event_id = Party.objects.values_list("event_id", flat=True).get(pk=party_id)
    lock_pools(event_id)
    return (
        Party.objects.select_for_update(of=("self",), no_key=True)
        .select_related("event__venue", "event__kind", "pool", "needs")
        .prefetch_related("guests")
        .get(pk=party_id)
    )


def main_pools(pools: Sequence[Pool]) -> list[Pool]:
    """Those of the whole event, without parallel sessions."""
    return [pool for pool in pools if pool.session_id is None]


def choose_pool(pools: Sequence[Pool], kind: str) -> Pool | None:
    """None where the event counts no seats. Raises PlacesRefused for a kind it does not have."""
    usable = [pool for pool in pools if pool.seats]
    if not kind or not usable:
        return usable[0] if usable else None
    for pool in usable:
        if pool.kind == kind:
            return pool
    raise PlacesRefused(_("This event has no such seats."))


def refuse_when_over(event: Event, now: datetime) -> None:
    if event.status == EventStatus.CANCELLED:
        raise RegistrationClosed(_("The event does not take place."))
    if event.status != EventStatus.PUBLISHED or event.ends_at <= now:
        raise RegistrationClosed(_("The event is over."))


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


def write_needs(party: Party, needs: NeedsEntry) -> None:
    if not needs:
        Needs.objects.filter(party=party).delete()
        return
    Needs.objects.update_or_create(
        party=party,
        defaults={
            "access": needs.access,
            "interpretation_id": needs.interpretation_id,
            "food": needs.food,
        },
    )
