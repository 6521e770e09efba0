"""Invitations to act for an association."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from kme_portal.base.models import StatusMixin, TimeStampedModel, new_public_id
from kme_portal.mailings.links import make_token
from kme_portal.mailings.models import MessageAwareQuerySet
from organisations.models.organisations import Organisation
from organisations.models.people import Representative
from organisations.models.vocabulary import Term, TermKind

HOLDS = timedelta(days=14)
# After the answer, or after the link has ended.
KEPT = timedelta(days=30)
ROLE_LINK = "role-invitation"


class RoleInvitationStatus(models.TextChoices):
    OPEN = "open", _("no answer yet")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")


class RoleInvitationQuerySet(MessageAwareQuerySet):
    def open(self, now: datetime):
        return self.filter(status=RoleInvitationStatus.OPEN, expires_at__gt=now)

    def past_keeping(self, now: datetime):
        return self.filter(Q(expires_at__lt=now - KEPT) | Q(answered_at__lt=now - KEPT))


class RoleInvitation(StatusMixin, TimeStampedModel):
    """Somebody is asked to take a role for an association (Einladung in eine Rolle).

    With `replaces` a role is handed over: it ends when the successor accepts. The link goes to
    the address alone, so whoever opens it has proven the mailbox.
    """

    S = RoleInvitationStatus
    TRANSITIONS = {S.OPEN: {S.ACCEPTED, S.DECLINED, S.WITHDRAWN}}

    public_id = models.CharField(max_length=32, unique=True, default=new_public_id, editable=False)
    link_version = models.PositiveIntegerField(default=0, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="role_invitations")
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(
        _("language of letters"), max_length=7, choices=settings.LANGUAGES, default="de"
    )
    function = models.ForeignKey(
        Term,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": TermKind.FUNCTION},
        verbose_name=_("function"),
    )
    may_edit = models.BooleanField(_("may edit the profile"), default=False)
    replaces = models.ForeignKey(
        Representative,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("takes over from"),
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    status = models.CharField(
        _("status"), max_length=10, choices=RoleInvitationStatus, default=RoleInvitationStatus.OPEN
    )
    expires_at = models.DateTimeField(_("valid until"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects = RoleInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation to a role")
        verbose_name_plural = _("invitations to roles")
        ordering = ["-created_at"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("email"),
                condition=Q(status=RoleInvitationStatus.OPEN),
                name="role_invitation_open_once",
                violation_error_message=_("This address is invited already."),
            ),
            models.CheckConstraint(
                name="role_invitation_answer_has_a_date",
                condition=Q(status=RoleInvitationStatus.OPEN, answered_at=None)
                | (~Q(status=RoleInvitationStatus.OPEN) & Q(answered_at__isnull=False)),
            ),
        ]

    def __str__(self):
        return f"{self.organisation} #{self.pk}"

    def is_open(self, now: datetime) -> bool:
        return self.status == RoleInvitationStatus.OPEN and self.expires_at > now

    def token(self) -> str:
        return make_token(ROLE_LINK, self.public_id, self.link_version)
