"""What events offer to the desk, the search and the pages of associations."""

from datetime import datetime, timedelta

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from events.models import Event, EventStatus
from events.models.searching import SEARCHED
from events.templatetags.events import event_when
from events.views.events import cards_of
from kme_portal.base.markup import to_text
from kme_portal.base.registries import (
    Panel,
    SearchSource,
    WaitingTask,
    panels,
    search_sources,
    sitemaps,
    waiting_tasks,
)
from kme_portal.base.sitemaps import PortalSitemap, pages_of
from kme_portal.base.templatetags.portal import german

DRAFT_LEAD = timedelta(weeks=4)
PANEL_ROWS = 4


def _of_office(user):
    """Events for whoever plans them; nothing for others."""
    return Event.objects.all() if user.has_perm("events.change_event") else Event.objects.none()


def _change_url(event: Event) -> str:
    return reverse("admin:events_event_change", args=[event.pk])


def _own(user) -> Q:
    return Q(responsible=user) | Q(deputy=user)


def _responsible(event: Event) -> str:
    return str(event.responsible or "")


waiting_tasks.register(
    "events.without_responsible",
    WaitingTask(
        title=_("Events without a responsible person"),
        rows=lambda user: (
            _of_office(user)
            .upcoming(timezone.now())
            .exclude(status=EventStatus.CANCELLED)
            .filter(Q(responsible=None) | Q(responsible__is_active=False))
        ),
        url=_change_url,
        since=lambda event: event.created_at,
        oldest="created_at",
    ),
)

waiting_tasks.register(
    "events.draft_nears",
    WaitingTask(
        title=_("Drafts whose date is less than four weeks away"),
        rows=lambda user: (
            _of_office(user)
            .upcoming(timezone.now())
            .filter(status=EventStatus.DRAFT, starts_at__lte=timezone.now() + DRAFT_LEAD)
            .select_related("responsible")
        ),
        url=_change_url,
        since=lambda event: event.starts_at - DRAFT_LEAD,
        oldest=F("starts_at") - DRAFT_LEAD,
        mine=_own,
        who=_responsible,
    ),
)

waiting_tasks.register(
    "events.not_closed",
    WaitingTask(
        title=_("Past events to be closed"),
        rows=lambda user: (
            _of_office(user)
            .past(timezone.now())
            .filter(status=EventStatus.PUBLISHED)
            .select_related("responsible")
        ),
        url=lambda event: reverse("admin:events_event_close", args=[event.pk]),
        since=lambda event: event.ends_at,
        oldest="ends_at",
        mine=_own,
        who=_responsible,
    ),
)


def _about(event: Event) -> str:
    """Day and town, the town as far as everyone may know it."""
    town = event.venue.public_city if event.venue else ""
    return format_html("{} · {}", event_when(event), german(town)) if town else event_when(event)


search_sources.register(
    "events",
    SearchSource(
        title=_("Events"),
        slug="veranstaltungen",
        rows=lambda user: (
            Event.objects.visible_to(user)
            .select_related("venue")
            .with_public_district()
            .by_nearness(timezone.now())
        ),
        searched=SEARCHED,
        url=Event.get_absolute_url,
        text=lambda event: f"{event.summary} {to_text(event.description)}",
        about=_about,
        district="public_district",
        day="starts_at__date",
    ),
)


def _events_of(organisation, request) -> dict | None:
    """Public events that an association holds, the coming ones before those that took place."""
    now: datetime = timezone.now()
    rows = (
        Event.objects.public()
        .filter(Q(organiser=organisation) | Q(co_organisers=organisation))
        .distinct()
        .by_nearness(now)
        .for_cards()[:PANEL_ROWS]
    )
    cards = cards_of(rows, now)
    return {"cards": cards} if cards else None


panels.register(
    "events.of_organisation",
    Panel("organisation.profile", "events/event_panel.html", _events_of, order=20),
)


class ListSitemap(PortalSitemap):
    """Lists of events besides the one in the header."""

    def items(self):
        return ["events:archive", "events:trainings"]

    def location(self, item):
        return reverse(item)


sitemaps.register("events", pages_of(lambda: Event.objects.public().order_by("-starts_at")))
sitemaps.register("event_lists", ListSitemap)
