"""Somebody leaves the office, and changes of roles leave a trace."""

from datetime import timedelta
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from events.models import EventStatus
from kme_portal.accounts import leaving, roles, services
from kme_portal.accounts.models import RoleEvent, RoleEventKind
from kme_portal.base.registries import responsibilities, retentions
from kme_portal.mailings.models import Message
from tests.factories import make_event, make_staff, make_user
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db
# Columns that name somebody who has yet to act; those that say who acted stay as they are.
IN_CHARGE = {"responsible", "deputy", "assigned_to", "reviewer", "owner", "in_charge", "caretaker"}


def page_of(user) -> str:
    return reverse("admin:accounts_user_leaving", args=[user.pk])


def test_every_column_that_names_somebody_in_charge_is_handed_over():
    named = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if not model._meta.model_name.endswith("history")
        for field in model._meta.get_fields()
        if field.name in IN_CHARGE and getattr(field, "related_model", None) is get_user_model()
    }

    assert named == {entry.field for entry in responsibilities}


def test_leaving_hands_over_what_is_open_and_closes_the_account(client_as):
    person, successor = make_staff(), make_staff(name="Nachfolge")
    coming = make_event(responsible=person)
    draft = make_event(status=EventStatus.DRAFT, deputy=person)
    over = make_event(status=EventStatus.CANCELLED, cancelled_at=timezone.now(), responsible=person)
    client = client_as("Koordination")
    preview = client.get(page_of(person)).content.decode()
    assert coming.title in preview

    response = client.post(page_of(person), {"successor": successor.pk})

    assert response.status_code == 302
    for event in (coming, draft, over):
        event.refresh_from_db()
    assert (coming.responsible, draft.deputy, over.responsible) == (successor, successor, person)
    person.refresh_from_db()
    assert (person.is_active, person.is_staff, person.groups.count()) == (False, False, 0)
    assert not Authenticator.objects.filter(user=person).exists()
    event = RoleEvent.objects.first()
    assert (event.kind, event.user_id, event.successor) == ("left", person.pk, successor)
    assert event.by_id == int(client.session["_auth_user_id"])


def test_nobody_becomes_their_own_deputy(client_as):
    person, successor = make_staff(), make_staff()
    event = make_event(responsible=person, deputy=successor)

    client_as("Koordination").post(page_of(person), {"successor": successor.pk})

    event.refresh_from_db()
    assert (event.responsible, event.deputy) == (successor, None)


def test_open_work_needs_somebody_who_takes_over(client_as):
    person = make_staff()
    make_event(responsible=person)

    response = client_as("Koordination").post(page_of(person), {"successor": ""})

    assert response.status_code == 200
    person.refresh_from_db()
    assert person.is_active


@pytest.mark.parametrize("given", [{"is_active": False}, {"is_staff": False}, {"password": None}])
def test_only_a_colleague_who_can_sign_in_takes_over(client_as, given):
    person, other = make_staff(), make_staff()
    for name, value in given.items():
        setattr(other, name, value)
    if "password" in given:
        other.set_unusable_password()
    other.save()
    make_event(responsible=person)

    response = client_as("Koordination").post(page_of(person), {"successor": other.pk})

    assert response.status_code == 200
    person.refresh_from_db()
    assert person.is_active


def test_nothing_open_needs_nobody(client_as):
    person = make_staff()

    client_as("Koordination").post(page_of(person), {})

    person.refresh_from_db()
    assert not person.is_active


def test_looking_at_the_page_changes_nothing(client_as):
    person = make_staff()

    client_as("Koordination").get(page_of(person))

    person.refresh_from_db()
    assert person.is_active


def test_the_last_coordinator_does_not_leave():
    person = make_staff()

    with pytest.raises(leaving.IsLastCoordinator):
        leaving.leave(user=person, successor=None, by=make_staff("Redaktion"))

    person.refresh_from_db()
    assert person.is_active


def test_nobody_lets_oneself_go(client_as):
    person = make_staff()
    make_staff()

    assert client_as(person).post(page_of(person), {}).status_code == 403


def test_whoever_has_left_is_no_page_any_more(client_as):
    assert client_as("Koordination").get(page_of(make_user())).status_code == 404


def test_the_office_is_not_closed_from_the_list(client_as):
    person = make_staff()

    response = client_as("Koordination").post(
        reverse("admin:accounts_user_changelist"),
        {"action": "close_accounts", "_selected_action": [person.pk]},
        follow=True,
    )

    assert page_of(person) in response.content.decode()
    person.refresh_from_db()
    assert person.is_active


def test_a_changed_role_is_recorded_told_and_ends_the_sessions(client_as):
    person = make_staff("Redaktion")
    theirs = client_as(person)
    client = client_as("Koordination")
    groups = Group.objects.filter(name__in=["Redaktion", "Förderung"])

    client.post(
        reverse("admin:accounts_user_change", args=[person.pk]),
        {
            "name": "Person",
            "language": "de",
            "is_staff": "on",
            "groups": [group.pk for group in groups],
        },
    )

    event = RoleEvent.objects.get()
    assert (event.kind, event.user_id, event.groups) == (
        "changed",
        person.pk,
        ["Förderung", "Redaktion"],
    )
    assert theirs.get(reverse("accounts:overview")).status_code == 302
    assert Message.objects.get(kind="accounts.security_notice").data == {"event": "role_changed"}


def test_others_who_lead_the_office_are_told_who_got_which_rights_from_whom(client_as):
    person, giver = make_staff("Redaktion"), make_staff("Koordination")
    other, officer = make_staff("Koordination"), make_staff("Datenschutz")
    make_staff("Förderung")
    make_staff("Koordination", is_active=False)
    person.groups.add(Group.objects.get(name="Koordination"))

    services.note_changed_role(user=person, by=giver)
    deliver_all()

    told = [letter for letter in mail.outbox if letter.to != [person.email]]
    assert {letter.to[0] for letter in told} == {other.email, officer.email}
    assert person.email not in told[0].subject
    for words in (person.email, giver.email, "Koordination, Redaktion"):
        assert words in told[0].body


def test_nobody_is_told_of_what_gives_no_rights():
    make_staff("Koordination")

    roles.record(make_user(), RoleEventKind.CLOSED, by=make_staff("Koordination"))

    assert not Message.objects.exists()


def test_who_loses_the_account_and_who_stays_are_told_so_that_nobody_is_alone_unseen():
    person, giver, other = make_staff(), make_staff(), make_staff("Datenschutz")

    leaving.leave(user=person, successor=None, by=giver)
    deliver_all()

    letters = {letter.to[0]: letter.body for letter in mail.outbox}
    assert letters.keys() == {person.email, other.email}
    assert "Ihr Konto in der Koordinierungsstelle wurde geschlossen." in letters[person.email]
    assert "neues Passwort" not in letters[person.email]
    assert giver.email in letters[other.email]


def test_who_left_meanwhile_is_not_told():
    person, giver, other = make_staff("Redaktion"), make_staff(), make_staff()
    roles.record(person, RoleEventKind.CHANGED, by=giver)
    services.close_account(user=other)
    Message.objects.exclude(kind="accounts.role_told").delete()

    deliver_all()

    assert mail.outbox == []


def test_an_unchanged_role_is_not_recorded(client_as):
    person = make_staff("Redaktion")

    client_as("Koordination").post(
        reverse("admin:accounts_user_change", args=[person.pk]),
        {
            "name": "Neuer Name",
            "language": "de",
            "is_staff": "on",
            "groups": [person.groups.get().pk],
        },
    )

    assert not RoleEvent.objects.exists()


def test_a_reset_second_factor_is_recorded():
    person = make_staff()

    call_command("reset_second_factor", person.email, stdout=StringIO())

    event = RoleEvent.objects.get()
    assert (event.kind, event.user_id, event.by_id) == ("factor_reset", person.pk, None)


def test_the_record_takes_no_change_and_goes_in_time():
    event = roles.record(make_staff(), "changed")
    for change in (
        lambda: RoleEvent.objects.update(kind="left"),
        lambda: RoleEvent.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()

    entry = retentions["accounts.roles"]
    assert entry.erase(timezone.now() + timedelta(days=365)) == 0
    assert entry.erase(timezone.now() + timedelta(days=800)) == 1
    assert not RoleEvent.objects.filter(pk=event.pk).exists()
