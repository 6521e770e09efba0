"""Letters to those who registered: invited associations and the public alike (Party)."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.calendars import event_calendar, page_url
from events.models import ClaimStatus, EventStatus, Party, PartyStatus, PlaceMove
from events.occasions.reach import why_not_reached
from events.services.places.standing import Standing, standing_of
from events.session_words import chosen_sessions
from events.venue_words import is_coming, may_join_online, place_for, takes_part_online
from kme_portal.mailings.letters import Attachment, Letter, Occasion, Recipient, Verdict, letter
from kme_portal.mailings.models import Lane, Message

JOINING_LEAD = timedelta(hours=30)
"""Joining details leave on the day before, in the middle of it for an event in the evening."""


def registration_url(party: Party, name: str = "registration") -> str:
    return settings.PORTAL_URL + reverse(f"events:{name}", args=[party.token()])


def calendar_part(party: Party, standing: Standing, *, method: str, joining=False) -> Attachment:
    content = event_calendar(
        party.event,
        method=method,
        attendee_email=party.email,
        joining=joining and may_join_online(party, standing),
        cancelled=method == "CANCEL",
    )
    return Attachment("termin.ics", content, f"text/calendar; method={method}; charset=utf-8")


def was_coming(party: Party) -> bool:
    """Whether the date ever stood in this guest's calendar through us."""
    if party.pool_id is None:
        return party.confirmed_at is not None
    return PlaceMove.objects.filter(claim__party=party, after=ClaimStatus.SEATED).exists()


class LetterToParty(Letter):
    """What all share: the event in the body, never in the subject; the link to the registration."""

    model = Party

    def rows(self) -> QuerySet[Party]:
        return Party.objects.select_related(
            "event__venue", "event__kind", "invitation", "organisation", "pool"
        )

    def context(self, party: Party, message: Message) -> dict:
        standing = standing_of(party)
        is_online = takes_part_online(party, standing)
        guests = list(party.guests.all())
        return {
            "event": party.event,
            "party": party,
            "guests": guests,
            "standing": standing,
            "sessions": chosen_sessions(party),
            "is_online": is_online,
            "place": "" if is_online else place_for(party, standing),
            "name": guests[0].name if guests else "",
            "registration_url": registration_url(party),
            "event_url": page_url(party.event),
        }

    def stale_after(self, party: Party) -> datetime:
        return party.event.ends_at

    def is_current(self, party: Party, message: Message, now: datetime) -> Verdict:
        return Verdict.YES if self.holds(party, message, now) else Verdict.NO

    def holds(self, party: Party, message: Message, now: datetime) -> bool:
        raise NotImplementedError


class StateLetter(LetterToParty):
    """Tells the state a party is in; void as soon as a newer one was told."""

    def holds(self, party: Party, message: Message, now: datetime) -> bool:
        return (
            party.event.status == EventStatus.PUBLISHED
            and party.status == PartyStatus.CONFIRMED
            and party.version == message.version
        )


class ToUnproven(LetterToParty):
    """To an address somebody typed: nothing typed stands in it, since it may be a stranger's."""

    lane = Lane.URGENT

    def context(self, party: Party, message: Message) -> dict:
        return super().context(party, message) | {"name": "", "guests": []}


@letter("events.registration_confirm")
class ConfirmRegistration(ToUnproven):
    title = _("Please confirm your registration")
    template = "events/mail/registration_confirm.html"

    def context(self, party: Party, message: Message) -> dict:
        return super().context(party, message) | {
            "confirm_url": registration_url(party, "registration_confirm")
        }

    def holds(self, party: Party, message: Message, now: datetime) -> bool:
        return (
            party.status == PartyStatus.UNCONFIRMED and party.event.status == EventStatus.PUBLISHED
        )


@letter("events.registration_existing")
class ExistingRegistration(ToUnproven):
    """In place of a second registration: the same page answers both, the mail tells."""

    title = _("You are registered already")
    template = "events/mail/registration_existing.html"

    def holds(self, party: Party, message: Message, now: datetime) -> bool:
        return party.status == PartyStatus.CONFIRMED


@letter("events.registration_seated")
class Seated(StateLetter):
    title = _("Registration confirmed")
    template = "events/mail/registration_seated.html"

    def attachments(self, party: Party, message: Message) -> Iterable[Attachment]:
        yield calendar_part(party, standing_of(party), method="REQUEST")


@letter("events.registration_moved_up")
class MovedUp(Seated):
    title = _("You have a seat now")
    template = "events/mail/registration_moved_up.html"


@letter("events.registration_session")
class SessionSeated(StateLetter):
    """Who waited for a parallel session has a seat in it now."""

    title = _("Seat in a parallel session")
    template = "events/mail/registration_session.html"


@letter("events.registration_waiting")
class Waiting(StateLetter):
    title = _("On the waiting list")
    template = "events/mail/registration_waiting.html"


@letter("events.registration_offer")
class Offer(StateLetter):
    title = _("A seat is offered to you")
    template = "events/mail/registration_offer.html"
    lane = Lane.URGENT


@letter("events.registration_offer_lapsed")
class OfferLapsed(StateLetter):
    title = _("The offered seat went to the next")
    template = "events/mail/registration_offer_lapsed.html"


@letter("events.registration_cancelled")
class Cancelled(LetterToParty):
    """Repeats that somebody does not come; the calendar forgets the date."""

    title = _("Registration cancelled")
    template = "events/mail/registration_cancelled.html"

    def holds(self, party: Party, message: Message, now: datetime) -> bool:
        if party.event.status != EventStatus.PUBLISHED:
            return False
        again = Party.objects.living().filter(event=party.event, email=party.email)
        return party.status == PartyStatus.CANCELLED and not again.exists()

    def attachments(self, party: Party, message: Message) -> Iterable[Attachment]:
        if was_coming(party):
            yield calendar_part(party, standing_of(party), method="CANCEL")


class LetterToComing(LetterToParty, Occasion):
    """Falls due by itself, to the contact of each party."""

    def recipients(self, party: Party) -> Iterator[Recipient]:
        yield Recipient(email=party.email, language=party.language, why_not=self.why_not(party))

    def why_not(self, party: Party) -> str:
        return "" if party.email else gettext("There is no e-mail address.")

    def version(self, party: Party) -> int:
        return party.event.version

    def holds(self, party: Party, message: Message, now: datetime) -> bool:
        return (
            party.status == PartyStatus.CONFIRMED
            and party.event.version == message.version
            and party.event.status == self.event_status
            and party.event.ends_at > now
        )

    event_status = EventStatus.PUBLISHED

    def parties(self, now: datetime) -> QuerySet[Party]:
        """Confirmed ones of coming events, with an address, not told yet in this version."""
        return (
            self.rows()
            .confirmed()
            .filter(event__status=self.event_status, event__starts_at__gt=now)
            .exclude(email="")
            .without_message(self.kind, version=F("event__version"))
        )


@letter("events.registration_joining")
class JoiningDetails(LetterToComing):
    """How to get there or to join online, on the day before, to those who come."""

    title = _("Joining details")
    template = "events/mail/registration_joining.html"

    def things(self, now: datetime) -> QuerySet[Party]:
        return self.parties(now).coming().filter(event__starts_at__lte=now + JOINING_LEAD)

    def why_not(self, party: Party) -> str:
        return super().why_not(party) or why_not_reached(party.organisation, comes=True)

    def holds(self, party: Party, message: Message, now: datetime) -> bool:
        if not super().holds(party, message, now) or self.why_not(party):
            return False
        return is_coming(party, standing_of(party))

    def context(self, party: Party, message: Message) -> dict:
        context = super().context(party, message)
        url = party.event.joining_url if may_join_online(party, context["standing"]) else ""
        return context | {"joining_url": url, "joining_host": urlsplit(url).hostname or ""}

    def attachments(self, party: Party, message: Message) -> Iterable[Attachment]:
        yield calendar_part(party, standing_of(party), method="REQUEST", joining=True)

    def stale_after(self, party: Party) -> datetime:
        return party.event.ends_at


class ChangeOfEvent(LetterToComing):
    """Of a change made after the party confirmed; who registered later knows it already."""

    changed_at = ""

    def things(self, now: datetime) -> QuerySet[Party]:
        return self.parties(now).filter(confirmed_at__lt=F(f"event__{self.changed_at}"))


@letter("events.registration_event_moved")
class EventMoved(ChangeOfEvent):
    """New date or place: the calendar moves with it, and the page asks whether they still come."""

    title = _("Event moved, to those who come")
    template = "events/mail/registration_event_moved.html"
    changed_at = "moved_at"

    def attachments(self, party: Party, message: Message) -> Iterable[Attachment]:
        standing = standing_of(party)
        if is_coming(party, standing):
            yield calendar_part(party, standing, method="REQUEST")


@letter("events.registration_event_cancelled")
class EventCancelled(ChangeOfEvent):
    title = _("Event cancelled, to those who come")
    template = "events/mail/registration_event_cancelled.html"
    changed_at = "cancelled_at"
    event_status = EventStatus.CANCELLED

    def attachments(self, party: Party, message: Message) -> Iterable[Attachment]:
        if was_coming(party):
            yield calendar_part(party, standing_of(party), method="CANCEL")
