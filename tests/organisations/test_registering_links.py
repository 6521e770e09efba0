"""What the links of a registration open, and what they do not."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.models import User
from kme_portal.base.status import IllegalTransition
from organisations.models import (
    Organisation,
    OrganisationStatus,
    Registration,
    RegistrationStatus,
    Representative,
)
from organisations.services import registering
from tests.factories import (
    make_user,
)
from tests.factories.joining import make_draft, make_registration
from tests.mail import deliver_all
from tests.organisations.registering_steps import START, first_step, link, walk_to_the_end

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]


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
