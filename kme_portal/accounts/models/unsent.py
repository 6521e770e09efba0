"""What somebody typed into a form when their session had ended."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class UnsentFormQuerySet(models.QuerySet):
    def past_keeping_time(self, before):
        return self.filter(kept_at__lt=before)


class UnsentForm(models.Model):
    """A form that waits, encrypted, until the person is signed in again.

    Two proofs open it: the key in the browser's cookie, and the account that was signed in there.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # Digest of the cookie: a copy of the database opens nobody's form.
    key_digest = models.CharField(max_length=64)
    content = models.TextField(_("what was typed, encrypted"))
    kept_at = models.DateTimeField()

    objects = UnsentFormQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["key_digest"], name="unsent_key"),
            models.Index(fields=["kept_at"], name="unsent_when"),
        ]

    def __str__(self):
        return f"#{self.pk}"
