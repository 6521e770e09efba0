"""Who comes to an event (Teilnahmeliste): seen by the coordination alone, each look is logged."""

from datetime import timedelta

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.attendees import Participants, participants_of
from events.forms.registration_desk import DeskRegistrationForm
from events.models import Event, EventStatus, Needs, Party, PartyStatus, PlaceMove
from events.services import places
from events.services.places import PlacesRefused
from events.views.registration import with_interpretation
from kme_portal.accounts import readlog
from kme_portal.accounts.admin_mixins import ExportPurposeForm, ReadLoggedAdmin
from kme_portal.accounts.models import Reading, ReadLog
from kme_portal.base.models import IllegalTransition
from kme_portal.base.spreadsheets import write_xlsx, xlsx_response

MOST_MOVES = 200


@admin.register(Party)
class PartyAdmin(ReadLoggedAdmin):
    """Lists events; names stand on the page of one event only, and change by its buttons."""

    fields = ["event", "organisation", "status", "confirmed_at", "settled_at", "language"]
    readonly_fields = fields

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        def page(address, view, name):
            return path(
                f"veranstaltung/<int:event_id>/{address}",
                self.admin_site.admin_view(view),
                name=f"events_party_{name}",
            )

        return [
            page("", self.event_page, "event"),
            page("drucken/", self.print_page, "print"),
            page("bedarf/", self.needs_page, "needs"),
            page("anmelden/", self.register_page, "register"),
            page("tabelle/", self.export_page, "export"),
            page("verlauf/", self.moves_page, "moves"),
            page("<int:party_id>/<slug:step>/", self.step_view, "step"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        """Coming events and those of the last weeks, to choose one."""
        self.require(request)
        since = timezone.now() - timedelta(days=30)
        events = (
            Event.objects.exclude(status=EventStatus.DRAFT)
            .filter(ends_at__gte=since)
            .with_pools(timezone.now())
            .order_by("starts_at")
        )
        rows = [
            (event, sum(p.taken for p in event.main_pools), sum(p.seats for p in event.main_pools))
            for event in events
        ]
        return self.answer(request, "events", _("Participants"), rows=rows)

    # Pages of one event

    def event_page(self, request, event_id):
        event = self.event(request, event_id)
        found = self.seen(request, event)
        return self.answer(request, "event", _("Participants"), event=event, found=found)

    def print_page(self, request, event_id):
        """A list to tick at the door; without addresses and needs."""
        event = self.event(request, event_id)
        found = self.seen(request, event)
        return self.answer(request, "print", _("Participants"), event=event, found=found)

    def needs_page(self, request, event_id):
        """What has to be prepared, without names: who needs it is looked up by number."""
        event = self.event(request, event_id)
        rows = (
            Needs.objects.filter(party__event=event, party__status=PartyStatus.CONFIRMED)
            .select_related("interpretation", "party__pool")
            .order_by("party_id")
        )
        ReadLog.objects.create(
            user=request.user,
            reading=Reading.VIEW,
            model=Needs._meta.label,
            ids=[row.pk for row in rows],
        )
        return self.answer(request, "needs", _("Needs"), event=event, rows=rows)

    def moves_page(self, request, event_id):
        """What the portal did with the seats and why; no names."""
        event = self.event(request, event_id)
        moves = PlaceMove.objects.filter(pool__event=event).select_related("pool", "claim")
        latest = moves.order_by("-pk")[:MOST_MOVES]
        rows = [(move, REASONS.get(move.reason, move.reason)) for move in latest]
        return self.answer(request, "moves", _("Log of seats"), event=event, rows=rows)

    def register_page(self, request, event_id):
        event = self.event(request, event_id, may="change")
        event = with_interpretation(Event.objects.filter(pk=event.pk)).get()
        state = places.place_state(event)
        arguments = {"event": event, "state": state}
        if request.method != "POST":
            form = DeskRegistrationForm(**arguments)
        else:
            form = DeskRegistrationForm(request.POST, **arguments)
            if form.is_valid() and self.register(request, event, form):
                return redirect("admin:events_party_event", event.pk)
        return self.answer(request, "form", _("Register somebody"), event=event, form=form)

    def register(self, request, event, form) -> bool:
        organisation = form.cleaned_data["organisation"]
        try:
            party = places.register_party(
                event_id=event.pk,
                email=form.cleaned_data["email"],
                language=form.cleaned_data["language"],
                guests=form.guests(),
                pool_kind=form.pool_kind(),
                needs=form.needs(),
                sessions=form.sessions(),
                organisation_id=organisation and organisation.pk,
                confirmed=True,
                now=timezone.now(),
            )
        except PlacesRefused as refused:
            form.add_error(None, refused.message)
            return False
        if party.standing.is_waiting:
            text = _("Registration %(number)s is on the waiting list, place %(position)s.")
            messages.warning(
                request, text % {"number": party.pk, "position": party.standing.position}
            )
        else:
            messages.success(request, _("Registration %(number)s is noted.") % {"number": party.pk})
        return True

    def export_page(self, request, event_id):
        """A spreadsheet, with the purpose asked first and kept beside the name of who asked."""
        event = self.event(request, event_id)
        form = ExportPurposeForm(request.POST) if request.method == "POST" else ExportPurposeForm()
        if request.method == "POST" and form.is_valid():
            found = participants_of(event, now=timezone.now())
            readlog.note_export(
                user=request.user,
                model=Party,
                ids=found.ids(),
                purpose=form.cleaned_data["purpose"],
            )
            content = write_xlsx(*found.as_table(), title=_("Participants"))
            return xlsx_response(content, f"teilnahme-{event.pk}.xlsx")
        return self.answer(request, "form", _("Export participants"), event=event, form=form)

    def step_view(self, request, event_id, party_id, step):
        """Cancel for somebody, or take an offered seat for them."""
        event = self.event(request, event_id, may="change")
        if request.method != "POST":
            return redirect("admin:events_party_event", event.pk)
        party = get_object_or_404(Party, pk=party_id, event=event)
        try:
            if step == "absagen":
                places.cancel_party(party_id=party.pk, now=timezone.now())
                text = _("Registration %(number)s is cancelled; its seats go to who waits.")
                messages.success(request, text % {"number": party.pk})
            elif step == "annehmen":
                claim = party.claims.filter(status="offered").first()
                if claim is not None:
                    places.accept_offer(claim_id=claim.pk, now=timezone.now())
                    messages.success(request, _("The offered seat is taken."))
        except (PlacesRefused, IllegalTransition) as refused:
            messages.error(request, refused.message)
        return redirect("admin:events_party_event", event.pk)

    # What they stand on

    def require(self, request, may: str = "view") -> None:
        if not request.user.has_perm(f"events.{may}_party"):
            raise PermissionDenied

    def event(self, request, event_id: int, *, may: str = "view") -> Event:
        self.require(request, may)
        return get_object_or_404(Event.objects.select_related("venue", "kind"), pk=event_id)

    def seen(self, request, event) -> Participants:
        """The list, and an entry of the read log that it was looked at."""
        found = participants_of(event, now=timezone.now())
        if found.ids():
            ReadLog.objects.create(
                user=request.user,
                reading=Reading.VIEW,
                model=Party._meta.label,
                ids=found.ids(),
            )
        return found

    def answer(self, request, name: str, title: str, **context):
        event = context.get("event")
        context = {
            **self.admin_site.each_context(request),
            "opts": self.model._meta,
            "title": title,
            "may_change": request.user.has_perm("events.change_party"),
            "pages": self.pages(event, name) if event else [],
        } | context
        return render(request, f"events/admin/registration_{name}.html", context)

    def pages(self, event, current: str) -> list[tuple[str, str, bool]]:
        named = [
            ("event", _("Participants")),
            ("needs", _("Needs")),
            ("moves", _("Log of seats")),
            ("print", _("Print")),
            ("export", _("Export")),
            ("register", _("Register somebody")),
        ]
        return [
            (label, reverse(f"admin:events_party_{name}", args=[event.pk]), name == current)
            for name, label in named
        ]


REASONS = {
    "registered": gettext_lazy("registered while seats were free"),
    "joined_queue": gettext_lazy("joined the waiting list"),
    "moved_up": gettext_lazy("moved up, because seats became free"),
    "rest_of_party": gettext_lazy("the rest of the party followed"),
    "offered": gettext_lazy("offered, because the event is near"),
    "accepted": gettext_lazy("the offer was taken"),
    "offer_lapsed": gettext_lazy("the offer was not taken in time"),
    "changed": gettext_lazy("the number of guests was changed"),
    "changed_kind": gettext_lazy("changed between on site and online"),
    "cancelled": gettext_lazy("cancelled"),
    "erased": gettext_lazy("a person was erased"),
    "left_session": gettext_lazy("chose another session or none"),
    "format_changed": gettext_lazy("followed the event to its new format"),
}
