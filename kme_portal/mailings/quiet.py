"""Quiet hours: list mail goes from 8 to 20 h in Berlin, not on Sundays and holidays of NRW."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings

BERLIN = ZoneInfo("Europe/Berlin")
OPENS = time(8)
CLOSES = time(20)


@lru_cache(maxsize=8)
def _holidays(year: int) -> frozenset[date]:
    # Here, since a web process seldom asks.
    import holidays

    return frozenset(holidays.country_holidays("DE", subdiv="NW", years=year))


def _is_open_day(day: date) -> bool:
    return day.weekday() != 6 and day not in _holidays(day.year)


def next_allowed(moment: datetime, *, stale_after: datetime | None = None) -> datetime:
    """The first moment from this one at which list mail may leave.

    A mail that would be stale by then goes at once: better late in the evening than never.
    """
    if not settings.MAIL_QUIET_HOURS:
        return moment
    local = moment.astimezone(BERLIN)
    day = local.date()
    if _is_open_day(day) and OPENS <= local.time() < CLOSES:
        return moment
    if local.time() >= OPENS:
        day += timedelta(days=1)
    while not _is_open_day(day):
        day += timedelta(days=1)
    allowed = datetime.combine(day, OPENS, tzinfo=BERLIN)
    if stale_after is not None and allowed >= stale_after:
        return moment
    return allowed


def working_days_before(moment: datetime, days: int) -> datetime:
    """The moment so many working days of the office (Monday to Friday) earlier."""
    earlier = moment.astimezone(BERLIN)
    while days:
        earlier -= timedelta(days=1)
        days -= _is_open_day(earlier.date()) and earlier.weekday() != 5
    return earlier
