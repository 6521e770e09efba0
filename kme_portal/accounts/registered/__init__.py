"""What accounts hand over for export and erasure, forget in time, and ask of the office."""

from kme_portal.accounts.registered import (
    personal,
    privacy,
    retention,
    traces,
    unsubscribing,
    waiting,
)

__all__ = ["personal", "privacy", "retention", "traces", "unsubscribing", "waiting"]
