from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import DetailView

from dialogues.badges import recommendation_badge, topic_badge, with_badges
from dialogues.filters import TopicFilter
from dialogues.models import Forum, ForumSeat, Recommendation, Topic, TopicStatus
from events.models import Event
from kme_portal.base.lists import FilteredListView
from kme_portal.base.registries import panels_for

STEPS = [
    TopicStatus.PROPOSED,
    TopicStatus.CHOSEN,
    TopicStatus.IN_PROGRESS,
    TopicStatus.RECOMMENDATION,
    TopicStatus.HANDED_OVER,
    TopicStatus.IMPLEMENTED,
]


@method_decorator(login_not_required, name="dispatch")
class DialogueListView(FilteredListView):
    """What is talked about and in which forums."""

    filterset_class = TopicFilter
    template_name = "dialogues/dialogue_list.html"
    context_object_name = "topics"
    paginate_by = 12

    def get_queryset(self):
        return Topic.objects.public().latest_first()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        found = context["paginator"].count
        context["topics"] = with_badges(context["page_obj"].object_list)
        context["forums"] = Forum.objects.filter(is_published=True)
        context["result"] = ngettext("%(n)d topic found", "%(n)d topics found", found) % {
            "n": found
        }
        return context


@method_decorator(login_not_required, name="dispatch")
class ForumView(DetailView):
    """A forum with its mandate, its seats, its sessions and its topics."""

    template_name = "dialogues/forum.html"
    context_object_name = "forum"

    def get_queryset(self):
        return Forum.objects.filter(is_published=True)

    def get_context_data(self, **kwargs):
        forum = self.object
        today = timezone.localdate()
        seats = ForumSeat.objects.public().current(today).filter(forum=forum)
        return super().get_context_data(
            seats=seats.select_related("organisation").order_by(
                "organisation__name", "expert_role"
            ),
            sessions=Event.objects.public()
            .filter(meeting__forum=forum)
            .select_related("meeting")
            .order_by("-starts_at"),
            topics=with_badges(Topic.objects.public().filter(forum=forum).latest_first()),
            badges=[
                ("info", forum.get_kind_display()),
                ("success", _("open to every association"))
                if forum.is_open
                else ("info", _("members are appointed")),
            ],
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
                    "events", Event.objects.public().order_by("starts_at"), to_attr="public_events"
                ),
                Prefetch(
                    "recommendations",
                    Recommendation.objects.prefetch_related("answers"),
                    to_attr="asked",
                ),
            )
        )

    def get_context_data(self, **kwargs):
        topic = self.object
        for recommendation in topic.asked:
            recommendation.badge = recommendation_badge(recommendation)
        is_pursued = topic.status != TopicStatus.NOT_PURSUED
        return super().get_context_data(
            badges=[topic_badge(topic)],
            steps=[step.label for step in STEPS] if is_pursued else None,
            panels=panels_for("topic.page", topic, self.request),
            current_step=STEPS.index(TopicStatus(topic.status)) + 1 if is_pursued else 0,
            **kwargs,
        )
