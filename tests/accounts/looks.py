from django.urls import reverse

from kme_portal.accounts import services
from tests.browser import Look
from tests.factories import make_staff, make_user


def send_empty(page):
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state("load")


def invitation() -> str:
    user = services.invite_user(email="eingeladen@test.example", is_staff=True)
    return reverse("accounts:invitation", args=[services.invitation_token(user)])


def change_page() -> str:
    return reverse("admin:accounts_user_change", args=[make_user().pk])


LOOKS = [
    Look("sign-in", lambda: "/konto/anmelden/", act=send_empty),
    Look("sign-up-closed", lambda: "/konto/registrieren/"),
    Look("password-forgotten", lambda: "/konto/passwort/vergessen/", act=send_empty),
    Look("password-sent", lambda: "/konto/passwort/vergessen/gesendet/"),
    Look("password-link-used", lambda: "/konto/passwort/neu/1-abc/"),
    Look("account-invitation", invitation, act=send_empty),
    Look("link-unknown", lambda: "/konto/einladung/unbekannt/", status=404),
    Look("account", lambda: "/konto/", user=make_user),
    Look("account-details", lambda: "/konto/angaben/", user=make_user),
    Look("account-password", lambda: "/konto/passwort/", user=make_user, act=send_empty),
    Look("account-sessions", lambda: "/konto/sitzungen/", user=make_user),
    Look("second-factor", lambda: "/konto/zweiter-faktor/", user=make_staff),
    Look("sign-out", lambda: "/konto/abmelden/", user=make_user),
    Look("office", lambda: "/verwaltung/", user=make_staff),
    Look("office-accounts", lambda: "/verwaltung/accounts/user/", user=make_staff),
    Look("office-new-account", lambda: "/verwaltung/accounts/user/add/", user=make_staff),
    Look("office-account", change_page, user=make_staff),
]
