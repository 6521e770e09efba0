"""What goes when its time is over: registrations, needs, the waiting list; numbers stay."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from events.deadlines import BERLIN, berlin_day
from events.models import (
    EventFigures,
    Guest,
    Needs,
    Party,
    PartyStatus,
    PoolKind,
    Seat,
)
from events.services.places.consents import consent_reference
from events.services.places.entries import email_key
from events.services.places.parties import cancel_party, give_back, lock_party
from events.services.places.queue import log
from events.services.places.upkeep import TIME_TO_CONFIRM, allocate_event
from kme_portal.accounts.models import Consent
from organisations.models import Representative

REGISTRATIONS_KEPT = timedelta(days=30)
WAITING_LIST_KEPT = timedelta(days=7)
CANCELLED_KEPT = timedelta(days=7)


def unconfirmed_past_keeping(now: datetime) -> QuerySet[Party]:
    """Nobody pressed the button in 48 hours: perhaps the address was a stranger's."""
    return Party.objects.filter(
        Q(status=PartyStatus.LAPSED)
        | Q(status=PartyStatus.UNCONFIRMED, created_at__lt=now - TIME_TO_CONFIRM)
    )


def needs_past_keeping(now: datetime) -> QuerySet[Needs]:
    """Of events that ended before today, Berlin time."""
    midnight = now.astimezone(BERLIN).replace(hour=0, minute=0, second=0, microsecond=0)
    return Needs.objects.filter(
        Q(party__event__ends_at__lt=midnight) | Q(party__status=PartyStatus.CANCELLED)
    )


def waiting_past_keeping(now: datetime) -> QuerySet[Party]:
    """Who never got a seat, a week after the event."""
    seats = Seat.objects.filter(claim__party=OuterRef("pk"), pool__session=None)
    return Party.objects.confirmed().filter(
        ~Exists(seats), pool__isnull=False, event__ends_at__lt=now - WAITING_LIST_KEPT
    )


def cancelled_past_keeping(now: datetime) -> QuerySet[Party]:
    return Party.objects.filter(status=PartyStatus.CANCELLED, settled_at__lt=now - CANCELLED_KEPT)


def registrations_past_keeping(now: datetime) -> QuerySet[Party]:
    return Party.objects.filter(event__ends_at__lt=now - REGISTRATIONS_KEPT)


def erase_needs(now: datetime) -> int:
    return needs_past_keeping(now).delete()[0]


def erase_parties(parties: Iterable[Party]) -> int:
    """One by one, so that one that fails keeps no other; the moves of seats stay, nameless."""
    erased = 0
    for party in parties:
        erased += _erase_party(party.pk)
    return erased


@transaction.atomic
def _erase_party(party_id: int) -> int:
    party = Party.objects.select_for_update(of=("self",)).filter(pk=party_id).first()
    if party is None:
        return 0
    if party.status in {PartyStatus.CONFIRMED, PartyStatus.CANCELLED}:
        _count(party)
    Consent.objects.filter(reference=consent_reference(party)).delete()
    party.delete()
    return 1


def _count(party: Party) -> None:
    """Add the party to the figures of its event, which are all that is kept."""
    figures, _created = EventFigures.objects.get_or_create(event_id=party.event_id)
    figures = EventFigures.objects.select_for_update().get(pk=figures.pk)
    guests = Guest.objects.filter(party=party).count()
    if party.status == PartyStatus.CANCELLED:
        figures.cancelled += 1
    else:
        seats = Seat.objects.filter(claim__party=party, pool__session=None)
        kinds = list(seats.values_list("pool__kind", flat=True))
        figures.parties += 1
        figures.on_site += kinds.count(PoolKind.ON_SITE)
        figures.online += kinds.count(PoolKind.ONLINE)
        if party.pool_id is None:
            figures.uncounted += guests
        else:
            figures.waited += max(guests - len(kinds), 0)
    figures.save()


def of_person(email: str) -> QuerySet[Party]:
    """Registrations made with this address, or naming it for a guest."""
    return Party.objects.filter(
        Q(email_key=email_key(email)) | Q(guests__email__iexact=email.strip())
    ).distinct()


def erase_person(email: str, now: datetime) -> int:
    """Own registrations go whole; of an association's answer only this person does.

    Seats that become free go to who waits.
    """
    erased = 0
    for party in of_person(email).select_related("event").order_by("pk"):
        if party.invitation_id is None and party.email_key == email_key(email):
            if party.event.ends_at > now:
                cancel_party(party_id=party.pk, now=now)
            erased += erase_parties([party])
        else:
            erased += _leave_association_answer(party.pk, email, now)
    for party in _answers_naming(email):
        erased += _leave_association_answer(party.pk, email, now)
    return erased


def _names_of(email: str, organisation_id: int | None) -> list[str]:
    """How the register names this person in an organisation; guests often have no address."""
    people = Representative.objects.filter(email__iexact=email.strip()).exclude(name="")
    return list(people.filter(organisation=organisation_id).values_list("name", flat=True))


def _answers_naming(email: str) -> Iterator[Party]:
    """Answers of the person's own associations that name them as a guest without address."""
    mine = Representative.objects.filter(
        email__iexact=email.strip(), organisation__isnull=False
    ).exclude(name="")
    for person in mine:
        yield from Party.objects.filter(
            invitation__organisation=person.organisation_id,
            guests__name__iexact=person.name,
            guests__email="",
        ).distinct()


@transaction.atomic
def _leave_association_answer(party_id: int, email: str, now: datetime) -> int:
    party = lock_party(party_id)
    if party.email_key == email_key(email):
        party.email = party.email_key = ""
        party.save(update_fields=["email", "email_key", "updated_at"])
    organisation = party.invitation.organisation_id if party.invitation else None
    named = Q(pk__in=[])
    for name in _names_of(email, organisation):
        named |= Q(name__iexact=name, email="")
    gone = Guest.objects.filter(Q(email__iexact=email.strip()) | named, party=party)
    count = gone.count()
    gone.delete()
    left = Guest.objects.filter(party=party).count()
    if not left:
        give_back(party, reason="erased", now=now)
    for claim in party.claims.living():
        claim.least = min(claim.least, left)
        claim.save(update_fields=["least"])
        numbers = list(claim.seats.values_list("number", flat=True))
        log(claim, claim.status, numbers, "erased", now)
    allocate_event(event_id=party.event_id, now=now)
    return count + 1


def export_person(email: str) -> list[dict]:
    parties = of_person(email).select_related("event", "pool")
    parties = parties.prefetch_related("guests", "sessions__session")
    return [_exported(party, email) for party in parties]


def _exported(party: Party, email: str) -> dict:
    is_own = party.email_key == email_key(email)
    needs = Needs.objects.filter(party=party).first() if is_own else None
    names = [
        guest.name
        for guest in party.guests.all()
        if is_own or guest.email.casefold() == email.strip().casefold()
    ]
    return {
        "event": party.event.title,
        "day": berlin_day(party.event.starts_at).isoformat(),
        "status": party.get_status_display(),
        "registered_at": party.created_at.isoformat(),
        "confirmed_at": party.confirmed_at.isoformat() if party.confirmed_at else None,
        "email": party.email if is_own else email,
        "language": party.language,
        "places": party.pool.get_kind_display() if party.pool else None,
        "guests": names,
        "sessions": [pool.session.title for pool in party.sessions.all()] if is_own else [],
        "access": needs.access if needs else None,
        "interpretation": str(needs.interpretation) if needs and needs.interpretation else None,
        "food": needs.food if needs else None,
    }
