"""Fields of the outbox that could hold something about a person and do not."""

from kme_portal.base.registries import NotPersonal, not_personal

not_personal.register(
    "mailings.machine",
    NotPersonal(
        "names a rule and numbers of rows, never an address; what the mail server said of itself",
        {"mailings.Message": "kind key", "mailings.Pause": "reason"},
    ),
)
