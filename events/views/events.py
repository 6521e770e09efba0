"""The public side of events: lists, page, calendar file and documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.decorators import method_decorator
from django.utils.translation import ngettext
from django.views import View

from events.calendars import event_calendar
from events.filters import ArchiveFilter, EventFilter, TrainingFilter
from events.models import Event, Mode
from events.readers import visible_to
from events.reading import read_event_page, read_pools
from events.registration_state import Seats, badges, public_seats, taking_part
from events.templatetags.events import DateBlock, event_time
from events.views.event_page import event_page
from events.views.months import MonthView
from events.views.subscribing import month_query, subscribing
from kme_portal.base.lists import FilteredListView
from organisations.models import TermKind

TRAINING = "fortbildung"
# No title gives this address: slugs are in small letters.
ANY_SLUG = "ANY"


@dataclass(frozen=True)
class Card:
    """An event as a list shows it, in words: a filter per cell would cost more than the rest."""

    event: Event
    url: str
    date: DateBlock
    month: str
    kind: str
    mode: str
    time: str
    place: str
    badges: list[tuple[str, str]]


def cards_of(events: Iterable[Event], now: datetime) -> list[Card]:
    """Cards of events that were read with `for_cards`; one query for the seats of all."""
    rows = list(events)
    pools = read_pools([event.pk for event in rows], now)
    # Looked up once for all rows: the address of a page and the words for the formats.
    address = reverse("events:page", kwargs={"slug": ANY_SLUG})
    modes = {mode.value: str(mode.label) for mode in Mode}
    return [
        card_of(
            event,
            url=address.replace(ANY_SLUG, event.slug),
            mode=modes[event.mode],
            seats=public_seats(pools[event.pk]),
            now=now,
        )
        for event in rows
    ]


def card_of(event: Event, *, url: str, mode: str, seats: Seats, now: datetime) -> Card:
    local = timezone.localtime(event.starts_at)
    return Card(
        event=event,
        url=url,
        date=DateBlock.of(local),
        month=f"{MONTHS[local.month]} {local.year}",
        kind=event.kind_name,
        mode=mode,
        time=event_time(event),
        place=event.city if event.is_on_site and event.city else "",
        badges=badges(event, taking_part(event, seats, now)),
    )


class EventsView(FilteredListView):
    """What coming and past events have in common."""

    def get_filterset_kwargs(self, filterset_class):
        return super().get_filterset_kwargs(filterset_class) | {"now": self.now}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        # Named only now, so that the rows are counted without the tables that cards read.
        context["cards"] = cards_of(context["page_obj"].object_list.for_cards(), self.now)
        context["result"] = self.result(context["page_obj"].paginator.count)
        return context


@method_decorator(login_not_required, name="dispatch")
class EventListView(EventsView):
    """What is coming, as a list or as the sheet of a month."""

    template_name = "events/event_list.html"
    filterset_class = EventFilter

    def get(self, request, *args, **kwargs):
        if request.GET.get("ansicht") == "monat":
            return MonthView.as_view()(request)
        return super().get(request, *args, **kwargs)

    def get_queryset(self):
        self.now = timezone.now()
        return Event.objects.visible_to(self.request.user).upcoming(self.now)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        found = context["filter"]
        if self.request.GET.get("art") == TRAINING and "page" not in self.request.GET:
            context["canonical"] = reverse("events:trainings")
        return context | {
            "as_list_url": self.request.get_full_path(),
            "as_month_url": f"{self.request.path}?{month_query(found)}",
            **subscribing(self.request, found),
        }

    def result(self, count: int) -> str:
        return ngettext("%(count)s coming event", "%(count)s coming events", count) % {
            "count": count
        }


@method_decorator(login_not_required, name="dispatch")
class TrainingListView(EventsView):
    """Trainings (Fortbildungen) of the office and of associations, at a short address."""

    template_name = "events/training_list.html"
    filterset_class = TrainingFilter

    def get_queryset(self):
        self.now = timezone.now()
        rows = Event.objects.visible_to(self.request.user).upcoming(self.now)
        return rows.filter(kind__slug=TRAINING, kind__kind=TermKind.EVENT_KIND)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | subscribing(self.request, context["filter"], art=TRAINING)

    def result(self, count: int) -> str:
        return ngettext("%(count)s coming training", "%(count)s coming trainings", count) % {
            "count": count
        }


@method_decorator(login_not_required, name="dispatch")
class ArchiveView(EventsView):
    """Past events of one year, the latest first; with how many there were in each."""

    template_name = "events/event_archive.html"
    filterset_class = ArchiveFilter

    def get_queryset(self):
        self.now = timezone.now()
        return Event.objects.visible_to(self.request.user).past(self.now)

    def get_context_data(self, **kwargs):
        found = kwargs["object_list"]
        counts = (
            found.order_by()
            .annotate(year=ExtractYear("starts_at"))
            .values_list("year")
            .annotate(number=Count("pk", distinct=True))
            .order_by("-year")
        )
        years = list(counts)
        self.year = chosen_year(self.request.GET.get("jahr"), [year for year, _number in years])
        kwargs["object_list"] = found.filter(starts_at__year=self.year)
        here = f"{reverse('events:archive')}?jahr={self.year}"
        return super().get_context_data(
            **kwargs,
            years=[(year, number, self.address(year)) for year, number in years],
            year=self.year,
            canonical=here,
        )

    def address(self, year: int) -> str:
        """Another year with the same filters."""
        query = self.request.GET.copy()
        query.pop("page", None)
        query["jahr"] = str(year)
        return f"{self.request.path}?{query.urlencode()}"

    def result(self, count: int) -> str:
        sentence = ngettext(
            "%(count)s past event in %(year)s", "%(count)s past events in %(year)s", count
        )
        return sentence % {"count": count, "year": self.year}


def chosen_year(typed: str | None, years: list[int]) -> int:
    if typed and typed.isascii() and typed.isdecimal() and int(typed[:4]) in years:
        return int(typed[:4])
    return years[0] if years else timezone.localdate().year


@method_decorator(login_not_required, name="dispatch")
class EventPageView(View):
    """The page of an event, for whoever may know of it."""

    def get(self, request, slug):
        now = timezone.now()
        readable = visible_to(request.user)
        event = read_event_page(slug, request.user, now)
        return render(request, "events/event_page.html", event_page(event, readable, request, now))


@method_decorator(login_not_required, name="dispatch")
class EventCalendarView(View):
    """The event as a file for one's own calendar."""

    def get(self, request, slug):
        event = get_object_or_404(
            Event.objects.visible_to(request.user).select_related("venue"), slug=slug
        )
        response = HttpResponse(
            event_calendar(event, method="PUBLISH"), content_type="text/calendar; charset=utf-8"
        )
        response["Content-Disposition"] = f'attachment; filename="{event.slug}.ics"'
        return response


@method_decorator(login_not_required, name="dispatch")
class ShortAddressView(View):
    """The address in mails and calendars, which does not spell out the title."""

    def get(self, request, uid):
        event = get_object_or_404(Event.objects.visible_to(request.user), uid=uid)
        return HttpResponsePermanentRedirect(event.get_absolute_url())
