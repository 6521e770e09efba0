"""What somebody of the office answers for in events, and hands over on leaving."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models import EventStatus
from kme_portal.base.registries import Responsibility, responsibilities


def _unfinished(events):
    return events.filter(status__in=[EventStatus.DRAFT, EventStatus.PUBLISHED])


def _url(event):
    return reverse("admin:events_event_change", args=[event.pk])


responsibilities.register(
    "events.responsible",
    Responsibility(
        title=_("Responsible for events"),
        field="events.Event.responsible",
        open=_unfinished,
        url=_url,
        differs_from="deputy",
        gives_way="deputy",
    ),
)
responsibilities.register(
    "events.deputy",
    Responsibility(
        title=_("Deputy for events"),
        field="events.Event.deputy",
        open=_unfinished,
        url=_url,
        differs_from="responsible",
        gives_way="deputy",
    ),
)
