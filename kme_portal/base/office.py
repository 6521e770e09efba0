"""What upper apps lend to the office's own pages: its search, its figures, a history of calls.

Filled like the registries of `kme_portal.base.registries`, in each app's module `office`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from kme_portal.base.registries import Registry


@dataclass(frozen=True)
class OfficeSearch:
    """Rows of one kind that the office finds by what somebody says on the telephone.

    `rows(query, user)` gives the best first, and none to whom may not see them; `url(row)` leads
    to the record; `told(row)` says in a few words which one it is; `list_url(query)` leads to
    all of them.
    """

    title: str
    rows: Callable[[str, Any], QuerySet]
    url: Callable[[Any], str]
    told: Callable[[Any], str]
    list_url: Callable[[str], str]
    label: Callable[[Any], str] = str
    order: int = 100


@dataclass(frozen=True)
class QuickAction:
    """What the desk offers to begin at once, to whoever may: `url_name` is asked of nothing."""

    label: str
    url_name: str
    permission: str


@dataclass(frozen=True)
class Figures:
    """Numbers of one subject for the head of office: (what, how many), never about a person."""

    title: str
    rows: Callable[[datetime], Iterable[tuple[str, int]]]


office_searches: Registry[OfficeSearch] = Registry()
quick_actions: Registry[QuickAction] = Registry()
figures: Registry[Figures] = Registry()
