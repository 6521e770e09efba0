"""Roles that a second person confirms before anybody has them."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts import desk, four_eyes, leaving, services
from kme_portal.accounts.models import ReadLog, RoleEvent, RoleRequest, RoleRequestStatus, User
from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.models import Message
from tests.factories import make_staff, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def asker():
    return make_staff("Koordination", email="eins@office.example")


@pytest.fixture
def second():
    return make_staff("Koordination", email="zwei@office.example")


@pytest.fixture
def asked(asker, second) -> RoleRequest:
    """Somebody of Redaktion is to join the coordination."""
    person = make_staff("Redaktion", email="drei@office.example")
    return four_eyes.ask(user=person, groups=["Koordination"], by=asker)


def groups_of(user: User) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


def ids_of(*names: str) -> list[int]:
    return list(Group.objects.filter(name__in=names).values_list("pk", flat=True))


def save(client, user: User | None, *groups: str, **given):
    """Send the form of an account, as the office does."""
    name = "accounts_user_change" if user else "accounts_user_add"
    address = reverse(f"admin:{name}", args=[user.pk] if user else [])
    usual = {"name": "Person", "language": "de", "is_staff": "on", "groups": ids_of(*groups)}
    return client.post(address, {k: v for k, v in (usual | given).items() if v}, follow=True)


def decide_url(row: RoleRequest) -> str:
    return reverse("admin:accounts_rolerequest_decide", args=[row.pk])


@pytest.mark.parametrize("role", ["Koordination", "Datenschutz", "Leitung"])
def test_a_role_is_not_given_before_a_second_person_confirms(role, asker, second, client_as):
    person = make_staff("Redaktion")

    page = save(client_as(asker), person, "Redaktion", role).content.decode()

    assert groups_of(person) == {"Redaktion"}
    assert "Eine zweite Person aus Koordination oder Datenschutz muss das bestätigen." in page
    row = RoleRequest.objects.get()
    assert (row.user, row.groups, row.asked_by) == (person, [role], asker)
    assert not RoleEvent.objects.exists()
    written = Message.objects.filter(kind="accounts.role_asked")
    assert [message.recipient_id for message in written] == [second.pk]


def test_other_roles_are_given_at_once(asker, second, client_as):
    person = make_staff("Redaktion")

    save(client_as(asker), person, "Redaktion", "Förderung")

    assert groups_of(person) == {"Redaktion", "Förderung"}
    assert not RoleRequest.objects.exists()


def test_nobody_is_invited_as_a_coordinator_by_one_person_alone(asker, second, client_as):
    save(client_as(asker), None, "Redaktion", "Koordination", email="neu@office.example")

    person = User.objects.get(email="neu@office.example")
    assert groups_of(person) == {"Redaktion"}
    assert RoleRequest.objects.get().groups == ["Koordination"]
    assert Message.objects.filter(kind="accounts.invitation").exists()


def test_nobody_gives_themselves_a_role(asker, second, client_as):
    save(client_as(asker), asker, "Koordination", "Datenschutz")

    assert groups_of(asker) == {"Koordination"}
    row = RoleRequest.objects.get()
    with pytest.raises(four_eyes.CannotDecide):
        four_eyes.confirm(request_id=row.pk, by=asker)


def test_roles_that_slept_need_a_second_person_to_wake(asker, second, client_as):
    person = make_user(groups=["Koordination"])

    save(client_as(asker), person, "Koordination")

    person.refresh_from_db()
    assert (person.is_staff, groups_of(person)) == (True, set())
    assert RoleRequest.objects.get().groups == ["Koordination"]


def test_a_role_is_taken_away_at_once(asker, second, client_as):
    save(client_as(asker), second, "Redaktion")

    assert groups_of(second) == {"Redaktion"}
    assert not RoleRequest.objects.exists()


def test_who_is_alone_gives_roles_at_once_and_on_record(asker, client_as):
    person = make_staff("Redaktion")

    save(client_as(asker), person, "Koordination")

    assert groups_of(person) == {"Koordination"}
    assert RoleEvent.objects.get().by == asker


def test_somebody_without_a_password_yet_confirms_nothing(asker, client_as):
    services.invite_user(email="neu@office.example", is_staff=True, groups=["Koordination"])
    person = make_staff("Redaktion")

    save(client_as(asker), person, "Leitung")

    assert groups_of(person) == {"Leitung"}


def test_data_protection_may_be_the_second_person(asked, client_as):
    officer = make_staff("Datenschutz", email="vier@office.example")

    client_as(officer).post(decide_url(asked), {"confirm": "1"})

    assert "Koordination" in groups_of(asked.user)


def test_a_confirmed_role_is_recorded_with_both_and_ends_the_sessions(
    asked, asker, second, client_as
):
    person = client_as(asked.user)

    client_as(second).post(decide_url(asked), {"confirm": "1"})

    assert groups_of(asked.user) == {"Redaktion", "Koordination"}
    event = RoleEvent.objects.get()
    assert (event.by, event.confirmed_by) == (asker, second)
    assert event.groups == ["Koordination", "Redaktion"]
    assert person.get(reverse("accounts:overview")).status_code == 302
    told = Message.objects.filter(kind="accounts.role_decided")
    assert [message.recipient_id for message in told] == [asker.pk]


def test_a_refused_role_is_not_given_and_who_asked_is_told(asked, asker, second, client_as):
    client_as(second).post(decide_url(asked), {"refuse": "1"})

    asked.refresh_from_db()
    assert (asked.status, asked.decided_by) == (RoleRequestStatus.REFUSED, second)
    assert groups_of(asked.user) == {"Redaktion"}
    assert Message.objects.get(kind="accounts.role_decided").recipient_id == asker.pk


@pytest.mark.parametrize("do", ["confirm", "refuse"])
def test_neither_who_asked_nor_who_gets_it_decides(do, asked, asker, client_as):
    asked.user.groups.add(*ids_of("Datenschutz"))

    for person in (asker, asked.user):
        client_as(person).post(decide_url(asked), {do: "1"})

    asked.refresh_from_db()
    assert asked.status == RoleRequestStatus.WAITING
    assert "Koordination" not in groups_of(asked.user)


def test_the_database_refuses_a_role_confirmed_by_who_asked(asked, asker):
    with pytest.raises(DatabaseError), transaction.atomic():
        RoleRequest.objects.update(status="confirmed", decided_by=asker, decided_at=timezone.now())


def test_a_decision_is_final(asked, second):
    four_eyes.refuse(request_id=asked.pk, by=second)

    with pytest.raises(IllegalTransition):
        four_eyes.confirm(request_id=asked.pk, by=second)

    assert groups_of(asked.user) == {"Redaktion"}


@pytest.mark.parametrize("who", ["user", "asked_by"])
def test_nothing_is_confirmed_after_somebody_concerned_has_left(who, asked, second):
    leaving.leave(user=getattr(asked, who), successor=second, by=second)

    with pytest.raises(four_eyes.CannotDecide):
        four_eyes.confirm(request_id=asked.pk, by=second)

    assert groups_of(asked.user) <= {"Redaktion"}


def test_nothing_is_confirmed_once_who_asked_may_no_longer_give_roles(asked, asker, second):
    asker.groups.clear()

    with pytest.raises(four_eyes.CannotDecide):
        four_eyes.confirm(request_id=asked.pk, by=second)

    assert groups_of(asked.user) == {"Redaktion"}


def test_nothing_is_confirmed_by_somebody_who_lost_the_role(asked, second):
    second.groups.clear()

    with pytest.raises(four_eyes.CannotDecide):
        four_eyes.confirm(request_id=asked.pk, by=second)


def test_after_fourteen_days_nothing_can_be_confirmed(asked, second):
    later = timezone.now() + timedelta(days=14, minutes=1)

    with pytest.raises(four_eyes.CannotDecide):
        four_eyes.confirm(request_id=asked.pk, by=second, now=later)

    assert groups_of(asked.user) == {"Redaktion"}


def test_only_who_asked_withdraws(asked, asker, second, client_as):
    client_as(second).post(decide_url(asked), {"withdraw": "1"})
    asked.refresh_from_db()
    assert asked.status == RoleRequestStatus.WAITING

    client_as(asker).post(decide_url(asked), {"withdraw": "1"})

    asked.refresh_from_db()
    assert asked.status == RoleRequestStatus.WITHDRAWN


def test_asking_twice_is_asking_once(asked, asker):
    again = four_eyes.ask(user=asked.user, groups=["Koordination"], by=asker)

    assert again == asked
    assert Message.objects.filter(kind="accounts.role_asked").count() == 1


def test_opening_the_page_decides_nothing_and_is_noted(asked, second, client_as):
    client_as(second).get(decide_url(asked))

    asked.refresh_from_db()
    assert asked.status == RoleRequestStatus.WAITING
    assert ReadLog.objects.get().model == "accounts.RoleRequest"


def test_it_waits_on_the_desk_of_who_can_confirm_it_and_of_nobody_else(asked, asker, second):
    def waits_for(user) -> bool:
        kinds = [kind.name for kind in desk.counted(user, now=timezone.now())]
        return "accounts.role_requests" in kinds

    assert [waits_for(user) for user in (second, asker, asked.user)] == [True, False, False]

    four_eyes.refuse(request_id=asked.pk, by=second)

    assert not waits_for(second)
