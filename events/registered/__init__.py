from events.registered import events, inviting

__all__ = ["events", "inviting"]
