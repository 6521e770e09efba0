"""The pages behind the link in a guest's mail: confirm, look, change, cancel, calendar."""

from collections.abc import Sequence

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View

from events.calendars import event_calendar
from events.forms.registration import ChangeForm
from events.models import (
    AnswerChannel,
    Event,
    EventStatus,
    Party,
    PartyStatus,
    PoolKind,
)
from events.services.inviting import InvitationClosed, answer_invitation
from events.services.places import (
    PlacesRefused,
    Standing,
    accept_offer,
    cancel_party,
    change_party,
    confirm_party,
    living_consents,
    note_consents,
    place_state,
    standing_of,
    wait_again,
    with_session_wishes,
    withdraw,
)
from events.services.places.consents import OPTIONAL
from events.session_words import chosen_sessions
from events.templatetags.events import moment
from events.venue_words import is_coming, place_for, takes_part_online
from events.views.registration import with_interpretation
from kme_portal.accounts.consents import text
from kme_portal.base.status import IllegalTransition
from kme_portal.base.token_pages import TokenPageMixin
from kme_portal.base.words import listed
from kme_portal.mailings.links import read_token


class RegistrationMixin(TokenPageMixin):
    """Finds the registration whose link it is; `self.row` is a Party."""

    prefetch: Sequence[str] = ("guests",)

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.now = timezone.now()

    def find_row(self, token: str) -> Party | None:
        read = read_token("registration", token)
        if read is None:
            return None
        public_id, version = read
        return (
            with_session_wishes(Party.objects)
            .filter(public_id=public_id, link_version=version)
            .select_related("event__venue", "event__kind", "pool", "needs")
            .prefetch_related(*self.prefetch)
            .first()
        )

    def address(self, name: str = "registration") -> str:
        return reverse(f"events:{name}", args=[self.kwargs["token"]])

    def is_over(self, party: Party) -> bool:
        return party.event.status != EventStatus.PUBLISHED or party.event.ends_at <= self.now

    def page(
        self, party: Party, *, notice=None, form=None, has_consents=False, status: int = 200
    ) -> HttpResponse:
        """My registration, in words; with what can be withdrawn where one looks for it."""
        standing = getattr(party, "standing", None) or standing_of(party)
        may_change = party.status == PartyStatus.CONFIRMED and not self.is_over(party)
        context = {
            "party": party,
            "event": party.event,
            "standing": standing,
            "words": words_of(party, standing, self.now),
            "facts": facts_of(party, standing),
            "notice": notice,
            "consents": consents_of(party) if has_consents and may_change else [],
            "is_comer": is_coming(party, standing),
            "may_change": may_change,
            "may_change_names": may_change and party.invitation_id is None,
            "may_wait_again": may_change and party.pool_id and standing.claim is None,
            "form": form,
            "page_url": self.address(),
            "change_url": self.address("registration_change"),
            "cancel_url": self.address("registration_cancel"),
            "calendar_url": self.address("registration_calendar"),
            "event_url": party.event.get_absolute_url(),
        }
        return render(self.request, "events/registration_page.html", context, status=status)


def words_of(party: Party, standing: Standing, now) -> tuple[str, str, str]:
    """Tone, title and text of what a guest wants to know first."""
    event = party.event
    if event.status == EventStatus.CANCELLED:
        return "danger", _("The event does not take place"), event.cancellation_note
    if party.status == PartyStatus.CANCELLED:
        return "info", _("Your registration is cancelled"), _("You can register again.")
    if party.status == PartyStatus.LAPSED:
        return (
            "warning",
            _("Your registration has lapsed"),
            _("It was not confirmed within 48 hours. Please register again."),
        )
    if event.ends_at <= now:
        return "info", _("The event is over"), _("Thank you for your interest.")
    if party.status == PartyStatus.UNCONFIRMED:
        return (
            "warning",
            _("Your registration is not confirmed yet"),
            _("Your seat is given only when you have confirmed."),
        )
    if standing.is_waiting:
        return (
            "info",
            _("You are on the waiting list"),
            _(
                "Your place on it is number %(position)s. As soon as a seat becomes free, you "
                "get a mail. Please come only when you have a seat."
            )
            % {"position": standing.position},
        )
    if standing.is_offered:
        until = moment(standing.claim.offered_until)
        return (
            "warning",
            _("A seat is offered to you"),
            _("It is kept for you until %(until)s. Do you take it?") % {"until": until},
        )
    if party.pool_id and standing.claim is None:
        return (
            "info",
            _("You have no seat"),
            _("We offered you one and had no answer in time. You can join the waiting list again."),
        )
    return "success", _("You are registered"), _("We look forward to seeing you.")


FREE_TO_WITHDRAW = ["needs", *OPTIONAL]
"""Whoever withdraws what registering itself rests on cancels, by the button for that."""


def consents_of(party: Party) -> list[tuple[str, str]]:
    """Purpose and words of what can be withdrawn without cancelling."""
    given = living_consents(party).filter(purpose__in=FREE_TO_WITHDRAW)
    return [(purpose, text(purpose)) for purpose in given.values_list("purpose", flat=True)]


def facts_of(party: Party, standing: Standing) -> list[tuple[str, str]]:
    guests = [guest.name for guest in party.guests.all()]
    is_online = takes_part_online(party, standing)
    seats = listed(standing.numbers)
    needs = getattr(party, "needs", None)
    sessions = chosen_sessions(party) if party.has_sessions else []
    facts = [
        (_("Where"), _("online") if is_online else place_for(party, standing)),
        (_("Who comes"), listed(guests)),
        (ngettext("Seat", "Seats", len(standing.numbers) or 1), "" if is_online else seats),
        (
            ngettext("Parallel session", "Parallel sessions", len(sessions) or 1),
            "; ".join(sessions),
        ),
        (_("Link to join"), _("You get it by mail on the day before.") if is_online else ""),
    ]
    if needs:
        facts += [(_("Access needs"), needs.access), (_("Food"), needs.food)]
    return facts


class MyRegistrationView(RegistrationMixin, View):
    def get(self, request, token):
        if self.row.status == PartyStatus.UNCONFIRMED and not self.is_over(self.row):
            return HttpResponseRedirect(self.address("registration_confirm"))
        return self.page(self.row, has_consents=True)

    def post(self, request, token):
        """Takes an offered seat, or joins the waiting list again."""
        party = self.row
        try:
            if request.POST.get("do") == "accept":
                self.accept(party)
            elif request.POST.get("do") == "wait":
                wait_again(party_id=party.pk, now=self.now)
            elif request.POST.get("do") == "withdraw":
                return self.withdraw(party, request.POST.get("purpose", ""))
        except PlacesRefused as refused:
            return self.page(self.find_row(token), notice=("warning", refused.message, ""))
        return HttpResponseRedirect(self.address())

    def withdraw(self, party: Party, purpose: str) -> HttpResponse:
        """As easy as agreeing was: one click, and the page says what follows."""
        if purpose in FREE_TO_WITHDRAW:
            withdraw(party, purpose, now=self.now)
        notice = ("success", _("You have withdrawn your agreement."), "")
        return self.page(self.find_row(party.token()), notice=notice, has_consents=True)

    def accept(self, party: Party) -> None:
        claims = party.claims.of_event()
        claim = claims.living().first() or claims.order_by("-pk").first()
        if claim is not None:
            accept_offer(claim_id=claim.pk, now=self.now)


class ConfirmView(RegistrationMixin, View):
    """A page with a button: mail scanners that open links confirm nothing."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if request.method == "POST":
            # They are read under the lock.
            self.prefetch = ()

    def get(self, request, token):
        party = self.row
        if party.status != PartyStatus.UNCONFIRMED or self.is_over(party):
            return self.page(party)
        state = place_state(party.event, now=self.now)
        kind = next((k for k in state.kinds if k.pool.pk == party.pool_id), None)
        facts = facts_of(party, Standing(None, [], None))
        has_room = kind is None or kind.free >= len(party.guests.all())
        context = {
            "event": party.event,
            "facts": facts,
            "has_room": has_room,
            "cancel_url": self.address("registration_cancel"),
        }
        return render(request, "events/registration_confirm.html", context)

    def post(self, request, token):
        try:
            party = confirm_party(party_id=self.row.pk, known=self.row, now=self.now)
        except (PlacesRefused, IllegalTransition):
            # Its page says what became of it and what can be done.
            return self.page(self.find_row(token))
        return self.page(party)


class ChangeView(RegistrationMixin, View):
    """Other or fewer or more people, another way to take part."""

    def form(self, *args) -> ChangeForm:
        party = self.row
        event = with_interpretation(Event.objects.filter(pk=party.event_id)).get()
        state = place_state(event, now=self.now)
        return ChangeForm(*args, party=party, event=event, state=state)

    def may_change(self) -> bool:
        party = self.row
        return (
            party.status == PartyStatus.CONFIRMED
            and party.invitation_id is None
            and not self.is_over(party)
        )

    def get(self, request, token):
        if not self.may_change():
            return self.page(self.row)
        return self.form_page(self.form())

    def post(self, request, token):
        if not self.may_change():
            return self.page(self.row)
        form = self.form(request.POST)
        if not form.is_valid():
            return self.form_page(form, status=422)
        try:
            change_party(
                party_id=self.row.pk,
                guests=form.guests(),
                pool_kind=form.pool_kind(),
                needs=form.needs(),
                sessions=form.sessions(),
                now=self.now,
            )
        except PlacesRefused as refused:
            form.add_error(None, refused.message)
            return self.form_page(form, status=422)
        if form.needs():
            note_consents(self.row, ["needs"], self.now)
        return HttpResponseRedirect(self.address())

    def form_page(self, form, status: int = 200) -> HttpResponse:
        context = {"form": form, "event": self.row.event, "page_url": self.address()}
        return render(self.request, "events/registration_change.html", context, status=status)


class CancelView(RegistrationMixin, View):
    """Asks once, then gives the seat to the next."""

    def get(self, request, token):
        party = self.row
        if party.status not in {PartyStatus.UNCONFIRMED, PartyStatus.CONFIRMED}:
            return self.page(party)
        if self.is_over(party):
            return self.page(party)
        context = {
            "event": party.event,
            "page_url": self.address(),
            "facts": facts_of(party, standing_of(party)),
        }
        return render(request, "events/registration_cancel.html", context)

    def post(self, request, token):
        party = self.row
        if not self.is_over(party):
            self.cancel(party)
        return HttpResponseRedirect(self.address())

    def cancel(self, party: Party) -> None:
        if party.invitation_id is None:
            cancel_party(party_id=party.pk, now=self.now)
            return
        try:
            answer_invitation(
                invitation_id=party.invitation_id,
                accepted=False,
                channel=AnswerChannel.LINK,
                now=self.now,
            )
        except (InvitationClosed, IllegalTransition):
            # After the deadline the office has the seat sooner by this than by silence.
            cancel_party(party_id=party.pk, now=self.now)


class RegistrationCalendarView(RegistrationMixin, View):
    """The date for the calendar of those who come; the joining link for those who come online."""

    def get(self, request, token):
        party = self.row
        standing = standing_of(party)
        if not is_coming(party, standing):
            return self.page(party)
        kind = standing.claim.pool.kind if standing.claim else party.event.mode
        content = event_calendar(
            party.event,
            method="REQUEST",
            attendee_email=party.email,
            joining=kind != PoolKind.ON_SITE,
        )
        response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
        response.headers["Content-Disposition"] = 'attachment; filename="termin.ics"'
        return response
