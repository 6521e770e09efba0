"""Reading for the pages that every visitor asks for: queries compiled once and run often.

Building them costs Django several times what running them costs PostgreSQL.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from operator import itemgetter

from django.db import connection
from django.http import Http404
from django.utils.translation import get_language

from events.models import Event, Pool
from events.models.event_queries import counted_pools, in_reader_language
from events.registration_state import PoolNumbers
from organisations.models import District, Term, TermKind

# Stand in the compiled query for what differs from visit to visit.
ANY_SLUG = "\N{OBJECT REPLACEMENT CHARACTER}"
ANY_MOMENT = datetime(1, 1, 2, tzinfo=UTC)

PAGE_FIELDS = [
    "slug",
    "mode",
    "status",
    "visibility",
    "starts_at",
    "ends_at",
    "previous_starts_at",
    "previous_mode",
    "registration_opens_at",
    "registration_closes_at",
    "registration_url",
    "access_contact",
    "access_phone",
    "access_email",
    "source",
]
PAGE_TEXTS = ["title", "summary", "description", "costs", "move_note", "cancellation_note"]


@lru_cache(maxsize=8)
def _compiled(language: str, is_public: bool) -> tuple[str, tuple]:
    rows = Event.objects.public() if is_public else Event.objects.published()
    texts = [f"{name}_{code}" for name in PAGE_TEXTS for code in {"de", language}]
    rows = rows.filter(slug=ANY_SLUG).for_page(ANY_MOMENT).only(*PAGE_FIELDS, *texts)
    return rows.query.sql_with_params()


def read_event_page(slug: str, user, now: datetime) -> Event:
    """The event of this address with all its page shows; Http404 where this reader may not."""
    is_public = not user.is_authenticated
    if not is_public and not Event.objects.visible_to(user).filter(slug=slug).exists():
        raise Http404
    sql, params = _compiled(get_language() or "de", is_public)
    filled = [
        slug if value == ANY_SLUG else now if value == ANY_MOMENT else value for value in params
    ]
    found = list(Event.objects.raw(sql, filled))
    if not found:
        raise Http404
    [event] = found
    if isinstance(event.lists, str):
        event.lists = json.loads(event.lists)
    return event


@lru_cache(maxsize=4)
def _compiled_pools(places: int) -> tuple[str, tuple]:
    nobody = [-number for number in range(1, places + 1)]
    rows = counted_pools(Pool.objects.filter(event_id__in=nobody), ANY_MOMENT)
    return rows.values_list(
        "event_id", "seats", "taken", "taken_by_invited", "kept", "is_waiting"
    ).query.sql_with_params()


def read_pools(ids: Sequence[int], now: datetime) -> dict[int, list[PoolNumbers]]:
    """The pools of several events in one query, by the event's id."""
    found: dict[int, list[PoolNumbers]] = {pk: [] for pk in ids}
    if not ids:
        return found
    # Few lengths, so that few queries are compiled; ids below zero belong to nothing.
    sql, params = _compiled_pools(-(-len(ids) // 20) * 20)
    filled = []
    for value in params:
        if value == ANY_MOMENT:
            filled.append(now)
        elif isinstance(value, int) and -len(ids) <= value < 0:
            filled.append(ids[-value - 1])
        else:
            filled.append(value)
    with connection.cursor() as cursor:
        cursor.execute(sql, filled)
        for event_id, *numbers in cursor.fetchall():
            found[event_id].append(PoolNumbers(*numbers))
    return found


FILTERED_KINDS = [TermKind.EVENT_KIND, TermKind.FIELD, TermKind.LANGUAGE]


@lru_cache(maxsize=8)
def _compiled_choices(language: str) -> tuple[tuple[str, tuple], tuple[str, tuple]]:
    terms = (
        Term.objects.current()
        .filter(kind__in=FILTERED_KINDS)
        .annotate(shown=in_reader_language("name"))
    )
    districts = District.objects.values_list("ags", "name")
    return (
        terms.values_list("kind", "slug", "pk", "shown").query.sql_with_params(),
        districts.query.sql_with_params(),
    )


def read_filter_choices() -> tuple[list[tuple[str, str, int, str]], list[tuple[str, str]]]:
    """What lists of events can be filtered by, in the reader's language.

    Terms as kind, slug, id and name; districts as key and name.
    """
    terms, districts = _compiled_choices(get_language() or "de")
    with connection.cursor() as cursor:
        return (
            _rows(cursor, terms, ["kind", "slug", "pk", "shown"]),
            _rows(cursor, districts, ["ags", "name"]),
        )


def _rows(cursor, query: tuple[str, tuple], names: list[str]) -> list[tuple]:
    """Rows with their columns in this order; in the query's text they stand in any."""
    cursor.execute(*query)
    places = [column.name for column in cursor.description]
    return list(map(itemgetter(*map(places.index, names)), cursor.fetchall()))
