"""What came of a send-out: figures, and one row for everybody who was or will be written to."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from events.models import (
    Campaign,
    CircularRecipient,
    Delivery,
    Invitation,
    InvitationRecipient,
    InvitationStatus,
)

OPEN, ACCEPTED, DECLINED, UNDELIVERABLE = "offen", "zugesagt", "abgesagt", "unzustellbar"


@dataclass(frozen=True)
class Progress:
    """Letters by what became of them, and invitations by answer."""

    letters: int
    waiting: int
    sent: int
    undeliverable: int
    invitations: int = 0
    accepted: int = 0
    declined: int = 0
    open: int = 0


def progress(campaign: Campaign) -> Progress:
    """Two queries, whatever the size."""
    counts = {
        "letters": Count("pk"),
        "waiting": Count("pk", filter=Q(delivery=Delivery.WAITING)),
        "sent": Count("pk", filter=Q(delivery=Delivery.SENT)),
        "undeliverable": Count(
            "pk", filter=Q(delivery__in=[Delivery.UNDELIVERABLE, Delivery.UNSUBSCRIBED])
        ),
    }
    if campaign.is_circular:
        rows = CircularRecipient.objects.filter(campaign=campaign)
        return Progress(**rows.aggregate(**counts))
    letters = InvitationRecipient.objects.filter(invitation__campaign=campaign)
    answers = Invitation.objects.filter(campaign=campaign).aggregate(
        invitations=Count("pk"),
        accepted=Count("pk", filter=Q(status=InvitationStatus.ACCEPTED)),
        declined=Count("pk", filter=Q(status=InvitationStatus.DECLINED)),
        open=Count("pk", filter=Q(status=InvitationStatus.OPEN)),
    )
    return Progress(**letters.aggregate(**counts), **answers)


def followed(campaign: Campaign, *, show: str = "") -> QuerySet[Invitation]:
    """Invitations of a send-out with their recipients; `show` keeps those of one state."""
    rows = (
        Invitation.objects.filter(campaign=campaign)
        .select_related("organisation", "person", "event")
        .prefetch_related("recipients__person__function")
        .order_by("organisation__name", "pk")
    )
    statuses = {
        OPEN: InvitationStatus.OPEN,
        ACCEPTED: InvitationStatus.ACCEPTED,
        DECLINED: InvitationStatus.DECLINED,
    }
    if show in statuses:
        rows = rows.filter(status=statuses[show])
    elif show == UNDELIVERABLE:
        rows = rows.filter(nobody_reached())
    return rows


def nobody_reached() -> Q:
    """Invitations with a letter that did not arrive and none that did."""
    letters = InvitationRecipient.objects.filter(invitation=OuterRef("pk"))
    arrived = letters.filter(delivery__in=[Delivery.SENT, Delivery.WAITING])
    failed = letters.filter(delivery__in=[Delivery.UNDELIVERABLE, Delivery.UNSUBSCRIBED])
    return Q(Exists(failed)) & ~Q(Exists(arrived))
