"""Allauth as the portal wants it: no open sign-up, own words, every mail through the outbox."""

import logging

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import devices, services, unsent
from kme_portal.accounts.secretbox import secretbox
from kme_portal.base.network import cut_network_of, network_of
from kme_portal.mailings.services import enqueue

security = logging.getLogger("portal.security")


# What allauth tells on the next page, in our words; "" where the page says it already.
MESSAGES = {
    "cannot_delete_primary_email": _("You need this address to sign in."),
    "email_confirmation_failed": _("This address belongs to another account."),
    "email_confirmation_sent": _("We have sent you a link. Open it to confirm the address."),
    "email_confirmed": _("Your e-mail address is confirmed."),
    "email_deleted": _("The e-mail address was removed."),
    "logged_in": "",
    "logged_out": _("You are signed out."),
    "password_changed": _("Your new password is set."),
    "password_set": _("Your new password is set."),
    "primary_email_set": _("Your e-mail address was changed."),
    "unverified_primary_email": _("Please confirm your e-mail address first."),
    "recovery_codes_generated": _("New recovery codes were made."),
    "totp_activated": _("The app is connected."),
    "totp_deactivated": _("The app was removed."),
    "webauthn_added": _("The passkey was added."),
    "webauthn_removed": _("The passkey was removed."),
    "sessions_logged_out": _("You are signed out on all other devices."),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account has been closed."),
        "duplicate_email": _("This is your e-mail address already."),
        "email_password_mismatch": _("E-mail address or password is not correct."),
        "email_taken": _("This e-mail address cannot be used."),
        "enter_current_password": _("Please enter your present password."),
        "incorrect_code": _("This code is not correct. Please enter the newest one."),
        "incorrect_password": _("This password is not correct."),
        "invalid_or_expired_key": _("This link is no longer valid."),
        "invalid_login": _("E-mail address or password is not correct."),
        "invalid_password_reset": _("This link is no longer valid."),
        "rate_limited": _("Too many attempts. Please wait a few minutes."),
        "same_as_current": _("This is your e-mail address already."),
        "select_only_one": _("Please choose only one."),
        "too_many_login_attempts": _("Too many attempts. Please wait a few minutes."),
        "unverified_primary_email": _("Please confirm your e-mail address first."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts come by invitation, or by claiming one's association."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The network alone: enough for limits, and all that a list of sessions keeps."""
        return network_of(request).split("/")[0].replace("unknown", "0.0.0.0")  # noqa: S104

    def add_message(
        self,
        request,
        level,
        message_template=None,
        message_context=None,
        extra_tags="",
        message=None,
    ):
        if message_template:
            name = message_template.rsplit("/", 1)[-1].removesuffix(".txt")
            message = MESSAGES[name]
        if message:
            messages.add_message(request, level, message, extra_tags=extra_tags)

    # Limits

    def _get_login_attempts_cache_key(self, request, **credentials) -> str:
        """Attempts are counted per account; a device its owner has used counts for itself.

        So a stranger who tries an account's passwords cannot keep its owner out.
        """
        login = credentials.get("email", "").strip().lower()
        known = _device_of(request, login)
        return f"{login}|{known}"

    def pre_authenticate(self, request, **credentials) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            request.account_is_locked = True
            security.warning(
                "account locked for a while", extra={"network": cut_network_of(request)}
            )
            raise

    def authentication_failed(self, request, **credentials) -> None:
        security.warning("sign-in refused", extra={"network": cut_network_of(request)})

    # Mail

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Note the mail; text and links are made when it leaves, so no secret is stored."""
        name = template_prefix.rsplit("/", 1)[-1]
        if name == "password_reset_key":
            user = context["user"]
            enqueue(
                "accounts.reset_password",
                about=user,
                to=email,
                language=user.language,
                version=_now(),
            )
        elif name == "unknown_account":
            language = get_language() or settings.LANGUAGE_CODE
            enqueue("accounts.unknown_account", about=None, to=email, language=language)
        else:
            raise LookupError(f"no letter for {name}")

    def send_notification_mail(self, template_prefix, user, context=None, email=None) -> None:
        """Tell the owner what was changed in the account; `email` names the address before."""
        security.info("account changed", extra={"user": user.pk, "what": template_prefix})
        event = template_prefix.rsplit("/", 1)[-1]
        services.tell_owner(user=user, event=event, at=email or "")

    def send_confirmation_mail(self, request, emailconfirmation, signup) -> None:
        address = emailconfirmation.email_address
        language = address.user.language
        enqueue(
            "accounts.confirm_address",
            about=address,
            to=address.email,
            language=language,
            version=_now(),
        )

    def send_account_already_exists_mail(self, email: str) -> None:
        """Nobody signs up by themselves."""

    # After signing in

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where no page was asked for, as with a passkey: the form that waits, or the desk."""
        waiting = unsent.waiting(request)
        if waiting:
            return waiting[0].page
        if request.user.is_staff:
            return reverse("admin:index")
        return super().get_login_redirect_url(request)

    def get_email_verification_redirect_url(self, email_address) -> str:
        return reverse(
            "accounts:overview" if self.request.user.is_authenticated else "account_login"
        )

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:overview")

    def get_reauthentication_methods(self, user):
        words = {
            "reauthenticate": _("With your password"),
            "mfa_reauthenticate": _("With a code from your app"),
            "mfa_reauthenticate:webauthn": _("With a passkey"),
        }
        return [
            method | {"description": words[method["id"]]}
            for method in super().get_reauthentication_methods(user)
        ]

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        security.info(
            "signed in",
            extra={
                "user": user.pk,
                "methods": ",".join(
                    record["method"] for record in get_authentication_records(request, user)
                ),
            },
        )
        return response


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": _("Please confirm your e-mail address first."),
        "cannot_delete_authenticator": _(
            "Who works in the office needs a second factor. Set up another one first."
        ),
        "cannot_generate_recovery_codes": _("Please set up a second factor first."),
        "incorrect_code": _("This code is not correct. Please enter the newest one."),
        "unverified_email": _("Please confirm your e-mail address first."),
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """The office's people keep one: without it they would stand before a closed door."""
        if not authenticator.user.is_staff:
            return True
        return (
            Authenticator.objects.filter(
                user_id=authenticator.user_id,
                type__in=[Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN],
            )
            .exclude(pk=authenticator.pk)
            .exists()
        )

    def encrypt(self, text: str) -> str:
        """Secrets at rest: a copy of the database alone opens no account."""
        return secretbox().encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return secretbox().decrypt(encrypted_text)

    def generate_authenticator_name(self, user, type) -> str:
        return str(_("Passkey"))


def _device_of(request: HttpRequest, login: str) -> str:
    """ "known" where the device's cookie belongs to the account somebody tries to open."""
    from kme_portal.accounts.models import User

    pk = devices.account_at(request)
    if pk and User.objects.filter(pk=pk, email__iexact=login).exists():
        return f"device{pk}"
    return ""


def _now() -> int:
    """A version of its own for each of these mails: seconds, so a double click is one mail."""
    return int(timezone.now().timestamp())
