"""What changes accounts: inviting, accepting, letting go, and the way back in."""

import logging
from collections.abc import Collection
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from kme_portal.accounts import roles
from kme_portal.accounts.models import RoleEventKind, User
from kme_portal.mailings.links import make_token, read_token
from kme_portal.mailings.models import Message
from kme_portal.mailings.services import enqueue

security = logging.getLogger("portal.security")

INVITATION = "account-invitation"
INVITATION_HOLDS = timedelta(days=14)


@transaction.atomic
def invite_user(
    *,
    email: str,
    name: str = "",
    language: str = "de",
    is_staff: bool = False,
    groups: Collection[str] = (),
    now: datetime | None = None,
) -> User:
    """Create the account, or take up a known one, and mail a link that sets its password.

    The link holds fourteen days, once; a new invitation makes the older ones worthless. A known
    account with a password keeps it, gains the groups, and is told so by no mail but a reset.
    """
    now = now or timezone.now()
    user = User.objects.select_for_update().filter(email__iexact=email.strip()).first()
    if user is None:
        user = User.objects.create_user(email, name=name, language=language, is_staff=is_staff)
    elif is_staff and not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])
    user.groups.add(*Group.objects.filter(name__in=groups))
    EmailAddress.objects.get_or_create(
        user=user, email=user.email, defaults={"primary": True, "verified": False}
    )
    if not user.has_usable_password():
        send_invitation(user=user, now=now)
    if user.is_staff and groups:
        roles.record(user, RoleEventKind.INVITED)
    security.info("account invited", extra={"user": user.pk, "staff": user.is_staff})
    return user


def send_invitation(*, user: User, now: datetime | None = None) -> Message | None:
    """Mail the link that sets the first password; older links end."""
    user.link_version += 1
    user.invited_at = now or timezone.now()
    user.save(update_fields=["link_version", "invited_at"])
    return enqueue(
        "accounts.invitation",
        about=user,
        to=user.email,
        language=user.language,
        version=user.link_version,
    )


@transaction.atomic
def prepare_account(
    *, email: str, name: str = "", language: str = "de", now: datetime | None = None
) -> tuple[User, str]:
    """The account of somebody whose mailbox a mailed link has just proven, and what opens it.

    The token leads to the page that sets the first password; older ones end. It is "" for an
    account that has a password: who owns it signs in.
    """
    user = User.objects.select_for_update().filter(email__iexact=email.strip()).first()
    if user is None:
        user = User.objects.create_user(email, name=name, language=language)
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=False)
        security.info("account prepared", extra={"user": user.pk})
    if user.has_usable_password() or not user.is_active:
        return user, ""
    user.link_version += 1
    user.invited_at = now or timezone.now()
    user.save(update_fields=["link_version", "invited_at"])
    return user, invitation_token(user)


def invitation_token(user: User) -> str:
    return make_token(INVITATION, str(user.pk), user.link_version)


def invited_by(token: str, *, now: datetime | None = None) -> User | None:
    """Whose invitation this link is; None when forged, used, replaced or older than 14 days."""
    read = read_token(INVITATION, token)
    if read is None:
        return None
    pk, version = read
    user = User.objects.filter(pk=pk, link_version=version, is_active=True).first()
    now = now or timezone.now()
    if user is None or user.has_usable_password() or user.invited_at is None:
        return None
    return user if user.invited_at > now - INVITATION_HOLDS else None


@transaction.atomic
def accept_invitation(*, user: User, password: str) -> User:
    """Set the first password; the link was mailed, so the address counts as confirmed."""
    user = User.objects.select_for_update().get(pk=user.pk)
    user.set_password(password)
    user.link_version += 1
    user.save(update_fields=["password", "link_version"])
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"primary": True, "verified": True}
    )
    security.info("invitation accepted", extra={"user": user.pk})
    return user


def end_sessions(*, user: User) -> int:
    """Sign this person out everywhere, at once; returns the number of sessions."""
    keys = list(UserSession.objects.filter(user=user).values_list("session_key", flat=True))
    # Sessions from before their first page are not listed yet.
    keys += [
        session.session_key
        for session in Session.objects.filter(expire_date__gte=timezone.now()).iterator()
        if session.get_decoded().get("_auth_user_id") == str(user.pk)
    ]
    UserSession.objects.filter(user=user).delete()
    Session.objects.filter(session_key__in=set(keys)).delete()
    security.info("sessions ended", extra={"user": user.pk, "count": len(set(keys))})
    return len(set(keys))


@transaction.atomic
def close_account(*, user: User) -> None:
    """Somebody gives the account up, or loses it: no sign-in, no role, no session.

    Whoever leaves the office hands over what is open besides (`leaving.leave`).
    """
    user.is_active = False
    user.is_staff = False
    user.is_superuser = False
    user.link_version += 1
    user.set_unusable_password()
    user.save()
    user.groups.clear()
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user=user)
    security.info("account closed", extra={"user": user.pk})


def note_changed_role(*, user: User, by: User | None, confirmed_by: User | None = None) -> None:
    """A role was changed: end the sessions that had the old one, record it, tell the person."""
    end_sessions(user=user)
    roles.record(user, RoleEventKind.CHANGED, by=by, confirmed_by=confirmed_by)
    tell_owner(user=user, event="role_changed")


@transaction.atomic
def tell_owner(*, user: User, event: str, at: str = "") -> None:
    """What happened to the account, by mail; `event` is a key of `occasions.EVENTS`.

    `at` is the address, where it is not today's: whoever loses it learns that it was changed.
    """
    enqueue(
        "accounts.security_notice",
        about=user,
        to=at or user.email,
        language=user.language,
        version=int(timezone.now().timestamp()),
        data={"event": event},
    )


def reset_second_factor(*, user: User, by: User | None = None) -> int:
    """Remove all second factors, so that new ones can be set up; the owner is told by mail.

    Recorded with who did it; on the server that is nobody.
    """
    removed, _per_model = Authenticator.objects.filter(user=user).delete()
    end_sessions(user=user)
    tell_owner(user=user, event="second_factor_reset")
    roles.record(user, RoleEventKind.FACTOR_RESET, by=by)
    security.warning("second factor reset", extra={"user": user.pk, "removed": removed})
    return removed
