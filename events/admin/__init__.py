from events.admin import events, venues

__all__ = ["events", "venues"]
