"""What a topic asked for, of whom, and the answers."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dialogues.models.topics import Topic
from kme_portal.base.models import StatusMixin, TimeStampedModel


class RecommendationStatus(models.TextChoices):
    OPEN = "open", _("open")
    HANDED_OVER = "handed_over", _("handed over")
    ANSWERED = "answered", _("answered")
    IMPLEMENTED = "implemented", _("implemented")
    REFUSED = "refused", _("not taken up")


class Recommendation(StatusMixin, TimeStampedModel):
    """A recommendation (Empfehlung) that a topic led to, and whom it went to."""

    S = RecommendationStatus
    TRANSITIONS = {
        S.OPEN: {S.HANDED_OVER},
        S.HANDED_OVER: {S.ANSWERED, S.IMPLEMENTED, S.REFUSED},
        S.ANSWERED: {S.IMPLEMENTED, S.REFUSED},
        S.IMPLEMENTED: set(),
        S.REFUSED: set(),
    }

    topic = models.ForeignKey(
        Topic, models.CASCADE, related_name="recommendations", verbose_name=_("topic")
    )
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"), max_length=4000, blank=True)
    addressee = models.CharField(_("addressee"), max_length=150)
    handed_over_on = models.DateField(_("handed over"), null=True, blank=True)
    due_on = models.DateField(_("answer expected by"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=RecommendationStatus, default=RecommendationStatus.OPEN
    )

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering = ["topic", "id"]
        constraints = [
            models.CheckConstraint(
                name="recommendation_handed_over_has_a_date",
                condition=Q(status=RecommendationStatus.OPEN) | Q(handed_over_on__isnull=False),
                violation_error_message=_("Enter the day on which it was handed over."),
            ),
            models.CheckConstraint(
                name="recommendation_due_after_handing_over",
                condition=Q(due_on=None)
                | Q(handed_over_on=None)
                | Q(due_on__gte=F("handed_over_on")),
                violation_error_message=_("The answer cannot be due before the handing over."),
            ),
        ]

    def __str__(self):
        return self.title


class Answer(TimeStampedModel):
    """What the addressee of a recommendation answered (Rückmeldung), with evidence."""

    recommendation = models.ForeignKey(
        Recommendation,
        models.CASCADE,
        related_name="answers",
        verbose_name=_("recommendation"),
    )
    answered_on = models.DateField(_("answered on"))
    text = models.TextField(_("text"), max_length=4000)
    evidence_url = models.URLField(_("evidence"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["answered_on", "id"]

    def __str__(self):
        return f"{self.recommendation} ({self.answered_on:%d.%m.%Y})"
