"""Calendar and feed of the public events, which take the filters of the list."""

import hashlib
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Max
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.decorators import method_decorator
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from django.views import View

from events.calendars import events_calendar
from events.feeds import events_feed
from events.filters import EventFilter
from events.models import Event

MOST_SUBSCRIBED = 300
KEPT_AFTERWARDS = timedelta(days=31)
"""Past dates stay in a subscribed calendar for this long."""
FRESH_SECONDS = 15 * 60


def subscribing(request, found: EventFilter, **more: str) -> dict[str, str]:
    """Addresses to subscribe to, with the filters that were understood and `more` of them."""
    query = found.query_string(**more)
    calendar = f"{settings.PORTAL_URL}{reverse('events:subscription')}{query}"
    return {
        "calendar_url": calendar,
        "webcal_url": "webcal://" + calendar.partition("://")[2],
        "feed_url": f"{reverse('events:feed')}{query}",
    }


def month_query(found: EventFilter) -> str:
    """The query of the month's sheet with the same filters."""
    return found.query_string(ansicht="monat", zeitraum="").removeprefix("?")


class PublishedView(View):
    """Answers from public events alone, whoever asks, so that anybody may keep the answer."""

    content_type = ""

    def get(self, request):
        now = timezone.now()
        found = EventFilter(request.GET or None, self.rows(now), now=now)
        changed = found.qs.aggregate(event=Max("updated_at"), venue=Max("venue__updated_at"))
        content = self.content(found.qs[:MOST_SUBSCRIBED], found)
        response = HttpResponse(content, content_type=self.content_type)
        digest = hashlib.sha256(response.content).hexdigest()[:32]
        response["ETag"] = quote_etag(digest)
        moments = [moment for moment in changed.values() if moment]
        if moments:
            response["Last-Modified"] = http_date(max(moments).timestamp())
        patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
        return get_conditional_response(request, etag=quote_etag(digest), response=response)

    def rows(self, now: datetime):
        since = now - KEPT_AFTERWARDS
        return Event.objects.public().upcoming(since).select_related("venue")


@method_decorator(login_not_required, name="dispatch")
class SubscriptionView(PublishedView):
    content_type = "text/calendar; charset=utf-8"

    def content(self, events, found: EventFilter) -> bytes:
        return events_calendar(events, name=_("Events of KME NRW"))

    def get(self, request):
        response = super().get(request)
        response["Content-Disposition"] = 'inline; filename="veranstaltungen.ics"'
        return response


@method_decorator(login_not_required, name="dispatch")
class FeedView(PublishedView):
    content_type = "application/atom+xml; charset=utf-8"

    def rows(self, now: datetime):
        """The latest announced first, as readers of feeds expect."""
        rows = Event.objects.public().filter(ends_at__gte=now).select_related("venue")
        return rows.order_by("-published_at", "-pk")

    def content(self, events, found: EventFilter) -> str:
        path = f"{reverse('events:feed')}{found.query_string()}"
        return events_feed(events, title=_("Events of KME NRW"), path=path)
