"""What events lend to the office's own pages: search, figures, the week on the desk."""

from datetime import datetime, timedelta

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import (
    Campaign,
    Event,
    EventFigures,
    EventStatus,
    Invitation,
    InvitationStatus,
    Mode,
    Party,
    Pool,
    Seat,
)
from events.templatetags.events import event_when
from kme_portal.base.office import (
    Figures,
    OfficeSearch,
    QuickAction,
    figures,
    office_searches,
    quick_actions,
)
from kme_portal.base.registries import Panel, panels

WEEK = timedelta(days=7)


def events_found(query: str, user) -> QuerySet[Event]:
    if not user.has_perm("events.view_event"):
        return Event.objects.none()
    return Event.objects.matching(query).by_nearness(timezone.now())


def event_told(event: Event) -> str:
    return ", ".join([event_when(event), str(event.get_status_display())])


def campaigns_found(query: str, user) -> QuerySet[Campaign]:
    if not user.has_perm("events.view_campaign"):
        return Campaign.objects.none()
    named = Q(subject_de__unaccent__icontains=query) | Q(event__in=Event.objects.matching(query))
    return Campaign.objects.filter(named).order_by("-created_at")


def _list_of(model: str):
    return lambda query: f"{reverse(f'admin:events_{model}_changelist')}?{urlencode({'q': query})}"


office_searches.register(
    "events",
    OfficeSearch(
        title=gettext_lazy("Events"),
        rows=events_found,
        url=lambda event: reverse("admin:events_event_change", args=[event.pk]),
        told=event_told,
        list_url=lambda query: f"{_list_of('event')(query)}&wann=all",
    ),
)
office_searches.register(
    "campaigns",
    OfficeSearch(
        title=gettext_lazy("Send-outs"),
        rows=campaigns_found,
        url=lambda row: reverse("admin:events_campaign_change", args=[row.pk]),
        told=lambda row: str(row.get_status_display()),
        list_url=_list_of("campaign"),
    ),
)
quick_actions.register(
    "events.add",
    QuickAction(gettext_lazy("New event"), "admin:events_event_add", "events.add_event"),
)


# The week on the desk


def _number(rows: QuerySet, what=None) -> Coalesce:
    """How many rows of an event, as a column of its own."""
    counted = rows.order_by().values("event").annotate(n=what or Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def events_of_the_week(now: datetime) -> QuerySet[Event]:
    """What runs or begins within seven days, with seats, answers and guests; one query."""
    invitations = Invitation.objects.filter(event=OuterRef("pk"))
    taken = Seat.objects.filter(pool__event=OuterRef("pk"), pool__session=None)
    return (
        Event.objects.filter(ends_at__gte=now, starts_at__lte=now + WEEK)
        .exclude(status=EventStatus.CANCELLED)
        .select_related("venue", "responsible")
        .annotate(
            seats_in_all=_number(
                Pool.objects.filter(event=OuterRef("pk"), session=None), Sum("seats")
            ),
            seats_taken=Coalesce(
                Subquery(
                    taken.order_by().values("pool__event").annotate(n=Count("pk")).values("n")
                ),
                0,
            ),
            accepted=_number(invitations.filter(status=InvitationStatus.ACCEPTED)),
            declined=_number(invitations.filter(status=InvitationStatus.DECLINED)),
            unanswered=_number(invitations.filter(status=InvitationStatus.OPEN)),
        )
        .order_by("starts_at")
    )


def missing(event: Event) -> list[str]:
    """What an event that is so near still lacks."""
    found = []
    if event.status == EventStatus.DRAFT:
        found.append(_("It is not published."))
    if event.responsible is None or not event.responsible.is_active:
        found.append(_("Nobody is responsible."))
    if event.mode != Mode.ONLINE and event.venue is None:
        found.append(_("The venue is missing."))
    if event.mode != Mode.ON_SITE and not event.joining_url:
        found.append(_("The joining link is missing."))
    if not event.access_contact:
        found.append(_("Nobody is named for questions about access."))
    return found


def week_on_the_desk(user, request) -> dict | None:
    if not user.has_perm("events.view_event"):
        return None
    events = list(events_of_the_week(timezone.now()))
    for event in events:
        event.missing = missing(event)
    return {
        "events": events,
        "may_see_guests": user.has_perm("events.view_party"),
        "may_add": user.has_perm("events.add_event"),
    }


panels.register(
    "events.week", Panel("office.desk", "events/admin/desk_week.html", week_on_the_desk, order=10)
)


# Figures


def events_in_figures(now: datetime) -> list[tuple[str, int]]:
    this_year = Event.objects.published().filter(starts_at__year=timezone.localtime(now).year)
    held = this_year.filter(ends_at__lt=now).exclude(status=EventStatus.CANCELLED)
    answers = Invitation.objects.filter(event__in=this_year).aggregate(
        invited=Count("pk", filter=~Q(status=InvitationStatus.WITHDRAWN)),
        accepted=Count("pk", filter=Q(status=InvitationStatus.ACCEPTED)),
        declined=Count("pk", filter=Q(status=InvitationStatus.DECLINED)),
    )
    guests = EventFigures.objects.filter(event__in=held).aggregate(
        n=Coalesce(Sum(F("on_site") + F("online") + F("uncounted")), 0)
    )["n"]
    # Those whose registrations are not yet erased are counted from them.
    guests += (
        Party.objects.coming()
        .filter(event__in=held, event__figures=None)
        .aggregate(n=Count("guests"))["n"]
    )
    return [
        (_("events held this year"), held.count()),
        (_("guests at them"), guests),
        (_("published and still to come"), this_year.filter(ends_at__gte=now).count()),
        (_("associations invited this year"), answers["invited"]),
        (_("of them accepted"), answers["accepted"]),
        (_("of them declined"), answers["declined"]),
    ]


figures.register("events", Figures(title=gettext_lazy("Events"), rows=events_in_figures))
