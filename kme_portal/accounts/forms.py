"""Allauth's forms in the portal's markup and words."""

import re

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.webauthn import forms as webauthn_forms
from django import forms
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import recovery
from kme_portal.accounts.models import User
from kme_portal.base.forms import KernFormMixin

PASSWORD_HELP = _("At least 12 characters. A sentence you can remember is better than a puzzle.")


class OurWords(KernFormMixin):
    """Labels and hints by field name; placeholders vanish, for labels say it already."""

    words: dict[str, tuple] = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in self.words:
                field.label, field.help_text = self.words[name]


class LoginForm(OurWords, account_forms.LoginForm):
    words = {"login": (_("E-mail address"), ""), "password": (_("Password"), "")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"autocomplete": "username webauthn"}


class ChangePasswordForm(OurWords, account_forms.ChangePasswordForm):
    words = {
        "oldpassword": (_("Present password"), ""),
        "password1": (_("New password"), PASSWORD_HELP),
        "password2": (_("New password, once more"), ""),
    }


class SetPasswordForm(OurWords, account_forms.SetPasswordForm):
    words = {
        "password1": (_("New password"), PASSWORD_HELP),
        "password2": (_("New password, once more"), ""),
    }


class ResetPasswordForm(OurWords, account_forms.ResetPasswordForm):
    words = {"email": (_("E-mail address"), "")}

    def save(self, request, **kwargs):
        """Note the mail, whoever it goes to, with the same work and so in the same time.

        Allauth would make the link here, for known addresses only; it is made as the mail leaves.
        """
        adapter = get_adapter()
        email = self.cleaned_data["email"]
        for user in self.users:
            # To the account's own spelling: one that merely looks alike gets nothing.
            adapter.send_mail("password_reset_key", user.email, {"user": user})
        if not self.users:
            adapter.send_mail("unknown_account", email, {})
        return email


class ResetPasswordKeyForm(OurWords, account_forms.ResetPasswordKeyForm):
    words = SetPasswordForm.words


class ReauthenticateForm(OurWords, account_forms.ReauthenticateForm):
    words = {"password": (_("Password"), "")}


class ChangeEmailForm(OurWords, account_forms.ChangeEmailForm):
    words = {"email": (_("New e-mail address"), "")}


class RecoveryCodesToo:
    """Mixed into a form with a code: recovery codes are known by their hashes only."""

    def clean_code(self):
        typed = re.sub(r"[\s-]", "", self.cleaned_data["code"])
        if recovery.is_code(typed):
            typed = recovery.digest(self.user, typed)
        self.cleaned_data["code"] = typed
        return super().clean_code()


class CodeForm(RecoveryCodesToo, OurWords, mfa_forms.AuthenticateForm):
    words = {"code": (_("Code"), _("Six digits from your app, or one of your recovery codes."))}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric"}


class ReauthenticateCodeForm(RecoveryCodesToo, OurWords, mfa_forms.ReauthenticateForm):
    words = CodeForm.words


class ActivateTOTPForm(OurWords, totp_forms.ActivateTOTPForm):
    words = {
        "code": (_("Code from the app"), _("Six digits; a new code appears every half minute."))
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric"}


class AddPasskeyForm(OurWords, webauthn_forms.AddWebAuthnForm):
    words = {
        "name": (
            _("Name of the key"),
            _("So that you can tell it from others, such as “office phone”."),
        ),
        "passwordless": (
            _("Sign in with this key alone"),
            _("Your device then asks for your fingerprint, face or PIN; no password is needed."),
        ),
    }


class EditPasskeyForm(OurWords, webauthn_forms.EditWebAuthnForm):
    words = {"name": (_("Name of the key"), "")}


class ProfileForm(KernFormMixin, forms.ModelForm):
    class Meta:
        model = User
        fields = ["name", "language"]
        labels = {"language": _("Language of letters")}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}
