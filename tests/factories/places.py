"""Valid pools, contingents and registrations from nothing."""

from datetime import timedelta

from django.utils import timezone

from events.models import Contingent, Party, Pool, PoolKind
from events.services.places import GuestEntry, confirm_party, register_party
from events.services.planning import end_of_day
from tests.factories.events import make_agenda_item, make_event


def make_pool(**given) -> Pool:
    """Ten seats on site of a published event."""
    usual = {"kind": PoolKind.ON_SITE, "seats": 10}
    if "event" not in given:
        usual["event"] = make_event()
    return Pool.objects.create(**usual | given)


def make_session(pool: Pool, *, seats: int = 10, hour: int = 0, title: str = "Forum") -> Pool:
    """A session of an hour, `hour` hours after the beginning of the pool's event."""
    starts_at = pool.event.starts_at + timedelta(hours=hour)
    item = make_agenda_item(
        event=pool.event, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), title=title
    )
    return Pool.objects.create(event=pool.event, session=item, seats=seats)


def make_contingent(**given) -> Contingent:
    pool = given.get("pool") or make_pool()
    until = end_of_day(timezone.localdate(pool.event.starts_at))
    usual = {"pool": pool, "for_invited": True, "seats": 2, "until": until}
    return Contingent.objects.create(**usual | given)


def make_party(**given) -> Party:
    """A confirmed registration of one guest; `guests` are names, `confirmed` may be False."""
    pool = given.pop("pool", None)
    event = given.pop("event", None) or (pool.event if pool else make_pool().event)
    names = given.pop("guests", ["Gast Eins"])
    now = given.pop("now", None) or timezone.now()
    usual = {
        "email": f"gast-{Party.objects.count() + 1}@verein.example",
        "language": "de",
        "pool_kind": pool.kind if pool else "",
        "confirmed": True,
    }
    return register_party(
        event_id=event.pk,
        guests=[GuestEntry(name=name) for name in names],
        now=now,
        **usual | given,
    )


def make_unconfirmed(**given) -> Party:
    return make_party(confirmed=False, **given)


def confirm(party: Party, *, now=None) -> Party:
    return confirm_party(party_id=party.pk, now=now or timezone.now())
