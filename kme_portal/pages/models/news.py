"""What the office tells: news and press notices, from the draft until it is withdrawn."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dialogues.models import Topic
from events.models import Event
from funding.models import Project
from kme_portal.base.models import StatusMixin, TimeStampedModel
from kme_portal.base.searching import Searched, by_words, searched_indexes, translated
from kme_portal.base.translated import TranslatedTexts
from kme_portal.pages.models.pictures import Picture


class NewsKind(models.TextChoices):
    NEWS = "news", _("Notice")
    PRESS = "press", _("Press notice")


class NewsStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


SEARCHED = Searched(title=translated("title"), text=translated("teaser", "body"))


class NewsQuerySet(models.QuerySet):
    def public(self, now):
        """What everyone may read at this moment."""
        return self.filter(
            Q(shown_until=None) | Q(shown_until__gt=now),
            status=NewsStatus.PUBLISHED,
            shown_from__lte=now,
        )

    def for_lists(self):
        """Pinned ones first, then the latest."""
        return self.order_by("-is_pinned", "-shown_from", "-pk")

    def latest_first(self):
        return self.order_by("-shown_from", "-pk")

    def with_pictures(self):
        """With what a card shows beside the words."""
        return self.select_related("picture__stored")

    def matching(self, text: str):
        return by_words(self, text, SEARCHED)


class NewsItem(StatusMixin, TranslatedTexts, TimeStampedModel):
    """One piece of news (Meldung) or press notice (Pressemitteilung) of the office."""

    TRANSITIONS = {
        NewsStatus.DRAFT: {NewsStatus.PUBLISHED},
        NewsStatus.PUBLISHED: {NewsStatus.WITHDRAWN},
        NewsStatus.WITHDRAWN: {NewsStatus.PUBLISHED},
    }

    kind = models.CharField(_("kind"), max_length=8, choices=NewsKind, default=NewsKind.NEWS)
    status = models.CharField(
        _("status"), max_length=10, choices=NewsStatus, default=NewsStatus.DRAFT
    )
    title = models.CharField(_("title"), max_length=150)
    slug = models.SlugField(
        _("address of the page"),
        max_length=80,
        unique=True,
        blank=True,
        null=True,
        help_text=_("Made from the title when it is published, and stays as it is from then on."),
    )
    teaser = models.CharField(
        _("in one or two sentences"),
        max_length=300,
        help_text=_("Stands in lists, feeds and previews."),
    )
    body = models.TextField(
        _("text"),
        max_length=30_000,
        blank=True,
        help_text=_("Markdown: ## heading, - list, **bold**, [words](https://address)."),
    )
    shown_from = models.DateTimeField(
        _("shown from"),
        null=True,
        blank=True,
        help_text=_("Empty: from the moment it is published."),
    )
    shown_until = models.DateTimeField(
        _("shown until"),
        null=True,
        blank=True,
        help_text=_("Empty: it stays. Afterwards its page is gone for readers."),
    )
    picture = models.ForeignKey(
        Picture,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="news",
        verbose_name=_("picture"),
    )
    is_pinned = models.BooleanField(
        _("pinned"), default=False, help_text=_("Stands before the others.")
    )
    events = models.ManyToManyField(
        Event, related_name="news", blank=True, verbose_name=_("events")
    )
    topics = models.ManyToManyField(
        Topic, related_name="news", blank=True, verbose_name=_("topics")
    )
    projects = models.ManyToManyField(
        Project, related_name="news", blank=True, verbose_name=_("projects")
    )
    source = models.URLField(
        _("source"),
        max_length=400,
        blank=True,
        help_text=_("Where the original stands, when it was published elsewhere."),
    )
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = NewsQuerySet.as_manager()

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")
        ordering = ["-shown_from", "-pk"]
        indexes = [
            models.Index(
                fields=["-shown_from", "-id"],
                condition=Q(status=NewsStatus.PUBLISHED),
                name="news_public",
            ),
            *searched_indexes("news", SEARCHED),
        ]
        constraints = [
            models.CheckConstraint(
                name="news_ends_after_it_begins",
                condition=Q(shown_until=None)
                | Q(shown_from=None)
                | Q(shown_until__gt=models.F("shown_from")),
                violation_error_message=_("It must be shown from an earlier moment than until."),
            ),
            models.CheckConstraint(
                name="news_published_has_an_address",
                condition=Q(status=NewsStatus.DRAFT)
                | Q(slug__isnull=False, shown_from__isnull=False),
            ),
        ]

    def __str__(self):
        return self.title or f"#{self.pk}"

    def get_absolute_url(self):
        return reverse("pages:news", args=[self.slug]) if self.slug else None

    @property
    def photo(self):
        """The file of its picture, for cards; `with_pictures()` brings it along."""
        return self.picture.stored if self.picture else None

    def missing_for_publication(self) -> list[str]:
        """What a reader would miss, in words for the office."""
        missing = []
        if not self.title_de:
            missing.append(_("the German title"))
        if not self.teaser_de:
            missing.append(_("the German teaser"))
        if not self.body_de:
            missing.append(_("the German text"))
        return [str(one) for one in missing]
