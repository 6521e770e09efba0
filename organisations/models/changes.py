"""Changes of a profile that the office looks at before they are seen."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import StatusMixin, TimeStampedModel
from kme_portal.mailings.models import MessageAwareQuerySet
from organisations.models.organisations import LegalForm, Organisation
from organisations.models.vocabulary import Term


class SensitiveField(models.TextChoices):
    """What an association says it is; everything else it changes by itself."""

    NAME = "name", _("name")
    LEGAL_FORM = "legal_form", _("legal form")
    SELF_DESIGNATIONS = "self_designations", _("self-designation")


class ChangeStatus(models.TextChoices):
    WAITING = "waiting", _("in review")
    APPROVED = "approved", _("approved")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", _("withdrawn")


DECIDED = [ChangeStatus.APPROVED, ChangeStatus.REFUSED]


class ProfileChangeQuerySet(MessageAwareQuerySet):
    def waiting(self):
        return self.filter(status=ChangeStatus.WAITING)


class ProfileChange(StatusMixin, TimeStampedModel):
    """A change an association asks for (Änderungswunsch); until it is approved the old text stays.

    Values are text, or the sorted keys of terms.
    """

    TRANSITIONS = {
        ChangeStatus.WAITING: {
            ChangeStatus.APPROVED,
            ChangeStatus.REFUSED,
            ChangeStatus.WITHDRAWN,
        }
    }

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="changes", verbose_name=_("organisation")
    )
    field = models.CharField(_("what"), max_length=20, choices=SensitiveField)
    old_value = models.JSONField(_("before"))
    new_value = models.JSONField(_("asked for"))
    status = models.CharField(
        _("status"), max_length=10, choices=ChangeStatus, default=ChangeStatus.WAITING
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asked by"),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    objects = ProfileChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of a profile")
        verbose_name_plural = _("changes of profiles")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "field"],
                condition=Q(status=ChangeStatus.WAITING),
                name="profile_change_waiting_once",
                violation_error_message=_("A change of this is in review already."),
            ),
            models.CheckConstraint(
                name="profile_change_decision_has_a_date",
                condition=~Q(status__in=DECIDED) | Q(decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="profile_change_refusal_has_a_reason",
                condition=~Q(status=ChangeStatus.REFUSED) | ~Q(reason=""),
                violation_error_message=_("A refusal needs a reason."),
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.get_field_display()}"

    @property
    def old_text(self) -> str:
        return self.in_words(self.old_value)

    @property
    def new_text(self) -> str:
        return self.in_words(self.new_value)

    def in_words(self, value) -> str:
        """A value as it is read; asks the vocabulary for the names of terms."""
        if self.field == SensitiveField.SELF_DESIGNATIONS:
            return ", ".join(term.name for term in Term.objects.filter(pk__in=value))
        if self.field == SensitiveField.LEGAL_FORM:
            return str(dict(LegalForm.choices).get(value, ""))
        return value
