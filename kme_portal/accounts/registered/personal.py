"""What accounts hold about a person."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import cases, services
from kme_portal.accounts.models import Channel, Consent, DataLink, DataRequest, UnsentForm, User
from kme_portal.accounts.models.mydata import LINK_HOLDS
from kme_portal.accounts.unsent import KEPT as UNSENT_KEPT
from kme_portal.base.registries import PersonalData, personal_data
from kme_portal.base.retention import in_words_lazy, kept
from kme_portal.mailings.addresses import digest


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
        user.language = "de"
        user.last_login = None
        user.save()
        erased += 1
    # An address that was typed to be added to some account and never confirmed.
    return erased + EmailAddress.objects.filter(email__iexact=email).delete()[0]


def hold_account(email):
    if User.objects.filter(email__iexact=email, is_staff=True, is_active=True).exists():
        yield _("You work in the office: what you are responsible for must be handed over first.")


def correct_account(email):
    if User.objects.filter(email__iexact=email).exists():
        yield _("Change name and language"), reverse("accounts:profile")
        yield _("Change the e-mail address"), reverse("account_email")


SIGN_IN = (
    _("Sign in and act for an association or the office"),
    _("Article 6(1)(e) GDPR, § 3 DSG NRW"),
    _("until the account is closed; unused accounts 24 months"),
)
PROTECTION = (
    _("Protect accounts from strangers"),
    _("Article 6(1)(e) GDPR with Article 32 GDPR"),
    _("until the session ends or the account is closed"),
)
personal_data.register(
    "accounts.account",
    PersonalData(
        title=_("Account"),
        export=export_account,
        erase=erase_account,
        hold=hold_account,
        correct=correct_account,
        goes=_("Your account with name, address, sign-ins and second factor."),
        stays=_(
            "A number without a name, so that the office's records still show that somebody, but"
            " not who, changed something."
        ),
        labels={
            "joined_at": _("Account since"),
            "last_login": _("Last sign-in"),
            "groups": _("Roles"),
            "sessions": _("Where you are signed in"),
            "device": _("Device"),
            "second_factors": _("Second factor"),
        },
        fields={
            **{
                f"accounts.User.{name}": SIGN_IN
                for name in ("email", "name", "language", "last_login")
            },
            "account.EmailAddress.email": SIGN_IN,
            "account.EmailAddress.user": SIGN_IN,
            **{
                f"accounts.UnsentForm.{name}": (
                    _("Keep what was typed when a session had ended"),
                    _("Article 6(1)(e) GDPR, § 3 DSG NRW"),
                    in_words_lazy(UNSENT_KEPT),
                )
                for name in ("user", "content")
            },
            **dict.fromkeys(
                (
                    "accounts.User.password",
                    "mfa.Authenticator.user",
                    "mfa.Authenticator.data",
                    "usersessions.UserSession.user",
                    "usersessions.UserSession.ip",
                    "usersessions.UserSession.user_agent",
                    "usersessions.UserSession.session_key",
                    "usersessions.UserSession.data",
                    "sessions.Session.session_key",
                    "sessions.Session.session_data",
                ),
                PROTECTION,
            ),
        },
    ),
)


def export_consents(email):
    return [
        {
            "purpose": consent.purpose,
            "text_version": consent.text_version,
            "language": consent.language,
            "channel": str(consent.get_channel_display()),
            "given_at": consent.given_at.isoformat(),
            "withdrawn_at": consent.withdrawn_at.isoformat() if consent.withdrawn_at else None,
        }
        for consent in [*Consent.objects.of(email), *Consent.objects.proofs_of(email)]
    ]


def erase_consents(email, now):
    """The proof stays without the address (Article 17(3)(e)): what was agreed to, from when on."""
    mine = Consent.objects.filter(
        pk__in=list(Consent.objects.of(email).values_list("pk", flat=True))
    )
    for consent in mine.living():
        consent.withdrawn_at = max(now, consent.given_at)
        consent.withdrawn_by = Channel.LINK
        consent.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return mine.update(email="", address_digest=digest(email), reference="")


personal_data.register(
    "accounts.consents",
    PersonalData(
        title=_("Consents"),
        export=export_consents,
        erase=erase_consents,
        goes=_("Your consents end."),
        stays=_(
            "That somebody agreed to these words, with a check number instead of your address:"
            " the law wants proof that we were allowed to use the data."
        ),
        labels={
            "purpose": _("Purpose"),
            "text_version": _("Version of the text"),
            "channel": _("How"),
            "given_at": _("Given"),
            "withdrawn_at": _("Withdrawn"),
        },
        fields={
            f"accounts.Consent.{name}": (
                _("Prove that and to which words somebody agreed"),
                _("Article 7(1) GDPR"),
                kept("consents", _("{time} after it was withdrawn")),
            )
            for name in ("email", "address_digest", "reference", "purpose", "text_version")
        },
    ),
)


def export_requests(email):
    return [
        {
            "kind": str(request.get_kind_display()),
            "status": str(request.get_status_display()),
            "name": request.name,
            "email": request.email,
            "text": request.text,
            "received_on": request.received_on.isoformat(),
            "due_on": request.due_on.isoformat(),
            "answer": request.answer,
        }
        for request in DataRequest.objects.of(email)
    ]


personal_data.register(
    "accounts.requests",
    PersonalData(
        title=_("Your requests about data protection"),
        export=export_requests,
        erase=lambda email, now: cases.empty_requests_of(email, now=now),
        goes=_("What you wrote to us about data protection, and our answers."),
        stays=_(
            "What kind of request it was and when it was answered, with a check number instead of"
            " your address: we must be able to show that we did our duty."
        ),
        labels={
            "kind": _("What is asked for"),
            "received_on": _("Received on"),
            "due_on": _("Due on"),
            "answer": _("Answer"),
        },
        fields={
            **{
                f"accounts.DataRequest.{name}": (
                    _("Answer requests about data protection in time and be able to show it"),
                    _("Article 6(1)(c) GDPR with Articles 12 to 22 GDPR"),
                    kept("data_requests", _("{time} after the request was closed")),
                )
                for name in (
                    "email",
                    "address_digest",
                    "name",
                    "text",
                    "answer",
                    "extension_reason",
                    "responsible",
                )
            },
            **{
                f"accounts.CaseNote.{name}": (
                    _("Answer requests about data protection in time and be able to show it"),
                    _("Article 6(1)(c) GDPR with Articles 12 to 22 GDPR"),
                    _("as long as the case"),
                )
                for name in ("text", "written_by")
            },
            **{
                f"accounts.Incident.{name}": (
                    _("Document breaches of data protection"),
                    _("Article 33(5) GDPR"),
                    kept("incidents", _("{time} after the incident was closed")),
                )
                for name in (
                    "title",
                    "description",
                    "consequences",
                    "measures",
                    "delay_reason",
                    "responsible",
                )
            },
        },
    ),
)


def export_links(email):
    return [
        {"since": link.created_at.isoformat(), "language": link.language}
        for link in DataLink.objects.filter(email=email)
    ]


personal_data.register(
    "accounts.links",
    PersonalData(
        title=_("Links to this page"),
        export=export_links,
        erase=lambda email, now: DataLink.objects.filter(email__iexact=email).delete()[0],
        goes=_("The links that open your data."),
        fields={
            **dict.fromkeys(
                ("accounts.DataLink.email", "accounts.DataLink.public_id"),
                (
                    _("Show people their own data without an account"),
                    _("Article 6(1)(c) GDPR with Article 12(2) GDPR"),
                    in_words_lazy(LINK_HOLDS),
                ),
            ),
            "accounts.Erasure.digest": (
                _("Show that somebody was erased who had asked for it"),
                _("Article 6(1)(c) GDPR with Article 17 GDPR"),
                kept("data_requests"),
            ),
        },
    ),
)
