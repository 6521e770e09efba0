"""Somebody leaves the office: one step that hands over, signs out and closes."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import transaction
from django.db.models import F, Model, QuerySet

from kme_portal.accounts import roles, services
from kme_portal.accounts.models import RoleEventKind, User
from kme_portal.base.registries import Responsibility, responsibilities

security = logging.getLogger("portal.security")


class CannotLeave(Exception):
    """Nobody would be left to do the work; the reason is one of the subclasses."""


class IsLastCoordinator(CannotLeave):
    pass


class NobodyTakesOver(CannotLeave):
    pass


@dataclass(frozen=True)
class HandOver:
    """What one kind of responsibility comes to: its open rows, for the preview."""

    title: str
    rows: list[tuple[str, str]]
    """What it is called, and where it is kept."""


def preview(user: User) -> list[HandOver]:
    """What this person is responsible for and has not finished."""
    return [
        HandOver(str(entry.title), [(str(entry.label(row)), entry.url(row)) for row in open_rows])
        for entry, open_rows in _open(user)
    ]


def _open(user: User) -> Iterator[tuple[Responsibility, QuerySet]]:
    for entry in responsibilities:
        rows = _rows(entry, user)
        if rows.exists():
            yield entry, rows


def _rows(entry: Responsibility, user: User) -> QuerySet:
    return entry.open(_model(entry)._default_manager.all()).filter(**{entry.column: user})


def _model(entry: Responsibility) -> type[Model]:
    return apps.get_model(entry.field.rsplit(".", 1)[0])


@transaction.atomic
def leave(*, user: User, successor: User | None, by: User) -> int:
    """Hand over, then close the account; the number of records handed over.

    Raises IsLastCoordinator, or NobodyTakesOver where something is open and nobody named.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    # Two coordinators who let each other go at once: the second sees that one is left.
    list(roles.coordinators().order_by("pk").select_for_update(of=("self",)))
    if roles.last_coordinator() == [user.pk]:
        raise IsLastCoordinator
    moved = sum(_hand_over(entry, rows, successor) for entry, rows in list(_open(user)))
    services.close_account(user=user)
    services.tell_owner(user=user, event="account_closed")
    roles.record(user, RoleEventKind.LEFT, by=by, successor=successor)
    security.info("left the office", extra={"user": user.pk, "by": by.pk, "handed_over": moved})
    return moved


def _hand_over(entry: Responsibility, rows: QuerySet, successor: User | None) -> int:
    if successor is None:
        raise NobodyTakesOver
    pks = list(rows.values_list("pk", flat=True))
    chosen = _model(entry)._default_manager.filter(pk__in=pks)
    moved = chosen.update(**{entry.column: successor})
    if entry.differs_from:
        # Nobody is their own deputy, or decides about their own decision.
        chosen.filter(**{entry.column: F(entry.differs_from)}).update(**{entry.gives_way: None})
    return moved
