"""What somebody sees, takes along, withdraws and has erased, with a link or signed in."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.consents import give_consent, has_consent
from kme_portal.accounts.models import Consent, DataLink, DataRequest, Erasure, User
from kme_portal.accounts.mydata import erasing, links
from kme_portal.base import erasures
from kme_portal.base.registries import personal_data, retentions
from kme_portal.mailings.links import make_token
from kme_portal.mailings.models import Message
from organisations.models import Organisation, Representative
from tests.factories import (
    make_organisation,
    make_party,
    make_representative,
    make_staff,
    make_user,
)
from tests.factories.accounts import PASSWORD
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db
ADDRESS = "person@verein.example"
# Ended, and without the address.
KEPT = "accounts.consents"


def make_link(email=ADDRESS, **given) -> DataLink:
    return DataLink.objects.create(**{"email": email, "language": "de"} | given)


def address(name: str, link: DataLink) -> str:
    return reverse(f"my_data:{name}", args=[make_token(links.PURPOSE, link.public_id)])


def ask(client, email=ADDRESS):
    return client.post(reverse("my_data:ask"), {"email": email})


def test_a_mailed_link_opens_what_is_held(client):
    make_representative(email=ADDRESS, name="Vorsitz")
    ask(client, "Person@Verein.example")
    deliver_all()

    link = re.search(r"http\S+/meine-daten/\S+", mail.outbox[0].body)[0]
    page = client.get(link)

    assert ADDRESS not in link
    assert "Vorsitz" in page.content.decode()
    assert page.headers["Cache-Control"] == "no-store, private"


def test_the_answer_tells_nobody_who_is_known(client):
    make_representative(email=ADDRESS)

    known, unknown = ask(client), ask(client, "niemand@verein.example")

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert Message.objects.filter(kind="accounts.my_data_link").count() == 2


def test_three_links_an_hour_reach_one_mailbox_and_no_more(client):
    answers = {ask(client).url for _attempt in range(6)}

    assert answers == {reverse("my_data:asked")}
    assert Message.objects.count() == 3


def test_a_link_ends_after_a_day(client):
    link = make_link()

    assert client.get(address("page", link)).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=24, minutes=1)):
        assert client.get(address("page", link)).status_code == 404
        assert retentions["accounts.data_links"].erase(timezone.now()) == 1


def test_a_link_of_another_purpose_opens_nothing(client):
    token = make_token("registration", make_link().public_id)

    assert client.get(reverse("my_data:page", args=[token])).status_code == 404


def test_the_file_holds_every_app_that_knows_the_address_and_is_stored_nowhere(client):
    make_representative(email=ADDRESS, name="Vorsitz")
    make_party(email=ADDRESS)
    give_consent(email=ADDRESS, purpose="invitations", language="de")

    response = client.get(address("file", make_link()))

    data = json.loads(response.content)
    assert {section["name"] for section in data["sections"]} == {
        "accounts.consents",
        "accounts.links",
        "organisations.people",
        "events.registrations",
        "mailings.messages",
    }
    assert all(section["reasons"] for section in data["sections"])
    assert response.headers["Cache-Control"] == "no-store, private"


def test_everybody_signed_in_sees_only_what_is_theirs(client_as):
    make_representative(email="andere@verein.example", name="Andere Person")
    user = make_user(email=ADDRESS)
    make_representative(email=ADDRESS, name="Vorsitz")

    page = client_as(user).get(reverse("accounts:my_data_page")).content.decode()

    assert "Vorsitz" in page
    assert "Andere Person" not in page


def test_every_key_of_an_export_has_words(client):
    """Whoever exports under a new key says what it means."""
    from kme_portal.accounts.mydata.collecting import sections_about

    user = make_user(email=ADDRESS)
    make_representative(email=ADDRESS, name="Vorsitz", user=user)
    make_party(email=ADDRESS)
    ask(client)
    DataRequest.objects.create(
        kind="access", email=ADDRESS, address_digest=erasing.digest(ADDRESS), due_on="2100-01-01"
    )

    for section in sections_about(ADDRESS):
        for row in section.rows:
            for key in row:
                assert section.label(key) != key, (section.name, key)


def test_a_consent_is_withdrawn_with_one_click_and_what_follows_from_it(client):
    person = make_representative(email=ADDRESS, organisation=None)
    consent = give_consent(email=ADDRESS, purpose="invitations", language="de")

    client.post(address("withdraw", make_link()), {"consent": consent.pk})

    assert not has_consent(email=ADDRESS, purpose="invitations")
    assert not Representative.objects.filter(pk=person.pk, may_be_invited=True).exists()


def test_withdrawing_participation_cancels_the_registration(client):
    party = make_party(email=ADDRESS)
    consent = give_consent(
        email=ADDRESS, purpose="participation", language="de", reference=f"events.Party:{party.pk}"
    )

    client.post(address("withdraw", make_link()), {"consent": consent.pk})

    party.refresh_from_db()
    assert party.status == "cancelled"


@pytest.mark.parametrize("number", ["", "abc", "9" * 40, "-1"])
def test_nothing_is_withdrawn_by_a_broken_number(client, number):
    give_consent(email=ADDRESS, purpose="invitations", language="de")

    response = client.post(address("withdraw", make_link()), {"consent": number})

    assert response.status_code == 302
    assert has_consent(email=ADDRESS, purpose="invitations")


def test_nobody_withdraws_the_consent_of_somebody_else(client):
    theirs = give_consent(email="andere@verein.example", purpose="invitations", language="de")

    client.post(address("withdraw", make_link()), {"consent": theirs.pk})

    assert has_consent(email="andere@verein.example", purpose="invitations")


def test_a_wish_becomes_a_case_with_a_date(client):
    response = client.post(
        address("write", make_link()), {"kind": "rectification", "text": "Der Name ist falsch."}
    )

    request = DataRequest.objects.get()
    assert (request.kind, request.status, request.email) == ("rectification", "open", ADDRESS)
    assert response.status_code == 200
    assert Message.objects.filter(kind="accounts.request_received").count() == 1


def test_opening_the_page_or_a_missing_tick_erases_nothing(client):
    make_representative(email=ADDRESS)
    link = make_link()

    client.get(address("erase", link))
    response = client.post(address("erase", link), {})

    assert response.status_code == 200
    assert Representative.objects.filter(email=ADDRESS).exists()


def test_erasing_removes_the_person_everywhere_and_says_so_once(client):
    user = make_user(email=ADDRESS, name="Person")
    make_representative(email=ADDRESS, name="Vorsitz", user=user)
    make_party(email=ADDRESS)
    give_consent(email=ADDRESS, purpose="invitations", language="de")

    response = client.post(address("erase", make_link()), {"sure": "on"})
    assert response.url == reverse("my_data:gone")
    deliver_all()

    assert [message.to for message in mail.outbox][-1] == [ADDRESS]
    assert not [e.title for n, e in personal_data.items() if e.export(ADDRESS) and n != KEPT]
    assert not Message.objects.filter(email=ADDRESS).exists()
    user.refresh_from_db()
    assert (user.is_active, user.email) == (False, f"erased-{user.pk}@invalid")
    assert Erasure.objects.get().channel == "link"


def test_the_proof_of_a_consent_stays_without_the_address():
    give_consent(email=ADDRESS, purpose="invitations", language="de")

    erasing.erase_person(email=ADDRESS, language="de", channel="link", now=timezone.now())

    proof = Consent.objects.get()
    assert (proof.email, proof.purpose, proof.withdrawn_at is not None) == (
        "",
        "invitations",
        True,
    )
    assert list(Consent.objects.proofs_of(ADDRESS)) == [proof]


def test_who_works_in_the_office_is_not_erased_by_a_click(client_as):
    user = make_staff(email="office@portal.example")
    link = make_link("office@portal.example")

    client_as(None).post(address("erase", link), {"sure": "on"})

    assert User.objects.filter(email="office@portal.example", is_active=True).exists()
    assert DataRequest.objects.get().kind == "erasure"
    assert user.pk


def test_the_last_editor_goes_to_the_office_first(client):
    organisation: Organisation = make_organisation()
    make_representative(email=ADDRESS, organisation=organisation, may_edit=True)

    client.post(address("erase", make_link()), {"sure": "on"})

    assert Representative.objects.filter(email=ADDRESS).exists()
    assert DataRequest.objects.get().kind == "erasure"


def test_an_editor_with_a_colleague_is_erased_at_once(client):
    organisation = make_organisation()
    make_representative(email=ADDRESS, organisation=organisation, may_edit=True)
    make_representative(email="zweite@verein.example", organisation=organisation, may_edit=True)

    client.post(address("erase", make_link()), {"sure": "on"})

    assert not Representative.objects.filter(email=ADDRESS).exists()


def test_where_one_app_cannot_erase_nothing_is_half_done(client, monkeypatch):
    make_representative(email=ADDRESS)
    make_user(email=ADDRESS)
    entry = personal_data["accounts.account"]

    def fail(email, now):
        raise RuntimeError

    monkeypatch.setitem(
        personal_data._entries, "accounts.account", type(entry)(**vars(entry) | {"erase": fail})
    )
    client.post(address("erase", make_link()), {"sure": "on"})

    assert Representative.objects.filter(email=ADDRESS).exists()
    assert DataRequest.objects.get().kind == "erasure"
    assert not Erasure.objects.exists()


def test_an_open_phone_is_not_enough_to_erase_an_account(client):
    user = make_user(email=ADDRESS)
    client.force_login(user)

    response = client.post(reverse("accounts:my_data_erase"), {"sure": "on"})

    assert response.url.startswith(reverse("account_reauthenticate"))
    assert User.objects.filter(email=ADDRESS, is_active=True).exists()


def test_who_shows_the_password_erases_the_account(client):
    user = make_user(email=ADDRESS)
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    response = client.post(reverse("accounts:my_data_erase"), {"sure": "on"})

    assert response.url == reverse("my_data:gone")
    assert not User.objects.filter(email=ADDRESS).exists()
    assert client.get(reverse("accounts:overview")).status_code == 302


def test_the_journal_of_erasures_takes_no_change():
    erasure = erasing.erase_person(email=ADDRESS, language="de", channel="link", now=timezone.now())

    with pytest.raises(DatabaseError), transaction.atomic():
        Erasure.objects.filter(pk=erasure.pk).update(rows=99)
    with pytest.raises(DatabaseError), transaction.atomic():
        Erasure.objects.filter(pk=erasure.pk).delete()


def test_who_was_erased_is_erased_again_from_a_restored_backup():
    before = timezone.now()
    erasing.erase_person(email=ADDRESS, language="de", channel="link", now=before)
    make_representative(email="Person@Verein.example")
    stays = make_representative(email="andere@verein.example")

    assert erasures.replay(since=before, now=timezone.now()) == 1
    assert list(Representative.objects.all()) == [stays]
