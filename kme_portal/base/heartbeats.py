"""Signs of life of what runs by itself."""

from datetime import datetime, timedelta

from kme_portal.base.models import Heartbeat


def beat(name: str, *, now: datetime) -> None:
    """This job has just run to its end."""
    Heartbeat.objects.update_or_create(name=name, defaults={"beat_at": now})


def silence(name: str, *, now: datetime) -> timedelta | None:
    """How long the job has been silent; None when it has never run."""
    last = Heartbeat.objects.filter(name=name).values_list("beat_at", flat=True).first()
    return now - last if last else None
