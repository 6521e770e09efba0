"""Letters about accounts: none is ever written in advance, links are made as they leave."""

from datetime import timedelta

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import inactivity, roles, services
from kme_portal.accounts import role_letters as role_letters
from kme_portal.accounts.models import (
    DataLink,
    DataRequest,
    Erasure,
    RequestStatus,
    RoleEvent,
    User,
)
from kme_portal.accounts.models.mydata import LINK_HOLDS
from kme_portal.accounts.mydata import links
from kme_portal.base import retention
from kme_portal.mailings.letters import Letter, Occasion, Recipient, Verdict, letter
from kme_portal.mailings.models import Lane, Message, MessageStatus

# What happened to the account, as one sentence.
EVENTS = {
    "password_changed": _("The password of your account was changed."),
    "password_set": _("A password was set for your account."),
    "password_reset": _("The password of your account was set anew with a link from an e-mail."),
    "email_changed": _("The e-mail address of your account was changed."),
    "email_deleted": _("An e-mail address was removed from your account."),
    "totp_activated": _("An authenticator app was connected to your account."),
    "totp_deactivated": _("The authenticator app was removed from your account."),
    "recovery_codes_generated": _("New recovery codes were made for your account."),
    "webauthn_added": _("A passkey was added to your account."),
    "webauthn_removed": _("A passkey was removed from your account."),
    "role_changed": _("Your role in the office was changed."),
    "account_closed": _("Your account in the office was closed."),
    "second_factor_reset": _(
        "The second factor of your account was removed, so that you can set up a new one."
    ),
}


class AccountLetter(Letter):
    lane = Lane.URGENT

    def context(self, about, message):
        return {"link": settings.PORTAL_URL + self.path(about)}

    def path(self, about) -> str:
        raise NotImplementedError


class UserLetter(AccountLetter):
    model = User

    def is_current(self, about, message, now):
        return Verdict.YES if about.is_active else Verdict.NO


@letter("accounts.reset_password")
class ResetPassword(UserLetter):
    """Link to a new password; holds one hour, once."""

    title = _("New password")
    template = "accounts/mail/reset_password.html"

    def stale_after(self, about):
        # Who still waits after an hour has asked again.
        return timezone.now() + timedelta(hours=1)

    def path(self, about):
        key = default_token_generator.make_token(about)
        return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(about), key])


@letter("accounts.unknown_account")
class UnknownAccount(AccountLetter):
    """Somebody wanted a new password for an address without account."""

    title = _("No account with this address")
    template = "accounts/mail/unknown_account.html"

    def stale_after(self, about):
        return timezone.now() + timedelta(hours=1)

    def path(self, about):
        return reverse("account_login")


@letter("accounts.confirm_address")
class ConfirmAddress(AccountLetter):
    """Link that proves an e-mail address."""

    title = _("Confirmation of an e-mail address")
    template = "accounts/mail/confirm_address.html"
    model = EmailAddress

    def is_current(self, about, message, now):
        return Verdict.NO if about.verified else Verdict.YES

    def path(self, about):
        return reverse("account_confirm_email", args=[EmailConfirmationHMAC(about).key])


@letter("accounts.invitation")
class Invitation(UserLetter):
    """Link that sets the first password of an account."""

    title = _("Invitation to an account")
    template = "accounts/mail/invitation.html"

    def is_current(self, about, message, now):
        replaced = message.version != about.link_version
        return Verdict.NO if replaced or not about.is_active else Verdict.YES

    def context(self, about, message):
        return super().context(about, message) | {"is_staff": about.is_staff}

    def path(self, about):
        return reverse("accounts:invitation", args=[services.invitation_token(about)])


@letter("accounts.security_notice")
class SecurityNotice(UserLetter):
    """Tells the owner of an account that something of its protection was changed."""

    title = _("Notice about the protection of an account")
    template = "accounts/mail/security_notice.html"

    def is_current(self, about, message, now):
        return Verdict.YES

    def context(self, about, message):
        return super().context(about, message) | {
            "event": EVENTS[message.data["event"]],
            "happened_at": message.created_at,
            "is_closed": message.data["event"] == "account_closed",
        }

    def path(self, about):
        return reverse("account_reset_password")


@letter("accounts.role_told")
class RoleTold(Letter):
    """Tells the others of the office who was given which rights, and by whom (Vier-Augen)."""

    title = _("Rights in the office were changed")
    template = "accounts/mail/role_told.html"
    model = RoleEvent

    def is_current(self, about, message, now):
        # Whoever has left meanwhile is told nothing any more.
        reader = User.objects.filter(pk=message.recipient_id, is_active=True, is_staff=True)
        return Verdict.YES if reader.exists() else Verdict.NO

    def context(self, about, message):
        people = User.objects.in_bulk([about.user_id, about.by_id, about.confirmed_by_id])
        account, by = people.get(about.user_id), people.get(about.by_id)
        second = people.get(about.confirmed_by_id)
        return {
            "event": about,
            "account": account.email if account else f"#{about.user_id}",
            "by": by.email if by else gettext("on the server"),
            "confirmed_by": second.email if second else "",
            "link": settings.PORTAL_URL + reverse("admin:accounts_roleevent_changelist"),
        }


class UnusedAccount(Occasion):
    """Warns whoever has not signed in for long that the account goes."""

    model = User
    template = "accounts/mail/unused_account.html"
    # The column that says when the letter had left; beginning anew with every sign-in.
    column: str
    # No account goes sooner after this letter, however late it was written.
    at_least: timedelta

    def recipients(self, thing: User):
        why_not = ""
        if [thing.pk] == roles.last_coordinator():
            why_not = gettext("The last coordinator's account stays.")
        yield Recipient(thing.email, thing.language, why_not=why_not)

    def version(self, thing: User) -> int:
        """The day of the last sign-in: each absence has warnings of its own."""
        return (inactivity.ends_at(thing) - settings.KEPT["accounts"]).toordinal()

    def is_current(self, about: User, message, now):
        away = about.is_active and message.version == self.version(about)
        return Verdict.YES if away else Verdict.NO

    def context(self, about: User, message):
        return {
            "ends_at": max(inactivity.ends_at(about), message.created_at + self.at_least),
            "link": settings.PORTAL_URL + reverse("account_login"),
        }

    def settled(self, message, now):
        # A mailbox that is gone gets no second chance: the account is unused all the same.
        if message.status not in (MessageStatus.EXPIRED, MessageStatus.SUPPRESSED):
            User.objects.filter(pk=message.about_id).update(**{self.column: now})


@letter("accounts.unused_first")
class UnusedFirst(UnusedAccount):
    title = _("First warning: the account goes because nobody uses it")
    column = "warned_at"
    at_least = 2 * inactivity.SECOND_WARNING

    def things(self, now):
        return inactivity.to_warn(now, self.kind)


@letter("accounts.unused_last")
class UnusedLast(UnusedAccount):
    title = _("Second warning: the account goes because nobody uses it")
    column = "warned_again_at"
    at_least = inactivity.SECOND_WARNING

    def things(self, now):
        return inactivity.to_warn_again(now, self.kind)


@letter("accounts.test")
class Test(AccountLetter):
    """Shows whoever sets the portal up that mails leave and arrive."""

    title = _("Test e-mail")
    template = "accounts/mail/test.html"

    def path(self, about):
        return reverse("account_login")


@letter("accounts.my_data_link")
class MyDataLink(Letter):
    """Link to everything that is held about an address."""

    title = _("Link to one's own data")
    template = "accounts/mail/my_data_link.html"
    lane = Lane.URGENT
    model = DataLink

    def stale_after(self, about):
        return about.created_at + LINK_HOLDS

    def context(self, about, message):
        return {"link": links.url_of(about)}


@letter("accounts.erased")
class Erased(Letter):
    """The last mail to somebody who was erased; the address is forgotten as it leaves."""

    title = _("Confirmation of an erasure")
    template = "accounts/mail/erased.html"
    lane = Lane.URGENT
    model = Erasure

    def stale_after(self, about):
        return about.erased_at + timedelta(hours=24)

    def context(self, about, message):
        return {"erased_at": about.erased_at}

    def settled(self, message, now):
        # Nobody can be called about it either, so a failure is no task.
        Message.objects.filter(pk=message.pk).update(
            email="", address_digest="", last_error="", dealt_with_at=now
        )


class RequestLetter(Letter):
    model = DataRequest

    def context(self, about, message):
        return {
            "kind": about.get_kind_display(),
            "received_on": about.received_on,
            "due_on": about.due_on,
        }


@letter("accounts.request_received")
class RequestReceived(RequestLetter):
    """Tells until when a request is answered."""

    title = _("A data protection request has arrived")
    template = "accounts/mail/request_received.html"

    def is_current(self, about, message, now):
        return Verdict.YES if about.is_waiting else Verdict.NO


@letter("accounts.request_extended")
class RequestExtended(RequestLetter):
    """Tells that it takes longer, and why (Article 12(3))."""

    title = _("A data protection request takes longer")
    template = "accounts/mail/request_extended.html"

    def is_current(self, about, message, now):
        return Verdict.YES if about.is_waiting else Verdict.NO

    def context(self, about, message):
        return super().context(about, message) | {"reason": about.extension_reason}


@letter("accounts.request_answered")
class RequestAnswered(RequestLetter):
    """The office's answer; a refusal names the ways to object (Article 12(4))."""

    title = _("Answer to a data protection request")
    template = "accounts/mail/request_answered.html"

    def context(self, about, message):
        return super().context(about, message) | {
            "answer": about.answer,
            "is_refused": about.status == RequestStatus.REFUSED,
        }


@letter("accounts.retention_alarm")
class RetentionAlarm(Occasion):
    """Tells the group Datenschutz, once a day, that something is not erased in time."""

    title = _("Alarm: erasure has not run")
    template = "accounts/mail/retention_alarm.html"
    lane = Lane.URGENT
    model = User

    def things(self, now):
        if not retention.silent(now).exists():
            return User.objects.none()
        told = Message.objects.filter(
            kind=self.kind, about_id=OuterRef("pk"), version=now.date().toordinal()
        )
        officers = User.objects.filter(is_active=True, is_staff=True, groups__name="Datenschutz")
        return officers.filter(~Exists(told))

    def recipients(self, thing):
        yield Recipient(thing.email, thing.language, id=thing.pk)

    def version(self, thing):
        return timezone.now().date().toordinal()

    def is_current(self, about, message, now):
        return Verdict.YES if about.is_active and retention.silent(now).exists() else Verdict.NO

    def context(self, about, message):
        late = retention.silent(timezone.now())
        return {
            "kinds": [retention.title_of(beat) for beat in late],
            "link": settings.PORTAL_URL + reverse("admin:accounts_datarequest_retention"),
        }
