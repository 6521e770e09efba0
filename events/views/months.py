"""The coming and past events of a month, as a sheet of the calendar."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.filters import MonthFilter
from events.models import Event
from events.months import Entry, Month, by_day
from events.templatetags.events import event_time
from events.views.subscribing import subscribing
from kme_portal.base.lists import FilteredListView

MOST_OF_A_MONTH = 400


@method_decorator(login_not_required, name="dispatch")
class MonthView(FilteredListView):
    """`?ansicht=monat&monat=2026-12`: a table where there is room, a list of days on a phone."""

    template_name = "events/event_month.html"
    filterset_class = MonthFilter
    paginate_by = None

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.now = timezone.now()
        self.today = timezone.localdate(self.now)
        asked = Month.read(request.GET.get("monat"), self.today)
        self.was_understood = asked is not None
        self.month = asked or Month(self.today.replace(day=1))

    def get_filterset_kwargs(self, filterset_class):
        return super().get_filterset_kwargs(filterset_class) | {"now": self.now}

    def get_queryset(self):
        first, end = self.month.span
        return (
            Event.objects.visible_to(self.request.user)
            .filter(starts_at__lt=end, ends_at__gt=first)
            .order_by("starts_at", "pk")
        )

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        entries = [
            Entry(event, event.get_absolute_url(), event_time(event))
            for event in context["filter"].qs.for_cards()[:MOST_OF_A_MONTH]
        ]
        weeks = self.month.weeks(by_day(entries, self.month), self.today)
        if not self.was_understood:
            context["notices"].append(_("There is no such month; you see the present one."))
        month = {"ansicht": "monat", "monat": self.month.key}
        return context | {
            "month": self.month,
            "weeks": weeks,
            "days": [day for week in weeks for day in week if day.entries],
            "weekdays": [(WEEKDAYS_ABBR[number], WEEKDAYS[number]) for number in range(7)],
            "previous_url": self.address(self.month.previous),
            "next_url": self.address(self.month.next),
            "today_url": self.address(Month(self.today.replace(day=1))),
            "as_list_url": f"{self.request.path}{context['filter'].query_string()}",
            "as_month_url": self.request.get_full_path(),
            "reset_url": f"{self.request.path}?{urlencode(month)}",
            "canonical": f"{self.request.path}?{urlencode(month)}",
            "result": self.result(len(entries)),
            **subscribing(self.request, context["filter"]),
        }

    def address(self, month: Month) -> str:
        """Another month with the same filters."""
        query = self.request.GET.copy()
        query["monat"] = month.key
        return f"{self.request.path}?{query.urlencode()}"

    def result(self, count: int) -> str:
        sentence = ngettext("%(count)s event in %(month)s", "%(count)s events in %(month)s", count)
        return sentence % {"count": count, "month": self.month.label}
