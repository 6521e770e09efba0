from events.registered import association_desk, documents, events, inviting, places

__all__ = ["association_desk", "documents", "events", "inviting", "places"]
