from events.registered import documents, events, inviting, places

__all__ = ["documents", "events", "inviting", "places"]
