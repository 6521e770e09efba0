"""The outbox: one row a mail, made in the transaction of the fact it tells of."""

from datetime import timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import StatusMixin
from kme_portal.mailings.addresses import digest

KEPT = timedelta(days=30)


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

    def past_keeping_time(self, now):
        """Settled thirty days ago: address and ids are emptied, the key stays."""
        return self.filter(settled_at__lt=now - KEPT).exclude(email="")

    def of_address(self, email):
        return self.filter(address_digest=digest(email))

    def expire(self, *, now) -> int:
        """Of rows that wait: none of them is sent."""
        return self.update(status=MessageStatus.EXPIRED, settled_at=now)

    def empty(self, now) -> int:
        """Forget whom they went to; what still waited is not sent."""
        self.queued().expire(now=now)
        return self.update(email="", address_digest="", recipient_id=None, data={}, last_error="")

    def undelivered(self):
        """What the office must look at: it never arrived, and nobody dealt with it yet."""
        return self.filter(
            status__in=[MessageStatus.FAILED, MessageStatus.RETURNED], dealt_with_at=None
        )


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
        MessageStatus.SUPPRESSED: {MessageStatus.QUEUED},
    }

    kind = models.CharField(_("kind"), max_length=80)
    lane = models.PositiveSmallIntegerField(_("lane"), choices=Lane)
    key = models.CharField(_("key"), max_length=200, unique=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    address_digest = models.CharField(max_length=22, blank=True, db_index=True, editable=False)
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
    dealt_with_at = models.DateTimeField(_("dealt with"), null=True)
    starts = models.PositiveSmallIntegerField(_("unfinished deliveries"), default=0)
    """Times a worker began and never ended, since the last orderly end."""
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    """Times the mail server asked to come back later, or the line was cut."""
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

    @property
    def random_part(self) -> str:
        """The 128 bits of its Message-ID, by which a bounce names it."""
        return self.message_id[1:].partition("@")[0]


class SuppressionReason(models.TextChoices):
    UNSUBSCRIBED = "unsubscribed", _("unsubscribed by link")
    RETURNED = "returned", _("the address does not exist")
    OFFICE = "office", _("recorded by the office")


class Suppression(models.Model):
    """An address that gets no list mail (Sperrliste), kept as a digest with a key of its own."""

    digest = models.CharField(max_length=22, unique=True, editable=False)
    reason = models.CharField(_("reason"), max_length=12, choices=SuppressionReason)
    created_at = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("blocked address")
        verbose_name_plural = _("blocked addresses")
        ordering = ["-created_at"]

    def __str__(self):
        return f"{self.get_reason_display()} #{self.pk}"


class Pause(models.Model):
    """The outbox waits: the mail server cannot be reached, or refuses the portal itself.

    One row at most; it goes with the first mail that gets through.
    """

    since = models.DateTimeField(_("since"))
    retry_at = models.DateTimeField(_("next try"))
    tries = models.PositiveIntegerField(_("tries"), default=1)
    is_refusal = models.BooleanField(_("refused by the mail server"))
    reason = models.CharField(_("reason"), max_length=300)

    class Meta:
        verbose_name = _("waiting outbox")
        verbose_name_plural = _("waiting outbox")
        constraints = [models.CheckConstraint(name="pause_one_row", condition=Q(pk=1))]

    def __str__(self):
        return self.reason


class MessageAwareQuerySet(models.QuerySet):
    """For rows that mails are about: tells which have none yet for a rule and version."""

    def without_message(self, kind: str, version: F | int = 0):
        """Rows with no message of this kind and version; `version` may be a field reference."""
        if isinstance(version, F):
            version = OuterRef(version.name)
        known = Message.objects.filter(kind=kind, about_id=OuterRef("pk"), version=version)
        return self.filter(~Exists(known))
