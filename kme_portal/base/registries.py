"""What an app offers to those below it: entries that upper apps fill and `pages` shows.

An app never knows one above it. Where the office's desk, an export, the nightly erasure,
the search or a page shows something of another app, that app registers it here in the module
named by the registry (loaded by `autodiscover`).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeVar

from django.db.models import Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from kme_portal.base.compiled import ANY_KEY, Compiled
from kme_portal.base.searching import Searched

T = TypeVar("T")


class Registry(Generic[T]):
    """Entries by name, in order of registration; a name is taken once."""

    def __init__(self) -> None:
        self._entries: dict[str, T] = {}

    def register(self, name: str, entry: T) -> T:
        if name in self._entries:
            raise ValueError(f"{name} is registered already")
        self._entries[name] = entry
        return entry

    def __iter__(self) -> Iterator[T]:
        return iter(self._entries.values())

    def __getitem__(self, name: str) -> T:
        return self._entries[name]

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def items(self) -> Iterable[tuple[str, T]]:
        return self._entries.items()


@dataclass(frozen=True)
class WaitingTask:
    """Something the office must do next: derived by query, gone when it is done.

    `rows(user)` gives the rows that wait for this person; `url(row)` leads to the place
    where it is done; `since(row)` is the moment it began to wait; `label(row)` names it.

    The desk orders kinds without loading their rows: `oldest` is the column or expression of
    `since`, `mine(user)` the condition on rows that this very person must deal with, and what
    waits longer than `patience` stands out. `who(row)` names who must act, where that is known.
    """

    title: str
    rows: Callable[[Any], QuerySet]
    url: Callable[[Any], str]
    since: Callable[[Any], datetime]
    label: Callable[[Any], str] = str
    oldest: Any = None
    mine: Callable[[Any], Q] | None = None
    patience: timedelta = timedelta(days=14)
    who: Callable[[Any], str] | None = None


def _nothing(_email: str) -> Iterable:
    return ()


@dataclass(frozen=True)
class PersonalData:
    """What an app holds about a person, found by normalised e-mail address.

    `export(email)` gives plain data (JSON types), `labels` the words for its keys where they are
    not common ones; `erase(email, now)` removes or anonymises it and returns how many rows it
    touched. `goes` and `stays` tell the person what erasing means and what is kept, and why.
    `hold(email)` gives sentences why the office must act before an erasure; `correct(email)`
    labels and addresses of the pages where the person corrects it alone. `fields` maps
    "app.Model.field" to (purpose, legal basis, keeping period) for the record of processing.
    """

    title: str
    export: Callable[[str], list[dict]]
    erase: Callable[[str, datetime], int]
    fields: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    goes: str = ""
    stays: str = ""
    hold: Callable[[str], Iterable[str]] = _nothing
    correct: Callable[[str], Iterable[tuple[str, str]]] = _nothing


# For fields that name an account of the office: erasing it leaves a number without a name.
RECORDED = (
    _("Show who of the office is responsible for a record"),
    _("Article 6(1)(e) GDPR, § 3 DSG NRW"),
    _("as long as the record; after leaving only as a number without a name"),
)


@dataclass(frozen=True)
class NotPersonal:
    """Fields that could hold something about a person and do not, with the reason.

    `fields` maps "app.Model" to names of fields, separated by blanks. Together with
    `PersonalData.fields` every such field of the portal is judged; a new one fails a test.
    """

    reason: str
    fields: dict[str, str]

    def names(self) -> Iterator[str]:
        for model, names in self.fields.items():
            yield from (f"{model}.{name}" for name in names.split())


class Countable(Protocol):
    """Rows, mostly a QuerySet."""

    def count(self) -> int: ...


@dataclass(frozen=True)
class Retention:
    """Rows past their keeping time: `due(now)` names them, `erase(now)` removes them.

    `erase` returns the number of rows and may be run twice or late.
    """

    title: str
    period: str
    due: Callable[[datetime], Countable]
    erase: Callable[[datetime], int]


@dataclass(frozen=True)
class Responsibility:
    """What somebody of the office answers for, and hands over on leaving.

    `field` names the column that holds the person, as "app.Model.field"; `open(rows)` keeps the
    rows that still need somebody; `url(row)` is where one is kept. Where another column of the
    row must not name the same person, `differs_from` names it, and `gives_way` the one of the two
    that is emptied then.
    """

    title: str
    field: str
    open: Callable[[QuerySet], QuerySet]
    url: Callable[[Any], str]
    label: Callable[[Any], str] = str
    differs_from: str = ""
    gives_way: str = ""

    @property
    def column(self) -> str:
        return self.field.rsplit(".", 1)[1]


@dataclass(frozen=True)
class SearchSource:
    """Rows of one kind that a visitor may find.

    `rows(user)` are all that this reader may see, in the order of the list they come from;
    `slug` names the kind in addresses. `text(row)` is plain text that hits are shown in, `about`
    a line beside the title such as date and town; `language` is that of a row whose texts are in
    one only, else the reader's are shown, or the German ones. `district` and `day` are lookups
    ("district", "starts_at__date") by which hits are narrowed; a kind without one has none in a
    narrowed search.
    """

    title: str
    slug: str
    rows: Callable[[Any], QuerySet]
    searched: Searched
    url: Callable[[Any], str]
    text: Callable[[Any], str]
    about: Callable[[Any], str] = lambda row: ""
    label: Callable[[Any], str] = str
    language: Callable[[Any], str] = lambda row: ""
    district: str = ""
    day: str = ""


@dataclass(frozen=True)
class Panel:
    """A piece of another app's on a page: `context(subject, request)`, or None for nothing.

    `place` names the page and spot, such as "home", "organisation.profile" or "event.page".
    `links(pk)` are rows without which the panel has nothing to say about the subject of this key:
    one query asks for those of all panels, and where there are none the panel is not called.
    """

    place: str
    template: str
    context: Callable[[Any, Any], dict | None]
    order: int = 100
    links: Callable[[int], Iterable[QuerySet]] | None = None


waiting_tasks: Registry[WaitingTask] = Registry()
personal_data: Registry[PersonalData] = Registry()
not_personal: Registry[NotPersonal] = Registry()
# Labels of models whose rows are people; a field that points to one is about a person.
person_models: Registry[str] = Registry()
retentions: Registry[Retention] = Registry()
responsibilities: Registry[Responsibility] = Registry()
search_sources: Registry[SearchSource] = Registry()
panels: Registry[Panel] = Registry()
sitemaps: Registry[type] = Registry()


def panels_for(place: str, subject: Any, request: Any) -> list[tuple[str, dict]]:
    """Template and context of each panel of a place that has something to show, in order."""
    here = tuple(sorted((p for p in panels if p.place == place), key=lambda p: p.order))
    linked = _linked(here, subject)
    found = []
    for panel in here:
        if panel.links is not None and panel not in linked:
            continue
        context = panel.context(subject, request)
        if context is not None:
            found.append((panel.template, context))
    return found


@lru_cache(maxsize=16)
def _links(here: tuple[Panel, ...]) -> Compiled | None:
    """Numbers of the panels with links, of any subject."""
    numbers = [
        rows.order_by().annotate(panel_number=Value(number)).values("panel_number")
        for number, panel in enumerate(here)
        if panel.links is not None
        for rows in panel.links(ANY_KEY)
    ]
    if not numbers:
        return None
    first, *others = numbers
    return Compiled(first.union(*others), ANY_KEY)


def _linked(here: tuple[Panel, ...], subject: Any) -> set[Panel]:
    links = _links(here)
    if links is None:
        return set()
    return {here[row["panel_number"]] for row in links.rows(subject.pk)}
