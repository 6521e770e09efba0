"""Send-outs: planned, recalled, started, paused, stopped, finished."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from events.campaign_texts import texts_of
from events.deadlines import answer_until, berlin_day
from events.models import (
    Campaign,
    CampaignStatus,
    CircularRecipient,
    Delivery,
    EventStatus,
    Invitation,
    InvitationRecipient,
    InvitationStatus,
)
from events.services.campaign_recipients import Plan, plan
from organisations.models import Representative

RECALL = timedelta(minutes=10)
"""How long a send-out can still be taken back before the first letter leaves."""


class CampaignNotReady(Exception):
    """A send-out cannot be planned as it is; `message` says what is missing."""

    def __init__(self, message) -> None:
        self.message = message
        super().__init__(str(message))


def _lock(campaign_id: int) -> Campaign:
    return Campaign.objects.select_for_update(of=("self",), no_key=True).get(pk=campaign_id)


def why_not_ready(campaign: Campaign, *, now: datetime):
    """What keeps this send-out from being planned, as a translated sentence, or None."""
    texts = texts_of(campaign)["de"]
    if not texts["subject"] or not texts["text"]:
        return _("The German subject and text are still missing.")
    event = campaign.event
    if event is None:
        return None
    if event.status != EventStatus.PUBLISHED:
        return _("The event is not published.")
    if answer_until(event) <= now + RECALL:
        return _("The time to answer would be over before the first letter leaves.")
    return None


@transaction.atomic
def schedule_campaign(
    *, campaign_id: int, send_at: datetime | None = None, now: datetime
) -> Campaign:
    """Plan the start, at once or at a moment, never before it could still be recalled.

    Raises CampaignNotReady, and IllegalTransition where it is planned already.
    """
    campaign = _lock(campaign_id)
    campaign.move_to(CampaignStatus.SCHEDULED)
    problem = why_not_ready(campaign, now=now)
    if problem:
        raise CampaignNotReady(problem)
    if not any(entry.goes or entry.waits for entry in plan(campaign, now=now).entries):
        raise CampaignNotReady(_("Nobody of this audience would get a letter."))
    earliest = now + RECALL
    campaign.send_at = max(send_at or earliest, earliest)
    if campaign.event and campaign.send_at >= answer_until(campaign.event):
        raise CampaignNotReady(
            _("The time to answer would be over before the first letter leaves.")
        )
    campaign.save(update_fields=["status", "send_at", "updated_at"])
    return campaign


@transaction.atomic
def recall_campaign(*, campaign_id: int) -> Campaign:
    """Take a planned send-out back; nobody was written to."""
    campaign = _lock(campaign_id)
    campaign.move_to(CampaignStatus.DRAFT)
    campaign.send_at = None
    campaign.save(update_fields=["status", "send_at", "updated_at"])
    return campaign


@transaction.atomic
def start_campaign(*, campaign_id: int, now: datetime) -> Campaign:
    """Freeze the texts and note everybody who will be written to, once.

    Run again, or before its time, it changes nothing. When the event was cancelled meanwhile,
    the send-out is stopped instead.
    """
    campaign = _lock(campaign_id)
    if campaign.status != CampaignStatus.SCHEDULED or campaign.send_at > now:
        return campaign
    event = campaign.event
    if event and (event.status != EventStatus.PUBLISHED or answer_until(event) <= now):
        campaign.move_to(CampaignStatus.CANCELLED)
        campaign.save(update_fields=["status", "updated_at"])
        return campaign
    campaign.move_to(CampaignStatus.SENDING)
    campaign.frozen_texts = texts_of(campaign)
    campaign.started_at = now
    campaign.save(update_fields=["status", "frozen_texts", "started_at", "updated_at"])
    everybody = plan(campaign, now=now)
    if event:
        _invite(campaign, everybody)
    else:
        CircularRecipient.objects.bulk_create(
            [CircularRecipient(campaign=campaign, person=e.person) for e in everybody.going()],
            ignore_conflicts=True,
        )
    return campaign


def _invite(campaign: Campaign, everybody: Plan) -> None:
    """One invitation for each association or person outside, one recipient for each letter."""
    invitations: dict[tuple[int | None, int | None], Invitation] = {}
    letters = []
    for entry in everybody.entries:
        if not (entry.goes or entry.waits):
            continue
        organisation = entry.organisation
        key = (organisation.pk, None) if organisation else (None, entry.person.pk)
        if key not in invitations:
            invitations[key] = _invitation(campaign, *key)
        if entry.goes:
            letters.append(
                InvitationRecipient(invitation=invitations[key], person_id=entry.person.pk)
            )
    InvitationRecipient.objects.bulk_create(letters, ignore_conflicts=True)


def _invitation(
    campaign: Campaign, organisation_id: int | None, person_id: int | None
) -> Invitation:
    """A new invitation, or the one that was withdrawn or never written, asked anew."""
    invitation, is_new = Invitation.objects.select_for_update(
        of=("self",), no_key=True
    ).get_or_create(
        event_id=campaign.event_id,
        organisation_id=organisation_id,
        person_id=person_id,
        defaults={"campaign": campaign},
    )
    if is_new:
        return invitation
    if invitation.status == InvitationStatus.WITHDRAWN:
        invitation.move_to(InvitationStatus.OPEN)
        # New recipients bear new links; those that were withdrawn open nothing any more.
        invitation.recipients.all().delete()
    invitation.campaign = campaign
    invitation.version += 1
    invitation.save(update_fields=["status", "campaign", "version", "updated_at"])
    return invitation


@transaction.atomic
def pause_campaign(*, campaign_id: int) -> Campaign:
    """Hold the letters that have not left, and the reminders."""
    return _move(campaign_id, CampaignStatus.PAUSED)


@transaction.atomic
def resume_campaign(*, campaign_id: int) -> Campaign:
    return _move(campaign_id, CampaignStatus.SENDING)


@transaction.atomic
def cancel_campaign(*, campaign_id: int) -> Campaign:
    """Stop a send-out: who was not written to yet is no longer invited.

    Who has the letter keeps the invitation and can answer, but is not reminded.
    """
    campaign = _move(campaign_id, CampaignStatus.CANCELLED)
    written = InvitationRecipient.objects.filter(invitation=OuterRef("pk"), delivery=Delivery.SENT)
    Invitation.objects.filter(
        ~Exists(written), campaign=campaign, status=InvitationStatus.OPEN
    ).update(status=InvitationStatus.WITHDRAWN)
    waiting = {"delivery": Delivery.WAITING}
    InvitationRecipient.objects.filter(invitation__campaign=campaign, **waiting).update(
        delivery=Delivery.STOPPED
    )
    campaign.circular_recipients.filter(**waiting).update(delivery=Delivery.STOPPED)
    return campaign


def _move(campaign_id: int, target: CampaignStatus) -> Campaign:
    campaign = _lock(campaign_id)
    campaign.move_to(target)
    campaign.save(update_fields=["status", "updated_at"])
    return campaign


@transaction.atomic
def write_to_who_was_informed(*, now: datetime) -> int:
    """Add those who could only be invited once they had their notice of Article 14."""
    added = 0
    invitations = (
        Invitation.objects.awaiting_reply()
        .to_coming_events(now)
        .filter(
            campaign__status__in=[CampaignStatus.SENDING, CampaignStatus.SENT],
            campaign__started_at__isnull=False,
        )
        .select_related("campaign")
    )
    for invitation in invitations.filter(_has_somebody_newly_informed()):
        for person in _newly_informed(invitation):
            if person.why_not_invited(berlin_day(now)):
                continue
            _letter, is_new = InvitationRecipient.objects.get_or_create(
                invitation=invitation, person=person
            )
            added += is_new
        Campaign.objects.filter(pk=invitation.campaign_id, status=CampaignStatus.SENT).update(
            status=CampaignStatus.SENDING
        )
    return added


def _has_somebody_newly_informed() -> Exists:
    known = InvitationRecipient.objects.filter(
        invitation=OuterRef(OuterRef("pk")), person=OuterRef("pk")
    )
    newly = Representative.objects.filter(
        ~Exists(known), may_be_invited=True, informed_at__gte=OuterRef("campaign__started_at")
    )
    return Exists(newly.filter(organisation=OuterRef("organisation"))) | Exists(
        newly.filter(pk=OuterRef("person"))
    )


def _newly_informed(invitation: Invitation):
    people = Representative.objects.filter(
        may_be_invited=True, informed_at__gte=invitation.campaign.started_at
    )
    if invitation.organisation_id:
        return people.filter(organisation=invitation.organisation_id)
    return people.filter(pk=invitation.person_id)


@transaction.atomic
def finish_campaign(*, campaign_id: int, now: datetime) -> Campaign:
    """Mark a send-out as sent once no letter of it waits any more."""
    campaign = _lock(campaign_id)
    if campaign.status != CampaignStatus.SENDING:
        return campaign
    written_to = [
        InvitationRecipient.objects.filter(invitation__campaign=campaign),
        CircularRecipient.objects.filter(campaign=campaign),
    ]
    for recipients in written_to:
        _give_up_on_who_left(recipients, now=now)
    if not any(rows.filter(delivery=Delivery.WAITING).exists() for rows in written_to):
        campaign.move_to(CampaignStatus.SENT)
        campaign.finished_at = now
        campaign.save(update_fields=["status", "finished_at", "updated_at"])
    return campaign


def _give_up_on_who_left(recipients: QuerySet, *, now: datetime) -> None:
    """Whoever may no longer be written to since the start is noted with the reason."""
    today = berlin_day(now)
    for recipient in recipients.filter(delivery=Delivery.WAITING).select_related("person"):
        reason = recipient.person.why_not_invited(today)
        if reason:
            recipient.delivery = Delivery.STOPPED
            recipient.problem = reason
            recipient.save(update_fields=["delivery", "problem", "updated_at"])


def keep_campaigns_moving(*, now: datetime) -> None:
    """Start what is due, add who was informed meanwhile, finish what is done."""
    for campaign_id in Campaign.objects.due_to_start(now).values_list("pk", flat=True):
        start_campaign(campaign_id=campaign_id, now=now)
    write_to_who_was_informed(now=now)
    sending = Campaign.objects.filter(status=CampaignStatus.SENDING)
    for campaign_id in sending.values_list("pk", flat=True):
        finish_campaign(campaign_id=campaign_id, now=now)
