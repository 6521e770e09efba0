"""What was in the database, out of the way while a backup comes in, and dropped afterwards.

Dropping it all in the transaction that restores would need more locks than a server hands out by
its defaults (`max_locks_per_transaction`): one for each table, index, constraint, and column with
a default. Moving needs one for each table and function, and dropping goes table by table.
"""

from django.db import connection
from psycopg import sql

SCHEMA = "replaced"

# Extensions stay: an account that is no superuser may not move what they hold.
OURS = """
SELECT found.type, found.identity
FROM pg_depend AS here, pg_identify_object(here.classid, here.objid, 0) AS found
WHERE here.refclassid = 'pg_namespace'::regclass AND here.refobjid = 'public'::regnamespace
AND here.classid NOT IN ('pg_extension'::regclass, 'pg_default_acl'::regclass)
AND NOT EXISTS (
    SELECT FROM pg_depend AS held WHERE held.classid = here.classid AND held.objid = here.objid
    AND (held.deptype = 'e' OR found.type = 'sequence' AND held.deptype IN ('a', 'i')))
"""
TABLES = """
SELECT relname FROM pg_class
WHERE relnamespace = to_regnamespace(%s) AND relkind IN ('r', 'p') AND NOT relispartition
"""


def set_aside() -> None:
    """Move all that is in the schema `public`; to be called inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(SCHEMA)))
        cursor.execute(OURS)
        for kind, identity in cursor.fetchall():
            # Both come from PostgreSQL, quoted as it wants them.
            cursor.execute(f"ALTER {kind} {identity} SET SCHEMA {SCHEMA}")


def drop_what_is_aside() -> None:
    """Also what an earlier restore left that was interrupted; outside of any transaction."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES, [SCHEMA])
        for (name,) in cursor.fetchall():
            cursor.execute(sql.SQL("DROP TABLE {} CASCADE").format(sql.Identifier(SCHEMA, name)))
        cursor.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(SCHEMA)))
