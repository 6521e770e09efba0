"""Saved filters over the register: who would be written to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import TimeStampedModel
from organisations.models.organisations import Organisation
from organisations.models.people import Representative


class Audience(TimeStampedModel):
    """A saved choice of organisations and people outside them (Verteiler), counted live.

    `criteria` holds the filter's values by name; the explicit lists add to it or take away.
    """

    name = models.CharField(_("name"), max_length=120, unique=True)
    criteria = models.JSONField(_("filter"), default=dict, blank=True)
    includes = models.ManyToManyField(
        Organisation, related_name="+", blank=True, verbose_name=_("always included")
    )
    excludes = models.ManyToManyField(
        Organisation, related_name="+", blank=True, verbose_name=_("never included")
    )
    people = models.ManyToManyField(
        Representative,
        related_name="+",
        blank=True,
        limit_choices_to={"organisation": None},
        verbose_name=_("people outside associations"),
    )

    class Meta:
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        ordering = ["name"]

    def __str__(self):
        return self.name
