"""An association registers itself: nothing is lost, nothing is told, nothing is public."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.models import Consent, User
from kme_portal.base.status import IllegalTransition
from kme_portal.mailings.models import Message
from organisations.forms.registering import TrapMixin
from organisations.models import (
    Organisation,
    OrganisationStatus,
    Postcode,
    Registration,
    RegistrationStatus,
    Representative,
    Visibility,
)
from organisations.services import registering
from tests.factories import (
    make_district,
    make_organisation,
    make_representative,
    make_term,
    make_user,
)
from tests.factories.joining import make_draft, make_registration
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db

START = "/vereine/registrieren/"
NOW = timezone.now()


@pytest.fixture(autouse=True)
def vocabulary(db):
    make_term("field", slug="bildung")
    Postcode.objects.get_or_create(code="42651", district=make_district("05122"))


def first_step(**given) -> dict:
    usual = {
        "association": "Frauenverein Solingen",
        "postcode": "42651",
        "email": "frauen@neu.example",
        "stamp": TrapMixin.signer.sign("a" * 32),
    }
    return usual | given


def walk_to_the_end(client, **given) -> str:
    """Fill in all three steps; the address of the last page."""
    work = client.post(START, first_step(**given)).url
    shown = client.post(work, {"fields_of_work": ["bildung"], "description": "Wir lernen."}).url
    done = {
        "is_listed": "no",
        "email_visibility": "office",
        "consent_registration": "on",
    }
    return client.post(shown, done).url


def link(kind: str = "registrieren") -> str:
    """Path of the newest link in the mails that left."""
    deliver_all(timezone.now() + timedelta(seconds=2))
    return re.search(rf"https?://[^/\s]+(\S*/{kind}/\S+)", mail.outbox[-1].body)[1]


def test_the_whole_way_with_what_is_compulsory_alone(client):
    assert walk_to_the_end(client) == "/vereine/registrieren/gesendet/"
    assert not Organisation.objects.exists()

    path = link()
    client.post(path, {"do": "confirm"})

    row = Registration.objects.get()
    organisation = row.organisation
    assert row.status == RegistrationStatus.RECEIVED
    assert organisation.status == OrganisationStatus.IN_REVIEW
    assert organisation.name == "Frauenverein Solingen"
    assert organisation.district_id == "05122"
    assert [term.slug for term in organisation.fields.all()] == ["bildung"]
    person = organisation.representatives.get()
    assert (person.email, person.may_edit, person.user) == ("frauen@neu.example", True, None)
    assert [c.purpose for c in Consent.objects.all()] == ["registration"]


def test_by_default_nothing_is_public(client):
    walk_to_the_end(client)
    client.post(link(), {"do": "confirm"})

    organisation = Organisation.objects.get()
    assert not organisation.is_listed
    assert {
        getattr(organisation, f"{name}_visibility")
        for name in ("address", "email", "phone", "website")
    } == {Visibility.OFFICE}


def test_opening_the_mailed_link_changes_nothing(client):
    walk_to_the_end(client)
    path = link()

    assert client.get(path).status_code == 200
    assert client.head(path).status_code == 200

    assert Registration.objects.get().confirmed_at is None


def test_the_browsers_own_link_proves_nothing(client):
    draft = make_draft()
    registering.send_off(registration_id=draft.pk, now=timezone.now())
    path = reverse("organisations:registration", args=[registering.work_token(draft)])

    client.post(path, {"do": "confirm"})

    draft.refresh_from_db()
    assert draft.confirmed_at is None


def test_once_the_address_is_proven_the_browsers_link_shows_nothing_any_more(client):
    draft = make_draft()
    registering.confirm_address(registration_id=draft.pk, now=timezone.now())
    path = reverse("organisations:registration_work", args=[registering.work_token(draft)])

    page = client.get(path)

    assert draft.answers["description"] not in page.text
    assert client.post(path, {"description": "fremd"}).status_code == 200
    draft.refresh_from_db()
    assert draft.answers["description"] == "Wir lernen zusammen."


def test_the_first_page_sent_twice_is_one_draft(client):
    one = client.post(START, first_step())
    two = client.post(START, first_step())

    assert one.url == two.url
    assert Registration.objects.count() == 1


def test_a_slip_in_the_address_is_corrected_by_going_back(client):
    client.post(START, first_step(email="fraun@neu.example"))
    work = client.post(START, first_step()).url

    row = Registration.objects.get()
    assert row.email == "frauen@neu.example"
    assert client.get(work).status_code == 200
    deliver_all(timezone.now() + timedelta(minutes=11))
    assert [letter.to for letter in mail.outbox] == [["frauen@neu.example"]]


def test_the_address_is_corrected_in_the_draft_until_it_is_proven(client):
    draft = make_draft(email="fraun@neu.example")
    old = reverse("organisations:registration", args=[registering.mail_token(draft)])
    step = reverse("organisations:registration_association", args=[registering.work_token(draft)])

    answer = client.post(step, first_step())

    assert client.get(answer.url).status_code == 200
    assert client.get(old).status_code == 404
    registering.confirm_address(registration_id=draft.pk, now=timezone.now())
    with pytest.raises(IllegalTransition):
        registering.change_address(
            registration_id=draft.pk, email="fremd@neu.example", now=timezone.now()
        )


def test_a_proven_address_cannot_be_typed_over(client):
    draft = make_draft(email="frauen@neu.example")
    registering.confirm_address(registration_id=draft.pk, now=timezone.now())
    step = reverse("organisations:registration_association", args=[registering.mail_token(draft)])

    client.post(step, first_step(email="fremd@neu.example"))

    assert Registration.objects.get().email == "frauen@neu.example"


def test_two_tabs_are_one_registration(client):
    for number in (1, 2):
        walk_to_the_end(client, stamp=TrapMixin.signer.sign(str(number) * 32))
    assert Registration.objects.count() == 2
    now = timezone.now()
    first, second = Registration.objects.order_by("pk")

    kept = registering.confirm_address(registration_id=first.pk, now=now)
    same = registering.confirm_address(registration_id=second.pk, now=now)

    assert same == kept
    assert Organisation.objects.count() == 1
    assert Registration.objects.count() == 1


def test_the_database_keeps_one_registration_of_an_address_and_a_name():
    one = make_registration(name="Verein Morgen e.V.", email="a@neu.example")
    other = make_registration(name="Anderer Verein", email="a@neu.example")

    with pytest.raises(IntegrityError), transaction.atomic():
        Registration.objects.filter(pk=other.pk).update(name_key=one.name_key)


def test_one_address_may_register_several_associations():
    make_registration(name="Verein Eins", email="a@neu.example")
    make_registration(name="Verein Zwei", email="a@neu.example")

    assert Organisation.objects.count() == 2


def test_pressing_twice_is_one_registration(client):
    walk_to_the_end(client)
    path = link()

    first = client.post(path, {"do": "confirm"})
    second = client.post(path, {"do": "confirm"})

    assert client.get(first.url).status_code == 200
    assert second.status_code == 302
    assert Organisation.objects.count() == 1


def test_the_same_answer_whether_the_address_is_known_or_not(client):
    make_registration(name="Frauenverein Solingen e. V.", email="frauen@neu.example")

    assert walk_to_the_end(client) == "/vereine/registrieren/gesendet/"

    kinds = set(Message.objects.values_list("kind", flat=True))
    assert "organisations.registration_existing" in kinds
    newest = Message.objects.order_by("-pk").first()
    assert newest.kind == "organisations.registration_existing"
    assert Organisation.objects.count() == 1


def test_whom_the_office_has_entered_gets_the_way_to_take_over(client):
    organisation = make_organisation(name="Frauenverein Solingen e.V.")
    make_representative(organisation=organisation, email="frauen@neu.example")

    assert walk_to_the_end(client) == "/vereine/registrieren/gesendet/"

    assert Message.objects.order_by("-pk").first().kind == "organisations.claim_link"
    assert Organisation.objects.count() == 1


def test_a_machine_gets_the_same_answer_and_nothing_is_kept(client):
    answer = client.post(START, first_step(homepage="https://spam.example"))

    assert answer.url == "/vereine/registrieren/gesendet/"
    assert not Registration.objects.exists()
    assert not Message.objects.exists()


def test_haste_and_links_are_signs_for_the_office_and_no_refusal(client):
    work = client.post(START, first_step()).url
    client.post(work, {"fields_of_work": ["bildung"], "description": "Siehe https://kauf.example"})

    assert Registration.objects.get().spam_signs == ["fast", "link"]


def test_nobody_floods_a_mailbox(client):
    for number in range(9):
        client.post(
            START,
            first_step(
                association=f"Verein {number}", stamp=TrapMixin.signer.sign(f"{number:032x}")
            ),
        )

    assert Message.objects.filter(email="frauen@neu.example").count() <= 6


def test_a_mail_to_an_unproven_address_repeats_nothing_typed(client):
    walk_to_the_end(client, association="KAUFEN SIE JETZT", contact_name="Böse Absicht")
    deliver_all(timezone.now() + timedelta(hours=1))

    for letter in mail.outbox:
        whole = letter.subject + letter.body + str(letter.alternatives)
        assert "KAUFEN" not in whole
        assert "Absicht" not in whole


def test_the_postcode_finds_the_district(client):
    client.post(START, first_step())

    assert Registration.objects.get().answers["district"] == "05122"


def test_a_postcode_in_two_districts_asks_which(client):
    for ags in ("05122", "05158"):
        Postcode.objects.get_or_create(code="42699", district_id=ags)

    page = client.post(START, first_step(postcode="42699"))

    assert page.status_code == 422
    assert "Mettmann" in page.text
    assert not Registration.objects.exists()


@pytest.mark.parametrize(
    "given",
    [
        {"association": ""},
        {"email": "keine"},
        {"postcode": "", "district": ""},
        {"postcode": "99999"},
        {"postcode": "4265"},
        {"district": "00000", "postcode": ""},
        {"association": "x" * 201},
    ],
)
def test_what_is_missing_or_wrong_is_said_and_what_was_typed_stays(client, given):
    page = client.post(START, first_step(**given))

    assert page.status_code == 422
    assert "frauen@neu.example" in page.text or "keine" in page.text
    assert not Registration.objects.exists()


def test_what_they_do_is_compulsory(client):
    work = client.post(START, first_step()).url

    assert client.post(work, {"fields_of_work": [], "description": ""}).status_code == 422


def test_without_agreement_nothing_is_sent(client):
    draft = make_draft()
    path = reverse("organisations:registration_shown", args=[registering.work_token(draft)])

    refused = client.post(path, {"is_listed": "no", "email_visibility": "office"})
    listed = client.post(
        path, {"is_listed": "yes", "email_visibility": "public", "consent_registration": "on"}
    )

    assert (refused.status_code, listed.status_code) == (422, 422)
    draft.refresh_from_db()
    assert draft.sent_at is None


def test_the_preview_shows_what_would_be_public_and_needs_no_agreement(client):
    draft = make_draft(phone="0212 4711")
    path = reverse("organisations:registration_shown", args=[registering.work_token(draft)])
    assert "0212 4711" not in client.get(path).text

    client.post(
        path,
        {
            "is_listed": "yes",
            "email_visibility": "office",
            "phone_visibility": "public",
            "preview": "",
        },
    )
    page = client.get(path).text

    assert "0212 4711" in page
    assert draft.email not in page


def test_a_listed_registration_is_not_public_before_the_office_approved(client):
    row = make_registration(is_listed=True, email_visibility="public")

    assert row.organisation.is_listed
    assert client.get(row.organisation.get_absolute_url()).status_code == 404
    assert row.organisation.name not in client.get("/vereine/").text


def test_likely_duplicates_tell_public_facts_of_listed_ones_alone(client):
    district = make_district("05122")
    make_organisation(
        name="Frauenverein Solingen e.V.",
        is_listed=True,
        district=district,
        email="geheim@verein.example",
    )
    make_organisation(name="Frauenverein Solingen Nord", district=district)

    page = client.post(START, first_step())

    assert page.status_code == 200
    assert "Frauenverein Solingen e.V." in page.text
    assert "/uebernehmen/" in page.text
    assert "geheim@" not in page.text
    assert "Solingen Nord" not in page.text
    assert not Registration.objects.exists()


def test_none_of_them_goes_on(client):
    make_organisation(
        name="Frauenverein Solingen e.V.", is_listed=True, district=make_district("05122")
    )

    answer = client.post(START, first_step(new="1"))

    assert answer.status_code == 302
    assert Registration.objects.count() == 1


def test_a_match_that_is_not_listed_shows_nothing(client):
    make_organisation(name="Frauenverein Solingen e.V.", district=make_district("05122"))

    assert client.post(START, first_step()).status_code == 302


def test_a_draft_is_mailed_after_ten_minutes_and_reopens(client):
    client.post(START, first_step())
    assert deliver_all(timezone.now() + timedelta(minutes=5)) == 0

    assert deliver_all(timezone.now() + timedelta(minutes=11)) == 1
    path = re.search(r"https?://[^/\s]+(\S*/registrieren/\S+)", mail.outbox[-1].body)[1]
    page = client.get(path)
    goes_on = client.post(path, {"do": "confirm"})

    assert page.status_code == 200
    assert goes_on.url.endswith("/taetigkeit/")
    assert Registration.objects.get().confirmed_at


def test_who_finished_gets_no_mail_about_a_draft(client):
    walk_to_the_end(client)

    deliver_all(timezone.now() + timedelta(hours=1))

    assert len(mail.outbox) == 1


def test_saving_for_later_mails_the_link_at_once(client):
    work = client.post(START, first_step()).url

    answer = client.post(work, {"fields_of_work": ["bildung"], "description": "Wir.", "later": ""})

    assert answer.url == "/vereine/registrieren/gespeichert/"
    assert client.get(link()).status_code == 200
    assert Registration.objects.get().answers["description"] == "Wir."


def test_with_a_proven_address_the_last_step_needs_no_second_mail(client):
    draft = make_draft()
    registering.confirm_address(registration_id=draft.pk, now=timezone.now())
    path = reverse("organisations:registration_shown", args=[registering.mail_token(draft)])

    client.post(
        path, {"is_listed": "no", "email_visibility": "office", "consent_registration": "on"}
    )

    draft.refresh_from_db()
    assert draft.status == RegistrationStatus.RECEIVED


@pytest.mark.parametrize("change", ["version", "expired", "forged"])
def test_revoked_expired_and_forged_links_look_alike(client, change):
    draft = make_draft()
    token = registering.mail_token(draft)
    if change == "version":
        Registration.objects.update(link_version=1)
    elif change == "expired":
        Registration.objects.update(created_at=timezone.now() - timedelta(hours=49))
    else:
        token = token[:-2] + "xx"

    page = client.get(reverse("organisations:registration", args=[token]))

    assert page.status_code == 404
    assert page.headers["Cache-Control"] == "no-store, private"


def test_after_confirming_an_account_can_be_set_up_and_is_linked(client):
    row = make_registration(contact_name="Vorsitz")
    path = reverse("organisations:registration", args=[registering.mail_token(row)])

    answer = client.post(path, {"do": "account"})
    client.post(
        answer.url, {"password1": "ein langer Satz neu", "password2": "ein langer Satz neu"}
    )

    user = User.objects.get(email=row.email)
    person = Representative.objects.get()
    assert person.user == user
    assert user.has_usable_password()
    assert list(Organisation.objects.editable_by(user)) == [row.organisation]


def test_who_has_an_account_keeps_the_password_and_signs_in(client):
    user = make_user(email="alt@neu.example")
    row = make_registration(email="alt@neu.example")
    path = reverse("organisations:registration", args=[registering.mail_token(row)])

    answer = client.post(path, {"do": "account"})

    assert answer.url == reverse("account_login")
    assert Representative.objects.get().user == user


def test_withdrawing_deletes_everything_after_a_second_question(client):
    row = make_registration()
    path = reverse("organisations:registration", args=[registering.mail_token(row)])

    asked = client.post(path, {"do": "withdraw"})
    assert asked.status_code == 200
    assert Registration.objects.exists()
    client.post(path, {"do": "withdraw", "sure": ""})

    assert not Registration.objects.exists()
    assert not Organisation.objects.exists()
    assert not Representative.objects.exists()


def test_an_association_of_the_network_is_not_withdrawn():
    row = make_registration()
    Organisation.objects.update(status=OrganisationStatus.ACTIVE)

    with pytest.raises(IllegalTransition):
        registering.withdraw(registration_id=row.pk)


def test_a_draft_that_was_received_is_no_draft_any_more(client):
    row = make_registration()
    path = reverse("organisations:registration_work", args=[registering.mail_token(row)])

    assert client.get(path).status_code == 302
    with pytest.raises(IllegalTransition):
        registering.save_step(registration_id=row.pk, answers={"description": "neu"})


def test_hostile_text_stays_text(client):
    row = make_registration(description="<script>alert(1)</script>", is_listed=True)
    path = reverse("organisations:registration", args=[registering.mail_token(row)])

    page = client.get(path).text

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
