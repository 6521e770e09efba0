"""What happened with somebody the office keeps: entries of all apps, newest first.

Each app registers its sources in a module `timeline`; which rows of which table, the moment by
which they are sorted, and how some of them are told. A page costs one query for the order and
one for each source with rows on it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import BigIntegerField, DateTimeField, F, QuerySet
from django.db.models.functions import Cast

from kme_portal.base.registries import Registry
from kme_portal.base.together import all_of, fetch

ENTRIES_A_PAGE = 30
COUNTED = "SELECT count(*) FROM ({rows}) entry"
ORDERED = "{rows} ORDER BY moment DESC, key DESC LIMIT %s OFFSET %s"


@dataclass(frozen=True)
class Entry:
    """One thing that happened: what, in a line, then what there is to say, and where it stands."""

    title: str
    lines: Sequence[str] = ()
    url: str = ""
    who: str = ""
    tone: str = ""
    """"danger" where somebody has to look."""
    at: datetime | None = None
    kind: str = ""
    """The moment it is sorted by and the source's title, both set by the timeline."""


@dataclass(frozen=True)
class Timeline:
    """A source: `rows(subject, user)`, none to whom may not see them; `moment` is the column or
    expression they are sorted by; `told(rows, subject)` gives an entry for each by its key.
    """

    title: str
    rows: Callable[[Any, Any], QuerySet]
    moment: Any
    told: Callable[[Sequence[Any], Any], dict[Any, Entry]]


timelines: Registry[Timeline] = Registry()


def page_of(subject, user, *, kind: str = "", number: str | None = None) -> Page:
    """Entries of all kinds, or of one; the page's `object_list` is made of `Entry`s."""
    sources = {name: source for name, source in timelines.items() if not kind or name == kind}
    keys = _Keys({name: _keys(source, subject, user) for name, source in sources.items()})
    page = Paginator(keys, ENTRIES_A_PAGE).get_page(number)
    page.object_list = _entries(page.object_list, sources, subject, user)
    return page


class _Keys:
    """Source, key and moment of all entries, newest first; each slice is one query."""

    def __init__(self, parts: dict[str, QuerySet]):
        self.sql, self.params = all_of(
            parts, "SELECT %s AS source, part.entry_key AS key, part.entry_moment AS moment"
        )

    def __len__(self) -> int:
        if not self.sql:
            return 0
        return fetch(COUNTED.format(rows=self.sql), self.params)[0][0]

    def __getitem__(self, wanted: slice) -> list[tuple]:
        if not self.sql:
            return []
        start = wanted.start or 0
        return fetch(
            ORDERED.format(rows=self.sql),
            [*self.params, wanted.stop - start, start],
        )


def _keys(source: Timeline, subject, user) -> QuerySet:
    moment = F(source.moment) if isinstance(source.moment, str) else source.moment
    return (
        source.rows(subject, user)
        .order_by()
        .annotate(
            entry_key=Cast("pk", BigIntegerField()),
            entry_moment=Cast(moment, DateTimeField()),
        )
        .values("entry_key", "entry_moment")
    )


def _entries(keys, sources, subject, user) -> list[Entry]:
    told: dict[tuple[str, int], Entry] = {}
    for name in dict.fromkeys(name for name, _key, _moment in keys):
        wanted = [key for source, key, _moment in keys if source == name]
        rows = list(sources[name].rows(subject, user).filter(pk__in=wanted))
        for key, entry in sources[name].told(rows, subject).items():
            told[name, key] = entry
    return [
        replace(told[name, key], at=moment, kind=sources[name].title)
        for name, key, moment in keys
        if (name, key) in told
    ]
