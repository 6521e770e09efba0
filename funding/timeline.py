"""What the portal mirrored of an association's projects, for its timeline."""

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding.models import Project, StatusEntry
from kme_portal.base.timeline import Entry, Timeline, timelines


def entries_of(organisation, user):
    """Of projects it carries, presents or is a partner of."""
    if not user.has_perm("funding.view_project"):
        return StatusEntry.objects.none()
    projects = Project.objects.filter(
        Q(carrier=organisation)
        | Q(presented_by=organisation)
        | Q(partners__organisation=organisation)
    )
    return StatusEntry.objects.filter(project__in=projects.values("pk")).select_related(
        "project", "recorded_by"
    )


def told_entries(rows, organisation) -> dict[int, Entry]:
    return {
        row.pk: Entry(
            title=_("Project “%(project)s”: %(status)s")
            % {"project": row.project, "status": row.get_status_display()},
            lines=[
                _("valid since %(day)s, source: %(source)s")
                % {
                    "day": date_format(row.valid_on, "SHORT_DATE_FORMAT"),
                    "source": row.source,
                }
            ],
            url=reverse("admin:funding_project_change", args=[row.project_id]),
            who=str(row.recorded_by or ""),
        )
        for row in rows
    }


timelines.register(
    "projekt",
    Timeline(gettext_lazy("Projects"), entries_of, "recorded_at", told_entries),
)
