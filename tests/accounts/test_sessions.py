"""How long a sign-in holds, and all that ends it."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import get_default_password_validators
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from kme_portal import settings as real_settings
from kme_portal.accounts import services
from kme_portal.mailings.models import Message
from tests.accounts.test_signing_in import sign_in
from tests.factories import make_user
from tests.factories.accounts import PASSWORD
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db
NEW = "noch ein langer Satz im Test"


def is_signed_in(client) -> bool:
    return client.get(reverse("accounts:overview")).status_code == 200


def reset_link(client, user) -> str:
    client.post(reverse("account_reset_password"), {"email": user.email})
    deliver_all()
    return re.search(r"http\S+/konto/passwort/neu/\S+", mail.outbox[-1].body)[0]


def opens(client, link) -> bool:
    return "password1" in client.get(link, follow=True).content.decode()


def test_a_session_is_dead_on_the_server_after_signing_out(client):
    sign_in(client, make_user())
    thief = Client()
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    thief.cookies[settings.SESSION_COOKIE_NAME] = key
    assert is_signed_in(thief)

    client.post(reverse("account_logout"))

    assert not is_signed_in(thief)
    assert not Session.objects.filter(session_key=key).exists()


def test_a_session_planted_before_the_sign_in_is_worth_nothing(client):
    client.get(reverse("account_login"))
    session = client.session
    session["planted"] = True
    session.save()
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key

    sign_in(client, make_user())

    assert is_signed_in(client)
    assert not is_signed_in(thief)


@pytest.mark.parametrize(("hours", "holds"), [(11, True), (13, False)])
def test_an_idle_session_of_others_ends_after_twelve_hours(client, hours, holds):
    sign_in(client, make_user())

    with time_machine.travel(timezone.now() + timedelta(hours=hours)):
        assert is_signed_in(client) == holds


def test_a_busy_session_of_others_ends_after_fourteen_days(client):
    sign_in(client, make_user())
    begin = timezone.now()
    for hours in range(0, 14 * 24, 11):
        with time_machine.travel(begin + timedelta(hours=hours)):
            assert is_signed_in(client)

    with time_machine.travel(begin + timedelta(days=14, minutes=2)):
        assert not is_signed_in(client)


def test_a_session_nobody_used_yet_ends_as_well(client):
    sign_in(client, make_user())

    with time_machine.travel(timezone.now() + timedelta(hours=13)):
        assert not is_signed_in(client)


def test_all_sessions_are_listed_and_ended_at_once(client):
    user = make_user()
    others = [Client(), Client()]
    for one in (client, *others):
        sign_in(one, user)
        assert is_signed_in(one)
    page = client.get(reverse("usersessions_list")).content.decode()
    assert page.count("Seit ") == 3

    client.post(reverse("accounts:end_all_sessions"))

    assert not any(is_signed_in(one) for one in (client, *others))
    assert not UserSession.objects.exists()


def test_the_other_sessions_are_ended_alone(client):
    user = make_user()
    other = Client()
    for one in (client, other):
        sign_in(one, user)
        is_signed_in(one)

    client.post(reverse("usersessions_list"))

    assert is_signed_in(client)
    assert not is_signed_in(other)


def test_a_reset_password_ends_every_session(client):
    user = make_user()
    sign_in(client, user)
    stranger = Client()
    form = stranger.get(reset_link(stranger, user), follow=True).redirect_chain[-1][0]

    stranger.post(form, {"password1": NEW, "password2": NEW})

    assert not is_signed_in(client)
    assert not is_signed_in(stranger)


def test_a_reset_link_dies_with_a_change_of_the_password(client):
    user = make_user()
    link = reset_link(Client(), user)
    assert opens(Client(), link)
    sign_in(client, user)

    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW},
    )

    assert not opens(Client(), link)


def test_a_reset_link_dies_with_a_change_of_the_address(client):
    user = make_user()
    link = reset_link(Client(), user)
    assert opens(Client(), link)

    EmailAddress.objects.filter(user=user).update(email="neu@test.example")
    user.email = "neu@test.example"
    user.save()

    assert not opens(Client(), link)


def test_a_reset_link_dies_with_the_account(client):
    user = make_user()
    link = reset_link(client, user)

    services.close_account(user=user)

    assert not opens(Client(), link)


def test_spellings_of_one_address_get_five_mails_together(client):
    user = make_user(email="person@test.example")
    spellings = ["person@test.example", "PERSON@test.example", "Person@Test.Example"]

    for number in range(9):
        client.post(reverse("account_reset_password"), {"email": spellings[number % 3]})

    reset = Message.objects.filter(kind="accounts.reset_password")
    assert reset.count() <= 5
    assert {message.email for message in reset} == {user.email}


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "javascript:0"])
def test_signing_in_leads_nowhere_else(client, wanted):
    user = make_user()

    response = client.post(
        f"{reverse('account_login')}?next={wanted}",
        {"login": user.email, "password": PASSWORD, "next": wanted},
    )

    # The account's page, or where newcomers of associations are led.
    assert response.url in ("/konto/", "/mein-verein/")


def test_passwords_are_hashed_with_argon2id():
    with override_settings(PASSWORD_HASHERS=real_settings.PASSWORD_HASHERS):
        assert make_password("ein langer Satz").startswith("argon2$argon2id$")


def test_three_thousand_breached_passwords_are_known_without_asking_anybody():
    [validator] = [
        validator
        for validator in get_default_password_validators()
        if hasattr(validator, "passwords")
    ]

    assert len(validator.passwords) >= 3_000


def test_there_is_no_account_before_somebody_is_invited(django_user_model):
    assert not django_user_model.objects.exists()
