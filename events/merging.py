"""What becomes of invitations, registrations and events when two entries become one."""

from django.utils.translation import gettext, gettext_lazy

from events.models import Event, Invitation, InvitationStatus
from events.models.inviting import ANSWERED
from kme_portal.base.merging import Merging, mergings


def unite_invitations(row: Invitation, twin: Invitation) -> None:
    """Both were invited to one event: the answered invitation counts, with the people of both.

    Two answers cannot be one: each keeps its guests, and the merged entry keeps its own.
    """
    if row.status in ANSWERED and twin.status in ANSWERED:
        return
    if row.status in ANSWERED:
        twin.status = row.status
        twin.answered_at = row.answered_at
        twin.answer_channel = row.answer_channel
        twin.answered_by = row.answered_by
        twin.recorded_by = row.recorded_by
        twin.version += 1
        twin.save()
        row.parties.update(invitation=twin)
    known = twin.recipients.values("person")
    row.recipients.exclude(person__in=known).update(invitation=twin)
    if row.status != InvitationStatus.WITHDRAWN:
        row.status = InvitationStatus.WITHDRAWN
        row.save(update_fields=["status", "updated_at"])


def told_invitations(row: Invitation, twin: Invitation) -> str:
    if row.status in ANSWERED and twin.status in ANSWERED:
        words = gettext(
            "Both have answered the invitation to “%(event)s”. Both answers stay; please look "
            "at them."
        )
    elif row.status in ANSWERED:
        words = gettext(
            "Both are invited to “%(event)s”. The answer of the merged entry is taken over."
        )
    else:
        words = gettext("Both are invited to “%(event)s”. The other invitation remains.")
    return words % {"event": row.event}


def drop_co_organiser(row, _twin) -> None:
    row.delete()


for relation, merging in {
    "Invitation.organisation": Merging(
        gettext_lazy("Invitations"),
        same=("event",),
        settle=unite_invitations,
        told=told_invitations,
    ),
    "Party.organisation": Merging(gettext_lazy("Registrations")),
    "Contingent.organisation": Merging(gettext_lazy("Seats kept")),
    "Venue.organisation": Merging(gettext_lazy("Venues")),
    "Event.organiser": Merging(gettext_lazy("Own events")),
    f"{Event.co_organisers.through.__name__}.organisation": Merging(
        gettext_lazy("Own events"), same=("event_id",), settle=drop_co_organiser
    ),
}.items():
    mergings.register(f"events.{relation}", merging)
