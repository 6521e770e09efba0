import json
from collections.abc import Callable

from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts import roles, services, unsent
from kme_portal.accounts.consents import give_consent
from kme_portal.accounts.models import (
    Channel,
    Consent,
    DataLink,
    DataRequest,
    Erasure,
    Incident,
    ReadLog,
    RoleEvent,
    RoleEventKind,
    UnsentForm,
    User,
)
from kme_portal.accounts.mydata import links
from kme_portal.accounts.readlog import note_view
from kme_portal.accounts.secretbox import secretbox
from kme_portal.base.models import HistoryErasure
from kme_portal.mailings.links import make_token
from tests.browser import Look
from tests.factories import make_event, make_representative, make_staff, make_user
from tests.factories.accounts import make_role_request


def send_empty(page):
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state("load")


def send_office_empty(page):
    page.locator("#content .deletelink").click()
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


def my_data(name: str) -> Callable[[], str]:
    def page() -> str:
        make_representative(email="person@verein.example", name="Vorsitz")
        give_consent(email="person@verein.example", purpose="invitations", language="de")
        link = DataLink.objects.create(email="person@verein.example", language="de")
        return reverse(f"my_data:{name}", args=[make_token(links.PURPOSE, link.public_id)])

    return page


def make_request() -> DataRequest:
    return DataRequest.objects.create(
        kind="erasure", email="person@verein.example", due_on=timezone.localdate()
    )


def data_request() -> str:
    return reverse("admin:accounts_datarequest_change", args=[make_request().pk])


def make_incident() -> Incident:
    return Incident.objects.create(title="Liste an falsche Adresse versandt")


def incident() -> str:
    return reverse("admin:accounts_incident_change", args=[make_incident().pk])


def make_officer():
    return make_staff("Datenschutz")


def make_reading() -> ReadLog:
    user = make_user()
    note_view(user=user, row=user)
    return ReadLog.objects.latest("pk")


def make_role_event() -> RoleEvent:
    return RoleEvent.objects.create(user=make_user(), kind="invited", groups=["Koordination"])


def role_request() -> str:
    row = make_role_request()
    return reverse("admin:accounts_rolerequest_decide", args=[row.pk])


def make_consent() -> Consent:
    return give_consent(email="person@test.example", purpose="needs", language="de")


def make_person_erasure() -> Erasure:
    return Erasure.objects.create(digest="digest", channel=Channel.LINK, rows=3)


def make_erasure() -> HistoryErasure:
    return HistoryErasure.objects.create(
        model="organisations.Organisation", entries=3, reason="Artikel 17"
    )


def leaving_page() -> str:
    person = make_staff(name="Referat 1")
    make_event(title="Fachtag Ehrenamt", responsible=person)
    make_event(title="Netzwerktreffen", deputy=person)
    return reverse("admin:accounts_user_leaving", args=[person.pk])


def roles_page() -> str:
    roles.record(make_staff(), RoleEventKind.CHANGED, by=make_staff())
    return reverse("admin:accounts_roleevent_changelist")


LOOKS = [
    Look("office-leaving", leaving_page, user=make_staff, act=send_office_empty),
    Look("office-roles", roles_page, user=make_staff),
    Look("office-role-request", role_request, user=make_staff),
    Look("my-data-ask", lambda: "/meine-daten/", act=send_empty),
    Look("my-data-asked", lambda: "/meine-daten/gesendet/"),
    Look("my-data-gone", lambda: "/meine-daten/geloescht/"),
    Look("my-data", my_data("page")),
    Look("my-data-write", my_data("write"), act=send_empty),
    Look("my-data-erase", my_data("erase"), act=send_empty),
    Look("my-data-account", lambda: "/konto/meine-daten/", user=make_user),
    Look("office-data-requests", lambda: "/verwaltung/accounts/datarequest/", user=make_officer),
    Look("office-data-request", data_request, user=make_officer),
    Look(
        "office-new-data-request",
        lambda: "/verwaltung/accounts/datarequest/add/",
        user=make_officer,
    ),
    Look("office-incident", incident, user=make_officer),
    Look(
        "office-processing",
        lambda: "/verwaltung/accounts/datarequest/verzeichnis/",
        user=make_officer,
    ),
    Look(
        "office-retention",
        lambda: "/verwaltung/accounts/datarequest/loeschfristen/",
        user=make_officer,
    ),
    Look("office-desk-privacy", lambda: "/verwaltung/", user=make_officer),
    Look("privacy-with-register", lambda: "/datenschutz/"),
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

RECORDS = {
    "accounts.Consent": make_consent,
    "accounts.DataRequest": make_request,
    "accounts.Erasure": make_person_erasure,
    "accounts.Incident": make_incident,
    "accounts.ReadLog": make_reading,
    "accounts.RoleEvent": make_role_event,
    "accounts.RoleRequest": make_role_request,
    "base.HistoryErasure": make_erasure,
}
