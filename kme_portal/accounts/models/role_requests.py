"""Rights in the office that somebody is to get, and that a second person has to confirm."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import StatusMixin, TimeStampedModel

HOLDS = timedelta(days=14)


def in_fourteen_days() -> datetime:
    return timezone.now() + HOLDS


class RoleRequestStatus(models.TextChoices):
    WAITING = "waiting", _("waits for confirmation")
    CONFIRMED = "confirmed", _("confirmed")
    REFUSED = "refused", _("not confirmed")
    WITHDRAWN = "withdrawn", _("withdrawn")


class RoleRequestQuerySet(models.QuerySet):
    def waiting(self, now: datetime):
        """Those that can still be confirmed: in time, nobody concerned has left since, and who
        asked may still give roles."""
        may_give = Q(is_superuser=True) | Q(
            groups__permissions__codename="change_user",
            groups__permissions__content_type__app_label="accounts",
        )
        givers = get_user_model().objects.filter(may_give, is_active=True, is_staff=True)
        return self.filter(
            status=RoleRequestStatus.WAITING,
            expires_at__gt=now,
            user__is_active=True,
            asked_by__in=givers.values("pk"),
        )

    def past_keeping_time(self, moment: datetime):
        return self.filter(expires_at__lt=moment)


class RoleRequest(StatusMixin, TimeStampedModel):
    """A role that lets somebody read or give more, until a second person confirms (Vier-Augen).

    Nothing is given before; after fourteen days nothing comes of it any more.
    """

    TRANSITIONS = {
        RoleRequestStatus.WAITING: {
            RoleRequestStatus.CONFIRMED,
            RoleRequestStatus.REFUSED,
            RoleRequestStatus.WITHDRAWN,
        },
    }

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("account")
    )
    groups = ArrayField(models.CharField(max_length=150), verbose_name=_("roles"))
    status = models.CharField(
        _("status"), max_length=10, choices=RoleRequestStatus, default=RoleRequestStatus.WAITING
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("asked by"),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided"), null=True)
    expires_at = models.DateTimeField(_("holds until"), default=in_fourteen_days)

    objects = RoleRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("role to be confirmed")
        verbose_name_plural = _("roles to be confirmed")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(name="rolerequest_names_a_role", condition=Q(groups__len__gt=0)),
            models.CheckConstraint(
                name="rolerequest_decided_has_a_date",
                condition=Q(status="waiting", decided_at=None)
                | (~Q(status="waiting") & Q(decided_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="rolerequest_takes_four_eyes",
                condition=~Q(status="confirmed")
                | Q(decided_by=None)
                | (~Q(decided_by=F("user")) & (Q(asked_by=None) | ~Q(decided_by=F("asked_by")))),
            ),
        ]

    def __str__(self):
        return f"{', '.join(self.groups)} #{self.pk}"
