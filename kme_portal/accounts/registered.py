"""What accounts hand over for export and erasure, forget in time, and ask of the office."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import readlog, services
from kme_portal.accounts.models import Consent, ReadLog, UnsentForm, User
from kme_portal.accounts.unsent import KEPT as UNSENT_KEPT
from kme_portal.base.backups.contents import left_out
from kme_portal.base.registries import PersonalData, Retention, personal_data, retentions

CONSENT_KEPT = timedelta(days=3 * 365)
READ_LOG_KEPT = timedelta(days=2 * 365)


def export_account(email):
    users = User.objects.filter(email__iexact=email)
    return [
        {
            "email": user.email,
            "name": user.name,
            "language": user.language,
            "joined_at": user.joined_at.isoformat(),
            "last_login": user.last_login.isoformat() if user.last_login else None,
            "groups": sorted(user.groups.values_list("name", flat=True)),
            "sessions": [
                {"since": session.created_at.isoformat(), "device": session.user_agent}
                for session in UserSession.objects.filter(user=user)
            ],
            "second_factors": list(
                Authenticator.objects.filter(user=user).values_list("type", flat=True)
            ),
        }
        for user in users
    ]


def erase_account(email, now):
    """Close the account and empty it; the row stays, for others' records name its id."""
    erased = 0
    for user in User.objects.filter(email__iexact=email):
        services.close_account(user=user)
        EmailAddress.objects.filter(user=user).delete()
        UnsentForm.objects.filter(user=user).delete()
        user.email = f"erased-{user.pk}@invalid"
        user.name = ""
        user.last_login = None
        user.save()
        erased += 1
    return erased


def export_consents(email):
    return [
        {
            "purpose": consent.purpose,
            "text_version": consent.text_version,
            "language": consent.language,
            "channel": consent.channel,
            "given_at": consent.given_at.isoformat(),
            "withdrawn_at": consent.withdrawn_at.isoformat() if consent.withdrawn_at else None,
        }
        for consent in Consent.objects.of(email)
    ]


def erase_consents(email, now):
    ids = list(Consent.objects.of(email).values_list("pk", flat=True))
    return Consent.objects.filter(pk__in=ids).delete()[0]


# Whoever is signed in when a backup is made is signed out by its restore.
left_out.register("accounts", ("django_session", "usersessions_usersession", "accounts_unsentform"))

personal_data.register(
    "accounts.account",
    PersonalData(
        title=_("Account"),
        export=export_account,
        erase=erase_account,
        fields={
            f"accounts.User.{name}": (
                "signing in",
                "Art. 6(1)(e) GDPR",
                "until the account is closed",
            )
            for name in ("email", "name", "language", "last_login")
        }
        | {
            "accounts.UnsentForm.content": (
                "keeping what was typed when a session had ended",
                "Art. 6(1)(e) GDPR",
                "1 hour",
            )
        },
    ),
)
personal_data.register(
    "accounts.consents",
    PersonalData(
        title=_("Consents"),
        export=export_consents,
        erase=erase_consents,
        fields={
            "accounts.Consent.email": (
                "proof of consent",
                "Art. 7(1) GDPR",
                "three years after it was withdrawn",
            )
        },
    ),
)
retentions.register(
    "accounts.sessions",
    Retention(
        title=_("Sessions that have ended"),
        period="at expiry",
        due=lambda now: Session.objects.filter(expire_date__lt=now),
        erase=lambda now: Session.objects.filter(expire_date__lt=now).delete()[0],
    ),
)
retentions.register(
    "accounts.unsent_forms",
    Retention(
        title=_("Forms that waited for a sign-in"),
        period="1 hour",
        due=lambda now: UnsentForm.objects.past_keeping_time(now - UNSENT_KEPT),
        erase=lambda now: UnsentForm.objects.past_keeping_time(now - UNSENT_KEPT).delete()[0],
    ),
)
retentions.register(
    "accounts.consents",
    Retention(
        title=_("Withdrawn consents"),
        period="3 years",
        due=lambda now: Consent.objects.withdrawn_before(now - CONSENT_KEPT),
        erase=lambda now: Consent.objects.withdrawn_before(now - CONSENT_KEPT).delete()[0],
    ),
)
retentions.register(
    "accounts.read_log",
    Retention(
        title=_("Read log"),
        period="2 years",
        due=lambda now: ReadLog.objects.past_keeping_time(now - READ_LOG_KEPT),
        erase=lambda now: readlog.erase_before(now - READ_LOG_KEPT),
    ),
)
