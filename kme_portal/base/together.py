"""Rows of several tables asked for in one query."""

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


def all_of(parts: dict[str, QuerySet], select: str) -> tuple[str, list]:
    """SQL and parameters of one query over all that can hold rows; "" when none can.

    `select` reads the columns of `part`, each a QuerySet of `values`, and gets its name as the
    one parameter: "SELECT %s, part.pk". The texts are Django's own and the caller's constants;
    every value is a parameter.
    """
    texts: list[str] = []
    params: list = []
    for name, rows in parts.items():
        try:
            sql, values = rows.query.get_compiler(connection=connection).as_sql()
        except EmptyResultSet:
            continue
        texts.append(f"{select} FROM ({sql}) part")
        params += [name, *values]
    return " UNION ALL ".join(texts), params


def fetch(sql: str, params: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
