"""Valid send-outs and invitations from nothing."""

from datetime import timedelta

from django.utils import timezone

from events.models import (
    Campaign,
    CampaignStatus,
    CircularRecipient,
    Invitation,
    InvitationRecipient,
    InvitationStatus,
)
from events.services.campaigns import keep_campaigns_moving, schedule_campaign
from tests.factories.events import make_event
from tests.factories.organisations import make_audience, make_organisation, make_representative

TEXTS = {
    "subject_de": "Einladung zum {datum}",
    "text_de": "wir laden {verein} zu „{veranstaltung}“ ein.",
    "subject_tr": "{datum} için davet",
    "text_tr": "{verein} derneğini „{veranstaltung}“ etkinliğine davet ediyoruz.",
}


def make_campaign(**given) -> Campaign:
    """A draft for a coming event, to all active associations."""
    usual = dict(TEXTS)
    if "event" not in given:
        usual["event"] = make_event()
    if "audience" not in given:
        usual["audience"] = make_audience()
    status = given.get("status", CampaignStatus.DRAFT)
    if status == CampaignStatus.SCHEDULED:
        usual["send_at"] = timezone.now()
    elif status not in {CampaignStatus.DRAFT, CampaignStatus.CANCELLED}:
        usual["send_at"] = usual["started_at"] = timezone.now()
        usual["frozen_texts"] = {"de": {"subject": "Einladung", "text": "Bitte kommen Sie."}}
    return Campaign.objects.create(**usual | given)


def make_invitation(**given) -> Invitation:
    """An open invitation of an association with one person, of a send-out that is sent."""
    usual = {}
    if "organisation" not in given and "person" not in given:
        usual["organisation"] = make_organisation()
    if "event" not in given:
        usual["event"] = make_event()
    if "campaign" not in given:
        usual["campaign"] = make_campaign(
            event=given.get("event") or usual["event"], status=CampaignStatus.SENT
        )
    if given.get("status") in {InvitationStatus.ACCEPTED, InvitationStatus.DECLINED}:
        usual["answered_at"] = timezone.now()
    return Invitation.objects.create(**usual | given)


def make_recipient(**given) -> InvitationRecipient:
    """Somebody who was written to and has the letter."""
    usual = {
        "delivery": "sent",
        "sent_at": timezone.now(),
        "told_at": timezone.now(),
        "told_version": 0,
    }
    if "invitation" not in given:
        usual["invitation"] = make_invitation()
    invitation = given.get("invitation") or usual["invitation"]
    if "person" not in given:
        usual["person"] = invitation.person or make_representative(
            organisation=invitation.organisation
        )
    return InvitationRecipient.objects.create(**usual | given)


def make_circular_recipient(**given) -> CircularRecipient:
    if "campaign" not in given:
        given["campaign"] = make_campaign(event=None, status=CampaignStatus.SENDING)
    if "person" not in given:
        given["person"] = make_representative()
    return CircularRecipient.objects.create(**given)


def start(campaign: Campaign, *, now=None) -> Campaign:
    """Plan a send-out and let its recall time pass."""
    now = now or timezone.now()
    schedule_campaign(campaign_id=campaign.pk, now=now)
    keep_campaigns_moving(now=now + timedelta(minutes=10))
    campaign.refresh_from_db()
    return campaign
