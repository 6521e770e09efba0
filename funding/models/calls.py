"""Programmes, their calls, and the terms of each call."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import TimeStampedModel
from kme_portal.base.searching import (
    Beside,
    Searched,
    by_words,
    folded,
    searched_indexes,
    translated,
)
from kme_portal.base.translated import TranslatedTexts
from organisations.models import Term


class Programme(TranslatedTexts, TimeStampedModel):
    """A funding programme of the Land (Förderprogramm), such as MSO or ZEmaC."""

    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=40)
    aliases = models.CharField(_("other spellings"), max_length=200, blank=True)
    slug = models.SlugField(_("address of the page"), max_length=80, unique=True)
    summary = models.CharField(_("in one sentence"), max_length=300, blank=True)
    description = models.TextField(_("description"), max_length=8000, blank=True)
    authority = models.CharField(_("granting authority"), max_length=200, blank=True)
    authority_url = models.URLField(_("page of the authority"), max_length=400, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("merged into")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    source = models.URLField(_("source"), max_length=400, blank=True)
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["order", "id"]

    def __str__(self):
        return self.short_name


class CallPhase(models.TextChoices):
    """Where a call stands on a day; derived from its dates, never stored."""

    ANNOUNCED = "announced", _("announced")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


SEARCHED = Searched(
    title=translated("title"),
    text=translated("summary"),
    beside=(Beside("programme", Programme.objects.all, folded("short_name", "name_de")),),
)


class CallQuerySet(models.QuerySet):
    def published(self):
        return self.filter(is_published=True)

    def open(self, on: date):
        return self.published().filter(Q(opens_on=None) | Q(opens_on__lte=on), closes_on__gte=on)

    def latest_first(self):
        return self.order_by("-closes_on", "id")

    def matching(self, text: str):
        return by_words(self, text, SEARCHED)


class Call(TranslatedTexts, TimeStampedModel):
    """A call for applications (Aufruf) with its window and its own rates."""

    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="calls", verbose_name=_("programme")
    )
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("address of the page"), max_length=80, unique=True)
    phase = models.CharField(
        _("funding phase"), max_length=40, help_text=_("Such as 2023/24."), blank=True
    )
    summary = models.TextField(_("summary"), max_length=4000, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    opens_on = models.DateField(
        _("opens on"), null=True, blank=True, help_text=_("Left empty where it is not known.")
    )
    closes_on = models.DateField(
        _("closes on"), help_text=_("The deadline ends at midnight of this day.")
    )
    priorities = models.ManyToManyField(
        Term, related_name="+", blank=True, verbose_name=_("priorities")
    )
    budget = models.DecimalField(
        _("money available in euro"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    budget_note = models.CharField(_("on the money"), max_length=200, blank=True)
    url = models.URLField(_("official call"), max_length=400, blank=True)
    is_published = models.BooleanField(_("published"), default=False)
    source = models.URLField(_("source"), max_length=400, blank=True)
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        ordering = ["-closes_on", "id"]
        indexes = searched_indexes("call", SEARCHED)
        constraints = [
            models.CheckConstraint(
                name="call_closes_after_it_opens",
                condition=Q(opens_on=None) | Q(closes_on__gte=F("opens_on")),
                violation_error_message=_("The deadline lies before the opening."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("funding:call", args=[self.slug])

    def phase_on(self, day: date) -> CallPhase:
        """Where the call stands on a day in Berlin."""
        if self.opens_on and day < self.opens_on:
            return CallPhase.ANNOUNCED
        return CallPhase.OPEN if day <= self.closes_on else CallPhase.CLOSED


class Pillar(models.Model):
    """A kind of funding within a call (Förderart) with the rates of that call.

    Shares are percent of the eligible expenses; money is euro.
    """

    call = models.ForeignKey(Call, models.CASCADE, related_name="pillars", verbose_name=_("call"))
    name = models.CharField(_("name"), max_length=150)
    for_whom = models.CharField(_("for whom"), max_length=300, blank=True)
    rate = models.DecimalField(
        _("funding rate in percent"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    cap = models.DecimalField(
        _("at most, euro"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    cap_note = models.CharField(
        _("on the cap"), max_length=200, blank=True, help_text=_("Such as “per year”.")
    )
    floor = models.DecimalField(
        _("at least, euro"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    least_own_share = models.DecimalField(
        _("own share at least, percent"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    most_volunteer_share = models.DecimalField(
        _("voluntary work at most, percent"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    hour_value = models.DecimalField(
        _("value of a voluntary hour in euro"),
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
    )
    criteria = models.TextField(_("conditions"), max_length=4000, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        verbose_name = _("kind of funding")
        verbose_name_plural = _("kinds of funding")
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                name="pillar_shares_are_percent",
                condition=(Q(rate=None) | Q(rate__gt=0, rate__lte=100))
                & (Q(least_own_share=None) | Q(least_own_share__gte=0, least_own_share__lte=100))
                & (
                    Q(most_volunteer_share=None)
                    | Q(most_volunteer_share__gte=0, most_volunteer_share__lte=100)
                ),
                violation_error_message=_("A share lies between 0 and 100 percent."),
            ),
            models.CheckConstraint(
                name="pillar_floor_below_cap",
                condition=Q(floor=None) | Q(cap=None) | Q(floor__lte=F("cap")),
                violation_error_message=_("The least amount lies above the cap."),
            ),
        ]

    def __str__(self):
        return self.name
