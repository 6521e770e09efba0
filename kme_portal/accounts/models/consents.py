"""What people agreed to."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from kme_portal.mailings.addresses import digest


class Channel(models.TextChoices):
    FORM = "form", _("form on the portal")
    LINK = "link", _("link in an e-mail")
    TELEPHONE = "telephone", _("telephone")
    LETTER = "letter", _("by letter")
    PERSON = "person", _("in person")


class ConsentQuerySet(models.QuerySet):
    def living(self):
        return self.filter(withdrawn_at=None)

    def of(self, email: str):
        return self.annotate(lower_email=Lower("email")).filter(lower_email=email.strip().lower())

    def proofs_of(self, email: str):
        """What is left of ended consents after the person was erased."""
        return self.filter(email="", address_digest=digest(email))

    def withdrawn_before(self, moment):
        return self.filter(withdrawn_at__lt=moment)


class Consent(models.Model):
    """That a person agreed to one purpose (Einwilligung): which words, when and how; and its end.

    The words stand in `consents.py` under purpose and version.
    """

    email = models.EmailField(_("e-mail address"))
    # Set when the person is erased: the proof (Article 7(1)) stays without the address.
    address_digest = models.CharField(
        max_length=22, blank=True, default="", db_default="", db_index=True, editable=False
    )
    purpose = models.CharField(_("purpose"), max_length=40)
    text_version = models.CharField(_("version of the text"), max_length=12)
    language = models.CharField(_("language"), max_length=7, choices=settings.LANGUAGES)
    channel = models.CharField(_("channel"), max_length=12, choices=Channel)
    reference = models.CharField(
        _("given for"), max_length=80, blank=True, help_text=_("Kind and id of a record.")
    )
    given_at = models.DateTimeField(_("given"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_by = models.CharField(
        _("how it was withdrawn"), max_length=12, choices=Channel, blank=True
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                "purpose",
                "reference",
                condition=Q(withdrawn_at=None),
                name="consent_living_once",
            ),
            models.CheckConstraint(
                name="consent_withdrawal_says_how",
                condition=Q(withdrawn_at=None, withdrawn_by="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_by="")),
            ),
            models.CheckConstraint(
                name="consent_ends_after_it_begins",
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")),
            ),
        ]

    def __str__(self):
        return f"{self.purpose} {self.text_version} #{self.pk}"
