"""The public side of events: lists, page, calendar file and documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.decorators import method_decorator
from django.utils.translation import ngettext
from django.views import View

from events.calendars import event_calendar, events_calendar
from events.filters import ArchiveFilter, EventFilter
from events.models import Event, Mode
from events.readers import visible_to
from events.reading import read_event_page, read_pools
from events.registration_state import Seats, badges, public_seats, taking_part
from events.templatetags.events import DateBlock, event_time
from events.views.event_page import event_page
from kme_portal.base.lists import FilteredListView

MOST_SUBSCRIBED = 300
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
    template_name = "events/event_list.html"
    filterset_class = EventFilter

    def get_queryset(self):
        self.now = timezone.now()
        return Event.objects.visible_to(self.request.user).upcoming(self.now)

    def result(self, count: int) -> str:
        return ngettext("%(count)s coming event", "%(count)s coming events", count) % {
            "count": count
        }


@method_decorator(login_not_required, name="dispatch")
class SubscriptionView(View):
    """Public coming events to subscribe to; takes the list's filters."""

    def get(self, request):
        now = timezone.now()
        rows = Event.objects.public().upcoming(now).select_related("venue")
        found = EventFilter(request.GET or None, rows, now=now)
        content = events_calendar(found.qs[:MOST_SUBSCRIBED], name="KME NRW")
        response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'inline; filename="veranstaltungen.ics"'
        return response


@method_decorator(login_not_required, name="dispatch")
class ArchiveView(EventsView):
    """Past events of one year, the latest first; the years that have some are offered."""

    template_name = "events/event_archive.html"
    filterset_class = ArchiveFilter

    def get_queryset(self):
        self.now = timezone.now()
        past = Event.objects.visible_to(self.request.user).past(self.now)
        self.years = [day.year for day in past.order_by().dates("starts_at", "year", "DESC")]
        self.year = chosen_year(self.request.GET.get("jahr"), self.years)
        return past.filter(starts_at__year=self.year)

    def result(self, count: int) -> str:
        sentence = ngettext(
            "%(count)s past event in %(year)s", "%(count)s past events in %(year)s", count
        )
        return sentence % {"count": count, "year": self.year}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, years=self.years, year=self.year)


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
        return HttpResponsePermanentRedirect(reverse("events:page", kwargs={"slug": event.slug}))
