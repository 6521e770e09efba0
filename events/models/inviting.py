"""Who is asked to come, and what they answered."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.events import Event
from kme_portal.base.models import StatusMixin, TimeStampedModel, new_public_id
from kme_portal.mailings.models import MessageAwareQuerySet
from organisations.models import Audience, ContactChannel, Organisation, Representative


class CampaignStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    SCHEDULED = "scheduled", _("scheduled")
    SENDING = "sending", _("sending")
    SENT = "sent", _("sent")
    PAUSED = "paused", _("paused")
    CANCELLED = "cancelled", _("cancelled")


class CampaignQuerySet(MessageAwareQuerySet):
    pass


class Campaign(StatusMixin, TimeStampedModel):
    """A send-out (Aussendung): invitations to an event, or a circular without one."""

    S = CampaignStatus
    TRANSITIONS = {
        S.DRAFT: {S.SCHEDULED, S.CANCELLED},
        S.SCHEDULED: {S.SENDING, S.DRAFT, S.CANCELLED},
        S.SENDING: {S.SENT, S.PAUSED, S.CANCELLED},
        S.PAUSED: {S.SENDING, S.CANCELLED},
        S.SENT: set(),
        S.CANCELLED: set(),
    }

    event = models.ForeignKey(
        Event,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="campaigns",
        verbose_name=_("event"),
    )
    audience = models.ForeignKey(Audience, models.PROTECT, verbose_name=_("audience"))
    subject = models.CharField(_("subject"), max_length=120)
    text = models.TextField(_("text"), max_length=4000, blank=True)
    frozen_texts = models.JSONField(default=dict, blank=True, editable=False)
    send_at = models.DateTimeField(_("to be sent"), null=True, blank=True)
    reminder_days = models.PositiveSmallIntegerField(
        _("remind, days before the deadline"), default=5
    )
    status = models.CharField(
        _("status"), max_length=10, choices=CampaignStatus, default=CampaignStatus.DRAFT
    )
    started_at = models.DateTimeField(_("started"), null=True, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("written by"),
    )

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("send-out")
        verbose_name_plural = _("send-outs")
        ordering = ["-created_at"]

    def __str__(self):
        return self.subject


class InvitationStatus(models.TextChoices):
    OPEN = "open", _("open")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")


class AnswerChannel(models.TextChoices):
    LINK = "link", _("link in the mail")
    TELEPHONE = "telephone", ContactChannel.TELEPHONE.label
    LETTER = "letter", ContactChannel.LETTER.label


class InvitationQuerySet(MessageAwareQuerySet):
    def awaiting_reply(self):
        return self.filter(status=InvitationStatus.OPEN)


class Invitation(StatusMixin, TimeStampedModel):
    """One association's invitation (Einladung) to one event, or that of a person outside."""

    TRANSITIONS = {
        InvitationStatus.OPEN: {
            InvitationStatus.ACCEPTED,
            InvitationStatus.DECLINED,
            InvitationStatus.WITHDRAWN,
        },
        InvitationStatus.ACCEPTED: {InvitationStatus.ACCEPTED, InvitationStatus.DECLINED},
        InvitationStatus.DECLINED: {InvitationStatus.ACCEPTED, InvitationStatus.DECLINED},
        InvitationStatus.WITHDRAWN: {InvitationStatus.OPEN},
    }

    event = models.ForeignKey(
        Event, models.PROTECT, related_name="invitations", verbose_name=_("event")
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name=_("organisation"),
    )
    person = models.ForeignKey(
        Representative,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("person outside associations"),
    )
    campaign = models.ForeignKey(
        Campaign,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name=_("send-out"),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=InvitationStatus, default=InvitationStatus.OPEN
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answer_channel = models.CharField(
        _("answered by"), max_length=10, choices=AnswerChannel, blank=True
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "organisation"],
                condition=Q(organisation__isnull=False),
                name="invitation_once_per_organisation",
            ),
            models.UniqueConstraint(
                fields=["event", "person"],
                condition=Q(person__isnull=False),
                name="invitation_once_per_person",
            ),
            models.CheckConstraint(
                name="invitation_to_one_of_both",
                condition=Q(organisation__isnull=False, person__isnull=True)
                | Q(organisation__isnull=True, person__isnull=False),
            ),
            models.CheckConstraint(
                name="invitation_answer_has_a_date",
                condition=~Q(status__in=[InvitationStatus.ACCEPTED, InvitationStatus.DECLINED])
                | Q(answered_at__isnull=False),
                violation_error_message=_("An answered invitation needs a date."),
            ),
        ]

    def __str__(self):
        return f"{self.event} – {self.organisation or self.person}"


class InvitationRecipient(TimeStampedModel):
    """A person who was written to about an invitation, with a link of their own."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="recipients")
    person = models.ForeignKey(Representative, models.CASCADE, related_name="+")
    public_id = models.CharField(max_length=32, unique=True, default=new_public_id, editable=False)
    link_version = models.PositiveIntegerField(default=0)

    objects = MessageAwareQuerySet.as_manager()

    class Meta:
        verbose_name = _("recipient of an invitation")
        verbose_name_plural = _("recipients of an invitation")
        constraints = [
            models.UniqueConstraint(
                fields=["invitation", "person"], name="invitation_recipient_once"
            )
        ]

    def __str__(self):
        return str(self.person)
