from events.admin import campaigns, events, inviting, venues

__all__ = ["campaigns", "events", "inviting", "venues"]
