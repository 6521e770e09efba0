"""The office reviews registrations: each step guarded, told by mail, and to be objected to."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.models import Consent, ReadLog
from kme_portal.accounts.registries import withdrawal_effects
from kme_portal.base.registries import waiting_tasks
from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.due import ask_all
from kme_portal.mailings.models import Message
from organisations.models import (
    EntryClaim,
    Objection,
    ObjectionStatus,
    Organisation,
    OrganisationStatus,
    Outcome,
    Registration,
    RegistrationStatus,
    Representative,
)
from organisations.models.organisations import OrganisationLevel
from organisations.services import affiliations, claiming, registering, reviewing
from organisations.services.joining_data import erase_person, erase_registrations, export_person
from tests.doors import sign_in
from tests.factories import (
    make_claim,
    make_district,
    make_draft,
    make_organisation,
    make_registration,
    make_representative,
    make_staff,
    make_term,
    make_user,
)
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db

QUEUE = "/verwaltung/organisations/organisation/aufnahme/"


@pytest.fixture
def coordinator(db):
    return make_staff("Koordination", email="eins@office.example")


@pytest.fixture
def other(db):
    return make_staff("Koordination", email="zwei@office.example")


def reason():
    return make_term("refusal_reason", slug="ausserhalb")


def refused(coordinator, **given) -> Registration:
    row = make_registration(**given)
    return reviewing.refuse(
        registration_id=row.pk, reason=reason(), words="", by=coordinator, now=timezone.now()
    )


def page_of(row: Registration) -> str:
    return reverse("organisations:registration", args=[registering.mail_token(row)])


def review_of(row: Registration) -> str:
    return reverse("admin:organisations_organisation_review", args=[row.pk])


def kinds() -> list[str]:
    return [kind.split(".")[1] for kind in Message.objects.values_list("kind", flat=True)]


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


def task_rows(name: str, user) -> list:
    return list(waiting_tasks[f"organisations.{name}"].rows(user))


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


def test_what_is_past_its_keeping_time_goes(coordinator):
    now = timezone.now()
    unconfirmed, proven = make_draft(), make_draft()
    registering.confirm_address(registration_id=proven.pk, now=now)
    rejected = refused(coordinator)
    taken = make_registration()
    reviewing.approve(registration_id=taken.pk, relation="", by=coordinator, now=now)

    def left_after(days: float) -> set[int]:
        erase_registrations(now + timedelta(days=days))
        return set(Registration.objects.values_list("pk", flat=True))

    assert left_after(1.9) == {unconfirmed.pk, proven.pk, rejected.pk, taken.pk}
    assert left_after(2.1) == {proven.pk, rejected.pk, taken.pk}
    assert left_after(30.1) == {rejected.pk, taken.pk}
    assert left_after(366) == set()
    assert list(Organisation.objects.all()) == [taken.organisation]


def test_a_person_takes_everything_out_and_leaves_nothing(coordinator):
    row = make_registration(email="person@neu.example", contact_name="Kanarienvogel")
    reviewing.ask_back(registration_id=row.pk, text="Wo?", by=coordinator, now=timezone.now())
    reviewing.answer(registration_id=row.pk, text="Beim Kanarienvogel.", now=timezone.now())
    make_claim(email="person@neu.example", name="Kanarienvogel")

    told = str(export_person("Person@neu.example"))
    assert "Beim Kanarienvogel." in told
    assert "claim_to" in told

    assert erase_person("person@neu.example", timezone.now()) == 2
    assert not Registration.objects.exists()
    assert not EntryClaim.objects.exists()
    assert not Representative.objects.filter(name="Kanarienvogel").exists()


def test_of_an_approved_one_only_the_person_goes(coordinator):
    row = make_registration(email="person@neu.example")
    reviewing.approve(registration_id=row.pk, relation="", by=coordinator, now=timezone.now())

    erase_person("person@neu.example", timezone.now())

    assert Organisation.objects.filter(pk=row.organisation_id).exists()
    assert not Registration.objects.exists()


def test_who_takes_the_consent_back_is_no_contact_any_more(coordinator):
    row = make_registration(email="person@neu.example", is_listed=True)
    reviewing.approve(registration_id=row.pk, relation="", by=coordinator, now=timezone.now())
    given = Consent.objects.in_bulk(field_name="pk").values()

    for consent in given:
        withdrawal_effects[consent.purpose](consent, timezone.now())

    organisation = Organisation.objects.get()
    assert {consent.purpose for consent in given} == {"registration", "listing"}
    assert (organisation.status, organisation.is_listed) == (OrganisationStatus.ACTIVE, False)
    assert not Representative.objects.exists()
    assert not Registration.objects.exists()


def test_a_consent_taken_back_before_the_review_ends_the_registration():
    make_registration(email="person@neu.example")
    consent = Consent.objects.get()

    withdrawal_effects["registration"](consent, timezone.now())

    assert not Organisation.objects.exists()


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


def make_umbrella(**given) -> Organisation:
    return make_organisation(level=OrganisationLevel.STATE, **given)


def test_the_umbrella_that_was_typed_is_offered_and_entered_with_the_approval(client, coordinator):
    umbrella = make_umbrella(name="Bund Alevitischer Gemeinden e.V.", short_name="BAG")
    row = make_registration(umbrella="BAG")
    office = sign_in(client, coordinator)

    page = office.get(review_of(row)).content.decode()
    assert f'<option value="{umbrella.pk}" selected>' in page
    office.post(review_of(row), {"do": "approve", "umbrella": umbrella.pk, "kind": "member"})

    [link] = row.organisation.affiliations.all()
    assert link.umbrella == umbrella
    assert link.confirmed_by_member_on
    assert not link.confirmed_by_umbrella_on


def test_an_approval_enters_no_umbrella_that_was_not_chosen(client, coordinator):
    umbrella = make_umbrella(name="Bund Alevitischer Gemeinden e.V.")
    row = make_registration(umbrella="Dachverband, den niemand kennt")
    office = sign_in(client, coordinator)

    assert f'<option value="{umbrella.pk}">' in office.get(review_of(row)).content.decode()
    office.post(review_of(row), {"do": "approve", "umbrella": ""})

    row.refresh_from_db()
    assert row.outcome == Outcome.APPROVED
    assert not row.organisation.affiliations.exists()


def test_who_typed_no_umbrella_is_asked_for_none(client, coordinator):
    make_umbrella()
    row = make_registration()

    assert (
        'name="umbrella"' not in sign_in(client, coordinator).get(review_of(row)).content.decode()
    )


def test_an_umbrella_is_entered_after_the_approval_once(client, coordinator):
    umbrella = make_umbrella()
    row = make_registration(umbrella="Bund")
    reviewing.approve(registration_id=row.pk, relation="", by=coordinator, now=timezone.now())
    office = sign_in(client, coordinator)

    assert 'value="affiliate"' in office.get(review_of(row)).content.decode()
    office.post(review_of(row), {"do": "affiliate", "umbrella": umbrella.pk, "kind": "member"})

    assert row.organisation.affiliations.count() == 1
    assert 'value="affiliate"' not in office.get(review_of(row)).content.decode()


def test_an_approval_with_an_impossible_umbrella_approves_nothing(coordinator):
    umbrella = make_umbrella()
    row = make_registration(umbrella="Bund")
    affiliations.ask(member=umbrella, umbrella=row.organisation, kind="member", now=timezone.now())

    with pytest.raises(affiliations.CannotAffiliate):
        reviewing.approve(
            registration_id=row.pk,
            relation="",
            by=coordinator,
            now=timezone.now(),
            umbrella=umbrella,
        )

    row.refresh_from_db()
    assert row.status == RegistrationStatus.RECEIVED
