"""The queue of the review and the reminders of it: whoever must act next is told."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from kme_portal.mailings.due import ask_all
from kme_portal.mailings.models import Message
from organisations.services import claiming, registering, reviewing
from tests.factories import (
    make_claim,
    make_district,
    make_draft,
    make_organisation,
    make_registration,
    make_user,
)
from tests.mail import deliver_all
from tests.organisations.reviewing_steps import (
    QUEUE,
    refused,
    task_rows,
)

pytestmark = pytest.mark.django_db


def test_the_queue_holds_all_three_kinds_and_filters_them(client_as, coordinator, other):
    cologne = make_district("05315")
    open_one = make_registration(name="Verein Offen")
    asked = make_registration(name="Verein Gefragt", district=cologne.ags)
    reviewing.ask_back(registration_id=asked.pk, text="?", by=coordinator, now=timezone.now())
    objected = refused(other, name="Verein Widerspruch")
    reviewing.object_to_refusal(registration_id=objected.pk, text="Doch.", now=timezone.now())
    make_claim(make_organisation(name="Verein Anspruch", is_listed=True))
    make_draft(name="Verein Entwurf")

    def names(query: str) -> set[str]:
        page = client_as(coordinator).get(f"{QUEUE}{query}").text
        known = ("Offen", "Gefragt", "Widerspruch", "Anspruch", "Entwurf")
        return {name for name in known if f"Verein {name}" in page}

    assert names("") == {"Offen", "Widerspruch", "Anspruch"}
    assert names("?stand=verein") == {"Gefragt"}
    assert names("?stand=alle") == {"Offen", "Gefragt", "Widerspruch", "Anspruch"}
    assert names("?stand=alle&kreis=05315") == {"Gefragt"}
    assert names("?stand=alle&meine=1") == {"Gefragt", "Widerspruch"}
    assert names("?stand=unsinn&kreis=x&page=9") == set()
    reviewing.assign(registration_id=open_one.pk, to=coordinator)
    assert "Offen" in names("?meine=1")


def test_the_queue_asks_as_often_for_one_row_as_for_many(
    client_as, coordinator, django_assert_max_num_queries
):
    client = client_as(coordinator)
    for _number in range(4):
        make_registration()
        make_claim()

    with django_assert_max_num_queries(14):
        client.get(QUEUE)


def test_tasks_wait_for_those_who_decide_alone(coordinator):
    row, claim = make_registration(), make_claim()
    stranger = make_user()

    assert task_rows("registrations", coordinator) == [row]
    assert task_rows("claims", coordinator) == [claim]
    assert task_rows("registrations", stranger) == task_rows("claims", stranger) == []


def reminded(days: float, kind: str) -> int:
    """How many mails of a kind there are when the beat asks at that time."""
    ask_all(now=timezone.now() + timedelta(days=days))
    return Message.objects.filter(kind=f"organisations.{kind}").count()


def test_the_association_is_reminded_after_a_week_and_after_three(coordinator):
    row = make_registration()
    reviewing.ask_back(registration_id=row.pk, text="Wo?", by=coordinator, now=timezone.now())

    assert reminded(6.9, "registration_question_reminder") == 0
    assert reminded(7.1, "registration_question_reminder") == 1
    assert reminded(8, "registration_question_reminder") == 1
    assert reminded(20.9, "registration_question_last") == 0
    assert reminded(21.1, "registration_question_last") == 1


def test_who_answered_is_not_reminded(coordinator):
    row = make_registration()
    reviewing.ask_back(registration_id=row.pk, text="Wo?", by=coordinator, now=timezone.now())
    reviewing.answer(registration_id=row.pk, text="Hier.", now=timezone.now())

    assert reminded(8, "registration_question_reminder") == 0


def test_the_office_is_reminded_after_five_working_days(coordinator, other):
    make_registration()

    assert reminded(4, "review_waiting") == 0
    assert reminded(12, "review_waiting") == 2
    assert reminded(13, "review_waiting") == 2


def test_who_took_it_on_is_reminded_alone(coordinator, other):
    row = make_registration()
    reviewing.assign(registration_id=row.pk, to=other)

    reminded(12, "review_waiting")

    assert [m.email for m in Message.objects.filter(kind="organisations.review_waiting")] == [
        other.email
    ]


def test_the_office_is_reminded_of_a_claim_that_waits(coordinator, other):
    make_claim()

    assert reminded(4, "claim_waiting") == 0
    assert reminded(12, "claim_waiting") == 2
    assert reminded(13, "claim_waiting") == 2


def test_a_decided_claim_is_no_longer_reminded_of(coordinator):
    claim = make_claim()
    claiming.refuse(claim_id=claim.pk, words="", by=coordinator, now=timezone.now())

    assert reminded(12, "claim_waiting") == 0


def test_the_reminder_of_a_claim_names_nobody(coordinator):
    make_claim(name="Fatma Beispiel")
    ask_all(now=timezone.now() + timedelta(days=12))
    Message.objects.exclude(kind="organisations.claim_waiting").delete()

    deliver_all(timezone.now() + timedelta(days=12))

    [letter] = mail.outbox
    assert "Fatma" not in letter.subject + letter.body
    assert "/aufnahme/uebernahme/" in letter.body


def test_a_draft_is_reminded_of_once_before_it_goes():
    make_draft()
    proven = make_draft()
    registering.confirm_address(registration_id=proven.pk, now=timezone.now())

    assert reminded(0.9, "registration_reminder") == 0
    assert reminded(1.1, "registration_reminder") == 1
    assert reminded(22, "registration_reminder") == 1
    assert reminded(23.1, "registration_reminder") == 2
    assert reminded(29, "registration_reminder") == 2
