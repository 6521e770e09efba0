"""What the desk of associations offers to the office, to export, erasure and the nightly run."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.registries import AccountLink, account_links
from kme_portal.base.registries import (
    RECORDED,
    PersonalData,
    Retention,
    WaitingTask,
    personal_data,
    retentions,
    waiting_tasks,
)
from organisations.models import (
    Affiliation,
    Organisation,
    ProfileChange,
    Representative,
    RoleInvitation,
)
from organisations.occasions import profile_check
from organisations.registered.register import allowed

# An umbrella has this long to answer before the office asks it by telephone.
OTHER_SIDE_EXPECTED = timedelta(days=28)


def changes_waiting(user) -> QuerySet[ProfileChange]:
    rows = ProfileChange.objects.waiting().select_related("organisation").order_by("created_at")
    return allowed(user, "organisations.change_profilechange", rows)


def without_editor(user) -> QuerySet[Organisation]:
    """Associations that had somebody with access and have nobody any more."""
    editors = Representative.objects.filter(
        organisation=OuterRef("pk"), may_edit=True, user__isnull=False
    )
    rows = (
        Organisation.objects.active()
        .associations()
        .filter(Exists(editors))
        .exclude(Exists(editors.current(localdate()).filter(user__is_active=True)))
    )
    return allowed(user, "organisations.change_representative", rows)


def profiles_unanswered(user) -> QuerySet[Organisation]:
    rows = profile_check.unanswered(timezone.now())
    return allowed(user, "organisations.change_organisation", rows)


def affiliations_unanswered(user) -> QuerySet[Affiliation]:
    rows = (
        Affiliation.objects.filter(
            Q(confirmed_by_member_on=None) | Q(confirmed_by_umbrella_on=None),
            ~Q(confirmed_by_member_on=None, confirmed_by_umbrella_on=None),
            to_on=None,
            created_at__lt=timezone.now() - OTHER_SIDE_EXPECTED,
        )
        .exclude(member__is_demo=True)
        .select_related("member", "umbrella")
    )
    return allowed(user, "organisations.change_affiliation", rows)


def entry_address(pk: int) -> str:
    return reverse("admin:organisations_organisation_change", args=[pk])


waiting_tasks.register(
    "organisations.changes",
    WaitingTask(
        title=_("Changes of profiles to be looked at"),
        rows=changes_waiting,
        url=lambda row: reverse("admin:organisations_profilechange_change", args=[row.pk]),
        since=lambda row: row.created_at,
        oldest="created_at",
    ),
)
waiting_tasks.register(
    "organisations.without_editor",
    WaitingTask(
        title=_("Associations that nobody can look after any more"),
        rows=without_editor,
        url=lambda row: reverse("admin:organisations_organisation_hand_over", args=[row.pk]),
        since=lambda row: row.updated_at,
        oldest="updated_at",
    ),
)
waiting_tasks.register(
    "organisations.profiles_unanswered",
    WaitingTask(
        title=_("Entries nobody has confirmed for a year"),
        rows=profiles_unanswered,
        url=lambda row: entry_address(row.pk),
        since=lambda row: row.updated_at,
        oldest="updated_at",
    ),
)
waiting_tasks.register(
    "organisations.affiliations_unanswered",
    WaitingTask(
        title=_("Memberships that the other side has not confirmed"),
        rows=affiliations_unanswered,
        url=lambda row: entry_address(row.member_id),
        since=lambda row: row.created_at,
        oldest="created_at",
    ),
)


def my_associations(user):
    """The way from the account to the desk; nothing for who acts for no association."""
    if Representative.objects.acting(user, timezone.now()).exists():
        yield AccountLink(
            title=_("My association"),
            text=_("Answer invitations, keep the profile true, name people."),
            url=reverse("my_association:start"),
        )


account_links.register("organisations.my_association", my_associations)


def invitations_of(email: str) -> QuerySet[RoleInvitation]:
    return RoleInvitation.objects.annotate(mailbox=Lower("email")).filter(mailbox=email.lower())


def export_invitations(email: str) -> list[dict]:
    return [
        {
            "organisation": row.organisation.name,
            "function": row.function.name if row.function else None,
            "status": str(row.get_status_display()),
            "invited_at": row.created_at.isoformat(),
        }
        for row in invitations_of(email).select_related("organisation", "function")
    ]


personal_data.register(
    "organisations.role_invitations",
    PersonalData(
        title=_("Invitations to roles"),
        export=export_invitations,
        erase=lambda email, now: invitations_of(email).delete()[0],
        goes=_("That an association asked you to act for it."),
        labels={"invited_at": _("Invited")},
        fields={
            **{
                f"organisations.RoleInvitation.{name}": (
                    _("Ask somebody to act for an association"),
                    _("Article 6(1)(e) GDPR, § 3 DSG NRW"),
                    _("30 days after the answer or the end of the link"),
                )
                for name in ("email", "public_id", "invited_by", "replaces")
            },
            "organisations.ProfileChange.asked_by": RECORDED,
            "organisations.ProfileChange.decided_by": RECORDED,
        },
    ),
)


def invitations_past_keeping(now: datetime) -> QuerySet[RoleInvitation]:
    return RoleInvitation.objects.past_keeping(now)


retentions.register(
    "organisations.role_invitations",
    Retention(
        title=_("Invitations to roles"),
        period=_("30 days after the answer or the end of the link"),
        due=invitations_past_keeping,
        erase=lambda now: invitations_past_keeping(now).delete()[0],
    ),
)
