"""What the office says of itself with a date and a source: its history, and figures."""

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import TimeStampedModel
from kme_portal.base.translated import TranslatedTexts


class Precision(models.TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


FORMATS = {Precision.DAY: "DATE_FORMAT", Precision.MONTH: "YEAR_MONTH_FORMAT", Precision.YEAR: "Y"}


class FactQuerySet(models.QuerySet):
    def published(self):
        return self.filter(is_published=True)


class Fact(TranslatedTexts, TimeStampedModel):
    """Something that was so on a day, as far as that is known, and where it is written."""

    key = models.SlugField(
        max_length=60,
        unique=True,
        null=True,
        blank=True,
        editable=False,
        help_text="Of those that came with the portal, so that none comes twice.",
    )
    valid_on = models.DateField(_("day"))
    precision = models.CharField(
        _("known to the"), max_length=5, choices=Precision, default=Precision.DAY
    )
    source_name = models.CharField(_("source"), max_length=150)
    source_url = models.URLField(_("address of the source"), max_length=400, blank=True)
    is_published = models.BooleanField(_("public"), default=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def when(self) -> str:
        return date_format(self.valid_on, FORMATS[self.precision])


class Milestone(Fact):
    """One entry of the office's history (Zeitleiste)."""

    title = models.CharField(_("title"), max_length=150)
    text = models.CharField(_("in one or two sentences"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("entry of the timeline")
        verbose_name_plural = _("timeline")
        ordering = ["valid_on", "pk"]

    def __str__(self):
        return self.title


class FigureSubject(models.TextChoices):
    NETWORK = "network", _("The network")
    EVENTS = "events", _("Events")
    FUNDING = "funding", _("Funding")


class Figure(Fact):
    """A figure as somebody named it on a day (Kennzahl); figures that differ stand side by side."""

    subject = models.CharField(
        _("subject"), max_length=8, choices=FigureSubject, default=FigureSubject.NETWORK
    )
    number = models.CharField(
        _("figure"), max_length=60, help_text=_("With its word, such as “more than 120”.")
    )
    what = models.CharField(_("what was counted"), max_length=150)

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["subject", "valid_on", "pk"]

    def __str__(self):
        return f"{self.number} {self.what}"
