"""What a database holds, as numbers that can be compared after it was restored."""

from dataclasses import asdict, dataclass

from django.db import connection
from psycopg import sql

from kme_portal.base.registries import Registry

# Tables whose rows are worth nothing after a restore, such as sessions: never in a backup.
left_out: Registry[tuple[str, ...]] = Registry()
left_out.register("base", ("portal_cache", "base_attempts"))

TABLES = """
SELECT relname FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT EXISTS (
    SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid
    AND deptype = 'e')
ORDER BY relname
"""
# The sum does not depend on the order of rows; each row counts with 60 bits of its SHA-256.
COUNT = """
SELECT count(*), coalesce(sum(
    ('x' || left(encode(sha256(convert_to(t::text, 'UTF8')), 'hex'), 15))::bit(60)::bigint
), 0)::text FROM public.{} AS t
"""
# How values read as text must not depend on the server's settings.
PLAIN = (
    "SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL bytea_output = 'hex'; "
    "SET LOCAL IntervalStyle = 'postgres'; SET LOCAL extra_float_digits = 1"
)


@dataclass(frozen=True)
class Content:
    """Number of a table's rows, and a checksum of all their values."""

    rows: int
    checksum: str

    def as_json(self) -> dict:
        return asdict(self)


def tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        return [name for (name,) in cursor.fetchall()]


def tables_left_out() -> list[str]:
    return sorted(name for names in left_out for name in names)


def contents() -> dict[str, Content]:
    """Of every table that is backed up; to be called inside a transaction."""
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(PLAIN)
        for name in tables():
            if name not in tables_left_out():
                cursor.execute(sql.SQL(COUNT).format(sql.Identifier(name)))
                found[name] = Content(*cursor.fetchone())
    return found


def applied_migrations() -> list[str]:
    """As "app.name"; empty where the portal was never installed."""
    if "django_migrations" not in tables():
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT app || '.' || name FROM public.django_migrations ORDER BY 1")
        return [name for (name,) in cursor.fetchall()]
