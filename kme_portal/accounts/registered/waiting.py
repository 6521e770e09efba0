"""What waits for whoever answers for data protection."""

from datetime import datetime, time, timedelta

from django.db.models import Exists
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import roles
from kme_portal.accounts.models import DataRequest, Incident, RoleRequest
from kme_portal.base.registries import Responsibility, WaitingTask, responsibilities, waiting_tasks


def _requests_of(user):
    if not user.has_perm("accounts.change_datarequest"):
        return DataRequest.objects.none()
    return DataRequest.objects.waiting()


def _incidents_of(user):
    if not user.has_perm("accounts.change_incident"):
        return Incident.objects.none()
    return Incident.objects.all()


def _role_requests_for(user):
    """Those that this person may confirm: neither their own wish nor their own role."""
    may_decide = Exists(roles.guardians().filter(pk=user.pk))
    waiting = RoleRequest.objects.waiting(timezone.now()).filter(may_decide).select_related("user")
    return waiting.exclude(asked_by=user).exclude(user=user)


def _request_url(row):
    return reverse("admin:accounts_datarequest_change", args=[row.pk])


def _incident_url(row):
    return reverse("admin:accounts_incident_change", args=[row.pk])


def _received(row):
    """A request by letter is known by its day; one that came by the portal by its moment."""
    if timezone.localdate(row.created_at) == row.received_on:
        return row.created_at
    return timezone.make_aware(datetime.combine(row.received_on, time.min))


for name, entry in {
    "accounts.requests_overdue": WaitingTask(
        title=_("Data protection requests past their due date"),
        rows=lambda user: _requests_of(user).overdue(timezone.localdate()),
        url=_request_url,
        since=_received,
        oldest="received_on",
    ),
    "accounts.incidents_to_report": WaitingTask(
        title=_("Incidents: the authority must be told within 72 hours"),
        rows=lambda user: _incidents_of(user).to_be_reported(),
        url=_incident_url,
        since=lambda row: row.noticed_at,
        oldest="noticed_at",
        patience=timedelta(hours=48),
    ),
    "accounts.incidents_people": WaitingTask(
        title=_("Incidents: the people must be told without delay"),
        rows=lambda user: _incidents_of(user).people_to_be_told(),
        url=_incident_url,
        since=lambda row: row.noticed_at,
        oldest="noticed_at",
        patience=timedelta(hours=48),
    ),
    "accounts.role_requests": WaitingTask(
        title=_("Roles that a second person has to confirm"),
        rows=_role_requests_for,
        url=lambda row: reverse("admin:accounts_rolerequest_decide", args=[row.pk]),
        label=lambda row: f"{row.user}: {', '.join(row.groups)}",
        since=lambda row: row.created_at,
        oldest="created_at",
        patience=timedelta(days=3),
    ),
    "accounts.requests": WaitingTask(
        title=_("Data protection requests to be answered"),
        rows=lambda user: _requests_of(user).filter(due_on__gte=timezone.localdate()),
        url=_request_url,
        since=_received,
        oldest="received_on",
    ),
}.items():
    waiting_tasks.register(name, entry)

responsibilities.register(
    "accounts.requests",
    Responsibility(
        title=_("Data protection requests"),
        field="accounts.DataRequest.responsible",
        open=lambda rows: rows.waiting(),
        url=_request_url,
    ),
)
responsibilities.register(
    "accounts.incidents",
    Responsibility(
        title=_("Data protection incidents"),
        field="accounts.Incident.responsible",
        open=lambda rows: rows.open(),
        url=_incident_url,
    ),
)
