"""Who comes to an event (Teilnahmeliste): who comes, who waits and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from events.models import Claim, ClaimStatus, Event, Needs, Party, PartyStatus, Pool
from events.services.places import explain_waiting
from events.services.places.consents import parties_with
from events.session_words import sessions_by_party


@dataclass(frozen=True)
class Row:
    """A party as the office reads it; `numbers` of seats, `position` in the queue from 1."""

    party: Party
    names: list[str]
    kind: str
    numbers: list[int]
    status: str
    position: int | None = None
    reason: str = ""
    sessions: Sequence[str] = ()
    may_be_photographed: bool = False
    offered_until: datetime | None = None

    @property
    def invitee(self) -> str:
        party = self.party
        return party.organisation.name if party.organisation else ""


@dataclass
class Participants:
    pools: list[Pool]
    coming: list[Row] = field(default_factory=list)
    waiting: list[Row] = field(default_factory=list)
    unconfirmed: int = 0
    cancelled: int = 0

    def ids(self) -> list[int]:
        return [row.party.pk for row in [*self.coming, *self.waiting]]

    @property
    def guests_coming(self) -> int:
        return sum(len(row.names) for row in self.coming)

    def as_table(self, *, with_waiting: bool = True) -> tuple[list[str], list[list]]:
        """Heads and one row a guest."""
        heads = [
            _("Registration"),
            _("Name"),
            _("Organisation"),
            _("Places"),
            _("Seat"),
            _("Status"),
            _("Parallel sessions"),
            _("Photos of the contact"),
        ]
        rows = []
        for row in [*self.coming, *(self.waiting if with_waiting else ())]:
            for order, name in enumerate(row.names):
                seat = row.numbers[order] if order < len(row.numbers) else None
                sessions = "; ".join(row.sessions)
                photos = _("yes") if row.may_be_photographed and order == 0 else _("no")
                rows.append(
                    [row.party.pk, name, row.invitee, row.kind, seat, row.status, sessions, photos]
                )
        return heads, rows


@dataclass(frozen=True)
class NeedsSum:
    """How many registrations need something, without what it is and who needs it."""

    access: int
    food: int
    interpretation: list[tuple[str, int]]


def needs_of(event: Event) -> NeedsSum:
    """Of those who come; who only organises along is told numbers, never words."""
    rows = list(
        Needs.objects.filter(party__in=Party.objects.coming().filter(event=event))
        .select_related("interpretation")
        .order_by("interpretation__order", "pk")
    )
    languages = Counter(row.interpretation.name for row in rows if row.interpretation)
    return NeedsSum(
        access=sum(bool(row.access) for row in rows),
        food=sum(bool(row.food) for row in rows),
        interpretation=list(languages.items()),
    )


def participants_of(event: Event, *, now: datetime) -> Participants:
    """A handful of queries whatever the number of guests; reasons are told of the first ten."""
    found = Participants(
        pools=list(Pool.objects.filter(event=event).select_related("session").order_by("pk"))
    )
    parties = (
        Party.objects.filter(event=event)
        .select_related("organisation", "pool")
        .prefetch_related("guests")
        .order_by("confirmed_at", "pk")
    )
    living = (
        Claim.objects.living()
        .filter(party__event=event)
        .select_related("pool__session")
        .prefetch_related("seats")
    )
    claims = {claim.party_id: claim for claim in living if claim.pool.session_id is None}
    sessions = sessions_by_party(claim for claim in living if claim.pool.session_id is not None)
    photographed = parties_with("photo_list", event)
    waiting = []
    for party in parties:
        if party.status == PartyStatus.UNCONFIRMED:
            found.unconfirmed += 1
        elif party.status == PartyStatus.CANCELLED:
            found.cancelled += 1
        elif party.status == PartyStatus.CONFIRMED:
            claim = claims.get(party.pk)
            if party.pool_id is None or (claim and claim.status == ClaimStatus.SEATED):
                found.coming.append(
                    _row(
                        party,
                        claim,
                        sessions=sessions.get(party.pk, ()),
                        may_be_photographed=party.pk in photographed,
                    )
                )
            else:
                waiting.append((party, claim))
    found.waiting = _queue(waiting, now)
    return found


def _row(party: Party, claim: Claim | None, **given) -> Row:
    return Row(
        party=party,
        names=[guest.name for guest in party.guests.all()],
        kind=claim.pool.get_kind_display() if claim else "",
        numbers=sorted(seat.number for seat in claim.seats.all()) if claim else [],
        status=claim.get_status_display() if claim else party.get_status_display(),
        **given,
    )


def _queue(parties: list[tuple[Party, Claim | None]], now: datetime) -> list[Row]:
    rows, positions = [], {}
    for party, claim in sorted(
        parties, key=lambda pair: (pair[1].since, pair[1].pk) if pair[1] else (now, 0)
    ):
        if claim is None:
            rows.append(_row(party, None, reason=_("Did not take an offered seat.")))
        elif claim.status == ClaimStatus.OFFERED:
            rows.append(_row(party, claim, offered_until=claim.offered_until))
        else:
            position = positions[claim.pool_id] = positions.get(claim.pool_id, 0) + 1
            reason = explain_waiting(claim, now=now) if position <= 10 else ""
            rows.append(_row(party, claim, position=position, reason=reason))
    return rows
