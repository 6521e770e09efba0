"""Address lists that were read in."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import StatusMixin, TimeStampedModel, new_public_id


class ImportStatus(models.TextChoices):
    PREVIEW = "preview", _("to be checked")
    DONE = "done", _("imported")
    DISCARDED = "discarded", _("discarded")


class Import(StatusMixin, TimeStampedModel):
    """One address list (Adressliste) read in; the file itself is kept 24 hours."""

    TRANSITIONS = {ImportStatus.PREVIEW: {ImportStatus.DONE, ImportStatus.DISCARDED}}

    public_id = models.CharField(max_length=32, unique=True, default=new_public_id, editable=False)
    filename = models.CharField(_("file"), max_length=200)
    digest = models.CharField(_("digest"), max_length=64)
    file = models.FileField(upload_to="imports/", blank=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("imported by")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=ImportStatus, default=ImportStatus.PREVIEW
    )
    rows_new = models.PositiveIntegerField(_("new"), default=0)
    rows_changed = models.PositiveIntegerField(_("changed"), default=0)
    rows_refused = models.PositiveIntegerField(_("refused"), default=0)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at"]

    def __str__(self):
        return self.filename
