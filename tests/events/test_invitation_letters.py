"""Invitations leave: to whom, in which language, and what keeps them back."""

import pytest
from django.utils import timezone

from events.models import (
    Campaign,
    CampaignStatus,
    Delivery,
    Event,
    Invitation,
    InvitationRecipient,
    InvitationStatus,
)
from kme_portal.mailings.due import ask_all
from kme_portal.mailings.models import Message, MessageStatus
from tests.factories import make_campaign, make_representative
from tests.factories.inviting import start
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db


def test_everybody_of_the_audience_gets_the_invitation_once(mail_server, settings):
    settings.MAIL_QUIET_HOURS = False
    make_representative(email="a@verein.example")
    make_representative(email="b@verein.example", language="tr")
    now = timezone.now()

    start(make_campaign())
    for _beat in range(2):
        ask_all(now=now)
    deliver_all()

    assert sorted(mail_server.recipients) == ["a@verein.example", "b@verein.example"]
    assert {r.delivery for r in InvitationRecipient.objects.all()} == {Delivery.SENT}


def test_an_invitation_speaks_the_reader_s_language_and_bears_a_link_of_its_own(
    mail_server, settings
):
    settings.MAIL_QUIET_HOURS = False
    for language in ("de", "tr", "ar"):
        make_representative(email=f"{language}@verein.example", language=language)

    campaign = start(make_campaign())
    ask_all(now=timezone.now())
    deliver_all()

    mails = {mail["To"]: mail for mail in mail_server.mails}
    assert "davet" in mails["tr@verein.example"]["Subject"]
    assert mails["ar@verein.example"]["Subject"].strip().startswith("Einladung")
    bodies = {to: mail.get_body(("html",)).get_content() for to, mail in mails.items()}
    assert 'dir="rtl"' in bodies["ar@verein.example"]
    assert "/tr/einladung/" in bodies["tr@verein.example"]
    for recipient in InvitationRecipient.objects.select_related("person"):
        assert recipient.token() in bodies[recipient.person.email]
    assert all(campaign.event.title not in mail["Subject"] for mail in mail_server.mails)
    assert all(mail["List-Unsubscribe"] for mail in mail_server.mails)
    assert all("text/calendar" not in str(mail) for mail in mail_server.mails)


def test_an_invitation_that_came_back_is_noted_with_the_reason(mail_server, settings):
    settings.MAIL_QUIET_HOURS = False
    make_representative(email="weg@verein.example")
    mail_server.always["RCPT"] = lambda _to: "550 5.1.1 no such user"

    start(make_campaign())
    ask_all(now=timezone.now())
    deliver_all()

    recipient = InvitationRecipient.objects.get()
    assert recipient.delivery == Delivery.UNDELIVERABLE
    assert recipient.problem


def test_an_answer_in_the_meantime_keeps_the_invitation_back(mail_server, settings):
    settings.MAIL_QUIET_HOURS = False
    make_representative()
    start(make_campaign())
    ask_all(now=timezone.now())

    Invitation.objects.update(status=InvitationStatus.DECLINED, answered_at=timezone.now())
    deliver_all()

    assert mail_server.mails == []
    assert InvitationRecipient.objects.get().delivery == Delivery.STOPPED


@pytest.mark.parametrize("status", [CampaignStatus.PAUSED, CampaignStatus.CANCELLED])
def test_a_send_out_that_was_paused_or_stopped_sends_nothing(mail_server, settings, status):
    settings.MAIL_QUIET_HOURS = False
    make_representative()
    start(make_campaign())
    ask_all(now=timezone.now())

    Campaign.objects.update(status=status)
    deliver_all()

    assert mail_server.mails == []
    waits = Message.objects.get().status == MessageStatus.QUEUED
    assert waits is (status == CampaignStatus.PAUSED)


def test_a_move_before_the_letter_left_brings_one_letter_with_the_new_date(mail_server, settings):
    settings.MAIL_QUIET_HOURS = False
    make_representative()
    start(make_campaign())
    ask_all(now=timezone.now())

    Event.objects.update(version=1)
    for _beat in range(3):
        deliver_all()
        ask_all(now=timezone.now())

    sent = Message.objects.filter(status=MessageStatus.SENT)
    assert list(sent.values_list("kind", flat=True)) == ["events.invitation"]
    assert InvitationRecipient.objects.get().told_version == 1
