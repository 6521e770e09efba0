"""Where events take place."""

from collections.abc import Collection

from django.db import models
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import TimeStampedModel
from kme_portal.base.translated import TranslatedTexts
from organisations.models import District, Organisation, Term, Visibility


class VenueKind(models.TextChoices):
    CEM_HOUSE = "cem_house", _("Cem house")
    MOSQUE = "mosque", _("mosque")
    CLUB_HOUSE = "club_house", _("club house")
    PUBLIC_HALL = "public_hall", _("public hall")
    MINISTRY = "ministry", _("ministry")
    OTHER = "other", _("other")


ROUGHLY_PUBLIC = frozenset({Visibility.PUBLIC, Visibility.NETWORK})
"""Venues whose town everyone may know, in lists, filters, search and calendars."""


def public_place_lines(
    name: str,
    street: str,
    postcode: str,
    city: str,
    visibility: str,
    *,
    readable: Collection[str] = (Visibility.PUBLIC,),
) -> list[str]:
    """What a reader of a published page may know of a place, line by line.

    Who may read the address reads it with the name, which leads to it as well. For everyone
    else an address for the network is its town, and one for the office alone is no place at all.
    """
    if visibility in readable:
        return [line for line in (name, street, f"{postcode} {city}".strip()) if line]
    return [city] if visibility in ROUGHLY_PUBLIC else []


class Venue(TranslatedTexts, TimeStampedModel):
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
    translated_from = models.JSONField(
        default=dict,
        db_default=models.Value({}, models.JSONField()),
        blank=True,
        editable=False,
    )
    is_demo = models.BooleanField(_("demonstration data"), default=False, editable=False)

    class Meta:
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ["city", "name"]

    def __str__(self):
        return f"{self.name}, {self.city}"

    @property
    def public_lines(self) -> list[str]:
        """What stands of it in feeds and calendars that everyone may read."""
        return public_place_lines(
            self.name, self.street, self.postcode, self.city, self.address_visibility
        )

    @property
    def guest_lines(self) -> list[str]:
        """The address for who is invited or comes; of one for the office alone, the town."""
        if self.address_visibility not in ROUGHLY_PUBLIC:
            return [self.city]
        return [line for line in (self.street, f"{self.postcode} {self.city}".strip()) if line]

    @property
    def public_city(self) -> str:
        return self.city if self.address_visibility in ROUGHLY_PUBLIC else ""
