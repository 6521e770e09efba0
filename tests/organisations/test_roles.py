"""People in roles: invited, accepting, handing over, ending; and letters about it."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.models import Consent, User
from kme_portal.base import retention
from kme_portal.base.models import IllegalTransition
from kme_portal.base.registries import waiting_tasks
from kme_portal.mailings.letters import Verdict, letters
from kme_portal.mailings.models import Message
from kme_portal.mailings.rendering import render
from organisations.models import (
    ChangeStatus,
    Organisation,
    OrganisationStatus,
    RoleInvitation,
    RoleInvitationStatus,
)
from organisations.registered.my_association import invitations_of
from organisations.services import register, roles
from tests.factories import make_organisation, make_staff, make_user
from tests.factories.files import make_picture
from tests.factories.my_association import make_change, make_editor, make_role_invitation
from tests.factories.organisations import make_representative, make_term

pytestmark = pytest.mark.django_db
LETTER = "organisations.role_invitation"


def page(name: str, organisation, *args) -> str:
    return reverse(f"my_association:{name}", args=[organisation.pk, *args])


def link(invitation) -> str:
    return reverse("my_association:role_invitation", args=[invitation.token()])


def invite(client, organisation, **given):
    usual = {"email": "neu@verein.example", "language": "tr", "may_edit": "on"}
    return client.post(page("invite", organisation), usual | given)


def test_somebody_is_invited_by_a_letter_in_their_language(client_as):
    role = make_editor()

    invite(client_as(role.user), role.organisation, email=" NEU@Verein.example ")

    invitation = RoleInvitation.objects.get()
    message = Message.objects.get(kind=LETTER)
    assert (invitation.email, invitation.may_edit) == ("neu@verein.example", True)
    assert (message.email, message.language) == ("neu@verein.example", "tr")
    letter = render(letters[LETTER], letters[LETTER].about(message), message)
    assert f"/tr{link(invitation)}" in letter.text.replace("\n", "")
    assert role.organisation.name not in letter.subject


def test_nothing_typed_by_the_inviting_stands_in_the_letter(client_as):
    role = make_editor(name="KAUFT JETZT", function_note="www.werbung.example")

    invite(client_as(role.user), role.organisation, words="KAUFT JETZT", name="KAUFT JETZT")

    message = Message.objects.get(kind=LETTER)
    text = render(letters[LETTER], letters[LETTER].about(message), message).text
    assert "KAUFT" not in text
    assert "werbung" not in text


def test_the_letter_is_first_offered_in_the_language_of_who_invites(client_as):
    role = make_editor()

    form = client_as(role.user).get(f"/tr{page('invite', role.organisation)}").content.decode()

    assert '<option value="tr" selected' in form


@pytest.mark.parametrize("who", ["acts already", "invited already"])
def test_nobody_is_invited_twice(who, client_as):
    role = make_editor()
    if who == "acts already":
        make_editor(organisation=role.organisation, email="neu@verein.example")
    else:
        make_role_invitation(organisation=role.organisation)

    response = invite(client_as(role.user), role.organisation)

    assert "email" in response.context["form"].errors
    assert not Message.objects.exists()


def test_a_new_invitation_takes_the_place_of_one_that_has_expired(client_as):
    role = make_editor()
    old = make_role_invitation(organisation=role.organisation, expires_at=timezone.now())

    invite(client_as(role.user), role.organisation)

    old.refresh_from_db()
    assert old.status == RoleInvitationStatus.WITHDRAWN
    assert RoleInvitation.objects.open(timezone.now()).count() == 1


def test_the_portal_is_no_way_to_write_to_strangers(client_as):
    role = make_editor()
    client = client_as(role.user)
    for number in range(10):
        assert invite(client, role.organisation, email=f"{number}@fremd.example").status_code == 302

    response = invite(client, role.organisation, email="10@fremd.example")

    assert "morgen" in response.content.decode()
    assert Message.objects.count() == 10


def test_one_address_gets_few_letters_of_all_associations_together(client_as):
    for _one in range(3):
        role = make_editor()
        invite(client_as(role.user), role.organisation)
    role = make_editor()

    response = invite(client_as(role.user), role.organisation)

    assert response.status_code == 200
    assert Message.objects.count() == 3


def test_the_database_keeps_one_open_invitation_an_address():
    invitation = make_role_invitation()

    with pytest.raises(IntegrityError), transaction.atomic():
        make_role_invitation(organisation=invitation.organisation, email="NEU@verein.example")


# Accepting


def test_looking_at_the_link_changes_nothing(client):
    invitation = make_role_invitation(function=make_term("function", name="Kasse"))

    response = client.get(link(invitation))

    assert "Kasse" in response.content.decode()
    assert response["Cache-Control"] == "no-store, private"
    invitation.refresh_from_db()
    assert invitation.status == RoleInvitationStatus.OPEN
    assert not User.objects.filter(email=invitation.email).exists()


def test_somebody_without_account_accepts_and_sets_a_password(client):
    invitation = make_role_invitation()

    response = client.post(link(invitation), {"name": "Neue Person", "agreed": "on"})

    person = invitation.organisation.representatives.get()
    assert response["Location"].startswith("/konto/einladung/")
    assert client.get(response["Location"]).status_code == 200
    assert (person.name, person.email, person.may_edit) == ("Neue Person", invitation.email, True)
    assert not person.user.has_usable_password()
    assert Consent.objects.get().purpose == "registration"
    assert client.get(link(invitation)).status_code == 404


def test_an_account_with_a_password_is_not_opened_by_a_link(client):
    invitation = make_role_invitation()
    make_user(email=invitation.email)

    response = client.post(link(invitation), {"name": "Neue Person", "agreed": "on"})

    assert response["Location"].startswith("/konto/anmelden/")
    assert not invitation.organisation.representatives.exists()


def test_a_closed_account_is_not_opened_by_a_link(client):
    invitation = make_role_invitation()
    make_user(email=invitation.email, is_active=False)

    response = client.post(link(invitation), {"name": "Neue Person", "agreed": "on"})

    assert response["Location"].startswith("/konto/anmelden/")
    assert not invitation.organisation.representatives.exists()


def test_who_is_signed_in_takes_the_role_with_that_account(client_as):
    invitation = make_role_invitation()
    user = make_user()

    response = client_as(user).post(link(invitation), {"name": "Neue Person", "agreed": "on"})

    assert response["Location"] == page("desk", invitation.organisation)
    assert list(Organisation.objects.editable_by(user)) == [invitation.organisation]


def test_an_entry_that_the_office_made_for_the_address_is_taken_up(client_as):
    invitation = make_role_invitation()
    known = make_representative(organisation=invitation.organisation, email="Neu@verein.example")

    client_as(make_user()).post(link(invitation), {"name": "Neue Person", "agreed": "on"})

    assert list(invitation.organisation.representatives.all()) == [known]


def test_without_consent_nobody_is_entered(client):
    invitation = make_role_invitation()

    response = client.post(link(invitation), {"name": "Neue Person"})

    assert "agreed" in response.context["form"].errors
    assert not invitation.organisation.representatives.exists()


def test_declining_takes_one_button_and_ends_the_link(client):
    invitation = make_role_invitation()

    response = client.post(link(invitation), {"decline": ""})

    invitation.refresh_from_db()
    assert response.status_code == 200
    assert invitation.status == RoleInvitationStatus.DECLINED
    assert client.get(link(invitation)).status_code == 404


@pytest.mark.parametrize("why", ["expired", "withdrawn", "forged"])
def test_a_link_that_no_longer_holds_is_not_found(why, client, client_as):
    invitation = make_role_invitation()
    url = link(invitation)
    if why == "expired":
        invitation.expires_at = timezone.now()
        invitation.save()
    elif why == "withdrawn":
        editor = make_editor(organisation=invitation.organisation)
        client_as(editor.user).post(
            page("withdraw_invitation", invitation.organisation, invitation.pk)
        )
    else:
        url = url[:-3] + "x/"

    assert client.get(url).status_code == 404
    assert client.post(url, {"name": "X", "agreed": "on"}).status_code == 404


def test_an_answered_invitation_is_not_answered_again():
    invitation = make_role_invitation()
    roles.decline(invitation_id=invitation.pk, now=timezone.now())

    for verb in (roles.decline, roles.withdraw):
        with pytest.raises(IllegalTransition):
            verb(invitation_id=invitation.pk, now=timezone.now())
    with pytest.raises(IllegalTransition):
        roles.accept(invitation_id=invitation.pk, user=make_user(), name="X", now=timezone.now())


def test_a_letter_about_a_withdrawn_invitation_does_not_leave():
    invitation = make_role_invitation(
        status=RoleInvitationStatus.WITHDRAWN, answered_at=timezone.now()
    )

    assert letters[LETTER].is_current(invitation, Message(), timezone.now()) == Verdict.NO


def test_a_merged_entry_takes_its_wishes_and_invitations_back_and_hands_its_people_over(client):
    role = make_editor(organisation=make_organisation(logo_image=make_picture()))
    change = make_change(organisation=role.organisation)
    invitation = make_role_invitation(organisation=role.organisation)
    url = link(invitation)
    other = make_representative(email=role.email).organisation

    register.merge(organisation_id=role.organisation_id, into_id=other.pk)

    change.refresh_from_db()
    other.refresh_from_db()
    assert change.status == ChangeStatus.WITHDRAWN
    assert client.get(url).status_code == 404
    assert list(Organisation.objects.editable_by(role.user)) == [other]
    assert other.logo_image == role.organisation.logo_image


def test_nobody_takes_a_role_for_an_entry_that_is_closed(client):
    invitation = make_role_invitation(
        organisation=make_organisation(status=OrganisationStatus.ARCHIVED)
    )

    assert client.get(link(invitation)).status_code == 404


# Handing over and ending


def test_a_role_handed_over_ends_when_the_successor_accepts(client_as):
    function = make_term("function", name="Vorsitz")
    role = make_editor(function=function)
    client = client_as(role.user)

    client.post(
        page("hand_over", role.organisation, role.pk),
        {"email": "nachfolge@verein.example", "language": "de"},
    )
    assert client.get(page("desk", role.organisation)).status_code == 200
    invitation = RoleInvitation.objects.get()
    assert (invitation.function, invitation.may_edit) == (function, True)

    successor = make_user()
    client_as(successor).post(link(invitation), {"name": "Nachfolge", "agreed": "on"})

    assert client.get(page("desk", role.organisation)).status_code == 404
    assert client_as(successor).get(page("desk", role.organisation)).status_code == 200


def test_nobody_hands_over_another_persons_role(client_as):
    role = make_editor()
    colleague = make_editor(organisation=role.organisation)

    response = client_as(role.user).post(
        page("hand_over", role.organisation, colleague.pk),
        {"email": "nachfolge@verein.example", "language": "de"},
    )

    assert response.status_code == 404
    assert not RoleInvitation.objects.exists()


def test_ending_a_role_is_asked_first_and_then_holds_at_once(client_as):
    role = make_editor()
    colleague = make_editor(organisation=role.organisation, from_on=timezone.localdate())
    client = client_as(role.user)
    url = page("end_role", role.organisation, colleague.pk)
    client.get(url)
    colleague.refresh_from_db()
    assert colleague.to_on is None

    client.post(url)

    assert client_as(colleague.user).get(page("desk", role.organisation)).status_code == 404
    message = Message.objects.get(kind="organisations.role_ended")
    assert message.email == colleague.user.email
    assert "beendet" in render(letters[message.kind], colleague, message).text


def test_who_ends_their_own_last_role_is_warned_and_the_office_gets_a_task(client_as):
    role = make_editor()
    client = client_as(role.user)
    url = page("end_role", role.organisation, role.pk)
    assert "Sonst darf niemand bearbeiten" in client.get(url).content.decode()
    task = waiting_tasks["organisations.without_editor"]
    office = make_staff()
    assert not task.rows(office)

    response = client.post(url)

    assert response["Location"] == reverse("my_association:start")
    assert list(task.rows(office)) == [role.organisation]
    assert not Message.objects.exists()
    assert not task.rows(make_staff("Redaktion"))


def test_an_association_that_never_had_access_is_no_task():
    make_representative(may_edit=True)

    assert not waiting_tasks["organisations.without_editor"].rows(make_staff())


# Keeping


def test_invitations_go_thirty_days_after_their_answer_or_end():
    now = timezone.now()
    kept = make_role_invitation()
    with time_machine.travel(now - timedelta(days=31)):
        answered = make_role_invitation(email="a@verein.example")
        roles.decline(invitation_id=answered.pk, now=timezone.now())
    make_role_invitation(email="b@verein.example", expires_at=now - timedelta(days=31))

    assert retention.erase_due(now=now)["organisations.role_invitations"] == 2
    assert list(RoleInvitation.objects.all()) == [kept]


def test_an_invitation_is_exported_and_erased_by_its_address():
    from kme_portal.base.registries import personal_data

    make_role_invitation(email="Neu@verein.example", organisation=make_organisation(name="Verein"))
    entry = personal_data["organisations.role_invitations"]

    assert entry.export("neu@verein.example")[0]["organisation"] == "Verein"
    assert entry.erase("neu@verein.example", timezone.now()) >= 1
    assert not invitations_of("neu@verein.example")
