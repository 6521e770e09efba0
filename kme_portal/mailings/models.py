"""The outbox: one row a mail, made in the transaction of the fact it tells of."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import StatusMixin


class Lane(models.IntegerChoices):
    """Order in which mails leave; lower overtakes."""

    URGENT = 1, _("urgent")
    NORMAL = 2, _("normal")
    BULK = 3, _("bulk")


class MessageStatus(models.TextChoices):
    QUEUED = "queued", _("queued")
    SENT = "sent", _("sent")
    RETURNED = "returned", _("returned")
    FAILED = "failed", _("failed")
    SUPPRESSED = "suppressed", _("suppressed")
    EXPIRED = "expired", _("expired")


class MessageQuerySet(models.QuerySet):
    def queued(self):
        return self.filter(status=MessageStatus.QUEUED)

    def due(self, now):
        return self.queued().filter(not_before__lte=now)


class Message(StatusMixin, models.Model):
    """One mail (E-Mail) to one recipient, rendered when it leaves and never stored."""

    TRANSITIONS = {
        MessageStatus.QUEUED: {
            MessageStatus.SENT,
            MessageStatus.FAILED,
            MessageStatus.SUPPRESSED,
            MessageStatus.EXPIRED,
        },
        MessageStatus.SENT: {MessageStatus.RETURNED},
        MessageStatus.FAILED: {MessageStatus.QUEUED},
        MessageStatus.RETURNED: {MessageStatus.QUEUED},
    }

    kind = models.CharField(_("kind"), max_length=80)
    lane = models.PositiveSmallIntegerField(_("lane"), choices=Lane)
    key = models.CharField(_("key"), max_length=200, unique=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(_("language"), max_length=7)
    about_id = models.BigIntegerField(_("about"), null=True)
    recipient_id = models.BigIntegerField(_("recipient"), null=True)
    version = models.PositiveIntegerField(_("version"), default=0)
    data = models.JSONField(_("further ids"), default=dict)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    not_before = models.DateTimeField(_("not before"), default=timezone.now)
    stale_after = models.DateTimeField(_("stale after"), null=True)
    status = models.CharField(
        _("status"), max_length=12, choices=MessageStatus, default=MessageStatus.QUEUED
    )
    settled_at = models.DateTimeField(_("settled"), null=True)
    starts = models.PositiveSmallIntegerField(_("starts"), default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)
    message_id = models.CharField(_("Message-ID"), max_length=120, unique=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-created_at"]
        indexes = [
            models.Index(
                fields=["lane", "not_before", "id"],
                condition=Q(status=MessageStatus.QUEUED),
                name="message_outbox",
            ),
            models.Index(fields=["kind", "about_id", "version"], name="message_about"),
        ]
        constraints = [
            models.CheckConstraint(
                name="message_queued_has_an_address",
                condition=~Q(status=MessageStatus.QUEUED) | ~Q(email=""),
            ),
        ]

    def __str__(self):
        return f"{self.kind} #{self.pk}"


class MessageAwareQuerySet(models.QuerySet):
    """For rows that mails are about: tells which have none yet for a rule and version."""

    def without_message(self, kind: str, version: F | int = 0):
        """Rows with no message of this kind and version; `version` may be a field reference."""
        if isinstance(version, F):
            version = OuterRef(version.name)
        known = Message.objects.filter(kind=kind, about_id=OuterRef("pk"), version=version)
        return self.filter(~Exists(known))
