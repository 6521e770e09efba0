"""Where events take place."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import TimeStampedModel
from organisations.models import District, Organisation, Term, Visibility


class VenueKind(models.TextChoices):
    CEM_HOUSE = "cem_house", _("Cem house")
    MOSQUE = "mosque", _("mosque")
    CLUB_HOUSE = "club_house", _("club house")
    PUBLIC_HALL = "public_hall", _("public hall")
    MINISTRY = "ministry", _("ministry")
    OTHER = "other", _("other")


class Venue(TimeStampedModel):
    """A place (Veranstaltungsort) with what a guest who uses a wheelchair wants to know."""

    name = models.CharField(_("name"), max_length=150)
    kind = models.CharField(
        _("kind"), max_length=12, choices=VenueKind, default=VenueKind.PUBLIC_HALL
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="venues",
        verbose_name=_("organisation"),
    )
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    city = models.CharField(_("city"), max_length=80)
    district = models.ForeignKey(
        District, models.PROTECT, null=True, blank=True, verbose_name=_("district")
    )
    address_visibility = models.CharField(
        _("address visible to"), max_length=8, choices=Visibility, default=Visibility.PUBLIC
    )
    access_features = models.ManyToManyField(
        Term, related_name="+", blank=True, verbose_name=_("access")
    )
    access_note = models.CharField(_("how to get in"), max_length=500, blank=True)
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    class Meta:
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ["city", "name"]

    def __str__(self):
        return f"{self.name}, {self.city}"
