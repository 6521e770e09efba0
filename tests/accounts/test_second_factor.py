"""Codes, recovery codes, and what protects them from whoever finds an open screen."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts.secretbox import secretbox
from tests.accounts.test_signing_in import code_of, sign_in
from tests.factories import make_staff, make_user
from tests.factories.accounts import PASSWORD
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(client):
    """Somebody outside the office, signed in with an app."""
    user = make_staff()
    user.is_staff = False
    user.save()
    user.groups.clear()
    sign_in(client, user)
    client.post(reverse("mfa_authenticate"), {"code": code_of(user)})
    show_again(client, user)
    return user


def make_codes(client) -> list[str]:
    client.post(reverse("mfa_generate_recovery_codes"))
    page = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    return re.findall(r"<code>([\d ]+)</code>", page)


def show_again(client, user):
    """Prove once more that it is you, as allauth asks before what matters."""
    cache.clear()
    client.post(reverse("mfa_reauthenticate"), {"code": code_of(user)})


def test_recovery_codes_are_shown_once(client, member):
    codes = make_codes(client)

    again = client.get(reverse("mfa_view_recovery_codes")).content.decode()

    assert len(set(codes)) == 10
    assert not any(code in again for code in codes)
    assert client.get(reverse("mfa_download_recovery_codes")).status_code == 403


def test_recovery_codes_are_kept_as_hashes(client, member):
    codes = [code.replace(" ", "") for code in make_codes(client)]

    data = Authenticator.objects.get(user=member, type="recovery_codes").data

    assert "seed" not in data
    kept = [secretbox().decrypt(text) for text in data["migrated_codes"]]
    assert len(kept) == 10
    assert not any(code in text for code in codes for text in kept)


def test_a_recovery_code_opens_once(client, member):
    codes = make_codes(client)

    def enter(code):
        other = Client()
        sign_in(other, member)
        other.post(reverse("mfa_authenticate"), {"code": code})
        return other.get(reverse("accounts:overview")).status_code == 200

    assert enter(codes[0])
    assert not enter(codes[0])
    assert enter(codes[1].replace(" ", "-"))
    assert not enter("123456789012")


def test_new_codes_make_the_old_ones_worthless(client, member):
    old = make_codes(client)
    new = make_codes(client)
    other = Client()
    sign_in(other, member)

    other.post(reverse("mfa_authenticate"), {"code": old[0]})
    assert other.get(reverse("accounts:overview")).status_code == 302
    other.post(reverse("mfa_authenticate"), {"code": new[0]})
    assert other.get(reverse("accounts:overview")).status_code == 200


@pytest.mark.parametrize(
    "name", ["mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_add_webauthn"]
)
def test_who_finds_an_open_screen_must_prove_again_who_it_is(client, member, name):
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        response = client.post(reverse(name), {})

    assert "nochmals" in response.url
    assert Authenticator.objects.get(user=member).type == "totp"


def test_a_removed_factor_is_told_to_its_owner(client, member):
    client.post(reverse("mfa_deactivate_totp"))
    deliver_all()

    assert not Authenticator.objects.filter(user=member, type="totp").exists()
    [letter] = mail.outbox
    assert letter.to == [member.email]
    assert "Authentifizierungs-App" in letter.body or "App" in letter.body


def test_the_last_factor_of_the_office_stays(client):
    user = make_staff()
    sign_in(client, user)
    client.post(reverse("mfa_authenticate"), {"code": code_of(user)})
    show_again(client, user)

    client.post(reverse("mfa_deactivate_totp"))

    assert Authenticator.objects.filter(user=user, type="totp").exists()


def test_the_code_of_the_app_opens_once(client):
    user = make_staff()
    code = code_of(user)
    sign_in(client, user)
    client.post(reverse("mfa_authenticate"), {"code": code})
    second = Client()
    sign_in(second, user)

    second.post(reverse("mfa_authenticate"), {"code": code})

    assert client.get(reverse("admin:index")).status_code == 200
    assert second.get(reverse("admin:index")).status_code == 302


def test_a_password_alone_does_not_change_the_address_after_a_while(client):
    user = make_user()
    sign_in(client, user)

    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        response = client.post(
            reverse("account_email"), {"action_add": "", "email": "neu@test.example"}
        )
        assert response.url.startswith(reverse("account_reauthenticate"))
        refused = client.post(reverse("account_reauthenticate"), {"password": "falsch"})

    assert refused.status_code == 200
    assert PASSWORD not in refused.content.decode()


def test_who_connects_on_the_phone_itself_opens_the_app_with_a_link(client):
    user = make_user()
    client.force_login(user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    page = client.get(reverse("mfa_activate_totp"))

    link = re.search(r'href="(otpauth://totp/[^"]+)"', page.content.decode())[1]
    assert f"secret={page.context['form'].secret}" in link
