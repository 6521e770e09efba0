"""How somebody reaches their own data without an account, and that data were erased."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.models.consents import Channel
from kme_portal.base.append_only import append_only
from kme_portal.base.models import new_public_id

LINK_HOLDS = timedelta(hours=24)


class DataLinkQuerySet(models.QuerySet):
    def living(self, now):
        return self.filter(created_at__gt=now - LINK_HOLDS)

    def expired(self, now):
        return self.filter(created_at__lte=now - LINK_HOLDS)


class DataLink(models.Model):
    """Opens the page "My data" for whoever reads this mailbox; holds 24 hours, then it goes.

    The link names the row by its random public id, never the address.
    """

    public_id = models.CharField(max_length=32, unique=True, default=new_public_id, editable=False)
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language"), max_length=7, choices=settings.LANGUAGES)
    created_at = models.DateTimeField(_("created"), default=timezone.now)

    objects = DataLinkQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["created_at"], name="datalink_age")]

    def __str__(self):
        return f"#{self.pk}"


class Erasure(models.Model):
    """That a person was erased (Artikel 17): when and how it was asked for, and no name.

    With the keyed digest of the address the office can show whoever asks again that it was done.
    """

    digest = models.CharField(max_length=22, db_index=True, editable=False)
    channel = models.CharField(_("channel"), max_length=12, choices=Channel)
    rows = models.PositiveIntegerField(_("records"))
    erased_at = models.DateTimeField(_("erased"), default=timezone.now)

    class Meta:
        verbose_name = _("erasure of a person")
        verbose_name_plural = _("erasures of people")
        ordering = ["-erased_at"]
        default_permissions = ("view",)
        triggers = append_only

    def __str__(self):
        return f"#{self.pk}"
