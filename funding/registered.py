"""What funding shows elsewhere: search, site map, panels, and what waits for the office."""

from datetime import datetime, time, timedelta

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from funding.models import Call, Project, ProjectStatus, calls, projects
from kme_portal.base.markup import to_text
from kme_portal.base.registries import (
    RECORDED,
    Panel,
    PersonalData,
    SearchSource,
    WaitingTask,
    panels,
    personal_data,
    search_sources,
    sitemaps,
    waiting_tasks,
)
from kme_portal.base.sitemaps import pages_of

# Six months after the end of the grant period the proof of use is usually due.
PROOF_EXPECTED = timedelta(days=183)


sitemaps.register("calls", pages_of(lambda: Call.objects.published()))
sitemaps.register("projects", pages_of(lambda: Project.objects.public()))


search_sources.register(
    "calls",
    SearchSource(
        title=_("Calls"),
        slug="aufrufe",
        rows=lambda user: Call.objects.published().latest_first(),
        searched=calls.SEARCHED,
        url=Call.get_absolute_url,
        text=lambda call: to_text(call.summary),
        day="closes_on",
    ),
)
search_sources.register(
    "projects",
    SearchSource(
        title=_("Funded projects"),
        slug="projekte",
        rows=lambda user: Project.objects.public().order_by("-from_on", "id"),
        searched=projects.SEARCHED,
        url=Project.get_absolute_url,
        text=lambda project: to_text(project.summary),
        district="districts",
        day="from_on",
    ),
)


def projects_of_event(event, request):
    projects = list(Project.objects.public().filter(events=event.pk))
    return {"projects": projects} if projects else None


def projects_of_organisation(organisation, request):
    projects = list(
        Project.objects.public()
        .filter(
            Q(carrier=organisation)
            | Q(presented_by=organisation)
            | Q(partners__organisation=organisation)
        )
        .order_by("-from_on", "id")
        .distinct()
    )
    return {"projects": projects} if projects else None


panels.register(
    "projects of an event",
    Panel(
        "event.page",
        "funding/panel_projects.html",
        projects_of_event,
        order=20,
        links=lambda event: [Project.events.through.objects.filter(event=event)],
    ),
)
panels.register(
    "projects of an organisation",
    Panel("organisation.profile", "funding/panel_projects.html", projects_of_organisation, 30),
)


def projects_without_proof(user):
    if not user.has_perm("funding.change_project"):
        return Project.objects.none()
    return Project.objects.with_status().filter(
        current_status__in=[ProjectStatus.GRANTED, ProjectStatus.RUNNING],
        to_on__lt=timezone.localdate() - PROOF_EXPECTED,
    )


waiting_tasks.register(
    "funding.projects_without_proof",
    WaitingTask(
        title=_("Projects that ended over six months ago without a word on the proof of use"),
        rows=projects_without_proof,
        url=lambda row: reverse("admin:funding_project_change", args=[row.pk]),
        since=lambda row: timezone.make_aware(
            datetime.combine(row.to_on + PROOF_EXPECTED, time.min)
        ),
        oldest=F("to_on") + PROOF_EXPECTED,
        patience=timedelta(days=60),
    ),
)

personal_data.register(
    "funding.records",
    PersonalData(
        title=_("Records of funding"),
        # By the account's number only; the account is shown and erased by its own entry.
        export=lambda email: [],
        erase=lambda email, now: 0,
        fields={"funding.StatusEntry.recorded_by": RECORDED},
    ),
)
