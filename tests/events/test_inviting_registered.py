"""Tasks, export, erasure and keeping times of send-outs and invitations."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import CampaignStatus, CircularRecipient, Delivery, InvitationRecipient
from kme_portal.base.registries import personal_data, retentions, waiting_tasks
from tests.factories import (
    make_campaign,
    make_circular_recipient,
    make_event,
    make_invitation,
    make_recipient,
    make_representative,
)
from tests.factories.accounts import make_staff

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def waiting(name, group="Koordination"):
    task = waiting_tasks[f"events.{name}"]
    rows = list(task.rows(make_staff(group)))
    for row in rows:
        assert task.url(row)
        assert task.since(row)
        assert task.label(row)
    return rows


def test_an_association_that_nobody_reached_waits_for_a_telephone_call():
    unreached = make_recipient(delivery=Delivery.UNDELIVERABLE)
    reached = make_recipient(delivery=Delivery.UNDELIVERABLE)
    make_recipient(invitation=reached.invitation)

    assert waiting("invitations_unreached") == [unreached.invitation]


def test_many_open_invitations_shortly_before_the_deadline_wait():
    near = make_event(answer_by=timezone.localdate() + timedelta(days=2))
    far = make_event(answer_by=timezone.localdate() + timedelta(days=9))
    campaigns = [make_campaign(event=event, status=CampaignStatus.SENT) for event in (near, far)]
    for campaign in campaigns:
        make_invitation(event=campaign.event, campaign=campaign)

    assert waiting("invitations_unanswered") == [campaigns[0]]


def test_a_send_out_that_was_forgotten_on_hold_waits():
    forgotten = make_campaign(status=CampaignStatus.PAUSED)
    type(forgotten).objects.update(updated_at=NOW - timedelta(days=3))
    make_campaign(status=CampaignStatus.PAUSED)

    assert waiting("campaigns_paused") == [forgotten]


@pytest.mark.parametrize(
    "name", ["invitations_unreached", "invitations_unanswered", "campaigns_paused"]
)
def test_who_may_not_invite_has_no_such_tasks(name):
    make_recipient(delivery=Delivery.UNDELIVERABLE)

    assert waiting(name, "Förderung") == []


def test_export_names_what_was_sent_and_no_link():
    recipient = make_recipient()
    make_circular_recipient(person=recipient.person)
    make_recipient()

    exported = personal_data["events.letters"].export(recipient.person.email.upper())

    assert len(exported) == 2
    assert recipient.public_id not in str(exported)


def test_erasure_leaves_the_answer_and_no_person():
    guest = make_representative(organisation=None)
    recipient = make_recipient(
        invitation=make_invitation(person=guest, answered_by=guest, status="declined")
    )
    other = make_recipient()

    personal_data["events.letters"].erase(guest.email, NOW)

    recipient.invitation.refresh_from_db()
    assert recipient.invitation.person is None
    assert recipient.invitation.answered_by is None
    assert recipient.invitation.status == "declined"
    assert list(InvitationRecipient.objects.all()) == [other]
    guest.delete()


@pytest.mark.parametrize(("days", "left"), [(29, 1), (31, 0)])
def test_recipients_go_thirty_days_after_the_event(days, left):
    event = make_event(
        starts_at=NOW - timedelta(days=days, hours=2), ends_at=NOW - timedelta(days=days)
    )
    recipient = make_recipient(invitation=make_invitation(event=event, status="accepted"))
    recipient.invitation.answered_by = recipient.person
    recipient.invitation.save()

    for name in ("events.invitation_recipients", "events.invitation_people"):
        assert retentions[name].due(NOW).count() == 1 - left
        for _run in range(2):
            retentions[name].erase(NOW)

    assert InvitationRecipient.objects.count() == left
    recipient.invitation.refresh_from_db()
    assert (recipient.invitation.answered_by is None) is (left == 0)
    assert recipient.invitation.status == "accepted"


def test_recipients_of_a_circular_go_thirty_days_after_it():
    old = make_circular_recipient(sent_at=NOW - timedelta(days=31), delivery=Delivery.SENT)
    new = make_circular_recipient(sent_at=NOW, delivery=Delivery.SENT)

    retentions["events.circular_recipients"].erase(NOW)

    assert list(CircularRecipient.objects.all()) == [new]
    assert old.pk != new.pk
