"""The office's groups and what each may do; written anew after every migration."""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from kme_portal.base.history import history_model

ALL = ("view", "add", "change", "delete")
KEEP = ("view", "add", "change")
LOOK = ("view",)

# "app.*" means every model of an app; a model that does not exist is an error.
GROUPS: dict[str, dict[str, tuple[str, ...]]] = {
    # Keeps the network together: everything but the logs.
    "Koordination": {
        "organisations.*": ALL,
        "events.*": ALL,
        "dialogues.*": ALL,
        "funding.*": ALL,
        "pages.*": KEEP,
        "pages.NewsItem": ALL,
        "pages.Milestone": ALL,
        "pages.Figure": ALL,
        "pages.Picture": ALL,
        "pages.SocialLink": ALL,
        "mailings.*": KEEP,
        "accounts.User": KEEP,
        "accounts.RoleEvent": LOOK,
        "accounts.RoleRequest": LOOK,
        "accounts.Consent": KEEP,
    },
    # Writes what the public reads; sees no guest and no person.
    "Redaktion": {
        "events.Event": KEEP,
        "events.AgendaItem": ALL,
        "events.EventDocument": ALL,
        "events.Venue": KEEP,
        "dialogues.Forum": KEEP,
        "dialogues.Topic": KEEP,
        "dialogues.Recommendation": KEEP,
        "organisations.Term": LOOK,
        "organisations.District": LOOK,
        "pages.Page": KEEP,
        "pages.NewsItem": ALL,
        "pages.Milestone": ALL,
        "pages.Figure": ALL,
        "pages.Picture": ALL,
        "pages.SocialLink": ALL,
    },
    "Förderung": {
        "funding.*": ALL,
        "pages.SocialLink": ALL,
        "organisations.Organisation": LOOK,
        "organisations.Term": LOOK,
        "organisations.District": LOOK,
        "events.Event": LOOK,
    },
    # Figures only: they stand on the desk and need no record.
    "Leitung": {},
    # Reads logs, answers requests and keeps the incidents; writes nothing else.
    "Datenschutz": {
        "accounts.DataRequest": KEEP,
        "accounts.Incident": KEEP,
        "accounts.CaseNote": KEEP,
        "accounts.Erasure": LOOK,
        "accounts.ReadLog": LOOK,
        "accounts.RoleEvent": LOOK,
        "accounts.RoleRequest": LOOK,
        "accounts.Consent": LOOK,
        "accounts.User": LOOK,
        "base.HistoryErasure": LOOK,
        "mailings.Suppression": LOOK,
    },
}


def seed() -> None:
    """Create missing groups and reset the permissions of all."""
    # Somebody else's permissions may have been read before these were written.
    ContentType.objects.clear_cache()
    for name, grants in GROUPS.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.set(_permissions_of(grants))


def _permissions_of(grants: dict[str, tuple[str, ...]]) -> list[Permission]:
    wanted = {
        (model._meta.app_label, f"{action}_{model._meta.model_name}")
        for pattern, actions in grants.items()
        for model in _models_of(pattern)
        for action in actions
        if action in model._meta.default_permissions
    }
    found = Permission.objects.filter(
        content_type__app_label__in={app for app, _codename in wanted}
    ).select_related("content_type")
    return [
        permission
        for permission in found
        if (permission.content_type.app_label, permission.codename) in wanted
    ]


def _models_of(pattern: str) -> Iterator[type[Model]]:
    """Models that a grant names; LookupError for one that does not exist."""
    app_label, name = pattern.split(".")
    if name != "*":
        yield apps.get_model(app_label, name)
        return
    models = list(apps.get_app_config(app_label).get_models())
    histories = {history_model(model) for model in models}
    yield from (model for model in models if model not in histories)
