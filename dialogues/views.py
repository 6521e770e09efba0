from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import DetailView
from django_filters.views import FilterView

from dialogues.filters import TopicFilter
from dialogues.models import Forum, ForumSeat, Recommendation, Topic, TopicStatus
from events.models import Event

STEPS = [
    TopicStatus.PROPOSED,
    TopicStatus.CHOSEN,
    TopicStatus.IN_PROGRESS,
    TopicStatus.RECOMMENDATION,
    TopicStatus.HANDED_OVER,
    TopicStatus.IMPLEMENTED,
]


@method_decorator(login_not_required, name="dispatch")
class DialogueListView(FilterView):
    """What is talked about and in which forums."""

    filterset_class = TopicFilter
    template_name = "dialogues/dialogue_list.html"
    context_object_name = "topics"
    paginate_by = 12
    strict = False

    def get_queryset(self):
        return Topic.objects.public().select_related("forum").latest_first()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            forums=Forum.objects.filter(is_published=True), today=timezone.localdate(), **kwargs
        )


@method_decorator(login_not_required, name="dispatch")
class ForumView(DetailView):
    """A forum with its mandate, its seats, its sessions and its topics."""

    template_name = "dialogues/forum.html"
    context_object_name = "forum"

    def get_queryset(self):
        return Forum.objects.filter(is_published=True)

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        events = Event.objects.public().filter(meeting__forum=self.object)
        return super().get_context_data(
            seats=ForumSeat.objects.public()
            .current(today)
            .filter(forum=self.object)
            .select_related("organisation__district")
            .order_by("organisation__name", "expert_role"),
            sessions=events.select_related("meeting", "venue").order_by("-starts_at"),
            topics=Topic.objects.public().filter(forum=self.object).latest_first(),
            **kwargs,
        )


@method_decorator(login_not_required, name="dispatch")
class TopicView(DetailView):
    """A topic with its way, its sessions and what came of it."""

    template_name = "dialogues/topic.html"
    context_object_name = "topic"

    def get_queryset(self):
        return (
            Topic.objects.public()
            .select_related("forum")
            .prefetch_related(
                "fields",
                Prefetch(
                    "events",
                    Event.objects.public().select_related("venue").order_by("starts_at"),
                    to_attr="public_events",
                ),
                Prefetch(
                    "recommendations",
                    Recommendation.objects.prefetch_related("answers"),
                    to_attr="asked",
                ),
            )
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(steps=self.steps(), **kwargs)

    def steps(self) -> list[dict]:
        """The way of a topic with what is done, where it stands and what lies ahead."""
        status = self.object.status
        if status == TopicStatus.NOT_PURSUED:
            return []
        here = STEPS.index(TopicStatus(status))
        return [
            {
                "label": step.label,
                "state": "done" if i < here else "current" if i == here else "ahead",
            }
            for i, step in enumerate(STEPS)
        ]
