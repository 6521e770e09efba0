"""What is talked about, from the proposal to what came of it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dialogues.models.forums import Forum
from events.models import Event
from kme_portal.base.models import StatusMixin, TimeStampedModel
from kme_portal.base.searching import Beside, Searched, by_words, searched_indexes, translated
from kme_portal.base.translated import TranslatedTexts
from organisations.models import Term


class TopicStatus(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    CHOSEN = "chosen", _("chosen")
    IN_PROGRESS = "in_progress", _("in progress")
    RECOMMENDATION = "recommendation", _("recommendation")
    HANDED_OVER = "handed_over", _("handed over")
    IMPLEMENTED = "implemented", _("implemented")
    NOT_PURSUED = "not_pursued", _("not pursued")


class TopicVisibility(models.TextChoices):
    PUBLIC = "public", _("public")
    NETWORK = "network", _("network only")
    FORUM = "forum", _("forum only")


UNDER_WAY = [
    TopicStatus.CHOSEN,
    TopicStatus.IN_PROGRESS,
    TopicStatus.RECOMMENDATION,
    TopicStatus.HANDED_OVER,
]


SEARCHED = Searched(
    title=translated("title"),
    text=translated("question", "background", "outcome"),
    beside=(Beside("fields", Term.objects.current, translated("name")),),
)


class TopicQuerySet(models.QuerySet):
    def public(self):
        return self.filter(visibility=TopicVisibility.PUBLIC)

    def under_way(self):
        return self.filter(status__in=UNDER_WAY)

    def latest_first(self):
        return self.order_by("-status_since", "title_de")

    def matching(self, text: str):
        return by_words(self, text, SEARCHED)


class Topic(StatusMixin, TranslatedTexts, TimeStampedModel):
    """A topic of the dialogue (Dialogthema) with its question and its way."""

    S = TopicStatus
    TRANSITIONS = {
        S.PROPOSED: {S.CHOSEN, S.NOT_PURSUED},
        S.CHOSEN: {S.IN_PROGRESS, S.NOT_PURSUED},
        S.IN_PROGRESS: {S.RECOMMENDATION, S.NOT_PURSUED},
        S.RECOMMENDATION: {S.HANDED_OVER, S.IN_PROGRESS, S.NOT_PURSUED},
        S.HANDED_OVER: {S.IMPLEMENTED, S.NOT_PURSUED},
        S.IMPLEMENTED: set(),
        S.NOT_PURSUED: {S.PROPOSED},
    }

    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(_("address of the page"), max_length=80, unique=True)
    question = models.CharField(_("question"), max_length=300)
    background = models.TextField(_("background"), max_length=8000, blank=True)
    outcome = models.TextField(
        _("what came of it"),
        max_length=4000,
        blank=True,
        help_text=_("Required when the topic is implemented or not pursued."),
    )
    forum = models.ForeignKey(
        Forum,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="topics",
        verbose_name=_("forum"),
    )
    fields = models.ManyToManyField(
        Term, related_name="topics", blank=True, verbose_name=_("fields of activity")
    )
    events = models.ManyToManyField(
        Event, related_name="topics", blank=True, verbose_name=_("events")
    )
    visibility = models.CharField(
        _("visible to"), max_length=8, choices=TopicVisibility, default=TopicVisibility.NETWORK
    )
    status = models.CharField(
        _("status"), max_length=16, choices=TopicStatus, default=TopicStatus.PROPOSED
    )
    status_since = models.DateField(_("status since"))
    source = models.URLField(_("source"), max_length=400, blank=True)
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["-status_since", "title_de"]
        indexes = searched_indexes("topic", SEARCHED)
        constraints = [
            models.CheckConstraint(
                name="topic_ended_says_what_came_of_it",
                condition=~Q(status__in=[TopicStatus.IMPLEMENTED, TopicStatus.NOT_PURSUED])
                | ~Q(outcome_de=""),
                violation_error_message=_("Say what came of the topic before it is closed."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("dialogues:topic", args=[self.slug])
