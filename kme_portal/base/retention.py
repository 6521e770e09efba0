"""The nightly erasure: every app names what is past its keeping time, this removes it."""

import logging
from datetime import datetime

from kme_portal.base.registries import retentions

logger = logging.getLogger(__name__)


def report(*, now: datetime) -> dict[str, int]:
    """Dry run: rows per registered kind that `erase_due` would remove."""
    return {name: entry.due(now).count() for name, entry in retentions.items()}


def erase_due(*, now: datetime) -> dict[str, int]:
    """Remove what is past its time; one kind that fails does not keep the others."""
    erased = {}
    for name, entry in retentions.items():
        try:
            erased[name] = entry.erase(now)
        except Exception:
            logger.exception("retention failed", extra={"kind": name})
    return erased
