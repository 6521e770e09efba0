"""The office's queue: registrations, objections and claims together, the longest waiting first."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisations.models import (
    EntryClaim,
    Objection,
    ObjectionStatus,
    OrganisationStatus,
    Registration,
)

# What may be shown of the queue, by the name in the address.
SHOWN = {
    "": gettext_lazy("Our turn"),
    "verein": gettext_lazy("Their turn"),
    "alle": gettext_lazy("All open cases"),
}
SIGNS = {
    "link": gettext_lazy("There is a link in the text."),
    "fast": gettext_lazy("The first page was filled in within seconds."),
    "stamp": gettext_lazy("The first page was not opened here, or days ago."),
}


@dataclass(frozen=True)
class Case:
    """One row of the queue."""

    kind: str
    name: str
    district: str
    state: str
    since: datetime
    days: int
    reviewer: str
    is_suspect: bool
    is_ours: bool
    url: str


def cases(user, *, now: datetime, shown: str = "", district: str = "", mine: bool = False):
    """Open cases as this person of the office should see them."""
    today = localdate(now)
    found = [
        *_registrations(today, user if mine else None, district),
        *_objections(today, user if mine else None, district),
        *([] if mine else _claims(today, district)),
    ]
    if shown != "alle":
        found = [case for case in found if case.is_ours == (shown != "verein")]
    return sorted(found, key=lambda case: case.since)


def _registrations(today, mine, district):
    rows = Registration.objects.received().select_related("organisation__district", "reviewer")
    if mine:
        rows = rows.filter(reviewer=mine)
    if district:
        rows = rows.filter(organisation__district=district)
    for row in rows:
        organisation = row.organisation
        yield Case(
            kind=_("Registration of an association"),
            name=organisation.name,
            district=str(organisation.district or ""),
            state=organisation.get_status_display(),
            since=row.waiting_since,
            days=(today - localdate(row.waiting_since)).days,
            reviewer=str(row.reviewer or ""),
            is_suspect=bool(row.spam_signs),
            is_ours=organisation.status != OrganisationStatus.QUERY,
            url=reverse("admin:organisations_organisation_review", args=[row.pk]),
        )


def _objections(today, mine, district):
    rows = Objection.objects.filter(status=ObjectionStatus.OPEN).select_related(
        "registration__organisation__district", "assigned_to"
    )
    if mine:
        rows = rows.filter(Q(assigned_to=mine) | Q(assigned_to=None)).exclude(against=mine)
    if district:
        rows = rows.filter(registration__organisation__district=district)
    for row in rows:
        organisation = row.registration.organisation
        yield Case(
            kind=_("Objection"),
            name=organisation.name,
            district=str(organisation.district or ""),
            state=row.get_status_display(),
            since=row.created_at,
            days=(today - localdate(row.created_at)).days,
            reviewer=str(row.assigned_to or ""),
            is_suspect=False,
            is_ours=True,
            url=reverse("admin:organisations_organisation_review", args=[row.registration_id]),
        )


def _claims(today, district):
    rows = EntryClaim.objects.asked().select_related("organisation__district")
    if district:
        rows = rows.filter(organisation__district=district)
    for row in rows:
        yield Case(
            kind=_("Claim to an entry"),
            name=row.organisation.name,
            district=str(row.organisation.district or ""),
            state=row.get_status_display(),
            since=row.waiting_since,
            days=(today - localdate(row.waiting_since)).days,
            reviewer="",
            is_suspect=False,
            is_ours=True,
            url=reverse("admin:organisations_organisation_claim", args=[row.pk]),
        )
