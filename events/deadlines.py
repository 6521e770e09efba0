"""Until when something may be answered: a day named as deadline ends at 24:00 Berlin time."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import DateField, F, Func
from django.db.models.functions import Coalesce, TruncDate

BERLIN = ZoneInfo("Europe/Berlin")


def berlin_day(moment: datetime) -> date:
    """The day people in the office would name for this moment."""
    return moment.astimezone(BERLIN).date()


def end_of_day(day: date) -> datetime:
    """24:00 Berlin time; two days a year do not last 24 hours."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=BERLIN)


def answer_until(event) -> datetime:
    """The moment after which an invitation to this event can no longer be answered online."""
    if event.answer_by is None:
        return event.starts_at
    return min(end_of_day(event.answer_by), event.starts_at)


def answer_day(event: str) -> Coalesce:
    """The last day to answer, for queries; `event` is the path to the event, such as "event__"."""
    return Coalesce(F(f"{event}answer_by"), TruncDate(F(f"{event}starts_at"), tzinfo=BERLIN))


class DaysBefore(Func):
    """A day less a number of days held in another column."""

    arity = 2
    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = DateField()
