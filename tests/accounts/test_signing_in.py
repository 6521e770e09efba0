import re
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.secretbox import secretbox
from kme_portal.mailings.models import Message
from tests.factories import make_staff, make_user
from tests.factories.accounts import PASSWORD
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db


def code_of(user) -> str:
    """What the person's app shows now."""
    app = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP).wrap()
    secret = secretbox().decrypt(app.instance.data["secret"])
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def sign_in(client, user, password=PASSWORD, **headers):
    return client.post(
        reverse("account_login"), {"login": user.email, "password": password}, **headers
    )


def test_the_admin_sends_strangers_to_the_one_sign_in(client):
    response = client.get(reverse("admin:index"), follow=True)

    assert response.redirect_chain[-1][0] == "/konto/anmelden/?next=/verwaltung/"


def test_a_password_alone_does_not_open_the_admin(client):
    user = make_user(is_staff=True, groups=["Koordination"])
    sign_in(client, user)

    response = client.get(reverse("admin:index"), follow=True)

    assert response.redirect_chain[-1][0] == reverse("mfa_index")


def test_a_set_up_factor_is_asked_for_and_opens_the_admin(client):
    user = make_staff()

    response = sign_in(client, user)
    assert response.url.startswith(reverse("mfa_authenticate"))
    assert client.get(reverse("admin:index")).status_code == 302

    client.post(reverse("mfa_authenticate"), {"code": code_of(user)})
    assert client.get(reverse("admin:index")).status_code == 200


def test_a_session_from_before_the_factor_was_set_up_elsewhere_must_show_it(client):
    user = make_staff()
    client.force_login(user)

    response = client.get(reverse("admin:index"), follow=True)

    assert response.redirect_chain[-1][0].startswith(reverse("mfa_reauthenticate"))


def test_somebody_outside_the_office_is_refused(client_as):
    response = client_as(make_user()).get(reverse("admin:index"), follow=True)

    assert response.status_code == 403


def test_resetting_the_password_does_not_go_round_the_second_factor(client):
    user = make_staff()
    client.post(reverse("account_reset_password"), {"email": user.email})
    deliver_all()
    link = re.search(r"http\S+/konto/passwort/neu/\S+", mail.outbox[0].body)[0]
    form = client.get(link, follow=True)
    new = "noch ein langer Satz im Test"

    client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
    response = sign_in(client, user, password=new)

    assert response.url.startswith(reverse("mfa_authenticate"))
    assert client.get(reverse("admin:index")).status_code == 302


def test_a_reset_link_works_once(client):
    user = make_user()
    client.post(reverse("account_reset_password"), {"email": user.email})
    deliver_all()
    link = re.search(r"http\S+/konto/passwort/neu/\S+", mail.outbox[0].body)[0]
    form = client.get(link, follow=True).redirect_chain[-1][0]
    new = "noch ein langer Satz im Test"
    client.post(form, {"password1": new, "password2": new})

    response = client.get(link, follow=True)

    assert "nicht mehr gültig" in response.content.decode() or "no longer" in (
        response.content.decode()
    )


def test_a_reset_link_ends_after_an_hour(client):
    user = make_user()
    client.post(reverse("account_reset_password"), {"email": user.email})
    deliver_all()
    link = re.search(r"http\S+/konto/passwort/neu/\S+", mail.outbox[0].body)[0]

    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        response = client.get(link)

    assert "password1" not in response.content.decode()


def test_a_reset_tells_nobody_whether_there_is_an_account(client):
    known = client.post(reverse("account_reset_password"), {"email": make_user().email})
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@test.example"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)


def test_five_resets_an_hour_reach_one_mailbox_and_no_more(client):
    user = make_user()

    for _attempt in range(8):
        client.post(reverse("account_reset_password"), {"email": user.email})

    assert Message.objects.filter(kind="accounts.reset_password").count() <= 5


def test_nothing_secret_is_stored_with_a_mail(client):
    client.post(reverse("account_reset_password"), {"email": make_user().email})

    assert Message.objects.get().data == {}


def test_signing_in_gives_a_new_session(client):
    client.get(reverse("account_login"))
    session = client.session
    session["before"] = True
    session.save()
    before = client.session.session_key

    sign_in(client, make_user())

    assert client.session.session_key != before


def test_a_new_password_ends_the_other_sessions(client):
    user = make_user()
    other = type(client)()
    sign_in(other, user)
    sign_in(client, user)
    new = "noch ein langer Satz im Test"

    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )

    assert client.get(reverse("accounts:overview")).status_code == 200
    assert other.get(reverse("accounts:overview")).status_code == 302


def test_an_idle_session_of_the_office_ends_after_half_an_hour(client_as):
    client = client_as("Koordination")
    assert client.get(reverse("admin:index")).status_code == 200

    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        assert client.get(reverse("admin:index")).status_code == 302


def test_a_busy_session_of_the_office_ends_after_twelve_hours(client_as):
    client = client_as("Koordination")
    begin = timezone.now()
    for minutes in range(0, 12 * 60, 20):
        with time_machine.travel(begin + timedelta(minutes=minutes)):
            assert client.get(reverse("admin:index")).status_code == 200

    with time_machine.travel(begin + timedelta(hours=12, minutes=2)):
        assert client.get(reverse("admin:index")).status_code == 302


@pytest.mark.parametrize(
    "password",
    ["kurz", "x" * 129, "passwortpasswort1"[:11], "123456789012", "password1234"],
)
def test_a_weak_password_is_refused(client, password):
    user = make_user()
    sign_in(client, user)

    response = client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": password, "password2": password},
    )

    assert response.status_code == 200
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_nobody_signs_up_by_themselves(client):
    page = client.get(reverse("account_signup"))
    client.post(reverse("account_signup"), {"email": "new@test.example", "password1": PASSWORD})

    assert page.status_code == 200
    assert not EmailAddress.objects.filter(email="new@test.example").exists()


def test_a_new_address_asks_for_the_password_first(client):
    user = make_user()
    sign_in(client, user)

    response = client.post(
        reverse("account_email"), {"action_add": "", "email": "neu@test.example"}
    )

    assert response.url.startswith(reverse("account_reauthenticate"))
    assert not EmailAddress.objects.filter(email="neu@test.example").exists()


def test_the_old_address_is_told_of_a_change(client_as):
    user = make_user()
    old = user.email
    client = client_as(None)
    sign_in(client, user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("account_email"), {"action_add": "", "email": "neu@test.example"})
    deliver_all()
    link = re.search(r"http\S+/konto/bestaetigen/\S+", mail.outbox[0].body)[0]
    mail.outbox.clear()

    client.post(link)
    deliver_all()

    user.refresh_from_db()
    assert user.email == "neu@test.example"
    assert [message.to for message in mail.outbox] == [[old]]
