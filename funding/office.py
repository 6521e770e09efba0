"""What funding lends to the office's own pages."""

from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding.models import Call, Project, ProjectPartner, ProjectStatus
from kme_portal.base.office import Figures, OfficeSearch, figures, office_searches


def _list_of(model: str):
    return lambda query: f"{reverse(f'admin:funding_{model}_changelist')}?{urlencode({'q': query})}"


def projects_found(query: str, user) -> QuerySet[Project]:
    if not user.has_perm("funding.view_project"):
        return Project.objects.none()
    return Project.objects.matching(query).select_related("carrier").order_by("-from_on", "pk")


def calls_found(query: str, user) -> QuerySet[Call]:
    if not user.has_perm("funding.view_call"):
        return Call.objects.none()
    return Call.objects.matching(query).latest_first()


office_searches.register(
    "projects",
    OfficeSearch(
        title=gettext_lazy("Projects"),
        rows=projects_found,
        url=lambda row: reverse("admin:funding_project_change", args=[row.pk]),
        told=lambda row: str(row.carrier or ""),
        list_url=_list_of("project"),
    ),
)
office_searches.register(
    "calls",
    OfficeSearch(
        title=gettext_lazy("Calls"),
        rows=calls_found,
        url=lambda row: reverse("admin:funding_call_change", args=[row.pk]),
        told=lambda row: row.phase,
        list_url=_list_of("call"),
    ),
)


def funding_in_figures(now: datetime) -> list[tuple[str, int]]:
    today = localdate(now)
    projects = Project.objects.with_status()
    running = projects.filter(current_status__in=[ProjectStatus.GRANTED, ProjectStatus.RUNNING])
    return [
        (_("calls open now"), Call.objects.open(today).count()),
        (_("projects in the portal"), Project.objects.count()),
        (_("of them granted or running"), running.count()),
        (
            _("of them completed"),
            projects.filter(current_status=ProjectStatus.COMPLETED).count(),
        ),
        (
            _("associations as partners"),
            ProjectPartner.objects.values("organisation").distinct().count(),
        ),
    ]


figures.register("funding", Figures(title=gettext_lazy("Funding"), rows=funding_in_figures))
