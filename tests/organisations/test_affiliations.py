"""Umbrellas: one side says so, the other confirms, either ends it."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from kme_portal.base.registries import waiting_tasks
from kme_portal.mailings.letters import letters
from kme_portal.mailings.models import Message
from kme_portal.mailings.rendering import render
from organisations.models import Affiliation
from tests.factories import make_organisation, make_staff
from tests.factories.my_association import make_affiliation, make_editor

pytestmark = pytest.mark.django_db


def page(name: str, organisation, *args) -> str:
    return reverse(f"my_association:{name}", args=[organisation.pk, *args])


def shown(link) -> bool:
    return Affiliation.objects.current(timezone.localdate()).shown().filter(pk=link.pk).exists()


@pytest.fixture
def umbrella():
    return make_editor(
        organisation=make_organisation(name="Dachverband", level="state", is_listed=True)
    )


@pytest.fixture
def member():
    return make_editor(organisation=make_organisation(name="Mitglied", is_listed=True))


def ask(client_as, member, umbrella):
    return client_as(member.user).post(
        page("umbrellas", member.organisation),
        {"umbrella": umbrella.organisation_id, "kind": "member"},
    )


def test_a_membership_is_public_only_when_both_sides_said_yes(client_as, member, umbrella):
    ask(client_as, member, umbrella)
    link = Affiliation.objects.get()
    assert not shown(link)
    message = Message.objects.get(kind="organisations.affiliation_asked")
    assert message.email == umbrella.user.email
    assert "Mitglied" in render(letters[message.kind], link, message).text

    client_as(umbrella.user).post(page("confirm_affiliation", umbrella.organisation, link.pk))

    assert shown(link)


def test_the_member_cannot_say_yes_for_the_umbrella(client_as, member, umbrella):
    ask(client_as, member, umbrella)
    link = Affiliation.objects.get()

    client_as(member.user).post(page("confirm_affiliation", member.organisation, link.pk))

    assert not shown(link)


@pytest.mark.parametrize("side", ["member", "umbrella"])
def test_either_side_ends_it_at_once_after_being_asked(side, client_as, member, umbrella):
    link = make_affiliation(
        member=member.organisation,
        umbrella=umbrella.organisation,
        from_on=timezone.localdate(),
    )
    role = {"member": member, "umbrella": umbrella}[side]
    url = page("end_affiliation", role.organisation, link.pk)
    client = client_as(role.user)
    assert client.get(url).status_code == 200
    assert shown(link)

    client.post(url)

    assert not shown(link)
    link.refresh_from_db()
    assert link.to_on < timezone.localdate()


def test_what_was_never_confirmed_goes_when_it_is_rejected(client_as, member, umbrella):
    ask(client_as, member, umbrella)
    link = Affiliation.objects.get()

    client_as(umbrella.user).post(page("end_affiliation", umbrella.organisation, link.pk))

    assert not Affiliation.objects.exists()


def test_only_listed_umbrellas_can_be_chosen(client_as, member):
    hidden = make_organisation(name="Verborgen", level="state")
    local = make_organisation(name="Nebenan", level="local", is_listed=True)

    response = client_as(member.user).get(page("umbrellas", member.organisation))

    assert "Verborgen" not in response.content.decode()
    for other in (hidden, local):
        ask_for = {"umbrella": other.pk, "kind": "member"}
        client_as(member.user).post(page("umbrellas", member.organisation), ask_for)
    assert not Affiliation.objects.exists()


def test_a_circle_is_refused_beside_the_field(client_as, member, umbrella):
    member.organisation.level = "regional"
    member.organisation.save()
    make_affiliation(member=umbrella.organisation, umbrella=member.organisation)

    response = ask(client_as, member, umbrella)

    assert "umbrella" in response.context["form"].errors
    assert Affiliation.objects.count() == 1


def test_the_office_is_told_when_the_other_side_stays_silent(client_as, member, umbrella):
    with time_machine.travel(timezone.now() - timedelta(days=29)):
        ask(client_as, member, umbrella)

    rows = waiting_tasks["organisations.affiliations_unanswered"].rows(make_staff())

    assert [row.member for row in rows] == [member.organisation]
