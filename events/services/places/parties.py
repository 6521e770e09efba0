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
from events.services.places.consents import (
    end_consents,
    keep_inviting,
    with_wish_for_invitations,
)
from events.services.places.entries import (
    AlreadyRegistered,
    GuestEntry,
    NeedsEntry,
    OfferEnded,
    PlacesRefused,
    RegistrationClosed,
    email_key,
    tidy_email,
)
from events.services.places.queue import (
    follow_sessions,
    join,
    leave,
    log,
    pools_of,
    settle,
    tell,
)
from events.services.places.sessions import wish_sessions, with_session_wishes
from events.services.places.standing import Standing, standing_of


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
    sessions: Sequence[int] = (),
    confirmed: bool,
    least: int | None = None,
    now: datetime,
) -> Party:
    """Note who wants to come; `confirmed` ones (invited, by telephone) get their seats at once.

    An empty `pool_kind` takes the only or first kind there is; `sessions` are ids of the pools
    of parallel sessions. `least` is the number of seats with which the party would come as
    well; by default all come together or wait together.
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
    party.has_sessions = False
    if sessions:
        wish_sessions(party, sessions)
    if confirmed:
        party.standing = take_places(party, people, event=event, least=least, now=now)
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
    guests = list(party.guests.all())
    party.standing = take_places(party, guests, event=party.event, now=now)
    if party.asks_for_invitations:
        keep_inviting(party, name=guests[0].name if guests else "", now=now)
    party.save(update_fields=["status", "confirmed_at", "version", "updated_at"])
    return party


def take_places(
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
    if party.has_sessions and (party.pool is None or standing.is_seated):
        follow_sessions(party, event=event, now=now)
    tell(party, letter_of(standing.claim), is_saved=False)
    return standing


def letter_of(claim: Claim | None) -> str:
    if claim is None or claim.status == ClaimStatus.SEATED:
        return "events.registration_seated"
    return "events.registration_waiting"


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


def give_back(party: Party, *, reason: str, now: datetime) -> None:
    """Every claim of this party ends, and its pools are settled."""
    for claim in party.claims.living().select_related("pool").order_by("pool_id"):
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
    if party.has_sessions:
        follow_sessions(party, event=party.event, now=now)
    tell(party, "events.registration_seated")
    return claim


@transaction.atomic
def wait_again(*, party_id: int, now: datetime) -> Party:
    """After an offer that was not taken: back to the end of the queue; twice is once."""
    party = lock_party(party_id)
    refuse_when_over(party.event, now)
    has_claim = party.claims.living().of_event().exists()
    if party.status == PartyStatus.CONFIRMED and party.pool and not has_claim:
        take_places(party, list(party.guests.all()), event=party.event, now=now)
        party.save(update_fields=["version"])
    return party


# What may have changed of an event since a page read it.
OF_EVENT = ["status", "starts_at", "ends_at", "version"]


def _lock_known(known: Party) -> Party:
    """Like `lock_party`, in narrow rows: of a rush most time goes into reading wide ones."""
    pools = {pool.pk: pool for pool in lock_pools(known.event_id)}
    party = (
        _with_wishes(Party.objects.select_for_update(of=("self",), no_key=True))
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


def _with_wishes(parties):
    return with_wish_for_invitations(with_session_wishes(parties))


def lock_party(party_id: int) -> Party:
    """The party after its event's pools, in the order in which everybody locks."""
    event_id = Party.objects.values_list("event_id", flat=True).get(pk=party_id)
    lock_pools(event_id)
    return (
        _with_wishes(Party.objects.select_for_update(of=("self",), no_key=True))
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
