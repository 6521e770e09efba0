"""What happened between an association and the events: asked, answered, came."""

from django.db.models import Count, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.models import Event, EventStatus, Invitation, InvitationStatus, Party, PartyStatus
from events.templatetags.events import event_when
from kme_portal.base.registries import Panel, panels
from kme_portal.base.timeline import Entry, Timeline, timelines


def invitations_of(organisation, user):
    if not user.has_perm("events.view_invitation"):
        return Invitation.objects.none()
    return organisation.invitations.select_related("event", "campaign")


def told_invitations(rows, organisation) -> dict[int, Entry]:
    return {
        row.pk: Entry(
            title=_("Invited to “%(event)s”") % {"event": row.event},
            lines=[event_when(row.event)],
            url=_step(row),
        )
        for row in rows
    }


def answers_of(organisation, user):
    return (
        invitations_of(organisation, user)
        .exclude(answered_at=None)
        .select_related("event", "answered_by", "recorded_by")
    )


def told_answers(rows, organisation) -> dict[int, Entry]:
    found = {}
    for row in rows:
        words = (
            _("Accepted: “%(event)s”")
            if row.status == InvitationStatus.ACCEPTED
            else _("Declined: “%(event)s”")
        )
        lines = [str(row.get_answer_channel_display())] if row.answer_channel else []
        if row.answered_by:
            lines.append(_("Answered by %(person)s") % {"person": row.answered_by})
        found[row.pk] = Entry(
            title=words % {"event": row.event},
            lines=lines,
            url=_step(row),
            who=str(row.recorded_by or ""),
        )
    return found


def registrations_of(organisation, user):
    """Until they are erased, thirty days after the event; afterwards the answer remains."""
    if not user.has_perm("events.view_party"):
        return Party.objects.none()
    return (
        Party.objects.filter(
            Q(organisation=organisation) | Q(invitation__organisation=organisation)
        )
        .exclude(status=PartyStatus.UNCONFIRMED)
        .select_related("event")
        .annotate(
            people=Count("guests", distinct=True),
            seated=Count(
                "claims__seats__guest",
                filter=Q(claims__status="seated", claims__pool__session=None),
                distinct=True,
            ),
        )
    )


def told_registrations(rows, organisation) -> dict[int, Entry]:
    now = timezone.now()
    found = {}
    for row in rows:
        people = ngettext("%(count)d guest", "%(count)d guests", row.people) % {"count": row.people}
        lines = [f"{people}, {row.get_status_display()}"]
        if row.status == PartyStatus.CONFIRMED and row.seated:
            words = (
                ngettext("had %(count)d seat", "had %(count)d seats", row.seated)
                if row.event.ends_at < now
                else ngettext("has %(count)d seat", "has %(count)d seats", row.seated)
            )
            lines.append(words % {"count": row.seated})
        found[row.pk] = Entry(
            title=_("Registered for “%(event)s”") % {"event": row.event},
            lines=lines,
            url=reverse("admin:events_party_event", args=[row.event_id]),
        )
    return found


def held_by(organisation, user):
    if not user.has_perm("events.view_event"):
        return Event.objects.none()
    held = Event.objects.filter(Q(organiser=organisation) | Q(co_organisers=organisation))
    return Event.objects.filter(pk__in=held.values("pk")).exclude(status=EventStatus.DRAFT)


def told_events(rows, organisation) -> dict[int, Entry]:
    return {
        row.pk: Entry(
            title=_("Holds “%(event)s”") % {"event": row},
            lines=[event_when(row), str(row.get_status_display())],
            url=reverse("admin:events_event_change", args=[row.pk]),
        )
        for row in rows
    }


def _step(invitation: Invitation) -> str:
    return reverse("admin:events_invitation_answer", args=[invitation.pk])


for name, source in {
    "einladung": Timeline(
        gettext_lazy("Invitations"), invitations_of, "created_at", told_invitations
    ),
    "antwort": Timeline(gettext_lazy("Answers"), answers_of, "answered_at", told_answers),
    "anmeldung": Timeline(
        gettext_lazy("Registrations"),
        registrations_of,
        Coalesce("confirmed_at", "created_at"),
        told_registrations,
    ),
    "veranstaltung": Timeline(gettext_lazy("Own events"), held_by, "starts_at", told_events),
}.items():
    timelines.register(name, source)


def invited_to(organisation, request) -> dict | None:
    """Events to come with its answer; an open one can be recorded at once."""
    if not request.user.has_perm("events.view_invitation"):
        return None
    now = timezone.now()
    rows = (
        organisation.invitations.to_coming_events(now)
        .exclude(status=InvitationStatus.WITHDRAWN)
        .select_related("event__venue")
        .order_by("event__starts_at")
    )
    found = [
        {
            "event": row.event,
            "when": event_when(row.event),
            "answer": row.get_status_display(),
            "is_open": row.status == InvitationStatus.OPEN,
            "until": date_format(timezone.localtime(row.answer_until()), "SHORT_DATE_FORMAT"),
            "url": _step(row),
        }
        for row in rows
    ]
    if not found:
        return None
    return {"rows": found, "may_record": request.user.has_perm("events.change_invitation")}


panels.register(
    "events.call", Panel("organisation.call", "events/admin/call_invitations.html", invited_to, 20)
)
