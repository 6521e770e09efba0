"""What the dialogues show elsewhere: search, site map, panels, and what waits for the office."""

from datetime import datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialogues.models import (
    Forum,
    ForumSeat,
    Recommendation,
    RecommendationStatus,
    Topic,
    TopicStatus,
)
from dialogues.models.topics import SEARCHED
from kme_portal.base.markup import to_text
from kme_portal.base.registries import (
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

STANDS_STILL = timedelta(days=365)


sitemaps.register("topics", pages_of(lambda: Topic.objects.public()))
sitemaps.register("forums", pages_of(lambda: Forum.objects.filter(is_published=True)))


search_sources.register(
    "topics",
    SearchSource(
        title=_("Topics"),
        slug="themen",
        rows=lambda user: Topic.objects.public().latest_first(),
        searched=SEARCHED,
        url=Topic.get_absolute_url,
        text=lambda topic: f"{topic.question} {to_text(topic.background)}",
        about=Topic.get_status_display,
        day="status_since",
    ),
)


def topics_of_event(event, request):
    topics = list(Topic.objects.public().filter(events=event.pk).latest_first())
    return {"topics": topics} if topics else None


def forums_of_organisation(organisation, request):
    seats = list(
        ForumSeat.objects.current(timezone.localdate())
        .filter(organisation=organisation, forum__is_published=True)
        .select_related("forum")
    )
    return {"forums": [seat.forum for seat in seats]} if seats else None


def topics_under_way(subject, request):
    topics = list(Topic.objects.public().under_way().latest_first()[:3])
    return {"topics": topics} if topics else None


panels.register(
    "topics of an event",
    Panel(
        "event.page",
        "dialogues/panel_topics.html",
        topics_of_event,
        order=10,
        links=lambda event: [Topic.events.through.objects.filter(event=event)],
    ),
)
panels.register(
    "forums of an organisation",
    Panel("organisation.profile", "dialogues/panel_forums.html", forums_of_organisation, 20),
)
panels.register(
    "topics under way", Panel("home", "dialogues/panel_home.html", topics_under_way, 20)
)


def unanswered_recommendations(user):
    if not user.has_perm("dialogues.change_recommendation"):
        return Recommendation.objects.none()
    return Recommendation.objects.filter(
        status=RecommendationStatus.HANDED_OVER, due_on__lt=timezone.localdate()
    )


def topics_that_stand_still(user):
    if not user.has_perm("dialogues.change_topic"):
        return Topic.objects.none()
    return Topic.objects.filter(
        status__in=[TopicStatus.CHOSEN, TopicStatus.IN_PROGRESS],
        status_since__lt=timezone.localdate() - STANDS_STILL,
    )


def midnight(day):
    """The moment a day began in Berlin, for tasks that count from a day."""
    return timezone.make_aware(datetime.combine(day, time.min))


waiting_tasks.register(
    "dialogues.unanswered_recommendations",
    WaitingTask(
        title=_("Recommendations without the expected answer"),
        rows=unanswered_recommendations,
        url=lambda row: reverse("admin:dialogues_recommendation_change", args=[row.pk]),
        since=lambda row: midnight(row.due_on),
        oldest="due_on",
    ),
)
waiting_tasks.register(
    "dialogues.topics_that_stand_still",
    WaitingTask(
        title=_("Topics that have not moved for a year"),
        rows=topics_that_stand_still,
        url=lambda row: reverse("admin:dialogues_topic_change", args=[row.pk]),
        since=lambda row: midnight(row.status_since),
        oldest="status_since",
        patience=timedelta(days=2 * 365),
    ),
)


def seats_of(email: str) -> QuerySet[ForumSeat]:
    return ForumSeat.objects.filter(
        Q(delegate__email__iexact=email) | Q(deputy__email__iexact=email)
    )


def export_seats(email: str) -> list[dict]:
    return [
        {
            "forum": row.forum.name,
            "organisation": str(row.organisation or ""),
            "from": row.from_on.isoformat() if row.from_on else None,
            "until": row.to_on.isoformat() if row.to_on else None,
        }
        for row in seats_of(email).select_related("forum", "organisation")
    ]


def erase_seats(email: str, now: datetime) -> int:
    """The association keeps its seat; who sat there goes."""
    delegates = ForumSeat.objects.filter(delegate__email__iexact=email).update(delegate=None)
    return delegates + ForumSeat.objects.filter(deputy__email__iexact=email).update(deputy=None)


personal_data.register(
    "dialogues.seats",
    PersonalData(
        title=_("Seats in forums"),
        export=export_seats,
        erase=erase_seats,
        goes=_("That you speak for an association in a forum; the association keeps its seat."),
        labels={"forum": _("Forum")},
        fields={
            f"dialogues.ForumSeat.{name}": (
                _("Know who speaks for whom in a forum"),
                _("Article 6(1)(e) GDPR, § 3 DSG NRW"),
                _("until the seat ends or on request"),
            )
            for name in ("delegate", "deputy", "expert_role")
        },
    ),
)
