"""The nightly erasure: every app names what is past its keeping time, this removes it."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import ngettext

from kme_portal.base import heartbeats
from kme_portal.base.models import Heartbeat
from kme_portal.base.registries import retentions

logger = logging.getLogger(__name__)

MAY_BE_SILENT = timedelta(hours=26)
SIGN = "erase:"


def report(*, now: datetime) -> dict[str, int]:
    """Dry run: rows per registered kind that `erase_due` would remove."""
    return {name: entry.due(now).count() for name, entry in retentions.items()}


def erase_due(*, now: datetime) -> dict[str, int]:
    """Remove what is past its time; one kind that fails does not keep the others.

    Each kind has a heartbeat of its own, so that one that fails night for night is noticed.
    """
    erased = {}
    for name, entry in retentions.items():
        try:
            erased[name] = entry.erase(now)
        except Exception:
            logger.exception("retention failed", extra={"kind": name})
            # A kind that never ran begins to be silent now.
            Heartbeat.objects.get_or_create(name=sign_of(name), defaults={"beat_at": now})
        else:
            heartbeats.beat(sign_of(name), now=now)
    return erased


def sign_of(name: str) -> str:
    return f"{SIGN}{name}"[:40]


def silent(now: datetime) -> QuerySet[Heartbeat]:
    """Kinds that have not run to their end for 26 hours, the longest silent first."""
    late = Heartbeat.objects.filter(beat_at__lt=now - MAY_BE_SILENT)
    known = [sign_of(name) for name in dict(retentions.items())]
    return late.filter(name__in=known).order_by("beat_at")


def title_of(beat: Heartbeat) -> str:
    for name, entry in retentions.items():
        if sign_of(name) == beat.name:
            return str(entry.title)
    return beat.name


def in_words(time: timedelta) -> str:
    """A keeping time as people say it: whole years, days or hours."""
    days, hours = time.days, int(time.total_seconds() // 3600)
    if days and days % 365 == 0:
        return ngettext("%(count)d year", "%(count)d years", days // 365) % {"count": days // 365}
    if days > 1:
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}


in_words_lazy = lazy(in_words, str)


def kept(name: str, words=None):
    """The keeping time of this name in settings.KEPT, in words such as "{time} after the event"."""
    time = in_words_lazy(settings.KEPT[name])
    return format_lazy(words, time=time) if words is not None else time
