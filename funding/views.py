from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import DetailView
from django_filters.views import FilterView

from events.models import Event
from funding.filters import ProjectFilter
from funding.models import Call, Programme, Project, ProjectPartner
from organisations.models import Organisation


@method_decorator(login_not_required, name="dispatch")
class FundingView(FilterView):
    """Programmes, their calls, and what was funded."""

    filterset_class = ProjectFilter
    template_name = "funding/funding.html"
    context_object_name = "projects"
    paginate_by = 12
    strict = False

    def get_queryset(self):
        return (
            Project.objects.public()
            .select_related("pillar__call__programme")
            .prefetch_related("districts")
            .order_by("-from_on", "id")
        )

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        calls = list(Call.objects.published().select_related("programme").latest_first())
        for call in calls:
            call.current_phase = call.phase_on(today)
        return super().get_context_data(
            programmes=Programme.objects.select_related("merged_into"), calls=calls, **kwargs
        )


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
        return super().get_context_data(
            current_phase=self.object.phase_on(timezone.localdate()),
            projects=Project.objects.public().filter(pillar__call=self.object),
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
                "priorities",
                "status_entries",
                Prefetch(
                    "partners",
                    ProjectPartner.objects.public().select_related("organisation"),
                    to_attr="public_partners",
                ),
                Prefetch(
                    "events",
                    Event.objects.public().select_related("venue").order_by("starts_at"),
                    to_attr="public_events",
                ),
            )
        )

    def get_context_data(self, **kwargs):
        project = self.object
        listed = set(
            Organisation.objects.listed()
            .filter(pk__in={project.carrier_id, project.presented_by_id} - {None})
            .values_list("pk", flat=True)
        )
        return super().get_context_data(
            carrier_is_listed=project.carrier_id in listed,
            presenter_is_listed=project.presented_by_id in listed,
            **kwargs,
        )
