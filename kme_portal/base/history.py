"""History of office records: database triggers copy every change into a table of its own.

An app tracks its models in `AppConfig.ready()`, because only then do translated models have a
column per language:

    class OrganisationsConfig(AppConfig):
        def ready(self):
            from kme_portal.base.history import track
            from organisations.models import Organisation

            track(Organisation, exclude=["email", "phone"])

The table's model (`OrganisationHistory`) lands in the app's own migration. Triggers see bulk
updates and plain SQL too. Of the circumstances only the user's id is kept, never a path. The
tables take no change, no deletion and no TRUNCATE; only `erase_history` lifts the second, and is
recorded itself.

Never track messages, guests or feedback, and leave out every column about a person.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pghistory
import pgtrigger
from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kme_portal.base.append_only import not_emptied

NOT_OF_INTEREST = ("created_at", "updated_at", "translated_from")


class ChangeKind(models.TextChoices):
    INSERT = "insert", _("created")
    UPDATE = "update", _("changed")
    DELETE = "delete", _("deleted")


@dataclass(frozen=True)
class Change:
    """One entry of the history: `fields` maps a field's label to (before, after)."""

    kind: ChangeKind
    at: datetime
    user_id: int | None
    fields: dict[str, tuple[Any, Any]]
    key: int = 0
    """Of the entry in the table of the history."""


def track(model: type[models.Model], *, exclude: Collection[str] = ()) -> type[models.Model]:
    """Keep every state of the model's rows, without the columns in `exclude`.

    Columns of a translated field are excluded one by one ("text_de", …). A change that touches
    only excluded columns leaves no entry.
    """
    table = pghistory.create_event_model(
        model,
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=[*exclude, *(f.name for f in model._meta.fields if f.name == "updated_at")],
        obj_field=pghistory.ObjForeignKey(related_name="history_entries", related_query_name="+"),
        context_field=pghistory.ContextJSONField(),
        context_id_field=None,
        append_only=True,
        model_name=f"{model.__name__}History",
        abstract=False,
        meta={
            "verbose_name": format_lazy(_("history of {name}"), name=model._meta.verbose_name),
            "default_permissions": ("view",),
            "triggers": [not_emptied],
            "indexes": [
                models.Index(
                    fields=["pgh_obj", "pgh_id"], name=f"{model._meta.model_name[:20]}_history"
                )
            ],
        },
    )
    # pgtrigger looks for triggers once, as its own app gets ready: before the pages are tracked.
    for trigger in table._meta.triggers:
        trigger.register(table)
    return table


def history_model(model: type[models.Model]) -> type[models.Model] | None:
    """The model that holds the history of another, or None where that is not tracked."""
    try:
        return apps.get_model(model._meta.app_label, f"{model.__name__}History")
    except LookupError:
        return None


def changes_of(row: models.Model) -> Iterator[Change]:
    """What happened to a row, latest first; each entry names only the fields that changed."""
    table = history_model(type(row))
    if table is None:
        return
    columns = [
        field
        for field in table._meta.fields
        if not field.name.startswith("pgh_") and field.name not in NOT_OF_INTEREST
    ]
    states = list(table._default_manager.filter(pgh_obj_id=row.pk).order_by("pgh_id"))
    entries = []
    before = None
    for state in states:
        changed = {}
        for field in columns:
            old = getattr(before, field.attname) if before else None
            new = getattr(state, field.attname)
            if field.primary_key or field.name == "id":
                continue
            if before is None and (new in (None, "", False) or state.pgh_label == "update"):
                # Of a change whose earlier states are past their keeping time, nobody can say
                # what it changed.
                continue
            if old != new:
                changed[str(field.verbose_name)] = (old, new)
        kind = ChangeKind(state.pgh_label)
        user_id = (state.pgh_context or {}).get("user")
        entries.append(
            Change(
                kind,
                state.pgh_created_at,
                user_id,
                {} if kind == "delete" else changed,
                state.pgh_id,
            )
        )
        before = state
    yield from reversed(entries)


def in_words(model: type[models.Model], change: Change) -> list[tuple[str, str, str]]:
    """Field, before and after as a reader knows them: choices by name, days as days."""
    fields = {str(field.verbose_name): field for field in model._meta.fields}
    return [
        (label, _told(fields.get(label), before), _told(fields.get(label), after))
        for label, (before, after) in change.fields.items()
    ]


def _told(field: models.Field | None, value: Any) -> str:
    if value in (None, ""):
        return "–"
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if field is not None and field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if field is not None and field.related_model:
        named = field.related_model._base_manager.filter(pk=value).first()
        return str(named) if named else f"#{value}"
    return str(value)


@transaction.atomic
def erase_history(model: type[models.Model], ids: Collection[int], *, reason: str) -> int:
    """Remove what the history keeps of these rows (a person's erasure), and record that.

    `reason` names the ground ("Article 17", "keeping time"), never the person. Returns the
    number of entries removed.
    """
    from kme_portal.base.models import HistoryErasure

    table = history_model(model)
    if table is None or not ids:
        return 0
    with pgtrigger.ignore(f"{table._meta.label}:append_only"):
        erased, _per_model = table._default_manager.filter(pgh_obj_id__in=ids).delete()
    HistoryErasure.objects.create(model=model._meta.label, entries=erased, reason=reason)
    return erased


def tables() -> list[type[models.Model]]:
    """Models of all history tables."""
    return [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]


class Old:
    """Entries of every history table from before a moment."""

    def __init__(self, before: datetime) -> None:
        self.before = before

    def of(self, table: type[models.Model]) -> models.QuerySet:
        return table._default_manager.filter(pgh_created_at__lt=self.before)

    def count(self) -> int:
        return sum(self.of(table).count() for table in tables())

    def erase(self) -> int:
        """Each table in a transaction of its own, and recorded."""
        from kme_portal.base.models import HistoryErasure

        erased = 0
        for table in tables():
            with transaction.atomic(), pgtrigger.ignore(f"{table._meta.label}:append_only"):
                count, _per_model = self.of(table).delete()
                if count:
                    HistoryErasure.objects.create(
                        model=table.pgh_tracked_model._meta.label,
                        entries=count,
                        reason="keeping time",
                    )
            erased += count
        return erased
