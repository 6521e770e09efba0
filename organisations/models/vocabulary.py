"""Regions and the open vocabularies."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kme_portal.base.translated import TranslatedTexts


class District(models.Model):
    """One of the 53 districts and district-free cities (Kreise und kreisfreie Städte) of NRW."""

    ags = models.CharField(_("key (AGS)"), max_length=5, primary_key=True)
    name = models.CharField(_("name"), max_length=80, unique=True)
    government_region = models.CharField(_("administrative region"), max_length=20)

    class Meta:
        verbose_name = _("district")
        verbose_name_plural = _("districts")
        ordering = ["name"]

    def __str__(self):
        return self.name


class Postcode(models.Model):
    """A postcode (PLZ) and a district it lies in; ten of NRW's lie in two."""

    code = models.CharField(_("postcode"), max_length=5)
    district = models.ForeignKey(District, models.CASCADE, related_name="postcodes")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "district"], name="postcode_once")]

    def __str__(self):
        return self.code


class TermKind(models.TextChoices):
    FIELD = "field", _("field of activity")
    TARGET_GROUP = "target_group", _("target group")
    SELF_DESIGNATION = "self_designation", _("self-designation")
    LANGUAGE = "language", _("language")
    FUNCTION = "function", _("function of a person")
    EVENT_KIND = "event_kind", _("kind of event")
    ACCESS_FEATURE = "access_feature", _("access feature of a venue")
    PRIORITY = "priority", _("funding priority")
    REFUSAL_REASON = "refusal_reason", _("reason to refuse a registration")


class TermQuerySet(models.QuerySet):
    def current(self):
        return self.filter(is_retired=False)

    def of_kind(self, kind: str):
        return self.filter(kind=kind)


class Term(TranslatedTexts):
    """An entry of an open vocabulary; retired rather than deleted."""

    kind = models.CharField(_("vocabulary"), max_length=20, choices=TermKind)
    slug = models.SlugField(_("slug"), max_length=60)
    name = models.CharField(_("name"), max_length=120)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    is_retired = models.BooleanField(_("retired"), default=False)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["kind", "order", "slug"]
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="term_once")]

    def __str__(self):
        return self.name
