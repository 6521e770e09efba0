"""People who answer or choose at the same moment, on real connections."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from events.models import (
    AnswerChannel,
    Claim,
    ClaimStatus,
    Invitation,
    Party,
    PoolKind,
    Seat,
)
from events.services.inviting import answer_invitation
from events.services.places import GuestEntry, confirm_party
from events.services.planning import set_seats
from tests.factories import make_agenda_item, make_event, make_invitation, make_recipient
from tests.factories.places import make_pool, make_unconfirmed

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("races")]


def test_of_many_answers_at_once_each_association_has_one_and_no_seat_is_given_twice():
    now = timezone.now()
    event = make_event(seats_per_association=2, answer_by=(now + timedelta(days=5)).date())
    set_seats(event_id=event.pk, kind=PoolKind.ON_SITE, seats=3, now=now)
    invitations = [make_invitation(event=event) for _number in range(2)]
    recipients = [
        make_recipient(invitation=invitation) for invitation in invitations for _person in range(3)
    ]
    start = Barrier(len(recipients))

    def answer(recipient) -> None:
        try:
            start.wait(timeout=10)
            answer_invitation(
                invitation_id=recipient.invitation_id,
                accepted=True,
                guests=[GuestEntry("Eins"), GuestEntry("Zwei")],
                email=recipient.person.email,
                channel=AnswerChannel.LINK,
                answered_by_id=recipient.person_id,
                now=now,
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(len(recipients)) as pool:
        for done in [pool.submit(answer, recipient) for recipient in recipients]:
            done.result(timeout=30)

    assert Invitation.objects.answered().count() == 2
    assert Party.objects.living().count() == 2
    assert Seat.objects.count() <= 3
    assert all(invitation.version == 3 for invitation in Invitation.objects.all())


def test_of_many_who_choose_one_session_at_once_only_as_many_have_a_seat_as_there_are():
    now = timezone.now()
    pool = make_pool(seats=50)
    item = make_agenda_item(event=pool.event, ends_at=pool.event.starts_at + timedelta(hours=1))
    session = make_pool(event=pool.event, session=item, seats=3)
    parties = [make_unconfirmed(pool=pool, sessions=[session.pk]) for _number in range(12)]
    start = Barrier(len(parties))

    def confirm(party) -> None:
        try:
            start.wait(timeout=10)
            confirm_party(party_id=party.pk, now=now)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(parties)) as threads:
        for done in [threads.submit(confirm, party) for party in parties]:
            done.result(timeout=30)

    assert Seat.objects.filter(pool=pool).count() == 12
    assert sorted(Seat.objects.filter(pool=session).values_list("number", flat=True)) == [1, 2, 3]
    waiting = Claim.objects.filter(pool=session, status=ClaimStatus.WAITING)
    assert waiting.count() == 9
