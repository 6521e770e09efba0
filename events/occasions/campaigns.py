"""Circulars, and samples of a send-out for the office's own eyes."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.campaign_texts import facts, filled, texts_of
from events.deadlines import berlin_day
from events.models import Campaign, CampaignStatus, CircularRecipient, Delivery
from events.occasions.inviting import UNDELIVERED, InvitationLetter, campaign_says
from kme_portal.mailings.letters import Letter, Occasion, Recipient, Verdict, letter
from kme_portal.mailings.models import Lane, Message, MessageStatus


@letter("events.circular")
class Circular(Occasion):
    """A letter to an audience that asks for no answer (Rundschreiben)."""

    title = _("Circular")
    template = "events/mail/circular.html"
    model = CircularRecipient
    lane = Lane.BULK
    list_mail = True

    def rows(self) -> QuerySet[CircularRecipient]:
        return CircularRecipient.objects.select_related("campaign", "person__organisation")

    def things(self, now: datetime) -> QuerySet[CircularRecipient]:
        return (
            self.rows()
            .filter(
                campaign__status__in=[CampaignStatus.SENDING, CampaignStatus.SENT],
                delivery=Delivery.WAITING,
            )
            .without_message(self.kind)
        )

    def recipients(self, recipient: CircularRecipient) -> Iterator[Recipient]:
        person = recipient.person
        yield Recipient(
            email=person.email,
            language=person.language,
            id=recipient.pk,
            name=person.name,
            why_not=person.why_not_invited(berlin_day(timezone.now())),
        )

    def context(self, recipient: CircularRecipient, message: Message) -> dict:
        person = recipient.person
        return {"name": person.name} | filled(
            recipient.campaign.frozen_texts,
            None,
            invitee=str(person.organisation or person),
            seats=0,
        )

    def is_current(self, recipient: CircularRecipient, message: Message, now: datetime) -> Verdict:
        return campaign_says(recipient.campaign)

    def settled(self, message: Message, now: datetime) -> None:
        changes = {}
        if message.status == MessageStatus.SENT:
            changes = {"delivery": Delivery.SENT, "sent_at": now, "problem": ""}
        elif message.status in UNDELIVERED:
            changes = {
                "delivery": UNDELIVERED[message.status],
                "problem": message.last_error[:300],
            }
        elif message.status == MessageStatus.EXPIRED:
            changes = {"delivery": Delivery.STOPPED}
        if changes:
            CircularRecipient.objects.filter(pk=message.about_id).update(**changes)


class Sample(Letter):
    """The letter as its readers would get it now, for the office's eyes; its link opens nothing."""

    def about(self, message: Message) -> Campaign | None:
        return (
            Campaign.objects.select_related("event__venue")
            .filter(pk=message.data.get("campaign"))
            .first()
        )

    def is_current(self, campaign: Campaign | None, message: Message, now: datetime) -> Verdict:
        return Verdict.NO if campaign is None else Verdict.YES

    def context(self, campaign: Campaign, message: Message) -> dict:
        event = campaign.event
        invitee = gettext("Name of the association")
        seats = event.seats_per_association if event else 0
        texts = campaign.frozen_texts or texts_of(campaign)
        context = {"name": ""} | filled(texts, event, invitee=invitee, seats=seats)
        if not message.data.get("is_preview"):
            subject = {"subject": context["mail_subject"]}
            context["mail_subject"] = gettext("Test: %(subject)s") % subject
        if event:
            context |= {
                "event": event,
                "invitee": invitee,
                "facts": facts(event, invitee=invitee, seats=seats),
                "answer_url": settings.PORTAL_URL + reverse("events:invitation", args=["test"]),
            }
        return context


@letter("events.invitation_sample")
class InvitationSample(Sample):
    title = _("Test of an invitation")
    template = InvitationLetter.template


@letter("events.circular_sample")
class CircularSample(Sample):
    title = _("Test of a circular")
    template = Circular.template


def sample_kind(campaign: Campaign) -> str:
    return CircularSample.kind if campaign.is_circular else InvitationSample.kind
