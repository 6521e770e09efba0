"""Letters about invitations: to whom, when, and not after the answer."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from events.deadlines import BERLIN
from events.models import (
    Campaign,
    CampaignStatus,
    Delivery,
    Event,
    EventStatus,
    Invitation,
    InvitationRecipient,
    InvitationStatus,
)
from events.occasions.inviting import FirstReminder
from kme_portal.mailings.addresses import digest
from kme_portal.mailings.due import ask_all
from kme_portal.mailings.models import Message, MessageStatus, SuppressionReason
from kme_portal.mailings.services import enqueue, suppress
from tests.factories import (
    make_campaign,
    make_circular_recipient,
    make_event,
    make_invitation,
    make_organisation,
    make_recipient,
)
from tests.factories.places import make_party, make_pool
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db
# A Tuesday at noon, so that quiet hours keep nothing back.
NOON = datetime(2026, 6, 16, 12, tzinfo=BERLIN)


def kinds() -> list[str]:
    return sorted(Message.objects.values_list("kind", flat=True))


def sent(kind: str) -> int:
    return Message.objects.filter(kind=kind, status=MessageStatus.SENT).count()


@pytest.fixture
def invited():
    """Tuesday noon; an association has the letter since a week, ten days are left to answer."""
    with time_machine.travel(NOON):
        event = make_event(
            starts_at=NOON + timedelta(days=20), answer_by=(NOON + timedelta(days=10)).date()
        )
        campaign = make_campaign(event=event, status=CampaignStatus.SENT, reminder_days=5)
        yield make_recipient(
            invitation=make_invitation(event=event, campaign=campaign),
            told_at=NOON - timedelta(days=7),
        )


def test_who_has_not_answered_is_reminded_once(invited):
    for hours in (0, 1, 30):
        ask_all(now=NOON + timedelta(days=5, hours=hours))

    assert kinds() == ["events.invitation_reminder"]


def test_nobody_is_reminded_before_the_day_the_office_set(invited):
    ask_all(now=NOON + timedelta(days=4, hours=11))

    assert kinds() == []


@pytest.mark.parametrize(
    "status", [InvitationStatus.ACCEPTED, InvitationStatus.DECLINED, InvitationStatus.WITHDRAWN]
)
def test_one_answer_stops_the_reminders_of_all_at_the_association(invited, status):
    make_recipient(invitation=invited.invitation, told_at=NOON - timedelta(days=7))
    Invitation.objects.update(status=status, answered_at=NOON)

    ask_all(now=NOON + timedelta(days=5))

    assert "events.invitation_reminder" not in kinds()


def test_everybody_at_the_association_is_reminded(invited):
    make_recipient(invitation=invited.invitation, told_at=NOON - timedelta(days=7))

    ask_all(now=NOON + timedelta(days=5))

    assert kinds() == ["events.invitation_reminder"] * 2


def test_the_last_reminder_comes_on_the_last_day_but_one(invited):
    ask_all(now=NOON + timedelta(days=5))
    InvitationRecipient.objects.update(told_at=NOON + timedelta(days=5))

    ask_all(now=NOON + timedelta(days=8))
    assert kinds() == ["events.invitation_reminder"]
    ask_all(now=NOON + timedelta(days=9))
    ask_all(now=NOON + timedelta(days=10))

    assert kinds() == ["events.invitation_last_reminder", "events.invitation_reminder"]


def test_nobody_gets_two_letters_within_two_days(invited):
    InvitationRecipient.objects.update(told_at=NOON + timedelta(days=4))

    ask_all(now=NOON + timedelta(days=5))

    assert kinds() == []


def test_a_day_without_beat_is_caught_up(invited):
    ask_all(now=NOON + timedelta(days=6, hours=14))

    assert kinds() == ["events.invitation_reminder"]


def test_nobody_is_reminded_after_the_deadline(invited):
    ask_all(now=NOON + timedelta(days=10, hours=12))

    assert kinds() == []


@pytest.mark.parametrize("status", [CampaignStatus.PAUSED, CampaignStatus.CANCELLED])
def test_a_paused_or_stopped_send_out_reminds_nobody(invited, status):
    Campaign.objects.update(status=status)

    ask_all(now=NOON + timedelta(days=5))

    assert kinds() == []


def test_a_reminder_keeps_to_the_day_of_berlin(invited):
    # 23:30 in Berlin on the day before is 21:30 UTC; half an hour later it is the day.
    midnight = (NOON + timedelta(days=5)).replace(hour=0)
    ask_all(now=midnight - timedelta(minutes=30))
    assert kinds() == []

    ask_all(now=midnight + timedelta(minutes=30))

    assert kinds() == ["events.invitation_reminder"]


def test_a_moved_event_is_told_to_those_who_have_not_answered(invited):
    Event.objects.update(version=3)

    ask_all(now=NOON)
    ask_all(now=NOON + timedelta(hours=1))

    assert kinds() == ["events.invitation_moved"]


def test_an_event_moved_twice_is_told_as_it_stands(invited, mail_server, settings):
    settings.MAIL_QUIET_HOURS = False
    Event.objects.update(version=1)
    ask_all(now=NOON)
    Event.objects.update(version=2)
    ask_all(now=NOON)
    deliver_all(now=NOON + timedelta(minutes=1))

    assert len(mail_server.mails) == 1
    assert InvitationRecipient.objects.get().told_version == 2


def test_the_letter_about_a_move_names_the_day_it_was_planned_for(invited, mail_server, settings):
    settings.MAIL_QUIET_HOURS = False
    Event.objects.update(version=1, previous_starts_at=NOON + timedelta(days=5))
    ask_all(now=NOON)
    deliver_all(now=NOON + timedelta(minutes=1))

    [mail] = mail_server.mails
    assert "21. Juni 2026" in mail.get_body(("plain",)).get_content()


def test_who_has_answered_is_not_told_here_of_a_move(invited):
    Invitation.objects.update(status=InvitationStatus.ACCEPTED, answered_at=NOON)
    Event.objects.update(version=1)

    ask_all(now=NOON)

    assert kinds() == []


def test_a_withdrawn_invitation_is_told_to_those_who_had_it(invited):
    make_recipient(invitation=invited.invitation, delivery=Delivery.UNDELIVERABLE)
    Invitation.objects.update(status=InvitationStatus.WITHDRAWN)

    ask_all(now=NOON)
    ask_all(now=NOON)

    assert kinds() == ["events.invitation_withdrawn"]


def test_a_cancelled_event_is_told_to_those_who_had_not_answered(invited):
    Event.objects.update(status=EventStatus.CANCELLED, cancelled_at=NOON)

    ask_all(now=NOON)
    ask_all(now=NOON)

    assert kinds() == ["events.invitation_event_cancelled"]


def test_nobody_is_written_to_about_past_events(invited):
    Event.objects.update(version=5)
    Invitation.objects.update(status=InvitationStatus.OPEN)

    ask_all(now=NOON + timedelta(days=21))

    assert kinds() == []


@pytest.mark.parametrize(
    "kind",
    [
        "events.invitation",
        "events.invitation_reminder",
        "events.invitation_last_reminder",
        "events.invitation_moved",
        "events.invitation_withdrawn",
        "events.invitation_event_cancelled",
    ],
)
@pytest.mark.parametrize("language", ["de", "en", "tr", "ar"])
def test_letters_tell_neither_title_nor_belief_in_their_subject(
    kind, language, mail_server, settings
):
    settings.MAIL_QUIET_HOURS = False
    status = {
        "events.invitation_withdrawn": InvitationStatus.WITHDRAWN,
    }.get(kind, InvitationStatus.OPEN)
    event = make_event(title="Iftar der Moscheevereine")
    recipient = make_recipient(invitation=make_invitation(event=event, status=status))
    if kind == "events.invitation_event_cancelled":
        Event.objects.update(status=EventStatus.CANCELLED, cancelled_at=NOON)

    enqueue(kind, about=recipient, to="x@verein.example", language=language)
    deliver_all(now=timezone.now() + timedelta(seconds=5))

    mail = mail_server.mails[0]
    assert "Iftar" not in mail["Subject"]
    assert "Iftar" in mail.get_body(("plain",)).get_content()


def test_who_wants_no_reminders_is_still_told_of_a_cancellation(invited, mail_server, settings):
    settings.MAIL_QUIET_HOURS = False
    suppress(address_digest=digest(invited.person.email), reason=SuppressionReason.UNSUBSCRIBED)
    ask_all(now=NOON + timedelta(days=5))
    invited.refresh_from_db()
    assert invited.delivery == Delivery.SENT

    Event.objects.update(status=EventStatus.CANCELLED, cancelled_at=NOON)
    ask_all(now=NOON + timedelta(days=5))
    deliver_all(now=NOON + timedelta(days=5, minutes=1))

    assert mail_server.recipients == [invited.person.email]


def test_a_circular_goes_out_once(mail_server, settings):
    settings.MAIL_QUIET_HOURS = False
    recipient = make_circular_recipient()

    for _beat in range(2):
        ask_all(now=timezone.now())
    deliver_all()

    assert mail_server.recipients == [recipient.person.email]
    recipient.refresh_from_db()
    assert recipient.delivery == Delivery.SENT


def test_the_number_of_queries_for_what_is_due_does_not_grow(django_assert_num_queries, invited):
    from kme_portal.mailings.letters import letters

    def look():
        with django_assert_num_queries(1):
            things = list(letters["events.invitation_reminder"].things(NOON + timedelta(days=5)))
        with django_assert_num_queries(0):
            for thing in things:
                list(letters["events.invitation_reminder"].recipients(thing))
        return len(things)

    assert look() == 1
    for _number in range(2):
        make_recipient(
            invitation=make_invitation(
                event=invited.invitation.event, campaign=invited.invitation.campaign
            ),
            told_at=NOON - timedelta(days=7),
        )
    assert look() == 3


@pytest.mark.parametrize(
    "changes", [{"status": "archived"}, {"status": "dormant"}, {"merged_into": True}]
)
def test_an_association_that_left_the_network_after_it_was_invited_is_not_reminded(
    invited, changes
):
    organisation = invited.invitation.organisation
    if "merged_into" in changes:
        changes = {"merged_into": make_organisation()}
    type(organisation).objects.filter(pk=organisation.pk).update(**changes)

    with time_machine.travel(NOON + timedelta(days=5)):
        ask_all(now=timezone.now())

    assert kinds() == []
    recipient = next(FirstReminder().rows().iterator())
    [told] = FirstReminder().recipients(recipient)
    assert told.why_not.startswith("Der Verein")


def test_a_reminder_that_is_noted_does_not_leave_once_the_association_is_archived(invited):
    with time_machine.travel(NOON + timedelta(days=5)):
        ask_all(now=timezone.now())
        assert kinds() == ["events.invitation_reminder"]
        organisation = invited.invitation.organisation
        type(organisation).objects.filter(pk=organisation.pk).update(status="archived")
        deliver_all()

    assert sent("events.invitation_reminder") == 0


@pytest.mark.parametrize(("status", "letters"), [("archived", 0), ("dormant", 1), ("active", 1)])
def test_joining_details_go_to_associations_that_are_still_there(status, letters):
    now = timezone.now()
    organisation = make_organisation()
    pool = make_pool(event=make_event(starts_at=now + timedelta(hours=20)))
    make_party(pool=pool, organisation_id=organisation.pk)
    Message.objects.all().delete()
    type(organisation).objects.filter(pk=organisation.pk).update(status=status)

    ask_all(now=now)

    assert kinds() == ["events.registration_joining"] * letters
