"""Letters to those whose answer is awaited. Letters to those who come belong to the places."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.campaign_texts import facts, filled
from events.deadlines import answer_until, berlin_day
from events.models import (
    Campaign,
    CampaignStatus,
    Delivery,
    EventStatus,
    InvitationRecipient,
    InvitationStatus,
)
from events.occasions.reach import why_not_reached
from kme_portal.mailings.letters import Occasion, Recipient, Verdict, letter
from kme_portal.mailings.models import Lane, Message, MessageStatus

QUIET_DAYS = timedelta(days=2)
"""Nobody is reminded so shortly after another letter about the same event."""

UNDELIVERED = {
    MessageStatus.FAILED: Delivery.UNDELIVERABLE,
    MessageStatus.RETURNED: Delivery.UNDELIVERABLE,
    MessageStatus.SUPPRESSED: Delivery.UNSUBSCRIBED,
}


def invitation_url(recipient: InvitationRecipient) -> str:
    path = reverse("events:invitation", args=[recipient.token()])
    return f"{settings.PORTAL_URL}{path}"


class LetterToInvited(Occasion):
    """What all letters about an invitation share: one recipient, one link, one event's version."""

    model = InvitationRecipient

    def rows(self) -> QuerySet[InvitationRecipient]:
        return InvitationRecipient.objects.select_related(
            "person",
            "invitation__organisation",
            "invitation__person",
            "invitation__campaign",
            "invitation__event__venue",
        )

    def recipients(self, recipient: InvitationRecipient) -> Iterator[Recipient]:
        person = recipient.person
        yield Recipient(
            email=person.email,
            language=person.language,
            id=recipient.pk,
            name=person.name,
            why_not=person.why_not_invited(berlin_day(timezone.now()))
            or why_not_reached(recipient.invitation.organisation),
        )

    def version(self, recipient: InvitationRecipient) -> int:
        return recipient.invitation.event.version

    def context(self, recipient: InvitationRecipient, message: Message) -> dict:
        invitation = recipient.invitation
        event = invitation.event
        values = facts(event, invitee=invitation.invitee, seats=invitation.seats)
        return {
            "event": event,
            "invitee": invitation.invitee,
            "name": recipient.person.name,
            "facts": values,
            "answer_url": invitation_url(recipient),
        }

    def is_current(
        self, recipient: InvitationRecipient, message: Message, now: datetime
    ) -> Verdict:
        """An open invitation to a coming event, in the version the mail was noted for."""
        invitation = recipient.invitation
        if invitation.status != InvitationStatus.OPEN or invitation.why_closed(now):
            return Verdict.NO
        if message.version != invitation.event.version:
            return Verdict.NO
        if why_not_reached(invitation.organisation):
            return Verdict.NO
        return campaign_says(invitation.campaign)

    def stale_after(self, recipient: InvitationRecipient) -> datetime:
        return answer_until(recipient.invitation.event)

    def settled(self, message: Message, now: datetime) -> None:
        changes = {}
        rows = InvitationRecipient.objects.filter(pk=message.about_id)
        if message.status == MessageStatus.SUPPRESSED:
            # Who has the invitation and then wants no reminders is still told of a cancellation.
            rows = rows.filter(delivery=Delivery.WAITING)
        if message.status == MessageStatus.SENT:
            changes = {"told_version": message.version, "told_at": now, **self.noted(now)}
        elif message.status in UNDELIVERED:
            changes = {
                "delivery": UNDELIVERED[message.status],
                "problem": message.last_error[:300],
            }
        if changes:
            rows.update(**changes)

    def noted(self, now: datetime) -> dict:
        """What sending this letter means beside that its reader knows the event's version."""
        return {}


def campaign_says(campaign: Campaign | None) -> Verdict:
    if campaign is None or campaign.status == CampaignStatus.CANCELLED:
        return Verdict.NO
    if campaign.status == CampaignStatus.PAUSED:
        return Verdict.LATER
    return Verdict.YES


@letter("events.invitation")
class InvitationLetter(LetterToInvited):
    """Asks whether the association comes; no calendar part before it said yes."""

    title = _("Invitation")
    template = "events/mail/invitation.html"
    lane = Lane.BULK
    list_mail = True

    def things(self, now: datetime) -> QuerySet[InvitationRecipient]:
        return (
            self.rows()
            .open()
            .of_writing_campaigns()
            .to_coming_events(now)
            .filter(delivery=Delivery.WAITING)
            .without_message(self.kind, version=F("invitation__event__version"))
        )

    def context(self, recipient: InvitationRecipient, message: Message) -> dict:
        invitation = recipient.invitation
        return super().context(recipient, message) | filled(
            invitation.campaign.frozen_texts,
            invitation.event,
            invitee=invitation.invitee,
            seats=invitation.seats,
        )

    def noted(self, now: datetime) -> dict:
        return {"delivery": Delivery.SENT, "sent_at": now, "problem": ""}

    def settled(self, message: Message, now: datetime) -> None:
        super().settled(message, now)
        if message.status == MessageStatus.EXPIRED:
            # Answered, withdrawn or too late; where the event was only moved, the letter is
            # noted anew for its new version.
            InvitationRecipient.objects.filter(
                pk=message.about_id,
                delivery=Delivery.WAITING,
                invitation__event__version=message.version,
            ).update(delivery=Delivery.STOPPED)


class Reminder(LetterToInvited):
    """Recalls an invitation without an answer, to everybody of the association who was asked."""

    template = "events/mail/invitation_reminder.html"
    lane = Lane.BULK
    list_mail = True

    def due(self, now: datetime) -> QuerySet[InvitationRecipient]:
        return (
            self.rows()
            .open()
            .of_writing_campaigns()
            .to_coming_events(now)
            .filter(
                delivery=Delivery.SENT,
                told_version=F("invitation__event__version"),
                told_at__lte=now - QUIET_DAYS,
            )
            .without_message(self.kind, version=F("invitation__event__version"))
        )

    def context(self, recipient: InvitationRecipient, message: Message) -> dict:
        return super().context(recipient, message) | {"is_last": self.is_last}

    def noted(self, now: datetime) -> dict:
        return {"reminded_at": now}


@letter("events.invitation_reminder")
class FirstReminder(Reminder):
    """Once, the send-out's `reminder_days` before the last day to answer."""

    title = _("Reminder of an invitation")
    is_last = False

    def things(self, now: datetime) -> QuerySet[InvitationRecipient]:
        return self.due(now).to_be_reminded(now)


@letter("events.invitation_last_reminder")
class LastReminder(Reminder):
    """Once more on the last day but one; who was written to in the two days before is spared."""

    title = _("Last reminder of an invitation")
    is_last = True

    def things(self, now: datetime) -> QuerySet[InvitationRecipient]:
        tomorrow = berlin_day(now) + timedelta(days=1)
        return self.due(now).to_be_reminded(now).with_answer_day().filter(answer_day__lte=tomorrow)


@letter("events.invitation_moved")
class InvitationMoved(LetterToInvited):
    """The event has another time or place since the association was asked.

    Who comes is told apart, with the calendar.
    """

    title = _("Invitation to a moved event")
    template = "events/mail/invitation_moved.html"

    def things(self, now: datetime) -> QuerySet[InvitationRecipient]:
        return (
            self.rows()
            .open()
            .of_writing_campaigns()
            .to_coming_events(now)
            .filter(delivery=Delivery.SENT, told_version__lt=F("invitation__event__version"))
            .without_message(self.kind, version=F("invitation__event__version"))
        )


class EndOfInvitation(LetterToInvited):
    """Tells those who wait with an open invitation that it has become pointless."""

    def stale_after(self, recipient: InvitationRecipient) -> datetime:
        return recipient.invitation.event.starts_at


@letter("events.invitation_withdrawn")
class InvitationWithdrawn(EndOfInvitation):
    title = _("Invitation withdrawn")
    template = "events/mail/invitation_withdrawn.html"

    def things(self, now: datetime) -> QuerySet[InvitationRecipient]:
        return (
            self.rows()
            .to_coming_events(now)
            .filter(invitation__status=InvitationStatus.WITHDRAWN, delivery=Delivery.SENT)
            .without_message(self.kind)
        )

    def version(self, recipient: InvitationRecipient) -> int:
        return 0

    def is_current(
        self, recipient: InvitationRecipient, message: Message, now: datetime
    ) -> Verdict:
        withdrawn = recipient.invitation.status == InvitationStatus.WITHDRAWN
        takes_place = recipient.invitation.event.status == EventStatus.PUBLISHED
        return Verdict.YES if withdrawn and takes_place else Verdict.NO

    def settled(self, message: Message, now: datetime) -> None:
        """The delivery of the invitation is what counts."""


@letter("events.invitation_event_cancelled")
class InvitationEventCancelled(EndOfInvitation):
    title = _("Event cancelled, to those who had not answered")
    template = "events/mail/invitation_event_cancelled.html"

    def things(self, now: datetime) -> QuerySet[InvitationRecipient]:
        return (
            self.rows()
            .open()
            .filter(
                delivery=Delivery.SENT,
                invitation__event__status=EventStatus.CANCELLED,
                invitation__event__starts_at__gt=now,
            )
            .without_message(self.kind)
        )

    def version(self, recipient: InvitationRecipient) -> int:
        return 0

    def is_current(
        self, recipient: InvitationRecipient, message: Message, now: datetime
    ) -> Verdict:
        cancelled = recipient.invitation.event.status == EventStatus.CANCELLED
        is_open = recipient.invitation.status == InvitationStatus.OPEN
        return Verdict.YES if cancelled and is_open else Verdict.NO

    def settled(self, message: Message, now: datetime) -> None:
        """The delivery of the invitation is what counts."""
