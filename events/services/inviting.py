"""Invitations: answered by the invited or for them, withdrawn, links revoked, letters repeated."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Count, F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.models import (
    AnswerChannel,
    Delivery,
    Event,
    Invitation,
    InvitationRecipient,
    InvitationStatus,
    Party,
    Pool,
    WhyClosed,
)
from events.services import places
from events.services.locks import lock_pools
from events.services.places import GuestEntry, NeedsEntry, email_key, tidy_email
from kme_portal.accounts.consents import give_consent
from kme_portal.accounts.models import Channel
from kme_portal.mailings.addresses import digest
from kme_portal.mailings.models import Message, MessageStatus
from kme_portal.mailings.services import send_again
from organisations.services.people import note_contact

UNNAMED = "N. N."
"""Stands for somebody whose name the association does not know or give yet."""

CONSENT_CHANNELS = {
    AnswerChannel.LINK: Channel.FORM,
    AnswerChannel.TELEPHONE: Channel.TELEPHONE,
    AnswerChannel.LETTER: Channel.LETTER,
}


class InvitationClosed(Exception):
    """An invitation can no longer be answered; `reason` says why."""

    def __init__(self, reason: WhyClosed) -> None:
        self.reason = reason
        super().__init__(reason.value)

    @property
    def message(self):
        return self.reason.label


class AnswerRefused(Exception):
    """An answer that does not fit the invitation; `message` says what to change."""

    def __init__(self, message) -> None:
        self.message = message
        super().__init__(str(message))


def _lock(invitation_id: int, *, event_id: int | None = None) -> Invitation:
    """The invitation after its event's pools, in the order in which everybody locks them."""
    if event_id is None:
        event_id = Invitation.objects.values_list("event_id", flat=True).get(pk=invitation_id)
    lock_pools(event_id)
    return (
        Invitation.objects.select_for_update(of=("self",), no_key=True)
        .select_related("event", "organisation")
        .get(pk=invitation_id)
    )


@transaction.atomic
def answer_invitation(
    *,
    invitation_id: int,
    accepted: bool,
    guests: Sequence[GuestEntry] = (),
    pool_kind: str = "",
    needs: NeedsEntry | None = None,
    sessions: Sequence[int] | None = None,
    email: str = "",
    language: str = "de",
    channel: AnswerChannel,
    answered_by_id: int | None = None,
    recorded_by=None,
    now: datetime,
) -> Invitation:
    """Note the one answer of those invited, new or changed; the seats follow at once.

    `needs` and `sessions` None keep those given before. The office (`recorded_by`) may note an
    answer after the deadline. Raises InvitationClosed, AnswerRefused, or what the places engine
    refuses.
    """
    invitation = _lock(invitation_id)
    reason = invitation.why_closed(now)
    if reason and not (recorded_by and reason == WhyClosed.DEADLINE):
        raise InvitationClosed(reason)
    party = invitation.parties.living().first()
    if accepted:
        party = _accept(invitation, party, guests, pool_kind, needs, sessions, email, language, now)
        if needs and needs.access and email:
            give_consent(
                email=email,
                purpose="needs",
                language=language,
                channel=CONSENT_CHANNELS[channel],
                reference=f"events.Party:{party.pk}",
                now=now,
            )
    elif party is not None:
        places.cancel_party(party_id=party.pk, now=now)
    invitation.move_to(InvitationStatus.ACCEPTED if accepted else InvitationStatus.DECLINED)
    invitation.answered_at = now
    invitation.answer_channel = channel
    invitation.answered_by_id = answered_by_id
    invitation.recorded_by = recorded_by
    invitation.version += 1
    invitation.save()
    return invitation


def _accept(
    invitation: Invitation,
    party: Party | None,
    guests: Sequence[GuestEntry],
    pool_kind: str,
    needs: NeedsEntry | None,
    sessions: Sequence[int] | None,
    email: str,
    language: str,
    now: datetime,
) -> Party:
    if not guests:
        raise AnswerRefused(_("Please say how many people come."))
    if len(guests) > invitation.seats:
        raise AnswerRefused(
            ngettext(
                "This invitation is for %(number)s person.",
                "This invitation is for at most %(number)s people.",
                invitation.seats,
            )
            % {"number": invitation.seats}
        )
    named = [GuestEntry(name=guest.name or UNNAMED, email=guest.email) for guest in guests]
    if party is not None:
        if email:
            # Who answered last is written to; the earlier one reads it behind the own link.
            Party.objects.filter(pk=party.pk).update(
                email=tidy_email(email), email_key=email_key(email), language=language
            )
        return places.change_party(
            party_id=party.pk,
            guests=named,
            pool_kind=pool_kind,
            needs=needs,
            sessions=sessions,
            now=now,
        )
    return places.register_party(
        event_id=invitation.event_id,
        email=email,
        language=language,
        guests=named,
        pool_kind=pool_kind,
        needs=needs,
        organisation_id=invitation.organisation_id,
        invitation_id=invitation.pk,
        sessions=sessions or (),
        confirmed=True,
        now=now,
    )


@transaction.atomic
def record_answer(*, recorded_by, note: str = "", now: datetime, **answer) -> Invitation:
    """What was said on the telephone or written, with who noted it and, if wanted, a note."""
    invitation = answer_invitation(recorded_by=recorded_by, now=now, **answer)
    if note.strip() and invitation.organisation_id:
        note_contact(
            organisation=invitation.organisation,
            text=note,
            written_by=recorded_by,
            now=now,
            channel=answer["channel"],
        )
    return invitation


def has_room_for_invited(event_id: int) -> bool:
    """Whether an acceptance would get a seat now; seats kept for the invited count."""
    pools = Pool.objects.filter(event=event_id, session=None, seats__gt=0)
    if not pools.exists():
        return True
    return pools.annotate(taken=Count("taken_seats")).filter(taken__lt=F("seats")).exists()


@transaction.atomic
def invitation_for(*, event_id: int, organisation_id: int) -> Invitation:
    """The association's invitation, made now where it answers without having been written to."""
    Event.objects.get(pk=event_id)
    return Invitation.objects.get_or_create(event_id=event_id, organisation_id=organisation_id)[0]


@transaction.atomic
def withdraw_invitation(*, invitation_id: int, now: datetime) -> Invitation:
    """Take an invitation back (zurückziehen); its seats become free, its links say so."""
    invitation = _lock(invitation_id)
    invitation.move_to(InvitationStatus.WITHDRAWN)
    party = invitation.parties.living().first()
    if party is not None:
        places.cancel_party(party_id=party.pk, now=now)
    invitation.version += 1
    invitation.save(update_fields=["status", "version", "updated_at"])
    return invitation


@transaction.atomic
def revoke_link(*, recipient_id: int) -> InvitationRecipient:
    """Make the link that was sent to one person useless; the others keep theirs.

    A letter sent again afterwards bears the new link.
    """
    recipient = InvitationRecipient.objects.select_for_update(of=("self",)).get(pk=recipient_id)
    recipient.link_version += 1
    recipient.save(update_fields=["link_version", "updated_at"])
    return recipient


@transaction.atomic
def write_again(*, recipient_id: int, now: datetime | None = None) -> InvitationRecipient:
    """Send a letter again that could not be delivered.

    Raises AnswerRefused when nothing is left to send, because the mail was erased meanwhile.
    """
    recipient = (
        InvitationRecipient.objects.select_for_update(of=("self",))
        .select_related("person")
        .get(pk=recipient_id)
    )
    failed = Message.objects.filter(
        kind__startswith="events.invitation",
        about_id=recipient.pk,
        status__in=[MessageStatus.FAILED, MessageStatus.RETURNED],
    ).order_by("-pk")
    message = failed.first()
    if message is None:
        raise AnswerRefused(_("There is no letter left that could be sent again."))
    if recipient.person.email and message.email != recipient.person.email:
        # The address was corrected since; the letter goes to the right one.
        message.email = recipient.person.email
        message.address_digest = digest(message.email)
        message.save(update_fields=["email", "address_digest"])
    send_again(message_id=message.pk, now=now or timezone.now())
    recipient.delivery = Delivery.WAITING
    recipient.problem = ""
    recipient.save(update_fields=["delivery", "problem", "updated_at"])
    return recipient
