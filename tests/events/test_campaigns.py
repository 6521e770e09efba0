from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

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
from events.services.campaign_recipients import plan
from events.services.campaigns import (
    CampaignNotReady,
    cancel_campaign,
    finish_campaign,
    keep_campaigns_moving,
    pause_campaign,
    recall_campaign,
    resume_campaign,
    schedule_campaign,
    start_campaign,
)
from kme_portal.base.models import IllegalTransition
from kme_portal.mailings.addresses import digest
from kme_portal.mailings.models import SuppressionReason
from kme_portal.mailings.services import suppress
from tests.factories import (
    make_audience,
    make_campaign,
    make_event,
    make_invitation,
    make_organisation,
    make_recipient,
    make_representative,
)
from tests.factories.inviting import start

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def going(campaign):
    return {entry.person for entry in plan(campaign, now=NOW).going()}


def reasons(campaign):
    return {
        entry.person or entry.organisation: entry.why_not
        for entry in plan(campaign, now=NOW).not_going()
    }


def test_the_preview_names_everybody_who_is_written_to():
    chair = make_representative()
    deputy = make_representative(organisation=chair.organisation)
    guest = make_representative(organisation=None)

    campaign = make_campaign(audience=make_audience(people=[guest]))

    assert going(campaign) == {chair, deputy, guest}


def test_the_preview_says_why_somebody_is_not_written_to():
    nobody = make_organisation()
    former = make_representative(to_on=(NOW - timedelta(days=3)).date())
    unwilling = make_representative(may_be_invited=False)
    unsubscribed = make_representative()
    suppress(address_digest=digest(unsubscribed.email), reason=SuppressionReason.UNSUBSCRIBED)

    found = reasons(make_campaign())

    assert set(found) == {nobody, former, unwilling, unsubscribed}
    assert all(found.values())


def test_what_is_previewed_is_what_is_sent():
    chair = make_representative()
    make_representative(may_be_invited=False)
    make_organisation()

    campaign = start(make_campaign())

    assert [r.person for r in InvitationRecipient.objects.all()] == [chair]
    assert [i.organisation for i in campaign.invitations.all()] == [chair.organisation]


def test_the_number_of_queries_does_not_grow_with_the_audience(django_assert_num_queries):
    make_representative()
    campaign = make_campaign()
    with django_assert_num_queries(5):
        plan(campaign, now=NOW)
    for _number in range(3):
        make_representative()
    with django_assert_num_queries(5):
        plan(campaign, now=NOW)


def test_a_send_out_never_starts_before_it_could_be_recalled():
    make_representative()
    campaign = make_campaign()

    schedule_campaign(campaign_id=campaign.pk, now=NOW)
    keep_campaigns_moving(now=NOW + timedelta(minutes=9, seconds=59))

    campaign.refresh_from_db()
    assert campaign.status == CampaignStatus.SCHEDULED
    recall_campaign(campaign_id=campaign.pk)
    keep_campaigns_moving(now=NOW + timedelta(days=1))
    campaign.refresh_from_db()
    assert campaign.status == CampaignStatus.DRAFT
    assert not Invitation.objects.exists()


def test_a_send_out_that_has_started_cannot_be_recalled():
    make_representative()
    campaign = start(make_campaign())

    with pytest.raises(IllegalTransition):
        recall_campaign(campaign_id=campaign.pk)


def test_a_send_out_is_not_planned_twice():
    make_representative()
    campaign = make_campaign()
    schedule_campaign(campaign_id=campaign.pk, now=NOW)

    with pytest.raises(IllegalTransition):
        schedule_campaign(campaign_id=campaign.pk, now=NOW)


@pytest.mark.parametrize(
    "event",
    [
        {"status": EventStatus.DRAFT},
        {"status": EventStatus.CANCELLED},
        {"starts_at": NOW + timedelta(minutes=5)},
        {"answer_by": (NOW - timedelta(days=1)).date()},
    ],
)
def test_nobody_is_invited_to_what_cannot_be_answered(event):
    make_representative()
    campaign = make_campaign(event=make_event(**event))

    with pytest.raises(CampaignNotReady):
        schedule_campaign(campaign_id=campaign.pk, now=NOW)

    campaign.refresh_from_db()
    assert campaign.status == CampaignStatus.DRAFT


def test_nobody_is_invited_after_the_deadline():
    make_representative()
    campaign = make_campaign(event=make_event(answer_by=(NOW + timedelta(days=3)).date()))

    with pytest.raises(CampaignNotReady):
        schedule_campaign(campaign_id=campaign.pk, send_at=NOW + timedelta(days=5), now=NOW)


@pytest.mark.parametrize("text", [{"subject_de": ""}, {"text_de": ""}])
def test_a_send_out_without_a_german_text_is_not_planned(text):
    make_representative()
    campaign = make_campaign(**text)

    with pytest.raises(CampaignNotReady):
        schedule_campaign(campaign_id=campaign.pk, now=NOW)


def test_a_send_out_to_nobody_is_not_planned():
    make_organisation()
    campaign = make_campaign()

    with pytest.raises(CampaignNotReady):
        schedule_campaign(campaign_id=campaign.pk, now=NOW)


def test_an_event_cancelled_before_the_start_stops_its_send_out():
    make_representative()
    campaign = make_campaign()
    schedule_campaign(campaign_id=campaign.pk, now=NOW)
    campaign.event.status = EventStatus.CANCELLED
    campaign.event.cancelled_at = NOW
    campaign.event.save()

    keep_campaigns_moving(now=NOW + timedelta(hours=1))

    campaign.refresh_from_db()
    assert campaign.status == CampaignStatus.CANCELLED
    assert not Invitation.objects.exists()


def test_texts_freeze_when_the_send_out_starts():
    make_representative()
    campaign = start(make_campaign())

    Campaign.objects.update(subject_de="Anders", text_de="Anders")

    campaign.refresh_from_db()
    assert campaign.frozen_texts["de"]["subject"] == "Einladung zum {datum}"
    assert campaign.frozen_texts["ar"] == campaign.frozen_texts["de"]
    assert campaign.frozen_texts["tr"]["subject"] == "{datum} için davet"


def test_starting_twice_invites_once():
    make_representative()
    campaign = start(make_campaign())

    start_campaign(campaign_id=campaign.pk, now=NOW + timedelta(hours=1))

    assert InvitationRecipient.objects.count() == 1


def test_a_second_send_out_to_more_people_writes_to_nobody_twice():
    first = make_representative()
    event = make_event()
    start(make_campaign(event=event))
    second = make_representative()

    campaign = make_campaign(event=event)
    assert going(campaign) == {second}
    start(campaign)

    assert {r.person for r in InvitationRecipient.objects.all()} == {first, second}
    assert Invitation.objects.count() == 2


def test_who_answered_by_telephone_is_not_invited_any_more():
    chair = make_representative()
    event = make_event()
    make_invitation(
        event=event,
        organisation=chair.organisation,
        campaign=None,
        status=InvitationStatus.DECLINED,
    )

    assert going(make_campaign(event=event)) == set()


def test_a_withdrawn_invitation_is_asked_anew_with_new_links():
    chair = make_representative()
    event = make_event()
    invitation = make_invitation(
        event=event, organisation=chair.organisation, status=InvitationStatus.WITHDRAWN
    )
    old = make_recipient(invitation=invitation, person=chair)

    start(make_campaign(event=event))

    invitation.refresh_from_db()
    recipient = invitation.recipients.get()
    assert invitation.status == InvitationStatus.OPEN
    assert recipient.pk != old.pk
    assert recipient.public_id != old.public_id


def test_who_still_waits_for_the_notice_of_article_14_is_written_to_after_it():
    told = make_representative(needs_notice=True)
    campaign = start(make_campaign())
    assert [r.person for r in InvitationRecipient.objects.all()] == []
    finish_campaign(campaign_id=campaign.pk, now=NOW)

    told.informed_at = NOW + timedelta(hours=1)
    told.save()
    keep_campaigns_moving(now=NOW + timedelta(hours=2))
    keep_campaigns_moving(now=NOW + timedelta(hours=3))

    assert [r.person for r in InvitationRecipient.objects.all()] == [told]


def test_who_became_known_after_the_start_is_not_written_to_by_itself():
    chair = make_representative()
    start(make_campaign())

    make_representative(organisation=chair.organisation)
    keep_campaigns_moving(now=NOW + timedelta(hours=2))

    assert [r.person for r in InvitationRecipient.objects.all()] == [chair]


def test_who_left_between_start_and_sending_does_not_hold_the_send_out_open():
    chair = make_representative()
    campaign = start(make_campaign())
    chair.may_be_invited = False
    chair.save()

    keep_campaigns_moving(now=NOW + timedelta(hours=1))

    campaign.refresh_from_db()
    assert campaign.status == CampaignStatus.SENT
    assert InvitationRecipient.objects.get().delivery == Delivery.STOPPED


def test_a_stopped_send_out_keeps_only_invitations_that_were_delivered():
    make_representative()
    make_representative()
    campaign = start(make_campaign())
    written = InvitationRecipient.objects.first()
    written.delivery = Delivery.SENT
    written.save()

    cancel_campaign(campaign_id=campaign.pk)

    assert Invitation.objects.awaiting_reply().get() == written.invitation
    assert set(InvitationRecipient.objects.values_list("delivery", flat=True)) == {
        Delivery.SENT,
        Delivery.STOPPED,
    }


def test_a_send_out_is_paused_and_resumed():
    make_representative()
    campaign = start(make_campaign())

    pause_campaign(campaign_id=campaign.pk)
    keep_campaigns_moving(now=NOW + timedelta(hours=1))
    campaign.refresh_from_db()
    assert campaign.status == CampaignStatus.PAUSED

    resume_campaign(campaign_id=campaign.pk)
    campaign.refresh_from_db()
    assert campaign.status == CampaignStatus.SENDING


@pytest.mark.parametrize("step", [pause_campaign, resume_campaign, recall_campaign])
def test_a_draft_can_neither_be_paused_nor_resumed_nor_recalled(step):
    campaign = make_campaign()

    with pytest.raises(IllegalTransition):
        step(campaign_id=campaign.pk)


def test_a_circular_goes_to_each_mailbox_once():
    one = make_representative(email="beide@verein.example")
    make_representative(email="beide@verein.example")

    campaign = start(make_campaign(event=None))

    assert [r.person for r in CircularRecipient.objects.all()] == [one]
    assert not Invitation.objects.exists()
    assert campaign.status == CampaignStatus.SENDING


def test_an_association_is_invited_to_an_event_once():
    invitation = make_invitation()

    with pytest.raises(IntegrityError):
        make_invitation(event=invitation.event, organisation=invitation.organisation)


def test_an_invitation_asks_an_association_or_a_person_but_not_both():
    with pytest.raises(IntegrityError):
        make_invitation(organisation=make_organisation(), person=make_representative())


def test_a_started_send_out_has_its_texts():
    with pytest.raises(IntegrityError):
        make_campaign(status=CampaignStatus.SENDING, frozen_texts={})


def test_a_planned_send_out_has_a_moment():
    with pytest.raises(IntegrityError):
        make_campaign(status=CampaignStatus.SCHEDULED, send_at=None)
