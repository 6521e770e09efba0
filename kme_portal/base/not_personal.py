"""Fields of the foundation and of Django that could hold something about a person and do not."""

from kme_portal.base.registries import NotPersonal, not_personal

not_personal.register(
    "base.machine",
    NotPersonal(
        "names a job, a model or a file; counters hold a keyed digest until their window is over",
        {
            "base.Attempts": "key",
            "base.Heartbeat": "name",
            "base.HistoryErasure": "model reason",
            "base.StoredFile": "public_id content_type alt",
            "contenttypes.ContentType": "app_label model",
        },
    ),
)
not_personal.register(
    "base.unused",
    NotPersonal(
        "stays empty: who changed something stands in each row of the history",
        {"pghistory.Context": "metadata"},
    ),
)
