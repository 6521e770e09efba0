"""What an association and its people learn when somebody comes to act for it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.models import Consent
from kme_portal.accounts.registries import withdrawal_effects
from kme_portal.mailings.letters import letters
from kme_portal.mailings.models import Message
from kme_portal.mailings.rendering import render
from organisations.models import EntryClaim, EntryClaimStatus, Representative
from organisations.services import claiming, register, roles
from tests.factories import make_claim, make_organisation, make_representative, make_staff
from tests.factories.accounts import make_user
from tests.factories.my_association import make_editor, make_role_invitation

pytestmark = pytest.mark.django_db
AGREED = {"agreed": "on"}
ADDED = "organisations.editor_added"


@pytest.fixture
def coordinator(db):
    return make_staff("Koordination")


@pytest.fixture
def offered(coordinator):
    """An entry of the office, offered to one of its people."""
    organisation = make_organisation(name="Frauenverein e.V.", is_listed=True)
    person = make_representative(organisation=organisation, email="vorsitz@verein.example")
    return claiming.invite(representative_id=person.pk, by=coordinator, now=timezone.now())


def path(claim) -> str:
    return reverse("organisations:claim", args=[claiming.token_of(claim)])


def press(claim) -> Representative:
    claiming.press(claim_id=claim.pk, now=timezone.now())
    return Representative.objects.get(email=claim.email)


def told(kind: str) -> set[str]:
    return set(Message.objects.filter(kind=kind).values_list("email", flat=True))


def test_nobody_becomes_a_contact_without_agreeing(client, offered):
    answer = client.post(path(offered))

    assert answer.status_code == 422
    assert EntryClaim.objects.get().status == EntryClaimStatus.SENT
    assert not Consent.objects.exists()
    assert not Representative.objects.get().user


def test_who_is_asked_by_the_office_reads_so_and_not_that_they_asked(client, offered):
    page = client.get(path(offered)).content.decode()

    assert "Die Koordinierungsstelle bittet Sie" in page
    assert "vorsitz@verein.example" in page
    assert "liest" not in page.split("<form")[0]


def test_the_agreement_is_kept_and_taken_back_it_ends_the_role(client, offered):
    client.post(path(offered), AGREED)
    assert Consent.objects.living().of("vorsitz@verein.example").exists()

    withdrawal_effects["registration"](Consent.objects.get(), timezone.now())

    assert not Representative.objects.exists()


def test_whose_role_came_by_an_invitation_ends_it_by_the_consent_too(client_as):
    invitation = make_role_invitation(email="neu@verein.example")
    user = make_user(email="neu@verein.example")
    link = reverse("my_association:role_invitation", args=[invitation.token()])
    client_as(user).post(link, {"name": "Neue Kasse", "agreed": "on"})
    assert Representative.objects.filter(user=user).exists()

    withdrawal_effects["registration"](Consent.objects.get(), timezone.now())

    assert not Representative.objects.filter(user=user).exists()


def test_whoever_edits_already_learns_that_a_second_claimant_may(offered, coordinator):
    press(offered)
    second = make_claim(offered.organisation, email="zweite@verein.example", name="Zweite")
    claiming.grant(claim_id=second.pk, by=coordinator, now=timezone.now())
    assert told(ADDED) == set()

    press(second)

    assert told(ADDED) == {"vorsitz@verein.example"}


def test_the_letter_names_nobody_and_leads_to_the_people(offered, coordinator):
    press(offered)
    press(
        claiming.grant_to(
            organisation=offered.organisation,
            email="zweite@verein.example",
            name="Zweite Person",
            language="de",
            by=coordinator,
            now=timezone.now(),
        )
    )

    message = Message.objects.get(kind=ADDED)
    letter = render(letters[ADDED], letters[ADDED].about(message), message)
    people = reverse("my_association:people", args=[offered.organisation_id])
    assert people in letter.text.replace("\n", "")
    assert "Zweite Person" not in letter.text
    assert "Frauenverein" not in letter.subject


def test_who_invites_learns_that_the_invited_accepted(db):
    editor = make_editor()
    invitation = make_role_invitation(organisation=editor.organisation, may_edit=True)
    user = make_user(email=invitation.email)

    roles.accept(invitation_id=invitation.pk, user=user, name="Neu", now=timezone.now())

    assert told(ADDED) == {editor.user.email}


def test_somebody_who_may_not_edit_is_news_to_nobody(db):
    editor = make_editor()
    invitation = make_role_invitation(organisation=editor.organisation, may_edit=False)
    user = make_user(email=invitation.email)

    roles.accept(invitation_id=invitation.pk, user=user, name="Neu", now=timezone.now())

    assert told(ADDED) == set()


def test_who_hands_over_learns_that_the_successor_accepted(db):
    editor = make_editor()
    invitation = make_role_invitation(
        organisation=editor.organisation, may_edit=True, replaces=editor
    )
    user = make_user(email=invitation.email)

    roles.accept(invitation_id=invitation.pk, user=user, name="Neu", now=timezone.now())

    assert told("organisations.role_handed_over") == {editor.user.email}
    assert told(ADDED) == set()


def test_the_office_hands_over_to_somebody_who_is_not_entered(client_as, coordinator):
    entry = make_organisation()
    desk = reverse("admin:organisations_organisation_hand_over", args=[entry.pk])

    client_as(coordinator).post(
        desk, {"email": "neu@verein.example", "name": "Neue Leitung", "language": "ar"}
    )

    assert not entry.representatives.exists()
    person = press(EntryClaim.objects.get())
    assert (person.name, person.language, person.may_edit) == ("Neue Leitung", "ar", True)


def test_a_wrong_address_is_said_beside_the_field(client_as, coordinator):
    entry = make_organisation()
    desk = reverse("admin:organisations_organisation_hand_over", args=[entry.pk])

    answer = client_as(coordinator).post(desk, {"email": "neu@", "language": "de"})

    assert answer.context["form"].errors["email"]
    assert not EntryClaim.objects.exists()


def test_who_took_an_entry_over_is_first_asked_to_look_at_it(client_as, offered):
    organisation = offered.organisation
    organisation.last_confirmed_on = timezone.localdate() - timedelta(days=2)
    organisation.save()
    client = client_as(press(offered).user)
    desk = reverse("my_association:desk", args=[organisation.pk])
    profile = reverse("my_association:profile", args=[organisation.pk])

    assert client.get(desk).context["due"][0].url == profile
    assert client.get(profile).context["asks_whether_right"]

    register.confirm(organisation_id=organisation.pk, now=timezone.now())
    assert client.get(desk).context["due"] == []
    assert not client.get(profile).context["asks_whether_right"]


def test_who_may_edit_is_led_to_the_profile_and_not_asked_whether_it_is_theirs(client_as, offered):
    public = offered.organisation.get_absolute_url()
    ask = reverse("organisations:claim_ask", args=[offered.organisation.slug])
    profile = reverse("my_association:profile", args=[offered.organisation_id])

    own = client_as(press(offered).user).get(public).content.decode()
    others = client_as(make_editor().user).get(public).content.decode()

    assert profile in own
    assert ask not in own
    assert ask in others
    assert profile not in others
