"""Who looked at protected data."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kme_portal.base.append_only import append_only


class Reading(models.TextChoices):
    VIEW = "view", _("looked at")
    EXPORT = "export", _("exported")


class ReadLogQuerySet(models.QuerySet):
    def past_keeping_time(self, before):
        return self.filter(read_at__lt=before)


class ReadLog(models.Model):
    """One look at a protected record, or one export with its purpose (Leseprotokoll).

    Ids only, and append-only: nobody of the office can change or remove an entry.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        # The entry outlives the account; its id alone names nobody.
        models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
        verbose_name=_("who"),
    )
    reading = models.CharField(_("what"), max_length=8, choices=Reading)
    model = models.CharField(_("kind of record"), max_length=80)
    ids = ArrayField(models.BigIntegerField(), verbose_name=_("records"))
    purpose = models.CharField(_("purpose"), max_length=300, blank=True)
    read_at = models.DateTimeField(_("when"), auto_now_add=True)

    objects = ReadLogQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the read log")
        verbose_name_plural = _("read log")
        ordering = ["-read_at"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["read_at"], name="readlog_when")]
        constraints = [
            models.CheckConstraint(
                name="readlog_export_has_a_purpose",
                condition=~Q(reading=Reading.EXPORT) | ~Q(purpose=""),
                violation_error_message=_("An export needs a purpose."),
            )
        ]
        triggers = append_only

    def __str__(self):
        return f"{self.model} {self.reading} #{self.pk}"
