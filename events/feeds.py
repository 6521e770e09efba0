"""The Atom feed of events: what the public page of each says, and nothing more."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import get_language, gettext

from events.calendars import event_location, page_url
from events.models import Event, EventStatus
from events.templatetags.events import event_when
from kme_portal.base.feeds import TextFeed


def events_feed(events: Iterable[Event], *, title: str, path: str) -> str:
    """Entries are named by the event's unchanging number, and changed whenever the event is."""
    feed = TextFeed(
        title=title,
        link=f"{settings.PORTAL_URL}{path}",
        feed_url=f"{settings.PORTAL_URL}{path}",
        description="",
        language=get_language(),
        author_name="KME NRW",
    )
    for event in events:
        feed.add_item(
            title=entry_title(event),
            link=page_url(event),
            description=_summary(event),
            unique_id=f"urn:kme-nrw:event:{event.uid}",
            pubdate=event.published_at,
            updateddate=event.updated_at,
        )
    return feed.writeString("utf-8")


def entry_title(event: Event) -> str:
    if event.status == EventStatus.CANCELLED:
        return gettext("Cancelled: %(title)s") % {"title": event.title}
    return event.title


def _summary(event: Event) -> str:
    place = event_location(event, neutral=False) or event.get_mode_display()
    return "\n".join(filter(None, [f"{event_when(event)}, {place}", event.summary]))
