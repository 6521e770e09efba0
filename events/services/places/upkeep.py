"""What moves places without anybody's click: lapsed offers and registrations, freed contingents."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from events.models import (
    Claim,
    ClaimStatus,
    Event,
    EventStatus,
    Party,
    PartyStatus,
)
from events.services.locks import lock_pools
from events.services.places.parties import lock_party
from events.services.places.queue import leave, settle, tell

logger = logging.getLogger(__name__)

TIME_TO_CONFIRM = timedelta(hours=48)


@transaction.atomic
def allocate_event(*, event_id: int, now: datetime) -> int:
    """Give all free places of an event to who waits; number of claims that moved."""
    pools = lock_pools(event_id)
    event = Event.objects.get(pk=event_id)
    return sum(len(settle(pool, event=event, now=now)) for pool in pools)


def keep_seats_moving(*, now: datetime) -> dict[str, int]:
    """The minute's round; one event that fails keeps no other. Twice or late does no harm."""
    return {
        "lapsed": _each(lapse_unconfirmed, _unconfirmed(now), now),
        "passed_on": _each(pass_on_offer, _ended_offers(now), now),
        "allocated": _each(_allocate, _waited_for(now), now),
    }


def _each(step, ids, now: datetime) -> int:
    done = 0
    for pk in ids:
        try:
            done += bool(step(pk, now))
        except Exception:
            logger.exception("seats did not move", extra={"step": step.__name__, "id": pk})
    return done


def _unconfirmed(now: datetime) -> list[int]:
    parties = Party.objects.unconfirmed_since(now - TIME_TO_CONFIRM)
    return list(parties.values_list("pk", flat=True))


def _ended_offers(now: datetime) -> list[int]:
    offers = Claim.objects.filter(status=ClaimStatus.OFFERED, offered_until__lte=now)
    return list(offers.order_by("offered_until").values_list("pk", flat=True))


def _waited_for(now: datetime) -> list[int]:
    """Coming events with a queue: a contingent may have ended, without anybody's click."""
    waiting = Claim.objects.filter(pool__event=OuterRef("pk"), status=ClaimStatus.WAITING)
    events = Event.objects.filter(Exists(waiting), status=EventStatus.PUBLISHED)
    return list(events.filter(starts_at__gt=now).values_list("pk", flat=True))


def _allocate(event_id: int, now: datetime) -> int:
    return allocate_event(event_id=event_id, now=now)


@transaction.atomic
def lapse_unconfirmed(party_id: int, now: datetime) -> bool:
    """A registration nobody confirmed in 48 hours ends without a letter."""
    party = Party.objects.select_for_update(of=("self",), no_key=True).get(pk=party_id)
    if party.status != PartyStatus.UNCONFIRMED:
        return False
    party.move_to(PartyStatus.LAPSED)
    party.settled_at = now
    party.save(update_fields=["status", "settled_at", "updated_at"])
    return True


@transaction.atomic
def pass_on_offer(claim_id: int, now: datetime) -> bool:
    """An offer that was not taken in time goes to the next of the queue."""
    party = lock_party(Claim.objects.values_list("party_id", flat=True).get(pk=claim_id))
    claim = Claim.objects.select_for_update(of=("self",)).select_related("pool").get(pk=claim_id)
    if claim.status != ClaimStatus.OFFERED or claim.offered_until > now:
        return False
    leave(claim, reason="offer_lapsed", now=now)
    tell(party, "events.registration_offer_lapsed")
    settle(claim.pool, event=party.event, now=now)
    return True
