"""What every app stands on: abstract models, and the few tables of the foundation."""

import secrets

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kme_portal.base.append_only import append_only
from kme_portal.base.status import IllegalTransition, StatusMixin

__all__ = [
    "Attempts",
    "Heartbeat",
    "HistoryErasure",
    "IllegalTransition",
    "StatusMixin",
    "StoredFile",
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


def stored_path(instance: "StoredFile", filename: str) -> str:
    """A random name: the one it had may tell of a person, or of where it is meant to be run."""
    return f"files/{instance.public_id[:2].lower()}/{instance.public_id}.{instance.suffix}"


class StoredFile(models.Model):
    """An upload (Datei) that was checked and, being a picture, encoded anew by the portal.

    It never changes: another picture is another row. Who may see it follows from what uses it,
    see `kme_portal.base.files`; a file that nothing uses goes after a day.
    """

    SUFFIXES = {"image/webp": "webp", "application/pdf": "pdf"}

    public_id = models.CharField(max_length=32, unique=True, default=new_public_id, editable=False)
    file = models.FileField(_("file"), upload_to=stored_path)
    content_type = models.CharField(max_length=40, editable=False)
    size = models.PositiveIntegerField(_("size in bytes"), editable=False)
    width = models.PositiveIntegerField(_("width"), null=True, editable=False)
    height = models.PositiveIntegerField(_("height"), null=True, editable=False)
    alt = models.CharField(_("description of the picture"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="stored_file_is_of_a_known_type",
                condition=models.Q(content_type__in=["image/webp", "application/pdf"]),
            ),
            models.CheckConstraint(
                name="stored_file_picture_has_a_size",
                condition=models.Q(content_type="application/pdf")
                | models.Q(width__gt=0, height__gt=0),
            ),
        ]

    def __str__(self):
        return self.alt or self.public_id

    def get_absolute_url(self):
        return reverse("stored_file", args=[self.public_id])

    @property
    def suffix(self) -> str:
        return self.SUFFIXES[self.content_type]


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
        triggers = append_only

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
