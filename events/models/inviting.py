"""Who is asked to come, and what they answered."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.deadlines import DaysBefore, answer_day, answer_until, berlin_day
from events.models.events import Event, EventStatus
from kme_portal.base.models import StatusMixin, TimeStampedModel, new_public_id
from kme_portal.base.translated import TranslatedTexts
from kme_portal.mailings.links import make_token
from kme_portal.mailings.models import MessageAwareQuerySet
from organisations.models import Audience, ContactChannel, Organisation, Representative


class CampaignStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    SCHEDULED = "scheduled", _("scheduled")
    SENDING = "sending", _("sending")
    SENT = "sent", _("sent")
    PAUSED = "paused", _("paused")
    CANCELLED = "cancelled", _("cancelled")


STARTED = [CampaignStatus.SENDING, CampaignStatus.SENT, CampaignStatus.PAUSED]


class CampaignQuerySet(MessageAwareQuerySet):
    def due_to_start(self, now: datetime):
        return self.filter(status=CampaignStatus.SCHEDULED, send_at__lte=now)

    def writing(self):
        """Those whose letters go out: neither paused nor stopped."""
        return self.filter(status__in=[CampaignStatus.SENDING, CampaignStatus.SENT])


class Campaign(StatusMixin, TranslatedTexts, TimeStampedModel):
    """A send-out (Aussendung): invitations to an event, or a circular without one.

    Its texts freeze when it starts, so that all recipients read the same.
    """

    S = CampaignStatus
    TRANSITIONS = {
        S.DRAFT: {S.SCHEDULED, S.CANCELLED},
        S.SCHEDULED: {S.SENDING, S.DRAFT, S.CANCELLED},
        S.SENDING: {S.SENT, S.PAUSED, S.CANCELLED},
        # What was sent can still be paused or stopped: that holds its reminders.
        S.SENT: {S.PAUSED, S.CANCELLED},
        S.PAUSED: {S.SENDING, S.CANCELLED},
        S.CANCELLED: set(),
    }

    event = models.ForeignKey(
        Event,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="campaigns",
        verbose_name=_("event"),
        help_text=_("Leave this empty for a circular that asks for no answer."),
    )
    audience = models.ForeignKey(Audience, models.PROTECT, verbose_name=_("audience"))
    subject = models.CharField(_("subject"), max_length=120)
    text = models.TextField(_("text"), max_length=4000, blank=True)
    frozen_texts = models.JSONField(default=dict, blank=True, editable=False)
    send_at = models.DateTimeField(_("to be sent"), null=True, blank=True, editable=False)
    reminder_days = models.PositiveSmallIntegerField(
        _("remind, days before the deadline"),
        default=5,
        help_text=_(
            "Who has not answered is reminded once on this day and once on the last day but one."
        ),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=CampaignStatus, default=CampaignStatus.DRAFT
    )
    started_at = models.DateTimeField(_("started"), null=True, blank=True, editable=False)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("send-out")
        verbose_name_plural = _("send-outs")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                name="campaign_scheduled_has_a_date",
                condition=~Q(status=CampaignStatus.SCHEDULED) | Q(send_at__isnull=False),
            ),
            models.CheckConstraint(
                name="campaign_started_has_texts_and_date",
                condition=~Q(status__in=STARTED)
                | (Q(started_at__isnull=False) & ~Q(frozen_texts={})),
            ),
        ]

    def __str__(self):
        # The subject of an invitation holds placeholders.
        invites = self.event_id and _("Invitation: %(event)s") % {"event": self.event}
        return str(invites or self.subject or f"#{self.pk}")

    @property
    def is_circular(self) -> bool:
        return self.event_id is None

    def may_be_changed(self) -> bool:
        return self.status == CampaignStatus.DRAFT

    def has_started(self) -> bool:
        return self.started_at is not None


class InvitationStatus(models.TextChoices):
    OPEN = "open", _("no answer yet")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")


ANSWERED = [InvitationStatus.ACCEPTED, InvitationStatus.DECLINED]


class AnswerChannel(models.TextChoices):
    LINK = "link", _("link in the mail")
    TELEPHONE = "telephone", ContactChannel.TELEPHONE.label
    LETTER = "letter", ContactChannel.LETTER.label


class WhyClosed(models.TextChoices):
    """Why an invitation can no longer be answered."""

    WITHDRAWN = "withdrawn", _("The invitation was withdrawn.")
    CANCELLED = "cancelled", _("The event does not take place.")
    PAST = "past", _("The event is over.")
    DEADLINE = "deadline", _("The time to answer is over.")


class InvitationQuerySet(MessageAwareQuerySet):
    def awaiting_reply(self):
        return self.filter(status=InvitationStatus.OPEN)

    def answered(self):
        return self.filter(status__in=ANSWERED)

    def to_coming_events(self, now: datetime):
        return self.filter(event__status=EventStatus.PUBLISHED, event__starts_at__gt=now)


class Invitation(StatusMixin, TimeStampedModel):
    """One association's invitation (Einladung) to one event, or that of a person outside."""

    TRANSITIONS = {
        InvitationStatus.OPEN: {
            InvitationStatus.ACCEPTED,
            InvitationStatus.DECLINED,
            InvitationStatus.WITHDRAWN,
        },
        InvitationStatus.ACCEPTED: {
            InvitationStatus.ACCEPTED,
            InvitationStatus.DECLINED,
            InvitationStatus.WITHDRAWN,
        },
        InvitationStatus.DECLINED: {
            InvitationStatus.ACCEPTED,
            InvitationStatus.DECLINED,
            InvitationStatus.WITHDRAWN,
        },
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
    # Emptied when the person asks to be forgotten; the answer remains as a number.
    person = models.ForeignKey(
        Representative,
        models.SET_NULL,
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
    answered_by = models.ForeignKey(
        Representative,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who answered"),
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
        ordering = ["event__starts_at", "organisation__name", "id"]
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
                name="invitation_not_to_both",
                condition=Q(organisation__isnull=True) | Q(person__isnull=True),
            ),
            models.CheckConstraint(
                name="invitation_answer_has_a_date",
                condition=~Q(status__in=ANSWERED) | Q(answered_at__isnull=False),
                violation_error_message=_("An answered invitation needs a date."),
            ),
        ]

    def __str__(self):
        return f"{self.event} – {self.invitee}"

    @property
    def invitee(self) -> str:
        """Whom the invitation asks, as the office and the invited would say it."""
        return str(self.organisation or self.person or _("deleted"))

    @property
    def seats(self) -> int:
        """How many people may come on this invitation."""
        return self.event.seats_per_association if self.organisation_id else 1

    def is_answered(self) -> bool:
        return self.status in ANSWERED

    def answer_until(self) -> datetime:
        return answer_until(self.event)

    def why_closed(self, now: datetime) -> WhyClosed | None:
        """Why the invited can no longer answer by themselves, or None while they can."""
        if self.status == InvitationStatus.WITHDRAWN:
            return WhyClosed.WITHDRAWN
        if self.event.status == EventStatus.CANCELLED:
            return WhyClosed.CANCELLED
        if self.event.status != EventStatus.PUBLISHED or self.event.starts_at <= now:
            return WhyClosed.PAST
        if self.answer_until() <= now:
            return WhyClosed.DEADLINE
        return None


class Delivery(models.TextChoices):
    """What became of the first letter to somebody; kept when the mail itself is emptied."""

    WAITING = "waiting", _("waiting to be sent")
    SENT = "sent", _("sent")
    UNDELIVERABLE = "undeliverable", _("not deliverable")
    UNSUBSCRIBED = "unsubscribed", _("wants no letters")
    STOPPED = "stopped", _("stopped")


class WrittenTo(TimeStampedModel):
    """Somebody who is written to by a send-out, and what became of it."""

    delivery = models.CharField(
        _("delivery"), max_length=16, choices=Delivery, default=Delivery.WAITING, editable=False
    )
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True, editable=False)
    problem = models.CharField(_("reason"), max_length=300, blank=True, editable=False)

    class Meta:
        abstract = True


class InvitationRecipientQuerySet(MessageAwareQuerySet):
    def open(self):
        return self.filter(invitation__status=InvitationStatus.OPEN)

    def of_writing_campaigns(self):
        """Those whose send-out is neither paused nor stopped."""
        return self.filter(
            invitation__campaign__status__in=[CampaignStatus.SENDING, CampaignStatus.SENT]
        )

    def to_coming_events(self, now: datetime):
        return self.filter(
            invitation__event__status=EventStatus.PUBLISHED, invitation__event__starts_at__gt=now
        )

    def with_answer_day(self):
        return self.alias(answer_day=answer_day("invitation__event__"))

    def to_be_reminded(self, now: datetime):
        """From `reminder_days` before the last day to answer until that day is over."""
        today = berlin_day(now)
        remind_on = DaysBefore(F("answer_day"), F("invitation__campaign__reminder_days"))
        return (
            self.with_answer_day()
            .alias(remind_on=remind_on)
            .filter(answer_day__gte=today, remind_on__lte=today)
        )


class InvitationRecipient(WrittenTo):
    """A person who was written to about an invitation, with a link of their own."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="recipients")
    person = models.ForeignKey(
        Representative, models.CASCADE, related_name="+", verbose_name=_("person")
    )
    public_id = models.CharField(max_length=32, unique=True, default=new_public_id, editable=False)
    link_version = models.PositiveIntegerField(default=0)
    told_version = models.PositiveIntegerField(null=True, blank=True, editable=False)
    """Version of the event that the last letter told of."""
    told_at = models.DateTimeField(_("last letter"), null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True, editable=False)

    objects = InvitationRecipientQuerySet.as_manager()

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

    def token(self) -> str:
        return make_token("invitation", self.public_id, self.link_version)


class CircularRecipient(WrittenTo):
    """A person to whom a circular (Rundschreiben) goes."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="circular_recipients")
    person = models.ForeignKey(
        Representative, models.CASCADE, related_name="+", verbose_name=_("person")
    )

    objects = MessageAwareQuerySet.as_manager()

    class Meta:
        verbose_name = _("recipient of a circular")
        verbose_name_plural = _("recipients of a circular")
        constraints = [
            models.UniqueConstraint(fields=["campaign", "person"], name="circular_recipient_once")
        ]

    def __str__(self):
        return str(self.person)
