"""What an association finds on its desk of events: asked to, coming to, been to."""

from datetime import datetime

from django.db.models import Exists
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.deadlines import answer_until, berlin_day
from events.models import (
    Event,
    EventStatus,
    EventVisibility,
    Invitation,
    InvitationStatus,
    Party,
)
from events.templatetags.events import event_when
from events.views.attendees import held_by
from kme_portal.base.registries import Panel, panels
from organisations.models import Organisation, OrganisationStatus
from organisations.views.my_association.desk import PANELS, Due

PAST_SHOWN = 5
COMING_SHOWN = 3
TONES = {
    InvitationStatus.OPEN: "warning",
    InvitationStatus.ACCEPTED: "success",
    InvitationStatus.DECLINED: "info",
}


def on_the_desk(organisation, request) -> dict:
    """Four queries, whatever the number of events; what is open is named as due as well."""
    now = timezone.now()
    invitations = list(
        Invitation.objects.filter(
            organisation=organisation,
            event__status__in=[EventStatus.PUBLISHED, EventStatus.CANCELLED],
            event__ends_at__gt=now,
        )
        .exclude(status=InvitationStatus.WITHDRAWN)
        .select_related("event")
        .order_by("event__starts_at", "pk")
    )
    registrations = (
        Party.objects.living()
        .filter(organisation=organisation, invitation=None, event__ends_at__gt=now)
        .select_related("event")
        .order_by("event__starts_at", "pk")
    )
    past = (
        Invitation.objects.filter(
            organisation=organisation, status=InvitationStatus.ACCEPTED, event__ends_at__lte=now
        )
        .exclude(event__status=EventStatus.CANCELLED)
        .select_related("event")
        .order_by("-event__starts_at")[:PAST_SHOWN]
    )
    open_to = [EventVisibility.PUBLIC]
    if organisation.status == OrganisationStatus.ACTIVE:
        open_to.append(EventVisibility.NETWORK)
    coming = (
        Event.objects.published()
        .filter(visibility__in=open_to)
        .upcoming(now)
        .exclude(pk__in=[row.event_id for row in invitations])[:COMING_SHOWN]
    )
    return {
        "due": [due(row) for row in invitations if is_due(row, now)],
        "invitations": [
            {
                "event": row.event,
                "when": event_when(row.event),
                "url": address(row),
                "tone": TONES[row.status],
                "status": row.get_status_display(),
                "is_cancelled": row.event.status == EventStatus.CANCELLED,
            }
            for row in invitations
        ],
        "registrations": [(row.event, event_when(row.event)) for row in registrations],
        "coming": [(event, event_when(event), event.get_absolute_url()) for event in coming],
        "past": [(row.event, event_when(row.event)) for row in past],
    }


def is_due(row: Invitation, now: datetime) -> bool:
    return row.status == InvitationStatus.OPEN and row.why_closed(now) is None


def due(row: Invitation) -> Due:
    until = answer_until(row.event)
    return Due(
        title=row.event.title,
        text=_("You are invited: %(when)s.") % {"when": event_when(row.event)},
        url=address(row),
        action=pgettext("button", "Answer"),
        # What ends at midnight is to be answered on the day before.
        until=row.event.answer_by or berlin_day(until),
    )


def address(row: Invitation) -> str:
    return reverse("events:member_invitation", args=[row.organisation_id, row.pk])


panels.register(
    "events.association_desk",
    Panel(
        place=PANELS,
        template="events/association_desk.html",
        context=on_the_desk,
        order=10,
    ),
)


def held_on_the_desk(organisation, request) -> dict | None:
    """Events it holds with the office, for those who may see who comes; one query."""
    may_edit = Organisation.objects.editable_by(request.user).filter(pk=organisation.pk)
    rows = held_by(organisation, timezone.now()).filter(Exists(may_edit)).order_by("starts_at")
    held = [
        (event, event_when(event), reverse("events:attendees", args=[organisation.pk, event.slug]))
        for event in rows
    ]
    return {"held": held} if held else None


panels.register(
    "events.held_on_the_desk",
    Panel(
        place=PANELS,
        template="events/association_held.html",
        context=held_on_the_desk,
        order=40,
    ),
)
