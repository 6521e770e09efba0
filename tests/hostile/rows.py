"""What the whole database holds, and what a request made of it."""

import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db import connection

# Sessions, counters, and what the database notes about the request itself.
LEFT_OUT = {
    "django_migrations",
    "django_session",
    "portal_cache",
    "base_attempts",
    "pghistory_context",
    "usersessions_usersession",
}

Key = tuple[str, str]
"""Table and primary key of a row."""


@cache
def _everything() -> str:
    """One statement for all rows of all tables: table, key, and the row as JSON."""
    with connection.cursor() as cursor:
        tables = sorted(set(connection.introspection.table_names(cursor)) - LEFT_OUT)
        return " UNION ALL ".join(
            f"SELECT '{table}', {_key_of(cursor, table)}, to_jsonb(t)::text FROM \"{table}\" t"
            for table in tables
        )


def _key_of(cursor, table: str) -> str:
    columns = connection.introspection.get_primary_key_columns(cursor, table) or []
    return "concat_ws('-', " + ", ".join(f't."{name}"' for name in columns) + ")"


def rows_now() -> dict[Key, str]:
    with connection.cursor() as cursor:
        cursor.execute(_everything())
        return {(table, key): row for table, key, row in cursor.fetchall()}


@dataclass(frozen=True)
class Outcome:
    """What changed from one moment to another."""

    new: dict[Key, dict[str, Any]] = field(default_factory=dict)
    changed: dict[Key, dict[str, Any]] = field(default_factory=dict)
    """Of each row, the columns that are different now."""
    gone: dict[Key, dict[str, Any]] = field(default_factory=dict)

    @property
    def tables(self) -> set[str]:
        return {table for part in (self.new, self.changed, self.gone) for table, _key in part}

    @property
    def written(self) -> dict[Key, dict[str, Any]]:
        return self.new | self.changed

    @property
    def touched(self) -> set[Key]:
        """Rows that were there before and are no longer as they were."""
        return {*self.changed, *self.gone}


def outcome(before: dict[Key, str], after: dict[Key, str]) -> Outcome:
    changed = {}
    for key in before.keys() & after.keys():
        if before[key] != after[key]:
            old, new = json.loads(before[key]), json.loads(after[key])
            changed[key] = {name: new[name] for name in new if new[name] != old.get(name)}
    return Outcome(
        new={key: json.loads(after[key]) for key in after.keys() - before.keys()},
        changed=changed,
        gone={key: json.loads(before[key]) for key in before.keys() - after.keys()},
    )
