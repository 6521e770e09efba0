from kme_portal.accounts import services
from kme_portal.accounts.models import DataLink
from kme_portal.accounts.mydata import links
from kme_portal.mailings.links import make_token
from tests.access import OFFICE, everyone, office, signed_in
from tests.factories import make_staff
from tests.factories.accounts import make_role_request


def invitation():
    user = services.invite_user(email="eingeladen@test.example")
    return {"token": services.invitation_token(user)}


def data_link():
    link = DataLink.objects.create(email="person@verein.example", language="de")
    return {"token": make_token(links.PURPOSE, link.public_id)}


ROWS = [
    everyone("my_data:ask"),
    everyone("my_data:asked"),
    everyone("my_data:gone"),
    *[everyone(f"my_data:{name}", data_link) for name in ("page", "file", "write", "erase")],
    # Withdrawing is asked by POST alone; who opens the address is led to the page.
    everyone("my_data:withdraw", data_link, status=302),
    signed_in("accounts:my_data_page"),
    signed_in("accounts:my_data_file"),
    signed_in("accounts:my_data_write"),
    signed_in("accounts:my_data_withdraw", status=302),
    # Asks to show again that it is you.
    signed_in("accounts:my_data_erase", status=302),
    signed_in("accounts:overview"),
    signed_in("accounts:profile"),
    # Nothing waits.
    signed_in("accounts:unsent", status=302),
    everyone("accounts:invitation", invitation),
    # Not a demonstration: there is no such page.
    everyone("accounts:demo", status=404),
    # Ending sessions is asked by POST alone.
    signed_in("accounts:end_all_sessions", status=405),
    # Whoever is signed in is led on.
    everyone("account_login", status=302) | {"anonymous": 200},
    signed_in("account_logout"),
    everyone("account_inactive"),
    everyone("account_signup", status=302) | {"anonymous": 200},
    signed_in("account_reauthenticate"),
    signed_in("account_email"),
    everyone("account_email_verification_sent"),
    everyone("account_confirm_email", lambda: {"key": "unbekannt"}),
    signed_in("account_change_password"),
    # Who has a password changes it instead.
    signed_in("account_set_password", status=302),
    everyone("account_reset_password"),
    everyone("account_reset_password_done"),
    everyone("account_reset_password_from_key", lambda: {"uidb36": "1", "key": "unbekannt"}),
    everyone("account_reset_password_from_key_done"),
    signed_in("mfa_index"),
    # A step of signing in: nobody opens it by itself.
    everyone("mfa_authenticate", status=302),
    signed_in("mfa_reauthenticate", status=302) | dict.fromkeys(OFFICE, 200),
    # Asks to show again that it is you.
    *[
        signed_in(name, status=302)
        for name in (
            "mfa_activate_totp",
            "mfa_generate_recovery_codes",
            "mfa_add_webauthn",
        )
    ],
    # Nobody has made codes yet.
    signed_in("mfa_view_recovery_codes", status=404),
    signed_in("mfa_download_recovery_codes", status=404),
    signed_in("mfa_deactivate_totp", status=404) | dict.fromkeys(OFFICE, 302),
    signed_in("mfa_list_webauthn"),
    everyone("mfa_login_webauthn", status=302),
    signed_in("mfa_reauthenticate_webauthn", status=302),
    signed_in("mfa_edit_webauthn", lambda: {"pk": 1}, status=302),
    signed_in("mfa_remove_webauthn", lambda: {"pk": 1}, status=302),
    signed_in("usersessions_list"),
    office("admin:accounts_datarequest_processing", "Datenschutz"),
    office("admin:accounts_datarequest_retention", "Datenschutz"),
    office(
        "admin:accounts_rolerequest_decide",
        "Koordination",
        "Datenschutz",
        kwargs=lambda: {"pk": make_role_request().pk},
    ),
    office("admin:index", *OFFICE),
    office(
        "admin:accounts_user_leaving",
        "Koordination",
        kwargs=lambda: {"pk": make_staff().pk},
    ),
    office("admin:login", *OFFICE, status=302) | {"stranger": 403, "member": 403},
    office("admin:logout", *OFFICE, status=302),
    office("admin:password_change", *OFFICE, status=302),
    office("admin:password_change_done", *OFFICE),
    # Needs to know for which field.
    office("admin:autocomplete"),
    office("admin:jsi18n", *OFFICE),
    office("admin:search", *OFFICE),
    office("admin:figures", *OFFICE),
    # Who may not see the rows finds the list empty.
    office("admin:tasks", *OFFICE, kwargs=lambda: {"kind": "pages.gaps"}),
    office(
        "admin:view_on_site", kwargs=lambda: {"content_type_id": 0, "object_id": 0}, refused=404
    ),
    office(
        "admin:app_list",
        "Koordination",
        "Datenschutz",
        kwargs=lambda: {"app_label": "accounts"},
        refused=404,
    ),
]

MODELS = {
    "accounts.RoleEvent": ("Koordination", "Datenschutz"),
    "accounts.RoleRequest": ("Koordination", "Datenschutz"),
    "accounts.User": ("Koordination", "Datenschutz"),
    "accounts.Consent": ("Koordination", "Datenschutz"),
    "accounts.ReadLog": ("Datenschutz",),
    "accounts.DataRequest": ("Datenschutz",),
    "accounts.Incident": ("Datenschutz",),
    "accounts.Erasure": ("Datenschutz",),
    "base.HistoryErasure": ("Datenschutz",),
}
