"""The one order in which rows of an event are locked: its pools by id, then the rest."""

from events.models import Event, Pool


def lock_event(event_id: int) -> Event:
    """The event's row, after its pools: whoever touches seats waits for the pools first."""
    lock_pools(event_id)
    return Event.objects.select_for_update(of=("self",), no_key=True).get(pk=event_id)


def lock_pools(event_id: int) -> list[Pool]:
    """The event's pools by id, in the order in which everybody locks them."""
    return list(
        Pool.objects.select_for_update(no_key=True).filter(event_id=event_id).order_by("pk")
    )
