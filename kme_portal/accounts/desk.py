"""What the office sees first in its admin: what waits, then the rooms in the office's order."""

from dataclasses import dataclass
from typing import Any

from kme_portal.base.registries import waiting_tasks

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
SHOWN = 5


@dataclass(frozen=True)
class Waiting:
    """One kind of task with its first rows, the longest waiting first."""

    title: str
    count: int
    rows: list[dict[str, Any]]

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


def tasks_of(user) -> list[Waiting]:
    """What waits for this person, kind by kind; kinds without rows are left out."""
    found = []
    for task in waiting_tasks:
        rows = task.rows(user)
        count = rows.count()
        if not count:
            continue
        shown = [
            {"label": task.label(row), "url": task.url(row), "since": task.since(row)}
            for row in rows[:SHOWN]
        ]
        found.append(Waiting(task.title, count, sorted(shown, key=lambda row: row["since"])))
    return found


def app_list_in_order(apps: list[dict]) -> list[dict]:
    def place(app):
        label = app["app_label"]
        return (ORDER.index(label) if label in ORDER else len(ORDER), app["name"])

    return sorted(apps, key=place)
