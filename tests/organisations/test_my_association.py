"""The desk of an association: whose it is, what is due on it, and what it costs."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import InvitationStatus
from organisations.models import OrganisationStatus
from tests.factories import make_invitation, make_organisation, make_user
from tests.factories.events import make_event
from tests.factories.my_association import (
    make_affiliation,
    make_change,
    make_editor,
    make_role_invitation,
)
from tests.factories.organisations import make_representative

pytestmark = pytest.mark.django_db


def desk(organisation) -> str:
    return reverse("my_association:desk", args=[organisation.pk])


def text_of(client, url) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def rooms(organisation) -> dict[str, str]:
    """Every address below the association, with a row of it behind each second key."""
    person = make_representative(organisation=organisation)
    invitation = make_role_invitation(organisation=organisation, email="andere@verein.example")
    link = make_affiliation(member=organisation)
    change = make_change(organisation=organisation)
    invited = make_invitation(organisation=organisation)
    plain = ("desk", "profile", "preview", "logo", "people", "invite", "umbrellas", "history")
    return {
        **{name: reverse(f"my_association:{name}", args=[organisation.pk]) for name in plain},
        **{
            f"part {part}": reverse("my_association:part", args=[organisation.pk, part])
            for part in ("name", "angaben", "kontakt", "taetigkeit", "sichtbarkeit")
        },
        "confirm": reverse("my_association:confirm", args=[organisation.pk]),
        "withdraw change": reverse(
            "my_association:withdraw_change", args=[organisation.pk, change.pk]
        ),
        "withdraw invitation": reverse(
            "my_association:withdraw_invitation", args=[organisation.pk, invitation.pk]
        ),
        "end role": reverse("my_association:end_role", args=[organisation.pk, person.pk]),
        "hand over": reverse("my_association:hand_over", args=[organisation.pk, person.pk]),
        "confirm affiliation": reverse(
            "my_association:confirm_affiliation", args=[organisation.pk, link.pk]
        ),
        "end affiliation": reverse(
            "my_association:end_affiliation", args=[organisation.pk, link.pk]
        ),
        "invitation": reverse("events:member_invitation", args=[organisation.pk, invited.pk]),
        "accept": reverse("events:member_invitation_accept", args=[organisation.pk, invited.pk]),
    }


def test_nobody_but_its_own_people_opens_or_changes_anything_of_an_association(client_as):
    organisation = make_editor().organisation
    addresses = rooms(organisation)
    strangers = {
        "a member of another": make_editor().user,
        "nobody's member": make_user(),
        "one whose role ended": make_editor(
            organisation=organisation, to_on=timezone.localdate() - timedelta(days=1)
        ).user,
        "one whose role begins tomorrow": make_editor(
            organisation=organisation, from_on=timezone.localdate() + timedelta(days=1)
        ).user,
    }
    for who, user in strangers.items():
        client = client_as(user)
        for name, url in addresses.items():
            assert client.get(url).status_code in (404, 405), (who, name)
            assert client.post(url).status_code == 404, (who, name)
    for url in addresses.values():
        assert client_as(None).get(url).status_code == 302


def test_the_office_has_its_own_rooms_and_not_this_one(client_as):
    assert client_as("Koordination").get(desk(make_organisation())).status_code == 404


def test_rows_of_another_association_are_not_found_behind_ones_own(client_as):
    mine, other = make_editor(), make_editor()
    client = client_as(mine.user)
    swapped = {
        name: url.replace(
            f"/mein-verein/{other.organisation_id}/", f"/mein-verein/{mine.organisation_id}/"
        )
        for name, url in rooms(other.organisation).items()
    }
    own = {
        "desk",
        "profile",
        "preview",
        "logo",
        "people",
        "invite",
        "umbrellas",
        "history",
        "confirm",
    }
    for name, url in swapped.items():
        if name in own or name.startswith("part"):
            continue
        assert client.get(url).status_code in (404, 405), name
        assert client.post(url).status_code == 404, name


def test_who_acts_but_may_not_edit_sees_the_desk_and_changes_nothing(client_as):
    organisation = make_editor().organisation
    helper = make_representative(organisation=organisation, user=make_user())
    client = client_as(helper.user)
    addresses = rooms(organisation)

    assert client.get(addresses["desk"]).status_code == 200
    assert client.get(addresses["invitation"]).status_code == 200
    assert client.get(addresses["people"]).status_code == 200
    for name in (
        "profile",
        "part kontakt",
        "logo",
        "invite",
        "umbrellas",
        "confirm",
        "withdraw change",
        "withdraw invitation",
        "end role",
        "end affiliation",
        "confirm affiliation",
    ):
        assert client.post(addresses[name]).status_code == 404, name


def test_who_may_not_edit_sees_only_their_own_role(client_as):
    organisation = make_editor(name="Kollegin im Vorstand").organisation
    helper = make_representative(organisation=organisation, user=make_user(), name="Ich selbst")

    page = text_of(client_as(helper.user), reverse("my_association:people", args=[organisation.pk]))

    assert "Ich selbst" in page
    assert "Kollegin" not in page


@pytest.mark.parametrize(
    "given",
    [{"status": OrganisationStatus.ARCHIVED}, {"status": OrganisationStatus.DRAFT}],
)
def test_a_closed_entry_has_no_desk(given, client_as):
    role = make_editor(organisation=make_organisation(**given))

    assert client_as(role.user).get(desk(role.organisation)).status_code == 404


def test_the_start_leads_straight_on_to_the_only_association(client_as):
    role = make_editor()

    response = client_as(role.user).get(reverse("my_association:start"))

    assert response.status_code == 302
    assert response["Location"] == desk(role.organisation)


def test_who_acts_for_several_chooses_and_changes_over(client_as):
    first = make_editor(organisation=make_organisation(name="Verein Ost"))
    second = make_editor(organisation=make_organisation(name="Verein West"), user=first.user)
    client = client_as(first.user)

    start = text_of(client, reverse("my_association:start"))
    page = text_of(client, desk(first.organisation))

    assert desk(first.organisation) in start
    assert desk(second.organisation) in start
    assert desk(second.organisation) in page


def test_who_acts_for_none_is_told_how_to_get_in(client_as):
    page = text_of(client_as(make_user()), reverse("my_association:start"))

    assert "handeln hier noch für keinen Verein" in page


def test_what_is_due_stands_on_the_desk_with_the_nearest_deadline_first(client_as):
    today = timezone.localdate()
    role = make_editor(organisation=make_organisation(last_confirmed_on=today))
    for title, days in (("Später Termin", 9), ("Naher Termin", 3)):
        make_invitation(
            organisation=role.organisation,
            event=make_event(
                title=title,
                starts_at=timezone.now() + timedelta(days=20),
                answer_by=today + timedelta(days=days),
            ),
        )
    make_invitation(
        organisation=role.organisation,
        status=InvitationStatus.ACCEPTED,
        event=make_event(title="Zugesagter Termin"),
    )
    make_affiliation(
        member=make_organisation(name="Mitglied von nebenan"),
        umbrella=role.organisation,
        confirmed_by_umbrella_on=None,
    )

    due = text_of(client_as(role.user), desk(role.organisation)).split("tiles")[0]

    assert (
        due.index("Naher Termin") < due.index("Später Termin") < due.index("Mitglied von nebenan")
    )
    assert "Zugesagter Termin" not in due


def test_an_umbrella_is_not_told_whom_the_office_thinks_to_belong_to_it(client_as):
    role = make_editor()
    make_affiliation(
        member=make_organisation(name="Verborgener Verein"),
        umbrella=role.organisation,
        confirmed_by_member_on=None,
        confirmed_by_umbrella_on=None,
    )
    client = client_as(role.user)

    assert "Verborgener Verein" not in text_of(client, desk(role.organisation))
    umbrellas = reverse("my_association:umbrellas", args=[role.organisation_id])
    assert "Verborgener Verein" not in text_of(client, umbrellas)


def test_the_yearly_question_is_answered_with_one_button(client_as):
    last_year = timezone.localdate() - timedelta(days=340)
    role = make_editor(organisation=make_organisation(last_confirmed_on=last_year))
    client = client_as(role.user)
    confirm = reverse("my_association:confirm", args=[role.organisation_id])
    assert confirm in text_of(client, desk(role.organisation))

    client.post(confirm)

    role.organisation.refresh_from_db()
    assert role.organisation.last_confirmed_on == timezone.localdate()
    assert confirm not in text_of(client, desk(role.organisation))


def test_a_get_confirms_nothing(client_as):
    role = make_editor()

    response = client_as(role.user).get(
        reverse("my_association:confirm", args=[role.organisation_id])
    )

    assert response.status_code == 405


def test_a_second_editor_is_asked_for_kindly_while_there_is_one(client_as):
    role = make_editor()
    client = client_as(role.user)
    assert "einzige Person" in text_of(client, desk(role.organisation))

    make_editor(organisation=role.organisation)

    assert "einzige Person" not in text_of(client, desk(role.organisation))


@pytest.mark.parametrize("number", [1, 5])
def test_the_desk_takes_at_most_twelve_queries(number, client_as, django_assert_max_num_queries):
    role = make_editor()
    for _one in range(number):
        make_invitation(organisation=role.organisation)
        make_invitation(
            organisation=role.organisation,
            status=InvitationStatus.ACCEPTED,
            event=make_event(starts_at=timezone.now() - timedelta(days=9)),
        )
        make_affiliation(member=role.organisation, confirmed_by_member_on=None)
        make_editor(user=role.user)
    client = client_as(role.user)

    with django_assert_max_num_queries(12):
        text_of(client, desk(role.organisation))


def test_a_member_answers_an_invitation_without_the_letter(client_as):
    role = make_editor()
    invitation = make_invitation(organisation=role.organisation)
    client = client_as(role.user)
    url = reverse("events:member_invitation", args=[role.organisation_id, invitation.pk])
    assert client.get(url).status_code == 200
    invitation.refresh_from_db()
    assert invitation.status == InvitationStatus.OPEN

    response = client.post(url)

    invitation.refresh_from_db()
    assert response["Location"] == url
    assert invitation.status == InvitationStatus.DECLINED
    assert invitation.answered_by == role
