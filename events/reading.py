"""Reading for the pages that every visitor asks for, see `Compiled`."""

import json
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from django.db.models.expressions import RawSQL
from django.http import Http404
from django.utils.translation import get_language

from events.models import Event, Pool
from events.models.event_queries import counted_pools, in_reader_language
from events.registration_state import PoolNumbers
from kme_portal.base.compiled import ANY_MOMENT, ANY_TEXT, Compiled
from organisations.models import District, Term, TermKind

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
def _page(language: str, is_public: bool) -> Compiled:
    rows = Event.objects.public() if is_public else Event.objects.published()
    texts = [f"{name}_{code}" for name in PAGE_TEXTS for code in {"de", language}]
    rows = rows.filter(slug=ANY_TEXT).for_page(ANY_MOMENT).only(*PAGE_FIELDS, *texts)
    return Compiled(rows, ANY_TEXT, ANY_MOMENT)


def read_event_page(slug: str, user, now: datetime) -> Event:
    """The event of this address with all its page shows; Http404 where this reader may not."""
    is_public = not user.is_authenticated
    if not is_public and not Event.objects.visible_to(user).filter(slug=slug).exists():
        raise Http404
    query = _page(get_language() or "de", is_public)
    found = query.run(lambda sql, params: list(Event.objects.raw(sql, params)), slug, now)
    if not found:
        raise Http404
    [event] = found
    if isinstance(event.lists, str):
        event.lists = json.loads(event.lists)
    return event


@lru_cache(maxsize=1)
def _pools() -> Compiled:
    ids = RawSQL("SELECT unnest(%s::text::bigint[])", [ANY_TEXT])
    rows = counted_pools(Pool.objects.filter(event_id__in=ids), ANY_MOMENT)
    numbers = rows.values("event_id", "seats", "taken", "taken_by_invited", "kept", "is_waiting")
    return Compiled(numbers, ANY_TEXT, ANY_MOMENT)


def read_pools(ids: Sequence[int], now: datetime) -> dict[int, list[PoolNumbers]]:
    """The pools of several events in one query, by the event's id."""
    found: dict[int, list[PoolNumbers]] = {pk: [] for pk in ids}
    if ids:
        for row in _pools().rows(f"{{{','.join(map(str, ids))}}}", now):
            found[row.pop("event_id")].append(PoolNumbers(**row))
    return found


FILTERED_KINDS = [TermKind.EVENT_KIND, TermKind.FIELD, TermKind.LANGUAGE]


@lru_cache(maxsize=8)
def _terms(language: str) -> Compiled:
    rows = Term.objects.current().filter(kind__in=FILTERED_KINDS)
    return Compiled(
        rows.annotate(shown=in_reader_language("name")).values("kind", "slug", "pk", "shown")
    )


@lru_cache(maxsize=1)
def _districts() -> Compiled:
    return Compiled(District.objects.values("ags", "name"))


def read_filter_choices() -> tuple[list[tuple[str, str, int, str]], list[tuple[str, str]]]:
    """What lists of events can be filtered by, in the reader's language.

    Terms as kind, slug, id and name; districts as key and name.
    """
    terms = _terms(get_language() or "de").rows()
    return (
        [(row["kind"], row["slug"], row["pk"], row["shown"]) for row in terms],
        [(row["ags"], row["name"]) for row in _districts().rows()],
    )
