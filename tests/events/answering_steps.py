"""An invitation, and the ways to answer it."""

from django.urls import reverse
from django.utils import timezone

from events.models import AnswerChannel
from events.services.inviting import answer_invitation
from events.services.places import GuestEntry

NOW = timezone.now()


def page(recipient, name="invitation"):
    return reverse(f"events:{name}", args=[recipient.token()])


def answer(recipient, accepted=True, **given):
    usual = {
        "guests": [GuestEntry("Vorsitz")] if accepted else [],
        "email": recipient.person.email,
        "channel": AnswerChannel.LINK,
        "answered_by_id": recipient.person_id,
        "now": NOW,
    }
    return answer_invitation(
        invitation_id=recipient.invitation_id, accepted=accepted, **usual | given
    )


def typed(recipient, **given):
    recipient.invitation.refresh_from_db()
    usual = {"seen": recipient.invitation.version, "number": 1, "name_0": "Vorsitz"}
    return usual | given
