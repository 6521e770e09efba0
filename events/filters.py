"""The filters of the event lists: plain GET parameters with German names."""

from datetime import date, datetime, timedelta
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models import Event, Mode
from events.reading import FILTERED_KINDS, read_filter_choices
from kme_portal.base.forms import PlainSelect
from kme_portal.base.lists import ListFilter
from organisations.models import TermKind


def periods(today: date) -> dict[str, tuple[date, date]]:
    """First and last day of each period that can be chosen."""
    month = today.replace(day=1)
    next_month = _next_month(month)
    end_of_week = today + timedelta(days=6 - today.weekday())
    return {
        "woche": (today, end_of_week),
        "monat": (today, next_month - timedelta(days=1)),
        "naechster-monat": (next_month, _next_month(next_month) - timedelta(days=1)),
        "quartal": (today, today + timedelta(days=91)),
    }


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


PERIODS = [
    ("woche", _("this week")),
    ("monat", _("this month")),
    ("naechster-monat", _("next month")),
    ("quartal", _("the next three months")),
]


def _choice(label, choices=(), **given) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(
        label=label, choices=choices, empty_label=_("all"), widget=PlainSelect, **given
    )


class EventFilter(ListFilter):
    """Filters of lists of events; what is not understood is ignored.

    Reads vocabularies and districts once each, whatever the number of filters.
    """

    zeitraum = _choice(_("When"), PERIODS, method="in_period")
    art = _choice(_("Kind"), method="of_kind")
    format = _choice(_("Format"), Mode.choices, field_name="mode")
    kreis = _choice(_("District"), method="in_district")
    feld = _choice(_("Field"), method="in_field")
    sprache = _choice(_("Language"), method="in_language")

    class Meta(ListFilter.Meta):
        model = Event

    def __init__(self, *args, now: datetime, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = now
        self._terms: dict[tuple[str, str], int] = {}
        named: dict[str, list[tuple[str, str]]] = {kind: [] for kind in FILTERED_KINDS}
        terms, districts = read_filter_choices()
        for kind, slug, pk, term_name in terms:
            named[kind].append((slug, term_name))
            self._terms[kind, slug] = pk
        self._offer("art", named[TermKind.EVENT_KIND])
        self._offer("feld", named[TermKind.FIELD])
        self._offer("sprache", named[TermKind.LANGUAGE])
        self._offer("kreis", districts)

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        if name in self.form.fields:
            self.form.fields[name].choices = choices

    def query_string(self, **more: str) -> str:
        """The filters that were understood, as they stand in an address; "" without any.

        `more` are parameters beside them; an empty one leaves a filter out.
        """
        chosen = {name: value for name, value in (self.understood() | more).items() if value}
        return f"?{urlencode(chosen)}" if chosen else ""

    def in_period(self, rows, name, value):
        first, last = periods(timezone.localdate(self.now))[value]
        midnight = datetime.min.time()
        return rows.filter(
            ends_at__gte=timezone.make_aware(datetime.combine(first, midnight)),
            starts_at__lt=timezone.make_aware(datetime.combine(last + timedelta(days=1), midnight)),
        )

    def of_kind(self, rows, name, value):
        return rows.filter(kind_id=self._terms[TermKind.EVENT_KIND, value])

    def in_district(self, rows, name, value):
        """Of the rough place that everyone may know."""
        return rows.with_public_district().filter(public_district=value)

    def in_field(self, rows, name, value):
        return rows.filter(fields=self._terms[TermKind.FIELD, value])

    def in_language(self, rows, name, value):
        """Spoken there or interpreted into."""
        term = self._terms[TermKind.LANGUAGE, value]
        spoken = Event.languages.through.objects.filter(term_id=term).values("event_id")
        interpreted = Event.interpretation.through.objects.filter(term_id=term).values("event_id")
        return rows.filter(Q(pk__in=spoken) | Q(pk__in=interpreted))


class MonthFilter(EventFilter):
    """The same for the sheet of a month, which the form carries along."""

    zeitraum = None
    ansicht = django_filters.CharFilter(method="keep", widget=forms.HiddenInput)
    monat = django_filters.CharFilter(method="keep", widget=forms.HiddenInput)

    def keep(self, rows, name, value):
        return rows


class TrainingFilter(EventFilter):
    """The same for trainings alone."""

    art = None


class ArchiveFilter(EventFilter):
    """The same for past events, which are read by year; the form carries the year along."""

    zeitraum = None
    jahr = django_filters.CharFilter(method="keep", widget=forms.HiddenInput)

    def keep(self, rows, name, value):
        return rows
