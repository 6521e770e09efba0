"""What the dialogues lend to the office's own pages."""

from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.models import ForumSeat, Recommendation, RecommendationStatus, Topic, TopicStatus
from kme_portal.base.office import Figures, OfficeSearch, figures, office_searches


def topics_found(query: str, user) -> QuerySet[Topic]:
    if not user.has_perm("dialogues.view_topic"):
        return Topic.objects.none()
    return Topic.objects.matching(query).latest_first()


office_searches.register(
    "topics",
    OfficeSearch(
        title=gettext_lazy("Topics"),
        rows=topics_found,
        url=lambda row: reverse("admin:dialogues_topic_change", args=[row.pk]),
        told=lambda row: str(row.get_status_display()),
        list_url=lambda query: (
            f"{reverse('admin:dialogues_topic_changelist')}?{urlencode({'q': query})}"
        ),
    ),
)


def dialogues_in_figures(now: datetime) -> list[tuple[str, int]]:
    recommendations = Recommendation.objects
    answered = [
        RecommendationStatus.ANSWERED,
        RecommendationStatus.IMPLEMENTED,
        RecommendationStatus.REFUSED,
    ]
    seats = ForumSeat.objects.current(localdate(now)).exclude(organisation=None)
    return [
        (_("topics under way"), Topic.objects.under_way().count()),
        (_("topics implemented"), Topic.objects.filter(status=TopicStatus.IMPLEMENTED).count()),
        (_("recommendations"), recommendations.count()),
        (_("of them answered"), recommendations.filter(status__in=answered).count()),
        (
            _("of them implemented"),
            recommendations.filter(status=RecommendationStatus.IMPLEMENTED).count(),
        ),
        (_("associations with a seat in a forum"), seats.values("organisation").distinct().count()),
    ]


figures.register("dialogues", Figures(title=gettext_lazy("Dialogues"), rows=dialogues_in_figures))
