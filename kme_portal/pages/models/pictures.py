"""Pictures of the office: for news, and for the press to use."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import StoredFile, TimeStampedModel
from kme_portal.base.translated import TranslatedTexts


class Picture(TranslatedTexts, TimeStampedModel):
    """A picture (Bild) with what is to be seen, who made it and what others may do with it."""

    stored = models.ForeignKey(
        StoredFile, models.PROTECT, related_name="+", verbose_name=_("picture"), editable=False
    )
    title = models.CharField(_("title"), max_length=150)
    alt = models.CharField(
        _("what is to be seen"),
        max_length=300,
        help_text=_("For people who do not see it: what matters in it, in one sentence."),
    )
    credit = models.CharField(
        _("made by"),
        max_length=150,
        help_text=_("Whom to name. A person only if they agreed to be named."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=100,
        help_text=_("Such as CC BY 4.0, or “free for reports on the office”."),
    )
    licence_url = models.URLField(_("address of the licence"), max_length=300, blank=True)
    for_press = models.BooleanField(
        _("offered to the press"),
        default=False,
        help_text=_("Stands on the press page to be downloaded."),
    )

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="picture_says_what_and_whose",
                condition=Q(alt_de__isnull=False) & ~Q(alt_de="") & ~Q(credit="") & ~Q(licence=""),
                violation_error_message=_("A picture needs a description, a name and a licence."),
            )
        ]

    def __str__(self):
        return self.title

    @property
    def url(self) -> str:
        return self.stored.get_absolute_url()
