"""What was changed about who may do what."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from kme_portal.base.append_only import append_only


class RoleEventKind(models.TextChoices):
    INVITED = "invited", _("invited")
    CHANGED = "changed", _("role changed")
    LEFT = "left", _("left the office")
    CLOSED = "closed", _("account closed")
    FACTOR_RESET = "factor_reset", _("second factor reset")
    FORGOTTEN = "forgotten", _("erased after long absence")


class RoleEvent(models.Model):
    """One change of an account's rights (Rollenänderung): whose, by whom, with which result.

    Numbers of accounts and names of groups only, and append-only: who grants a role leaves a
    trace that nobody of the office can remove.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        # The entry outlives the account; its number alone names nobody.
        models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
        verbose_name=_("account"),
    )
    kind = models.CharField(_("what"), max_length=12, choices=RoleEventKind)
    groups = ArrayField(
        models.CharField(max_length=150), default=list, verbose_name=_("groups afterwards")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
        verbose_name=_("by"),
        help_text=_("Empty: on the server, or by the portal itself."),
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    successor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
        verbose_name=_("handed over to"),
    )
    happened_at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("change of a role")
        verbose_name_plural = _("changes of roles")
        ordering = ["-happened_at", "-pk"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["happened_at"], name="role_event_when")]
        triggers = append_only

    def __str__(self):
        return f"{self.get_kind_display()} #{self.pk}"
