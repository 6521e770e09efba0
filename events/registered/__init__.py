from events.registered import (
    association_desk,
    contacts,
    documents,
    events,
    inviting,
    places,
    responsibilities,
)

__all__ = [
    "association_desk",
    "contacts",
    "documents",
    "events",
    "inviting",
    "places",
    "responsibilities",
]
