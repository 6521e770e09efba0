from events.registered import events, inviting, places

__all__ = ["events", "inviting", "places"]
