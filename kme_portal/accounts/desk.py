"""What the office sees first in its admin: what waits, then the rooms in the office's order."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Case, DateTimeField, F, Value, When
from django.db.models.functions import Cast

from kme_portal.base.registries import WaitingTask, waiting_tasks
from kme_portal.base.together import all_of, fetch

# As a week in the office goes, not by alphabet.
ORDER = (
    "events",
    "organisations",
    "dialogues",
    "funding",
    "pages",
    "mailings",
    "accounts",
    "base",
)
# Each kind whose rows are shown costs a query; the others say how many and lead to their page.
OPENED = 3
SHOWN = 5
COUNTED = "SELECT %s, count(*), min(part.waits_since), count(*) FILTER (WHERE part.waits_for_me)"


@dataclass
class Waiting:
    """One kind of task: how many wait, since when, how many for this very person."""

    name: str
    task: WaitingTask
    count: int
    since: datetime | None
    mine: int
    is_overdue: bool
    rows: list[dict[str, Any]] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.task.title

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


def tasks_of(user, *, now: datetime) -> list[Waiting]:
    """Kinds with something to do: the person's own first, then what has waited longest."""
    found = counted(user, now=now)
    found.sort(key=lambda kind: (not kind.mine, kind.since or now))
    for kind in found[:OPENED]:
        kind.rows = told(kind.task, rows_of(kind.task, user)[:SHOWN], now=now)
    return found


def counted(user, *, now: datetime) -> list[Waiting]:
    """All kinds that are not empty, in one query."""
    parts = {
        name: rows_of(task, user).order_by().values("pk", "waits_since", "waits_for_me")
        for name, task in waiting_tasks.items()
    }
    sql, params = all_of(parts, COUNTED)
    rows = fetch(sql, params) if sql else []
    return [
        Waiting(name, task, count, since, mine, bool(since and since < now - task.patience))
        for name, count, since, mine in rows
        for task in [waiting_tasks[name]]
        if count
    ]


def rows_of(task: WaitingTask, user) -> models.QuerySet:
    """What waits, the person's own first, the longest waiting first."""
    since = F(task.oldest) if isinstance(task.oldest, str) else task.oldest
    own = task.mine(user) if task.mine else None
    rows = task.rows(user).annotate(
        waits_since=Cast(since or Value(None), DateTimeField()),
        waits_for_me=Case(When(own, then=Value(True)), default=Value(False))
        if own
        else Value(False),
    )
    return rows.order_by("-waits_for_me", "waits_since", "pk")


def told(task: WaitingTask, rows, *, now: datetime) -> list[dict[str, Any]]:
    """Rows as the desk shows them."""
    return [
        {
            "label": task.label(row),
            "url": task.url(row),
            "since": since,
            "is_overdue": since < now - task.patience,
            "is_mine": row.waits_for_me,
            "who": task.who(row) if task.who else "",
        }
        for row in rows
        for since in [task.since(row)]
    ]


def app_list_in_order(apps: list[dict]) -> list[dict]:
    def place(app):
        label = app["app_label"]
        return (ORDER.index(label) if label in ORDER else len(ORDER), app["name"])

    return sorted(apps, key=place)
