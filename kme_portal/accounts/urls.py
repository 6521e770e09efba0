"""The account (Konto): allauth's views at German addresses, under allauth's own names."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.usersessions import views as usersessions
from django.urls import include, path, re_path

from kme_portal.accounts import views
from kme_portal.accounts.guards import (
    CONFIRM,
    NEW_PASSWORD,
    PASSKEY,
    RESET,
    SECOND_FACTOR,
    SIGN_IN,
    guarded,
)
from kme_portal.accounts.mydata import views as mydata
from kme_portal.accounts.recovery import shown_once

own = [
    path("", views.OverviewView.as_view(), name="overview"),
    path("nicht-gesendet/", views.UnsentView.as_view(), name="unsent"),
    path("angaben/", views.ProfileView.as_view(), name="profile"),
    path("einladung/<str:token>/", views.InvitationView.as_view(), name="invitation"),
    # Not found unless this is a demonstration.
    path("demo/", views.DemoView.as_view(), name="demo"),
    path("sitzungen/alle-beenden/", views.end_all_sessions, name="end_all_sessions"),
    path("meine-daten/", mydata.AccountPageView.as_view(), name="my_data_page"),
    path("meine-daten/daten.json", mydata.AccountFileView.as_view(), name="my_data_file"),
    path("meine-daten/widerrufen/", mydata.AccountWithdrawView.as_view(), name="my_data_withdraw"),
    path("meine-daten/anliegen/", mydata.AccountWriteView.as_view(), name="my_data_write"),
    path("meine-daten/loeschen/", mydata.AccountEraseView.as_view(), name="my_data_erase"),
]

urlpatterns = [
    path("", include((own, "accounts"))),
    path("anmelden/", guarded(SIGN_IN)(views.sign_in), name="account_login"),
    path("abmelden/", account.logout, name="account_logout"),
    path("geschlossen/", account.account_inactive, name="account_inactive"),
    path("registrieren/", account.signup, name="account_signup"),
    path("nochmals-anmelden/", account.reauthenticate, name="account_reauthenticate"),
    path("e-mail/", account.email, name="account_email"),
    path("bestaetigen/", account.email_verification_sent, name="account_email_verification_sent"),
    re_path(
        r"^bestaetigen/(?P<key>[-:\w]+)/$",
        guarded(CONFIRM)(account.confirm_email),
        name="account_confirm_email",
    ),
    path("passwort/", account.password_change, name="account_change_password"),
    path("passwort/erstes/", account.password_set, name="account_set_password"),
    path(
        "passwort/vergessen/", guarded(RESET)(account.password_reset), name="account_reset_password"
    ),
    path(
        "passwort/vergessen/gesendet/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^passwort/neu/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        guarded(NEW_PASSWORD)(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "passwort/neu/fertig/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("zweiter-faktor/", mfa.index, name="mfa_index"),
    path(
        "zweiter-faktor/pruefen/", guarded(SECOND_FACTOR)(mfa.authenticate), name="mfa_authenticate"
    ),
    path("zweiter-faktor/nochmals/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("zweiter-faktor/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("zweiter-faktor/app/entfernen/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "zweiter-faktor/codes/",
        shown_once(recovery.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "zweiter-faktor/codes/neu/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "zweiter-faktor/codes/herunterladen/",
        shown_once(recovery.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("zweiter-faktor/passkeys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("zweiter-faktor/passkeys/neu/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path(
        "zweiter-faktor/passkeys/anmelden/",
        guarded(PASSKEY)(webauthn.login_webauthn),
        name="mfa_login_webauthn",
    ),
    path(
        "zweiter-faktor/passkeys/nochmals/",
        webauthn.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("zweiter-faktor/passkeys/<int:pk>/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path(
        "zweiter-faktor/passkeys/<int:pk>/entfernen/",
        views.remove_passkey,
        name="mfa_remove_webauthn",
    ),
    path("sitzungen/", usersessions.list_usersessions, name="usersessions_list"),
]
