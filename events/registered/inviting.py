"""What send-outs and invitations offer to the desk, to export, erasure and the nightly run."""

from datetime import datetime, timedelta

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.deadlines import berlin_day
from events.models import (
    Campaign,
    CampaignStatus,
    CircularRecipient,
    Invitation,
    InvitationRecipient,
    InvitationStatus,
)
from events.services.campaign_progress import OPEN, nobody_reached
from kme_portal.base.registries import (
    PersonalData,
    Retention,
    WaitingTask,
    personal_data,
    retentions,
    waiting_tasks,
)

KEPT_AFTER_EVENT = timedelta(days=30)
DEADLINE_NEAR = timedelta(days=3)
PAUSED_LONG = timedelta(days=2)


def _allowed(user, permission: str, rows: QuerySet) -> QuerySet:
    return rows if user.has_perm(permission) else rows.none()


# Tasks waiting


def _own_campaign(user) -> Q:
    return Q(created_by=user) | Q(event__responsible=user)


def unreached(user) -> QuerySet[Invitation]:
    """Associations of which nobody got the letter: somebody has to telephone."""
    rows = Invitation.objects.awaiting_reply().to_coming_events(timezone.now())
    return _allowed(
        user, "events.change_invitation", rows.filter(nobody_reached()).select_related("event")
    )


def unanswered(user) -> QuerySet[Campaign]:
    """Send-outs whose deadline is near while more than half have not answered."""
    today = berlin_day(timezone.now())
    rows = (
        Campaign.objects.writing()
        .filter(event__answer_by__gte=today, event__answer_by__lte=today + DEADLINE_NEAR)
        .annotate(
            asked=Count("invitations"),
            open=Count("invitations", filter=Q(invitations__status=InvitationStatus.OPEN)),
        )
        .filter(open__gt=F("asked") / 2)
        .select_related("event")
    )
    return _allowed(user, "events.change_campaign", rows)


def paused(user) -> QuerySet[Campaign]:
    """Send-outs on hold: their letters, reminders and news of a moved event do not leave."""
    long_ago = timezone.now() - PAUSED_LONG
    rows = Campaign.objects.filter(status=CampaignStatus.PAUSED, updated_at__lt=long_ago)
    return _allowed(user, "events.change_campaign", rows.select_related("event"))


waiting_tasks.register(
    "events.invitations_unreached",
    WaitingTask(
        title=_("Invitations that reached nobody"),
        rows=unreached,
        url=lambda row: reverse("admin:events_invitation_answer", args=[row.pk]),
        since=lambda row: row.updated_at,
        oldest="updated_at",
        mine=lambda user: Q(event__responsible=user),
        patience=timedelta(days=3),
    ),
)
waiting_tasks.register(
    "events.invitations_unanswered",
    WaitingTask(
        title=_("Invitations without an answer shortly before the deadline"),
        rows=unanswered,
        url=lambda row: reverse("admin:events_campaign_follow", args=[row.pk]) + f"?zeige={OPEN}",
        since=lambda row: row.started_at,
        oldest="started_at",
        mine=_own_campaign,
    ),
)
waiting_tasks.register(
    "events.campaigns_paused",
    WaitingTask(
        title=_("Send-outs on hold"),
        rows=paused,
        url=lambda row: reverse("admin:events_campaign_send", args=[row.pk]),
        since=lambda row: row.updated_at,
        oldest="updated_at",
        mine=_own_campaign,
        patience=timedelta(days=3),
    ),
)


# Personal data


def _mine(rows: QuerySet, email: str) -> QuerySet:
    return rows.annotate(mailbox=Lower("person__email")).filter(mailbox=email.lower())


def export_letters(email: str) -> list[dict]:
    """Who was written to about what, without links: a link is a key."""
    invited = _mine(InvitationRecipient.objects.all(), email).select_related(
        "invitation__event", "invitation__organisation"
    )
    circulars = _mine(CircularRecipient.objects.all(), email).select_related("campaign")
    return [
        *(
            {
                "event": row.invitation.event.title,
                "organisation": str(row.invitation.organisation or ""),
                "sent_at": row.sent_at and row.sent_at.isoformat(),
                "reminded_at": row.reminded_at and row.reminded_at.isoformat(),
                "answer": str(row.invitation.get_status_display()),
            }
            for row in invited
        ),
        *(
            {
                "circular": row.campaign.subject,
                "sent_at": row.sent_at and row.sent_at.isoformat(),
            }
            for row in circulars
        ),
    ]


def erase_letters(email: str, now: datetime) -> int:
    """The letters go, and who answered; that an association answered stays."""
    answered = Invitation.objects.annotate(mailbox=Lower("answered_by__email"))
    outside = Invitation.objects.annotate(mailbox=Lower("person__email"))
    return (
        answered.filter(mailbox=email.lower()).update(answered_by=None)
        + _mine(InvitationRecipient.objects.all(), email).delete()[0]
        + _mine(CircularRecipient.objects.all(), email).delete()[0]
        + outside.filter(mailbox=email.lower()).update(person=None)
    )


INFORMING = (
    _("Inform the network"),
    _("Article 6(1)(e) GDPR, § 3 DSG NRW"),
    _("30 days after the letter"),
)
INVITING = (
    _("Invite, remind, and tell colleagues who answered"),
    _("Article 6(1)(e) GDPR, § 3 DSG NRW"),
    _("30 days after the event"),
)
personal_data.register(
    "events.letters",
    PersonalData(
        title=_("Invitations and circulars"),
        export=export_letters,
        erase=erase_letters,
        goes=_("To which events you were invited and whether you answered."),
        stays=_("That your association was invited and what it answered, without you."),
        labels={
            "sent_at": _("Sent"),
            "reminded_at": _("Reminded"),
            "answer": _("Answer"),
            "circular": _("Circular"),
        },
        fields={
            "events.InvitationRecipient.person": INVITING,
            "events.InvitationRecipient.public_id": INVITING,
            "events.InvitationRecipient.problem": INVITING,
            "events.Invitation.person": INVITING,
            "events.Invitation.answered_by": INVITING,
            "events.CircularRecipient.person": INFORMING,
            "events.CircularRecipient.problem": INFORMING,
        },
    ),
)


# Keeping times


def due_recipients(now: datetime) -> QuerySet[InvitationRecipient]:
    return InvitationRecipient.objects.filter(invitation__event__ends_at__lt=now - KEPT_AFTER_EVENT)


def due_people(now: datetime) -> QuerySet[Invitation]:
    """Invitations that still name a person a month after the event."""
    return Invitation.objects.filter(event__ends_at__lt=now - KEPT_AFTER_EVENT).exclude(
        person=None, answered_by=None
    )


def due_circulars(now: datetime) -> QuerySet[CircularRecipient]:
    return CircularRecipient.objects.filter(
        Q(sent_at__lt=now - KEPT_AFTER_EVENT)
        | Q(sent_at=None, campaign__started_at__lt=now - KEPT_AFTER_EVENT)
    )


retentions.register(
    "events.invitation_recipients",
    Retention(
        title=_("Recipients of invitations"),
        period=_("30 days after the event"),
        due=due_recipients,
        erase=lambda now: due_recipients(now).delete()[0],
    ),
)
retentions.register(
    "events.invitation_people",
    Retention(
        title=_("People named in invitations"),
        period=_("30 days after the event"),
        due=due_people,
        erase=lambda now: due_people(now).update(person=None, answered_by=None),
    ),
)
retentions.register(
    "events.circular_recipients",
    Retention(
        title=_("Recipients of circulars"),
        period=_("30 days after the letter"),
        due=due_circulars,
        erase=lambda now: due_circulars(now).delete()[0],
    ),
)
