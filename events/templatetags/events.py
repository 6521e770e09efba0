"""How events are told on pages and in mails."""

from dataclasses import dataclass
from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.dates import MONTHS_3, WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

register = template.Library()


@dataclass(frozen=True)
class DateBlock:
    """A day in Berlin as a calendar sheet shows it."""

    iso: str
    weekday: str
    day: int
    month: str

    @classmethod
    def of(cls, value: datetime) -> "DateBlock":
        local = timezone.localtime(value)
        return cls(
            iso=local.date().isoformat(),
            weekday=str(WEEKDAYS_ABBR[local.weekday()]),
            day=local.day,
            month=f"{MONTHS_3[local.month]} {local.year}".title(),
        )


@register.filter
def event_day(event) -> str:
    """Day or days in Berlin, with the weekday."""
    first, last = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    if first.date() == last.date():
        return day(first)
    return _("%(first)s to %(last)s") % {"first": day(first), "last": day(last)}


@register.filter
def event_time(event) -> str:
    """From when to when on the clock in Berlin; the reader is told that elsewhere."""
    return span(event.starts_at, event.ends_at)


@register.filter
def event_when(event) -> str:
    """Day and time in one phrase, whole for mails and alerts."""
    return moments(event.starts_at, event.ends_at)


def moments(starts_at: datetime, ends_at: datetime) -> str:
    first, last = timezone.localtime(starts_at), timezone.localtime(ends_at)
    if first.date() == last.date():
        # The span brings its own word for "o'clock".
        return _("%(day)s, %(span)s") % {"day": day(first), "span": span(first, last)}
    return _("%(first)s to %(last)s") % {"first": moment(first), "last": moment(last)}


@register.filter
def moment(value: datetime) -> str:
    local = timezone.localtime(value)
    return _("%(day)s, %(time)s") % {"day": day(local), "time": clock(local)}


def day(local: datetime) -> str:
    comma = "،" if get_language() == "ar" else ","
    return f"{date_format(local, 'l')}{comma} {date_format(local, 'DATE_FORMAT')}"


def clock(local: datetime) -> str:
    """24 hours in every language: that is what stands on the invitations."""
    return f"{local:%H:%M}"


def span(starts_at: datetime, ends_at: datetime | None) -> str:
    """Times of day only, such as “18:00 to 20:00”."""
    first = clock(timezone.localtime(starts_at))
    if ends_at is None:
        return first
    return _("%(from)s to %(until)s") % {
        "from": first,
        "until": clock(timezone.localtime(ends_at)),
    }
