"""Fields of events that could hold something about a person and do not."""

from kme_portal.base.registries import NotPersonal, not_personal

not_personal.register(
    "events.office_texts",
    NotPersonal(
        "what the office writes about a matter; speakers stand in a field of their own",
        {
            "events.Event": "title costs calendar_title summary description move_note joining_note"
            " joining_url registration_url cancellation_note source translated_from",
            "events.AgendaItem": "title room",
            "events.Campaign": "subject text frozen_texts translated_from",
            "events.EventDocument": "title",
        },
    ),
)
not_personal.register(
    "events.places",
    NotPersonal(
        "the address of a house where events are held",
        {"events.Venue": "name street postcode city access_note translated_from"},
    ),
)
not_personal.register(
    "events.machine",
    NotPersonal(
        "made by the portal, names a thing",
        {
            "events.Event": "uid",
            "events.EventDocument": "public_id",
            "events.PlaceMove": "numbers reason",
        },
    ),
)
