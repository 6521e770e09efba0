"""What accounts hand over for export and erasure, forget in time, and ask of the office."""

from kme_portal.accounts.registered import personal, retention, waiting

__all__ = ["personal", "retention", "waiting"]
