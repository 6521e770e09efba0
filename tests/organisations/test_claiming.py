"""Entries that the office made pass over to their association: by a proven mailbox, once."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.models import User
from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.models import Message
from organisations.models import (
    EntryClaim,
    EntryClaimStatus,
    Organisation,
    OrganisationStatus,
    Representative,
)
from organisations.services import claiming
from organisations.services.joining_data import erase_claims
from tests.factories import (
    make_claim,
    make_organisation,
    make_representative,
    make_staff,
    make_user,
)
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db
AGREED = {"agreed": "on"}


@pytest.fixture
def coordinator(db):
    return make_staff("Koordination")


@pytest.fixture
def entry(db):
    """A listed entry of the office with one person."""
    organisation = make_organisation(name="Frauenverein e.V.", is_listed=True)
    make_representative(organisation=organisation, email="vorsitz@verein.example")
    return organisation


def ask(client, entry, email, **given):
    path = reverse("organisations:claim_ask", args=[entry.slug])
    return client.post(path, {"email": email, "words": "Ich bin im Vorstand."} | given)


def link() -> str:
    deliver_all(timezone.now() + timedelta(seconds=2))
    return re.search(r"https?://[^/\s]+(\S*/uebernahme/\S+)", mail.outbox[-1].body)[1]


def test_an_entered_address_takes_the_entry_over_and_sets_a_password(client, entry):
    ask(client, entry, "Vorsitz@Verein.example")
    path = link()

    opened = client.get(path)
    assert EntryClaim.objects.get().status == EntryClaimStatus.SENT
    answer = client.post(path, AGREED)

    person = Representative.objects.get()
    assert opened.status_code == 200
    assert "/konto/einladung/" in answer.url
    assert person.user == User.objects.get(email="vorsitz@verein.example")
    assert person.may_edit
    assert list(Organisation.objects.editable_by(person.user)) == [entry]


def test_the_link_works_once(client, entry):
    ask(client, entry, "vorsitz@verein.example")
    path = link()
    client.post(path, AGREED)

    assert client.get(path).status_code == 404
    assert client.post(path, AGREED).status_code == 404


def test_the_same_answer_for_known_and_unknown_addresses(client, entry):
    known = ask(client, entry, "vorsitz@verein.example")
    unknown = ask(client, entry, "fremd@neu.example")
    machine = ask(client, entry, "dritte@neu.example", homepage="x")

    assert known.url == unknown.url == machine.url == "/vereine/uebernahme/gesendet/"
    assert set(Message.objects.values_list("kind", flat=True)) == {"organisations.claim_link"}
    assert Message.objects.count() == 2


def test_who_pressed_and_chose_no_password_is_told_the_way_on(client, entry):
    ask(client, entry, "vorsitz@verein.example")
    path = link()
    client.post(path, AGREED)

    again = client.get(path).content.decode()
    assert reverse("account_reset_password") in again
    client.post(reverse("account_reset_password"), {"email": "vorsitz@verein.example"})
    deliver_all(timezone.now() + timedelta(seconds=2))

    assert "/konto/passwort/neu/" in mail.outbox[-1].body


def test_an_unknown_address_goes_to_the_office_and_gains_nothing(client, entry):
    ask(client, entry, "fremd@neu.example")

    answer = client.post(link(), AGREED)

    assert answer.url == "/vereine/uebernahme/wird-geprueft/"
    assert EntryClaim.objects.get().status == EntryClaimStatus.ASKED
    assert not User.objects.exists()
    assert entry.representatives.count() == 1


def test_an_address_that_nobody_proved_never_reaches_the_office(client, entry):
    ask(client, entry, "fremd@neu.example")

    assert not EntryClaim.objects.asked().exists()


def test_a_second_claimant_always_goes_to_the_office(client, entry):
    make_representative(organisation=entry, email="zweite@verein.example")
    ask(client, entry, "vorsitz@verein.example")
    client.post(link(), AGREED)
    ask(client, entry, "zweite@verein.example")
    client.post(link(), AGREED)

    claim = EntryClaim.objects.get(email="zweite@verein.example")
    assert claim.status == EntryClaimStatus.ASKED
    assert not Representative.objects.get(email="zweite@verein.example").user


def test_the_office_hands_over_to_somebody_new(client, client_as, coordinator, entry):
    claim = make_claim(entry, email="neu@verein.example", name="Neue Kasse")
    desk = reverse("admin:organisations_organisation_claim", args=[claim.pk])

    client_as(coordinator).post(desk, {"do": "grant"})
    client.post(link(), AGREED)

    person = entry.representatives.get(email="neu@verein.example")
    assert (person.name, person.may_edit) == ("Neue Kasse", True)
    assert person.user is not None


def test_the_office_refuses_and_says_so(client_as, coordinator, entry):
    claim = make_claim(entry)
    desk = reverse("admin:organisations_organisation_claim", args=[claim.pk])

    client_as(coordinator).post(desk, {"do": "refuse", "words": "Bitte rufen Sie an."})

    claim.refresh_from_db()
    assert claim.status == EntryClaimStatus.REFUSED
    deliver_all(timezone.now() + timedelta(seconds=2))
    assert "Bitte rufen Sie an." in mail.outbox[-1].body
    with pytest.raises(IllegalTransition):
        claiming.grant(claim_id=claim.pk, by=coordinator, now=timezone.now())


def test_the_office_invites_one_of_the_entered_people(client, client_as, coordinator):
    entry = make_organisation(name="Nicht gelistet e.V.")
    person = make_representative(organisation=entry, language="tr")
    desk = reverse("admin:organisations_organisation_hand_over", args=[entry.pk])

    client_as(coordinator).post(desk, {"person": person.pk})
    path = link()
    client.post(path, AGREED)

    assert path.startswith("/tr/")
    person.refresh_from_db()
    assert person.may_edit
    assert person.user


def test_a_new_invitation_ends_the_link_before(client, coordinator, entry):
    person = entry.representatives.get()
    now = timezone.now()
    first = claiming.invite(representative_id=person.pk, by=coordinator, now=now)
    old = reverse("organisations:claim", args=[claiming.token_of(first)])

    claiming.invite(representative_id=person.pk, by=coordinator, now=now)

    assert client.get(old).status_code == 404
    assert EntryClaim.objects.count() == 1


def test_a_link_ends_after_fourteen_days(client, entry):
    ask(client, entry, "vorsitz@verein.example")
    path = link()
    EntryClaim.objects.update(sent_at=timezone.now() - timedelta(days=14, minutes=1))

    assert client.get(path).status_code == 404
    assert client.post(path, AGREED).status_code == 404


@pytest.mark.parametrize("change", ["no address", "role ended", "outside", "dormant"])
def test_whom_the_office_cannot_invite(coordinator, entry, change):
    person = entry.representatives.get()
    if change == "no address":
        Representative.objects.update(email="")
    elif change == "role ended":
        Representative.objects.update(to_on="2020-01-01")
    elif change == "outside":
        Representative.objects.update(organisation=None)
    else:
        Organisation.objects.update(status=OrganisationStatus.DORMANT)

    with pytest.raises(claiming.CannotHandOver):
        claiming.invite(representative_id=person.pk, by=coordinator, now=timezone.now())


def test_an_entry_that_rests_meanwhile_passes_to_nobody(client, entry):
    ask(client, entry, "vorsitz@verein.example")
    path = link()
    Organisation.objects.update(status=OrganisationStatus.DORMANT)

    client.post(path, AGREED)

    assert EntryClaim.objects.get().status == EntryClaimStatus.SENT
    assert not Representative.objects.get().user


def test_what_is_not_listed_cannot_be_asked_for(client):
    entry = make_organisation()

    path = reverse("organisations:claim_ask", args=[entry.slug])

    assert client.get(path).status_code == 404
    assert client.post(path, {"email": "a@neu.example"}).status_code == 404


def test_who_has_an_account_signs_in(client, entry):
    user = make_user(email="vorsitz@verein.example")
    ask(client, entry, "vorsitz@verein.example")

    answer = client.post(link(), AGREED)

    assert answer.url == reverse("account_login")
    assert Representative.objects.get().user == user


def test_the_database_keeps_one_open_claim_of_an_address(entry):
    claim = make_claim(entry)

    with pytest.raises(IntegrityError), transaction.atomic():
        EntryClaim.objects.create(
            organisation=entry, email=claim.email.upper(), sent_at=timezone.now()
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        EntryClaim.objects.update(status=EntryClaimStatus.TAKEN)


def test_asked_again_it_is_the_same_claim(client, entry):
    for _twice in range(2):
        ask(client, entry, "fremd@neu.example")

    assert EntryClaim.objects.count() == 1


def test_the_public_profile_asks_whose_it_is(client, entry):
    page = client.get(entry.get_absolute_url()).text

    assert reverse("organisations:claim_ask", args=[entry.slug]) in page


def test_claims_past_their_time_go(coordinator, entry):
    now = timezone.now()
    claiming.invite(representative_id=entry.representatives.get().pk, by=coordinator, now=now)
    waiting, refused = make_claim(entry), make_claim(entry)
    claiming.refuse(claim_id=refused.pk, words="", by=coordinator, now=now)

    erase_claims(now + timedelta(days=15))
    assert set(EntryClaim.objects.values_list("pk", flat=True)) == {waiting.pk, refused.pk}
    erase_claims(now + timedelta(days=366))
    assert set(EntryClaim.objects.values_list("pk", flat=True)) == {waiting.pk}
