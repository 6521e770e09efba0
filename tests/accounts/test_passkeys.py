"""Passkeys in a real browser, with Chromium's virtual authenticator."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core import mail
from django.urls import reverse

from tests.browser import check_page, watch
from tests.factories import make_user
from tests.factories.accounts import PASSWORD
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(new_page):
    """A window of a device that recognises its owner, and confirms at once."""
    page = new_page(width=390)
    protocol = page.context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    protocol.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return page


def sign_in_with_password(page, user):
    page.goto(reverse("account_login"))
    page.fill("#id_login", user.email)
    page.fill("#id_password", PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state("load")


def prove(page):
    page.fill("#id_password", PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state("load")


def add_passkey(page, *, alone=True):
    page.goto(reverse("mfa_add_webauthn"))
    # An open screen is not enough: the password is asked for again.
    prove(page)
    page.fill("#id_name", "Telefon im Büro")
    if alone:
        page.check("#id_passwordless")
    with page.expect_navigation():
        page.click("#mfa_webauthn_add")
    page.wait_for_load_state("load")


def sign_out(page):
    page.goto(reverse("account_logout"))
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state("load")


def test_a_passkey_is_added_opens_the_office_and_is_removed(page, live_server):
    user = make_user(is_staff=True, groups=["Koordination"])
    seen = watch(page)
    sign_in_with_password(page, user)
    assert page.url == live_server.url + reverse("mfa_index")

    add_passkey(page)
    key = Authenticator.objects.get(user=user, type="webauthn")
    assert str(key) == "Telefon im Büro"
    page.goto(reverse("admin:index"))
    assert page.url == live_server.url + reverse("admin:index")
    sign_out(page)

    page.goto(reverse("account_login"))
    with page.expect_navigation(url=f"**{reverse('admin:index')}"):
        page.click("#passkey_login")
    assert page.locator("#site-name").is_visible()

    page.goto(reverse("mfa_list_webauthn"))
    check_page(page)
    page.goto(reverse("mfa_remove_webauthn", args=[key.pk]))
    # The office's last factor stays.
    assert page.url == live_server.url + reverse("mfa_list_webauthn")
    assert page.locator(".messages").is_visible()
    user.is_staff = False
    user.save()
    page.goto(reverse("mfa_remove_webauthn", args=[key.pk]))
    prove(page)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state("load")
    assert not Authenticator.objects.filter(pk=key.pk).exists()
    assert not seen.refused
    deliver_all()
    assert {letter.to[0] for letter in mail.outbox} == {user.email}
    assert len(mail.outbox) == 2


def test_a_passkey_is_the_second_step_after_a_password(page, live_server):
    user = make_user(is_staff=True, groups=["Koordination"])
    sign_in_with_password(page, user)
    add_passkey(page, alone=False)
    sign_out(page)

    sign_in_with_password(page, user)
    assert page.url == live_server.url + reverse("mfa_authenticate")
    with page.expect_navigation(url=f"**{reverse('admin:index')}"):
        page.click("#mfa_webauthn_authenticate")

    assert page.locator("#site-name").is_visible()


def test_text_waits_for_a_sign_in_with_a_passkey_too(page):
    user = make_user()
    sign_in_with_password(page, user)
    add_passkey(page)
    page.goto(reverse("accounts:profile"))
    page.fill("#id_name", "Ein neuer Name")
    Session.objects.all().delete()
    page.locator("main form button[type=submit]").click()
    page.wait_for_load_state("load")

    with page.expect_navigation(url=f"**{reverse('accounts:profile')}"):
        page.click("#passkey_login")

    assert page.input_value("#id_name") == "Ein neuer Name"
