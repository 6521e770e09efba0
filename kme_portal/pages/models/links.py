"""Links to videos and posts on other services, beside what the office shows."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models import Event
from funding.models import Project
from kme_portal.base.models import TimeStampedModel
from kme_portal.pages.embedding import Frame, Service, UnknownLink, frame_of, recognise
from kme_portal.pages.models.news import NewsItem

SUBJECTS = ("news", "event", "project")


def exactly_one_subject() -> Q:
    """Of news, event and project just one is named."""
    condition = Q()
    for chosen in SUBJECTS:
        others = {f"{name}__isnull": name != chosen for name in SUBJECTS}
        condition |= Q(**others)
    return condition


class SocialLink(TimeStampedModel):
    """A video, picture or post on another service (Soziale Medien); never fetched by us."""

    news = models.ForeignKey(
        NewsItem,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="links",
        verbose_name=_("piece of news"),
    )
    event = models.ForeignKey(
        Event,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="links",
        verbose_name=_("event"),
    )
    project = models.ForeignKey(
        Project,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="links",
        verbose_name=_("project"),
    )
    url = models.URLField(
        _("link"),
        max_length=500,
        help_text=_("The address of a single video, picture or post."),
    )
    title = models.CharField(
        _("title"), max_length=150, help_text=_("What is to be seen there, in your own words.")
    )
    service = models.CharField(_("service"), max_length=10, choices=Service, editable=False)
    content = models.CharField(max_length=220, editable=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("link to another service")
        verbose_name_plural = _("links to other services")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                name="social_link_has_one_subject", condition=exactly_one_subject()
            ),
            models.CheckConstraint(
                name="social_link_is_of_a_known_service",
                condition=Q(service__in=Service.values) & ~Q(content=""),
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        try:
            found = recognise(self.url)
        except UnknownLink as unknown:
            raise ValidationError({"url": unknown.args[0]}) from unknown
        self.service, self.content, self.url = found.service, found.content, found.url

    @property
    def frame(self) -> Frame | None:
        return frame_of(self.service, self.content)
