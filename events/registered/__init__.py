from events.registered import association_desk, contacts, documents, events, inviting, places

__all__ = ["association_desk", "contacts", "documents", "events", "inviting", "places"]
