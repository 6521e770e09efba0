"""Fields of the register that could hold something about a person and do not."""

from kme_portal.base.registries import NotPersonal, not_personal

not_personal.register(
    "organisations.of_the_association",
    NotPersonal(
        "says something about an association, an authority or another body, not about a person",
        {
            "organisations.Organisation": "name short_name other_names register_entry city"
            " description website rejection_reason source",
            "organisations.ProfileChange": "old_value new_value reason",
        },
    ),
)
not_personal.register(
    "organisations.rooms",
    NotPersonal(
        "where an association has its rooms; nobody is asked for a private address",
        {"organisations.Organisation": "street postcode"},
    ),
)
not_personal.register(
    "organisations.lists",
    NotPersonal(
        "vocabularies and places",
        {
            "organisations.District": "ags name government_region",
            "organisations.Postcode": "code",
            "organisations.Term": "name translated_from",
        },
    ),
)
not_personal.register(
    "organisations.machine",
    NotPersonal(
        "names a list or a filter of the office, or is made by the portal",
        {
            "organisations.Audience": "name criteria",
            "organisations.Import": "public_id filename digest",
        },
    ),
)
