"""Fields of accounts and of Django that could hold something about a person and do not."""

from kme_portal.base.registries import NotPersonal, not_personal

not_personal.register(
    "accounts.machine",
    NotPersonal(
        "names a thing, not a person",
        {
            "auth.Group": "name",
            "auth.Permission": "name codename",
            "accounts.Incident": "data_kinds",
            "accounts.UnsentForm": "key_digest",
        },
    ),
)
not_personal.register(
    "accounts.unused",
    NotPersonal(
        "stays empty: the key of a confirmation is computed, not stored",
        {"account.EmailConfirmation": "key"},
    ),
)
