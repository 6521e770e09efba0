"""What every app stands on: abstract models, and the few tables of the foundation."""

import secrets

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from kme_portal.base.status import IllegalTransition, StatusMixin

__all__ = [
    "Attempts",
    "Heartbeat",
    "HistoryErasure",
    "IllegalTransition",
    "StatusMixin",
    "TimeStampedModel",
    "new_public_id",
]


def new_public_id() -> str:
    """Random name of a row in links: 128 bits, safe in addresses."""
    return secrets.token_urlsafe(16)


class TimeStampedModel(models.Model):
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        abstract = True


class HistoryErasure(models.Model):
    """That entries of the history were removed, of which model and why; not whose."""

    model = models.CharField(_("model"), max_length=80)
    entries = models.PositiveIntegerField(_("entries removed"))
    reason = models.CharField(_("reason"), max_length=200)
    erased_at = models.DateTimeField(_("erased"), auto_now_add=True)

    class Meta:
        verbose_name = _("erasure in the history")
        verbose_name_plural = _("erasures in the history")
        ordering = ["-erased_at"]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self):
        return f"{self.model}: {self.entries}"


class Attempts(models.Model):
    """How often something was tried in a window of time; the key is a digest, not an address."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=1)
    expires_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["expires_at"], name="attempts_expiry")]

    def __str__(self):
        return self.key[:8]


class Heartbeat(models.Model):
    """When a recurring job last ran to its end, so that its silence can be noticed."""

    name = models.CharField(max_length=40, primary_key=True)
    beat_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.name
