"""A month as a sheet of the calendar: weeks from Monday, holidays of NRW, events by their days."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.models import Event
from kme_portal.base.words import listed

FIRST_YEAR, LAST_YEAR = 2000, 2100
MONDAY = 0


HOLIDAYS = {
    "Neujahr": _("New Year’s Day"),
    "Karfreitag": _("Good Friday"),
    "Ostermontag": _("Easter Monday"),
    "Erster Mai": _("May Day"),
    "Christi Himmelfahrt": _("Ascension Day"),
    "Pfingstmontag": _("Whit Monday"),
    "Fronleichnam": _("Corpus Christi"),
    "Tag der Deutschen Einheit": _("Day of German Unity"),
    "Reformationstag": _("Reformation Day"),
    "Allerheiligen": _("All Saints’ Day"),
    "Erster Weihnachtstag": _("Christmas Day"),
    "Zweiter Weihnachtstag": _("Second Day of Christmas"),
}
"""In the reader's language, by the names of the library, which has no Turkish and Arabic ones."""


@lru_cache(maxsize=8)
def holidays_of(year: int) -> dict[date, list[str | Promise]]:
    """Public holidays (gesetzliche Feiertage) in North Rhine-Westphalia; a day may bear two."""
    # Here, since a web process seldom asks.
    import holidays

    known = holidays.country_holidays("DE", subdiv="NW", years=year, language="de")
    return {day: [HOLIDAYS.get(name, name) for name in known.get_list(day)] for day in known}


@dataclass(frozen=True)
class Entry:
    """An event on one of its days; `time` is empty on the later days of a long one."""

    event: Event
    url: str
    time: str


@dataclass(frozen=True)
class Day:
    date: date
    is_in_month: bool
    is_today: bool
    holiday: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def weekday(self) -> str:
        return str(WEEKDAYS[self.date.weekday()])


@dataclass(frozen=True)
class Month:
    first: date

    @classmethod
    def read(cls, typed: str | None, today: date) -> "Month | None":
        """The month of “2026-12”, this one when nothing is typed, None when it is no month."""
        if not typed:
            return cls(today.replace(day=1))
        try:
            first = date.fromisoformat(f"{typed}-01")
        except ValueError:
            return None
        return cls(first) if FIRST_YEAR <= first.year <= LAST_YEAR else None

    @property
    def key(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def label(self) -> str:
        return f"{MONTHS[self.first.month]} {self.first.year}"

    @property
    def next(self) -> "Month":
        return Month((self.first + timedelta(days=31)).replace(day=1))

    @property
    def previous(self) -> "Month":
        return Month((self.first - timedelta(days=1)).replace(day=1))

    @property
    def span(self) -> tuple[datetime, datetime]:
        """From its first moment to that of the next month, Berlin time."""
        return _midnight(self.first), _midnight(self.next.first)

    def weeks(self, entries: dict[date, list[Entry]], today: date) -> list[list[Day]]:
        return [
            [self._day(day, entries.get(day, []), today) for day in week]
            for week in Calendar(MONDAY).monthdatescalendar(self.first.year, self.first.month)
        ]

    def _day(self, day: date, entries: list[Entry], today: date) -> Day:
        is_in_month = day.month == self.first.month
        return Day(
            date=day,
            is_in_month=is_in_month,
            is_today=day == today,
            holiday=listed(holidays_of(day.year).get(day, ())) if is_in_month else "",
            entries=entries if is_in_month else [],
        )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def by_day(entries: Iterable[Entry], month: Month) -> dict[date, list[Entry]]:
    """Entries on each day of the month on which their event takes place."""
    found: dict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        first = timezone.localdate(entry.event.starts_at)
        # What ends at midnight does not take place on the next day.
        last = max(first, timezone.localdate(entry.event.ends_at - timedelta(seconds=1)))
        day = max(first, month.first)
        while day <= last and day < month.next.first:
            found[day].append(entry if day == first else Entry(entry.event, entry.url, ""))
            day += timedelta(days=1)
    return found
