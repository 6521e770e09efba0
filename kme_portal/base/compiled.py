"""Queries of pages that every visitor asks for: built once, planned once in each session.

Building a large one costs Django several times what running it costs PostgreSQL, and planning it
costs PostgreSQL more than running it.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import psycopg
from django.db import NotSupportedError, connection
from django.db.models import QuerySet

T = TypeVar("T")

# Stand in a query for what differs from visit to visit; no row has such a value.
ANY_TEXT = "\N{OBJECT REPLACEMENT CHARACTER}"
ANY_MOMENT = datetime(1, 1, 2, tzinfo=UTC)
ANY_KEY = -8_070_450_532_247_928_832
TYPES: dict[Any, str] = {ANY_TEXT: "text", ANY_MOMENT: "timestamptz", ANY_KEY: "bigint"}

# What each session has prepared; a session that ends takes its statements along.
_prepared: WeakKeyDictionary[psycopg.Connection, set[str]] = WeakKeyDictionary()


class Compiled:
    """A query with placeholders such as `ANY_TEXT`; `run` gives them their values, in order."""

    def __init__(self, rows: QuerySet, *placeholders: Any) -> None:
        self.sql, self.params = rows.query.sql_with_params()
        self.placeholders = placeholders
        self.name = f"compiled_{sha256(repr((self.sql, self.params)).encode()).hexdigest()[:24]}"

    def run(self, fetch: Callable[[str, Sequence], T], *values: Any) -> T:
        """What `fetch` makes of the SQL and its parameters; it has to read all rows."""
        if connection.settings_dict["DISABLE_SERVER_SIDE_CURSORS"]:
            # Behind PgBouncer the next query may go to a session that prepared nothing.
            given = dict(zip(self.placeholders, values, strict=True))
            return fetch(self.sql, [given.get(value, value) for value in self.params])
        self._prepare()
        marks = ", ".join(["%s"] * len(values))
        call = f"EXECUTE {self.name}({marks})" if values else f"EXECUTE {self.name}"
        try:
            return fetch(call, values)
        except NotSupportedError:
            # A migration widened a column since, and the result would have other types.
            self._forget()
            self._prepare()
            return fetch(call, values)

    def rows(self, *values: Any) -> list[dict[str, Any]]:
        """The rows by the names of their columns."""
        return self.run(_rows, *values)

    def _prepare(self) -> None:
        connection.ensure_connection()
        known = _prepared.setdefault(connection.connection, set())
        if self.name in known:
            return
        types = ", ".join(TYPES[value] for value in self.placeholders)
        head = f"PREPARE {self.name}({types})" if types else f"PREPARE {self.name}"
        with connection.cursor() as cursor:
            cursor.execute(f"{head} AS {self._numbered()}")
        known.add(self.name)

    def _forget(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DEALLOCATE {self.name}")
        _prepared[connection.connection].discard(self.name)

    def _numbered(self) -> str:
        """The query with `$1` and so on, and all other parameters as literals."""
        found = connection.ops.compose_sql(self.sql, self.params)
        for number, value in enumerate(self.placeholders, start=1):
            found = found.replace(connection.ops.compose_sql("%s", [value]).strip(), f"${number}")
        return found


def _rows(sql: str, params: Sequence) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
