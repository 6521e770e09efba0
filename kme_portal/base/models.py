"""Abstract models that every app stands on."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from kme_portal.base.status import IllegalTransition, StatusMixin

__all__ = ["IllegalTransition", "StatusMixin", "TimeStampedModel", "new_public_id"]


def new_public_id() -> str:
    """Random name of a row in links: 128 bits, safe in addresses."""
    return secrets.token_urlsafe(16)


class TimeStampedModel(models.Model):
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        abstract = True
