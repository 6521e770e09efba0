import json

from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts import services, unsent
from kme_portal.accounts.models import UnsentForm, User
from kme_portal.accounts.secretbox import secretbox
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


def unsent_page() -> str:
    user = make_user(email="wartend@test.example")
    content = {
        "page": "/konto/angaben/",
        "target": "/konto/angaben/",
        "fields": [["name", "Ein Name"], ["text", "Ein längerer Text\nin zwei Zeilen. " * 9]],
    }
    UnsentForm.objects.create(
        user=user,
        key_digest=unsent._digest("key"),
        content=secretbox().encrypt(json.dumps(content)),
        kept_at=timezone.now(),
    )
    return "/konto/nicht-gesendet/"


def bring_key(page):
    page.context.add_cookies([{"name": unsent.COOKIE, "value": "key", "url": page.url}])
    page.goto("/ar/konto/nicht-gesendet/" if "/ar/" in page.url else "/konto/nicht-gesendet/")


def send_stale(page):
    page.fill("#id_email", "person@test.example")
    page.evaluate(
        "document.querySelector('main [name=csrfmiddlewaretoken]').value = 'a'.repeat(64)"
    )
    send_empty(page)


LOOKS = [
    Look("sign-in", lambda: "/konto/anmelden/", act=send_empty),
    Look("sign-up-closed", lambda: "/konto/registrieren/"),
    Look("password-forgotten", lambda: "/konto/passwort/vergessen/", act=send_empty),
    Look("form-too-old", lambda: "/konto/passwort/vergessen/", act=send_stale),
    Look(
        "not-sent-yet",
        unsent_page,
        user=lambda: User.objects.get(email="wartend@test.example"),
        act=bring_key,
    ),
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
