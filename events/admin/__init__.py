from events.admin import campaigns, events, inviting, registration, venues

__all__ = ["campaigns", "events", "inviting", "registration", "venues"]
