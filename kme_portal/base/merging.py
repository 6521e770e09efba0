"""When two records of one body become one: what each app does with its rows about them.

An app registers one `Merging` for each relation to such a record, in a module `merging`; the
name is "app.Model.field". A test walks all relations and fails at one nobody looks after.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from kme_portal.base.registries import Registry


@dataclass(frozen=True)
class Merging:
    """Rows of one relation go over; where the other record has one alike, they are settled.

    Two rows are alike when they share the values of `same`, both among those that `among`
    names; `settle(row, twin)` then makes one of the two, and `told(row, twin)` says beforehand
    how. Without `same` everything goes over. `stays` says why rows are left where they are, or
    who else carries them over.
    """

    title: str
    same: tuple[str, ...] = ()
    among: Q = Q()
    settle: Callable[[Any, Any], None] | None = None
    told: Callable[[Any, Any], str] | None = None
    stays: str = ""


@dataclass(frozen=True)
class Preview:
    """What would happen to one kind of rows: how many go over, and what is settled how."""

    title: str
    count: int
    settled: list[str]


mergings: Registry[Merging] = Registry()


def preview(source: Model, target: Model) -> list[Preview]:
    """Kinds with rows that would go over; nothing changes."""
    found: dict[str, Preview] = {}
    for name, merging in mergings.items():
        if merging.stays:
            continue
        rows = list(_rows(name, source))
        if not rows:
            continue
        twins = {row.pk: _twin(name, merging, row, target) for row in rows}
        settled = [
            merging.told(row, twins[row.pk])
            for row in rows
            if twins[row.pk] is not None and merging.told is not None
        ]
        count = sum(twin is None for twin in twins.values())
        known = found.get(str(merging.title), Preview(str(merging.title), 0, []))
        found[str(merging.title)] = Preview(
            known.title, known.count + count, [*known.settled, *settled]
        )
    return [one for one in found.values() if one.count or one.settled]


def carry_over(source: Model, target: Model) -> None:
    """In the caller's transaction, with both records locked."""
    for name, merging in mergings.items():
        if merging.stays:
            continue
        _model, field = _relation(name)
        for row in _rows(name, source).select_for_update(of=("self",)):
            twin = _twin(name, merging, row, target)
            if twin is None:
                setattr(row, field, target)
                row.save(update_fields=[field])
            elif merging.settle is not None:
                merging.settle(row, twin)


def relations_to(model: type[Model]) -> Iterator[str]:
    """Names of all relations to a model, through tables too; its history is left out."""
    for other in apps.get_models(include_auto_created=True):
        if hasattr(other, "pgh_tracked_model"):
            continue
        for field in other._meta.get_fields():
            is_own = not field.auto_created and not field.many_to_many
            if is_own and field.related_model is model:
                yield f"{other._meta.label}.{field.name}"


def _relation(name: str) -> tuple[type[Model], str]:
    label, _dot, field = name.rpartition(".")
    return apps.get_model(label), field


def _rows(name: str, record: Model) -> QuerySet:
    model, field = _relation(name)
    return model._base_manager.filter(**{field: record}).order_by("pk")


def _twin(name: str, merging: Merging, row: Model, target: Model) -> Model | None:
    if not merging.same:
        return None
    model, field = _relation(name)
    among = model._base_manager.filter(merging.among)
    if not among.filter(pk=row.pk).exists():
        return None
    alike = {other: getattr(row, other) for other in merging.same}
    return among.filter(**{field: target}, **alike).first()
