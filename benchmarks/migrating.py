"""Migrations with 100,000 registrations and somebody who registers all the time, against none.

What came after the merged first migrations is taken back and applied again, as `update` does it,
then what a release typically adds to the largest table: a column, an index, a rule. Nobody may
wait longer than the `lock_timeout` under which an update migrates.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import psycopg
from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor

from benchmarks.rows import Row
from benchmarks.rush import bare_pool
from events.models import Party, Pool, Seat

REGISTRATIONS = 100_000
LONGEST_WAIT = 2.0
OURS = ("accounts", "organisations", "events", "dialogues", "funding", "pages")
REGISTER = """
INSERT INTO events_party (created_at, updated_at, event_id, pool_id, email, email_key, language,
    public_id, link_version, status, confirmed_at, version, is_demo)
SELECT now(), now(), %(event)s, %(pool)s, 'gast' || n || '@verein.example',
    'gast' || n || '@verein.example', 'de', %(event)s || '-' || n, 0, 'confirmed', now(), 0, false
FROM generate_series(%(from)s::int, %(to)s::int) AS n
"""
READ = """
SELECT * FROM events_event LEFT JOIN events_venue ON events_venue.id = venue_id
WHERE events_event.id = %(event)s
"""
SEAT = """
INSERT INTO events_guest (party_id, name, email, "order")
SELECT id, 'Gast', '', 0 FROM events_party WHERE event_id = %(event)s;
INSERT INTO events_claim (party_id, pool_id, since, least, status)
SELECT id, pool_id, now(), 1, 'seated' FROM events_party WHERE event_id = %(event)s;
INSERT INTO events_seat (claim_id, guest_id, pool_id, number)
SELECT c.id, g.id, c.pool_id, row_number() OVER (ORDER BY c.id)
FROM events_claim c JOIN events_guest g ON g.party_id = c.party_id WHERE c.pool_id = %(pool)s;
ANALYZE;
"""


def run() -> Iterator[Row]:
    guest_at = bare_pool(REGISTRATIONS)
    steps = {"newer migrations": migrate_again, "a column, an index, a rule": add_as_releases_do}
    plain = {name: step() for name, step in steps.items()}
    seed(bare_pool(REGISTRATIONS))
    for name, step in steps.items():
        with somebody_who_registers(guest_at) as waits:
            seconds = step()
        yield Row(
            name=f"{REGISTRATIONS} registrations: {name}",
            ours=seconds,
            plain=plain[name],
            ratio=seconds / plain[name],
            unit="s",
            aim=f"nobody waits > {LONGEST_WAIT:g} s; longest {max(waits):.2f} s",
        )


def seed(pool: Pool) -> None:
    with connection.cursor() as cursor:
        all_of_them = {"event": pool.event_id, "pool": pool.pk, "from": 1, "to": REGISTRATIONS}
        cursor.execute(REGISTER, all_of_them)
        cursor.execute(SEAT, all_of_them)
    if Seat.objects.filter(pool=pool).count() != REGISTRATIONS:
        raise RuntimeError("the registrations were not made")


def migrate_again() -> float:
    """Seconds to apply what is newer than the merged migrations, each in its transaction."""
    executor = MigrationExecutor(connection)
    known = executor.loader.disk_migrations
    merged = [key for key in known if known[key].replaces and key[0] in OURS]
    newest = executor.loader.graph.leaf_nodes()
    executor.migrate(merged)
    began = time.perf_counter()
    with short_locks():
        MigrationExecutor(connection).migrate(newest)
    return time.perf_counter() - began


def add_as_releases_do() -> float:
    """Seconds for all three in one transaction, as in one migration; they are taken away again."""
    column = models.CharField(max_length=20, default="", db_default="")
    column.set_attributes_from_name("measured")
    column.model = Party
    index = models.Index(fields=["event", "confirmed_at"], name="party_measured")
    rule = models.CheckConstraint(name="party_rule", condition=models.Q(link_version__gte=0))
    began = time.perf_counter()
    with short_locks(), connection.schema_editor() as editor:
        editor.add_field(Party, column)
        editor.add_index(Party, index)
        editor.add_constraint(Party, rule)
    seconds = time.perf_counter() - began
    with connection.schema_editor() as editor:
        editor.remove_constraint(Party, rule)
        editor.remove_index(Party, index)
        editor.remove_field(Party, column)
    return seconds


@contextmanager
def short_locks() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '2s'")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET lock_timeout")


@contextmanager
def somebody_who_registers(pool: Pool) -> Iterator[list[float]]:
    """How long each registration took in seconds; written in SQL, not to wait for Python's lock."""
    waits = [0.0]
    over = threading.Event()
    address = connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}

    def visit() -> None:
        with psycopg.connect(**address, autocommit=True) as visitor:
            for number in count():
                if over.is_set():
                    break
                one = {"event": pool.event_id, "pool": pool.pk, "from": number, "to": number}
                began = time.perf_counter()
                visitor.execute(READ, one)
                visitor.execute(REGISTER, one)
                waits.append(time.perf_counter() - began)
                time.sleep(0.01)
            visitor.execute("DELETE FROM events_party WHERE pool_id = %s", [pool.pk])

    visitor = threading.Thread(target=visit)
    visitor.start()
    try:
        yield waits
    finally:
        over.set()
        visitor.join()
