"""The office reviews registrations: each step guarded, told by mail, and to be objected to."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.models import ReadLog
from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.due import ask_all
from kme_portal.mailings.models import Message
from organisations.models import (
    EntryClaim,
    Objection,
    ObjectionStatus,
    OrganisationStatus,
    Outcome,
    Registration,
    RegistrationStatus,
)
from organisations.services import reviewing
from tests.factories import (
    make_district,
    make_organisation,
    make_registration,
    make_representative,
    make_user,
)
from tests.mail import deliver_all
from tests.organisations.reviewing_steps import (
    QUEUE,
    kinds,
    page_of,
    reason,
    refused,
    review_of,
    task_rows,
)

pytestmark = pytest.mark.django_db


def test_approving_takes_in_and_shows_what_was_chosen(client, client_as, coordinator):
    row = make_registration(
        is_listed=True, email_visibility="office", phone="0212 4711", phone_visibility="public"
    )

    client_as(coordinator).post(review_of(row), {"do": "approve", "relation": "new"})

    row.refresh_from_db()
    assert (row.status, row.outcome) == (RegistrationStatus.DECIDED, Outcome.APPROVED)
    assert row.decided_by == coordinator
    assert (row.organisation.status, row.organisation.relation) == ("active", "new")
    page = client.get(row.organisation.get_absolute_url()).text
    assert "0212 4711" in page
    assert row.email not in page
    assert "registration_approved" in kinds()


def test_who_did_not_want_it_is_not_listed(client, coordinator):
    row = make_registration(email_visibility="public")

    reviewing.approve(registration_id=row.pk, relation="", by=coordinator, now=timezone.now())

    assert client.get(row.organisation.get_absolute_url()).status_code == 404


def test_a_question_goes_out_and_the_answer_comes_back(client, client_as, coordinator):
    row = make_registration()

    client_as(coordinator).post(review_of(row), {"do": "ask", "text": "Wo treffen Sie sich?"})
    row.refresh_from_db()
    assert row.organisation.status == OrganisationStatus.QUERY
    assert row.reviewer == coordinator
    deliver_all(timezone.now() + timedelta(seconds=2))
    assert "Wo treffen Sie sich?" in mail.outbox[-1].body
    assert "Wo treffen Sie sich?" in client.get(page_of(row)).text

    client.post(page_of(row), {"do": "answer", "text": "Im Jugendzentrum."})
    row.refresh_from_db()
    assert row.organisation.status == OrganisationStatus.IN_REVIEW
    assert "Im Jugendzentrum." in client_as(coordinator).get(review_of(row)).text


def test_the_question_stands_first_on_the_associations_desk(client_as, coordinator):
    row = make_registration()
    person = row.organisation.representatives.get()
    person.user = make_user()
    person.save()
    desk = client_as(person.user)
    address = reverse("my_association:desk", args=[row.organisation_id])
    assert "/registrieren/" not in desk.get(address).text.partition("<footer")[0]

    reviewing.ask_back(registration_id=row.pk, text="Wo?", by=coordinator, now=timezone.now())

    assert page_of(row) in desk.get(address).text


def test_an_answer_sent_twice_is_one(client, coordinator):
    row = make_registration()
    reviewing.ask_back(registration_id=row.pk, text="Wo?", by=coordinator, now=timezone.now())

    for _try in range(2):
        client.post(page_of(row), {"do": "answer", "text": "Hier."})

    assert row.messages.count() == 2


def test_nobody_answers_a_question_that_was_not_asked():
    row = make_registration()

    with pytest.raises(IllegalTransition):
        reviewing.answer(registration_id=row.pk, text="Hier.", now=timezone.now())


def test_refusing_names_a_reason_and_the_way_to_object(client, client_as, coordinator):
    row = make_registration()
    cause = reason()

    missing = client_as(coordinator).post(review_of(row), {"do": "refuse", "words": "Nein."})
    assert "errorlist" in missing.text
    client_as(coordinator).post(
        review_of(row), {"do": "refuse", "reason": cause.pk, "words": "Schade."}
    )

    row.refresh_from_db()
    assert row.organisation.status == OrganisationStatus.REJECTED
    assert row.organisation.rejection_reason
    deliver_all(timezone.now() + timedelta(seconds=2))
    assert cause.name in mail.outbox[-1].body
    assert "/registrieren/" in mail.outbox[-1].body
    assert 'value="object"' in client.get(page_of(row)).text


def test_the_database_wants_a_reason_for_a_refusal(coordinator):
    row = refused(coordinator)

    with pytest.raises(IntegrityError), transaction.atomic():
        Registration.objects.filter(pk=row.pk).update(refusal_reason=None)


@pytest.mark.parametrize(
    "broken",
    [
        {"status": RegistrationStatus.DRAFT},
        {"status": RegistrationStatus.DECIDED},
        {"outcome": Outcome.APPROVED},
        {"confirmed_at": None},
        {"organisation": None},
    ],
)
def test_the_database_refuses_half_a_decision_and_half_a_receipt(broken):
    row = make_registration()

    with pytest.raises(IntegrityError), transaction.atomic():
        Registration.objects.filter(pk=row.pk).update(**broken)


@pytest.mark.parametrize("verb", ["approve", "ask_back", "refuse", "assign"])
def test_a_decided_registration_takes_no_further_step(coordinator, verb):
    row = refused(coordinator)
    given = {"registration_id": row.pk, "by": coordinator, "now": timezone.now()}
    more = {
        "approve": {"relation": ""},
        "ask_back": {"text": "?"},
        "refuse": {"reason": reason(), "words": ""},
    }
    if verb == "assign":
        given = {"registration_id": row.pk, "to": coordinator}

    with pytest.raises(IllegalTransition):
        getattr(reviewing, verb)(**given, **more.get(verb, {}))


def test_the_second_of_two_decisions_is_told_that_it_came_late(client_as, coordinator, other):
    row = make_registration()
    client_as(coordinator).post(review_of(row), {"do": "approve", "relation": ""})

    page = client_as(other).post(
        review_of(row), {"do": "refuse", "reason": reason().pk}, follow=True
    )

    row.refresh_from_db()
    assert row.outcome == Outcome.APPROVED
    assert "messagelist" in page.text


def test_an_objection_goes_to_another_coordinator(client, coordinator, other):
    row = refused(coordinator)

    for _twice in range(2):
        client.post(page_of(row), {"do": "object", "text": "Wir sind aus Köln."})

    objection = Objection.objects.get()
    assert (objection.against, objection.assigned_to) == (coordinator, other)
    assert Message.objects.get(kind="organisations.objection_office").email == other.email


def test_who_refused_cannot_decide_about_the_objection(client_as, coordinator, other):
    row = refused(coordinator)
    objection = reviewing.object_to_refusal(
        registration_id=row.pk, text="Doch.", now=timezone.now()
    )
    given = {"do": "objection", "words": "Wir sehen es anders.", "justified": "1"}

    client_as(coordinator).post(review_of(row), given)
    objection.refresh_from_db()
    assert objection.status == ObjectionStatus.OPEN
    with pytest.raises(IntegrityError), transaction.atomic():
        Objection.objects.update(decided_by=coordinator)
    assert task_rows("objections", coordinator) == []
    assert task_rows("objections", other) == [objection]

    client_as(other).post(review_of(row), given)
    row.refresh_from_db()
    assert row.status == RegistrationStatus.RECEIVED
    assert row.organisation.status == OrganisationStatus.IN_REVIEW
    assert "objection_decided" in kinds()


def test_a_refusal_can_stay(client, coordinator, other):
    row = refused(coordinator)
    objection = reviewing.object_to_refusal(
        registration_id=row.pk, text="Doch.", now=timezone.now()
    )

    reviewing.decide_objection(
        objection_id=objection.pk, is_justified=False, words="Nein.", by=other, now=timezone.now()
    )

    assert "Nein." in client.get(page_of(row)).text
    assert 'value="object"' not in client.get(page_of(row)).text


def test_nobody_objects_to_what_was_not_refused():
    row = make_registration()

    with pytest.raises(IllegalTransition):
        reviewing.object_to_refusal(registration_id=row.pk, text="Doch.", now=timezone.now())


def test_merging_fills_gaps_and_gives_no_rights(client_as, coordinator):
    target = make_organisation(name="Frauenverein e.V.", is_listed=True)
    row = make_registration(name="Frauenverein", phone="0212 1")

    client_as(coordinator).post(review_of(row), {"do": "merge", "into": target.pk})

    row.refresh_from_db()
    target.refresh_from_db()
    assert row.outcome == Outcome.MERGED
    assert row.organisation.merged_into == target
    assert target.phone == "0212 1"
    assert not target.representatives.get(email=row.email).may_edit
    assert "registration_merged" in kinds()


def test_merging_can_hand_the_entry_over(client_as, coordinator):
    target = make_organisation(name="Frauenverein e.V.")
    row = make_registration(name="Frauenverein")

    client_as(coordinator).post(review_of(row), {"do": "hand-over", "into": target.pk})

    claim = EntryClaim.objects.get()
    assert (claim.organisation, claim.email, claim.is_granted) == (target, row.email, True)


def test_the_screen_shows_what_is_needed_to_decide(client_as, coordinator):
    district = make_district("05122")
    make_organisation(name="Bildungswerk Solingen e.V.", district=district, email="b@alt.example")
    row = make_registration(
        name="Bildungswerk Solingen",
        description="Mehr auf https://kauf.example",
        register_entry="Amtsgericht Wuppertal, VR 1",
        umbrella="Landesverband",
    )
    registering_signs = Registration.objects.filter(pk=row.pk)
    registering_signs.update(spam_signs=["link"])

    page = client_as(coordinator).get(review_of(row)).text

    for part in (
        "Bildungswerk Solingen e.V.",
        "b@alt.example",
        "100 %",
        "Amtsgericht Wuppertal, VR 1",
        "Landesverband",
        'value="hand-over"',
        "review-warning",
    ):
        assert part in page
    assert ReadLog.objects.filter(model="organisations.Registration", ids=[row.pk]).exists()


def test_looking_changes_nothing(client_as, coordinator):
    row = make_registration()
    before = Registration.objects.values().get(pk=row.pk)

    client_as(coordinator).get(review_of(row))
    client_as(coordinator).get(QUEUE)

    assert Registration.objects.values().get(pk=row.pk) == before


def test_an_entry_under_review_is_not_activated_past_the_review(client_as, coordinator):
    row = make_registration()
    other = make_organisation()
    for name, given in (("step", {"step": "activate"}), ("merge", {"into": other.pk})):
        address = reverse(f"admin:organisations_organisation_{name}", args=[row.organisation_id])
        client_as(coordinator).post(address, given)

    row.organisation.refresh_from_db()
    assert row.organisation.status == OrganisationStatus.IN_REVIEW


@pytest.mark.parametrize("group", ["Redaktion", "Förderung", "Leitung", "Datenschutz"])
def test_only_the_coordination_decides(client_as, group):
    row = make_registration()

    answer = client_as(group).post(review_of(row), {"do": "approve", "relation": ""})

    assert answer.status_code == 403
    row.refresh_from_db()
    assert row.status == RegistrationStatus.RECEIVED


@pytest.mark.parametrize("language", ["de", "en", "tr", "ar"])
def test_every_letter_can_be_rendered_in_each_language(language, coordinator, other):
    now = timezone.now()
    row = make_registration(language=language)
    reviewing.ask_back(registration_id=row.pk, text="Wo?", by=coordinator, now=now)
    ask_all(now=now + timedelta(days=22))
    deliver_all(now + timedelta(days=30))
    reviewing.answer(registration_id=row.pk, text="Hier.", now=now)
    reviewing.refuse(
        registration_id=row.pk, reason=reason(), words="Nein.", by=coordinator, now=now
    )
    objection = reviewing.object_to_refusal(registration_id=row.pk, text="Doch.", now=now)
    deliver_all(now + timedelta(days=30))
    reviewing.decide_objection(
        objection_id=objection.pk, is_justified=True, words="Ja.", by=other, now=now
    )
    deliver_all(now + timedelta(days=30))
    reviewing.approve(registration_id=row.pk, relation="", by=other, now=now)
    target = make_organisation()
    merged = make_registration(language=language)
    reviewing.merge(
        registration_id=merged.pk, into_id=target.pk, hand_over=False, by=other, now=now
    )
    make_representative(organisation=target)
    deliver_all(now + timedelta(days=30))

    told = {letter.subject for letter in mail.outbox}
    assert len(told) >= 7
    assert all(row.organisation.name not in subject for subject in told)
