from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import DetailView

from events.models import Event
from funding.filters import ProjectFilter
from funding.models import Call, Programme, Project, ProjectPartner, StatusEntry
from funding.models.projects import NAMED_IN_PUBLIC
from funding.presentation import (
    call_facts,
    pillar_facts,
    present_call,
    present_projects,
    status_rows,
)
from kme_portal.base.lists import FilteredListView
from kme_portal.base.registries import panels_for
from organisations.models import Organisation


@method_decorator(login_not_required, name="dispatch")
class FundingView(FilteredListView):
    """Programmes, their calls, and what was funded."""

    filterset_class = ProjectFilter
    template_name = "funding/funding.html"
    context_object_name = "projects"
    paginate_by = 12

    def get_queryset(self):
        return Project.objects.public().prefetch_related("districts").order_by("-from_on", "id")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        today = timezone.localdate()
        found = context["paginator"].count
        calls = Call.objects.published().select_related("programme").latest_first()
        context["projects"] = present_projects(context["page_obj"].object_list)
        context["calls"] = [present_call(call, today=today) for call in calls]
        context["programmes"] = Programme.objects.select_related("merged_into")
        context["result"] = ngettext("%(n)d project found", "%(n)d projects found", found) % {
            "n": found
        }
        return context


@method_decorator(login_not_required, name="dispatch")
class CallView(DetailView):
    """A call with its window and the terms of each kind of funding."""

    template_name = "funding/call.html"
    context_object_name = "call"

    def get_queryset(self):
        return (
            Call.objects.published()
            .select_related("programme")
            .prefetch_related("pillars", "priorities")
        )

    def get_context_data(self, **kwargs):
        call = present_call(self.object, today=timezone.localdate())
        projects = Project.objects.public().filter(pillar__call=call)
        return super().get_context_data(
            facts=call_facts(call),
            pillars=[(pillar, pillar_facts(pillar)) for pillar in call.pillars.all()],
            projects=present_projects(projects.prefetch_related("districts")),
            **kwargs,
        )


@method_decorator(login_not_required, name="dispatch")
class ProjectView(DetailView):
    """A funded project: who, with whom, when, how much, and what remained."""

    template_name = "funding/project.html"
    context_object_name = "project"

    def get_queryset(self):
        return (
            Project.objects.public()
            .select_related("pillar__call__programme", "carrier", "presented_by", "follows")
            .prefetch_related(
                "districts",
                Prefetch("status_entries", StatusEntry.objects.filter(status__in=NAMED_IN_PUBLIC)),
                Prefetch(
                    "partners",
                    ProjectPartner.objects.public().select_related("organisation"),
                    to_attr="public_partners",
                ),
                Prefetch(
                    "events", Event.objects.public().order_by("starts_at"), to_attr="public_events"
                ),
            )
        )

    def get_context_data(self, **kwargs):
        (project,) = present_projects([self.object])
        listed = set(
            Organisation.objects.listed()
            .filter(pk__in={project.carrier_id, project.presented_by_id} - {None})
            .values_list("pk", flat=True)
        )
        return super().get_context_data(
            badges=[("info", StatusEntry(status=project.current_status).get_status_display())]
            if project.current_status
            else [],
            carrier_is_listed=project.carrier_id in listed,
            presenter_is_listed=project.presented_by_id in listed,
            follows=Project.objects.public().filter(pk=project.follows_id).first(),
            panels=panels_for("project.page", project, self.request),
            history=status_rows(project),
            history_heads=[_("Since"), _("Status"), _("Amount"), _("Source")],
            **kwargs,
        )
