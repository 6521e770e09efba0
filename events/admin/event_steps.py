"""The steps of an event in the admin: each shows what it does and to whom before it does it."""

from collections.abc import Iterator

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.forms.events import CancelForm, MoveForm
from events.models import Event, EventStatus, Mode
from events.services import planning
from events.services.places.formats import KINDS
from events.templatetags.events import moments
from events.views.event_page import event_page
from kme_portal.accounts import readlog
from kme_portal.accounts.admin_mixins import ExportPurposeForm, filtered_rows
from kme_portal.base.models import IllegalTransition
from kme_portal.base.spreadsheets import write_xlsx, xlsx_response
from organisations.models import Visibility


class EventSteps:
    """Views beside the change form; each asks for the right to change events."""

    # The form's own row of steps leads to the page, once there is one.
    view_on_site = False

    def _event(self, request, event_id) -> Event:
        event = get_object_or_404(Event.objects.select_related("venue"), pk=event_id)
        if not self.has_change_permission(request, event):
            raise PermissionDenied
        return event

    def _back(self, event) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("admin:events_event_change", args=[event.pk]))

    def _ask(self, request, event, **context):
        """The page that says what will happen, with the button that does it."""
        usual = {
            **self.admin_site.each_context(request),
            "opts": self.model._meta,
            "event": event,
            "when": moments(event.starts_at, event.ends_at),
            "form": None,
            "reached": None,
            "problems": [],
            "tone": "",
        }
        return TemplateResponse(request, "events/admin/event_step.html", usual | context)

    def _do(self, request, event, step, done: str):
        """Take a step; a refusal is told, and the page of the event shown again."""
        try:
            step()
        except planning.PlanningRefused as refused:
            messages.error(request, refused.message)
        except IllegalTransition as refused:
            messages.error(request, refused.message)
        else:
            messages.success(request, done)
        return self._back(event)

    def publish_view(self, request, event_id):
        event = self._event(request, event_id)
        if request.method == "POST":
            return self._do(
                request,
                event,
                lambda: planning.publish_event(event_id=event.pk, now=timezone.now()),
                _("The event is public now. Next, invite the associations."),
            )
        return self._ask(
            request,
            event,
            title=_("Publish this event?"),
            text=_(
                "The page becomes visible and its address stays as it is. Nobody is written to; "
                "you send the invitations afterwards."
            ),
            problems=list(event.missing_for_publication().values()),
            submit=_("Publish"),
        )

    def move_view(self, request, event_id):
        event = self._event(request, event_id)
        form = (
            MoveForm(request.POST)
            if request.method == "POST"
            else MoveForm(
                initial={
                    "starts_at": event.starts_at,
                    "ends_at": event.ends_at,
                    "mode": event.mode,
                    "venue": event.venue_id,
                    "joining_url": event.joining_url,
                }
            )
        )
        if request.method == "POST" and form.is_valid() and self._move(request, event, form):
            return self._back(event)
        return self._ask(
            request,
            event,
            title=_("Move this event?"),
            text=_(
                "Change what is new. Everybody named below gets a mail with the new date, and "
                "their calendars follow. The programme and the deadlines move along. If the "
                "format changes, guests keep their places in the new one; where a room has too "
                "few, the last to register wait."
            ),
            form=form,
            reached=planning.reached_by_change(event),
            submit=_("Move and write to them"),
        )

    def _move(self, request, event, form) -> bool:
        data = form.cleaned_data
        try:
            planning.move_event(
                event_id=event.pk,
                starts_at=data["starts_at"],
                ends_at=data["ends_at"],
                mode=data["mode"],
                venue_id=data["venue"] and data["venue"].pk,
                joining_url=data["joining_url"],
                notes=form.notes(),
                now=timezone.now(),
            )
        except planning.PlanningRefused as refused:
            for name, message in refused.errors.items():
                form.add_error(name if name in form.fields else None, message)
            return False
        messages.success(request, _("The event has been moved."))
        if event.pools.filter(session=None).exists() and not all(
            event.pools.filter(session=None, kind=kind, seats__gt=0).exists()
            for kind in KINDS[Mode(data["mode"])]
        ):
            messages.warning(request, _("Please enter how many seats there are now."))
        return True

    def cancel_view(self, request, event_id):
        event = self._event(request, event_id)
        form = CancelForm(request.POST) if request.method == "POST" else CancelForm()
        if request.method == "POST" and form.is_valid():
            return self._do(
                request,
                event,
                lambda: planning.cancel_event(
                    event_id=event.pk, notes=form.notes(), now=timezone.now()
                ),
                _("The event is cancelled."),
            )
        return self._ask(
            request,
            event,
            title=_("Cancel this event?"),
            text=_(
                "This cannot be undone. The page stays and says why; everybody named below gets "
                "a mail, and the entry in their calendar is cancelled."
            ),
            form=form,
            reached=planning.reached_by_change(event),
            submit=_("Cancel the event and write to them"),
            tone="danger",
        )

    def close_view(self, request, event_id):
        event = self._event(request, event_id)
        if request.method == "POST":
            return self._do(
                request,
                event,
                lambda: planning.close_event(event_id=event.pk, now=timezone.now()),
                _("The event is closed."),
            )
        return self._ask(
            request,
            event,
            title=_("Close this event?"),
            text=_("It took place and nothing is left to do. Its page stays in the archive."),
            submit=_("Close"),
        )

    def copy_view(self, request, event_id):
        event = self._event(request, event_id)
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            copied = planning.copy_event(event_id=event.pk, now=timezone.now())
            messages.success(request, _("This is the copy. Check date and texts, then publish."))
            return self._back(copied)
        return self._ask(
            request,
            event,
            title=_("Copy this event?"),
            text=_(
                "You get a draft with the same texts, people, seats and programme, on the same "
                "weekday some six weeks from now. Documents and the joining link are left out."
            ),
            submit=_("Copy"),
        )

    def preview_view(self, request, event_id):
        """The public page of a draft, for the office alone."""
        self._event(request, event_id)
        now = timezone.now()
        event = get_object_or_404(Event.objects.for_page(now), pk=event_id)
        context = event_page(event, {Visibility.PUBLIC}, request, now)
        response = render(request, "events/event_page.html", context | {"is_preview": True})
        response["X-Robots-Tag"] = "noindex"
        return response

    def export_view(self, request):
        """The list as it is filtered just now, once its purpose was said; figures, no people."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = filtered_rows(self, request)
        form = ExportPurposeForm(request.POST) if request.method == "POST" else ExportPurposeForm()
        if request.method == "POST" and form.is_valid():
            readlog.note_export(
                user=request.user,
                model=Event,
                ids=rows.values_list("pk", flat=True),
                purpose=form.cleaned_data["purpose"],
            )
            name = f"veranstaltungen-{timezone.localdate():%Y-%m-%d}.xlsx"
            return xlsx_response(write_xlsx(*self._table(rows), title=_("Events")), name)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Spreadsheet of this list"),
            "form": form,
            "count": rows.count(),
        }
        return TemplateResponse(request, "events/admin/event_export.html", context)

    def _table(self, rows) -> tuple[list[str], Iterator[list]]:
        """Heads and lines of the spreadsheet."""
        heads = [
            _("Beginning"), _("End"), _("Title"), _("Kind"), _("Status"), _("Format"), _("Venue"),
            _("City"), _("Invited"), _("Coming"), _("Waiting"), _("Seats"), _("Page"),
        ]  # fmt: skip
        lines = (
            [
                event.starts_at, event.ends_at, event.title_de, event.kind.name,
                event.get_status_display(), event.get_mode_display(),
                event.venue.name if event.venue else "", event.venue.city if event.venue else "",
                self.invited(event), self.coming(event), self.waiting(event),
                sum(pool.seats for pool in event.main_pools), self.public_address(event),
            ]
            for event in rows.select_related("kind")
        )  # fmt: skip
        return heads, lines

    def change_view(self, request, object_id, form_url="", extra_context=None):
        event = self.get_object(request, object_id)
        may_invite = request.user.has_perm("events.add_campaign")
        extra = {"steps": self._steps(event, may_invite=may_invite) if event else []}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | extra)

    def _steps(self, event, *, may_invite: bool) -> list[tuple[str, str, bool]]:
        """Address, label and whether it is the usual next step, as the status allows."""
        now = timezone.now()
        found = []
        if event.status == EventStatus.DRAFT:
            found.append(("publish", _("Publish"), True))
        if event.status == EventStatus.PUBLISHED and event.ends_at > now:
            found.append(("move", _("Move"), False))
        if event.status == EventStatus.PUBLISHED and event.ends_at <= now:
            found.append(("close", _("Close"), True))
        elif event.status == EventStatus.PUBLISHED:
            found.append(("cancel", _("Call off"), False))
        found.append(("preview", _("Preview"), False))
        found.append(("copy", _("Copy"), False))
        steps = [
            (reverse(f"admin:events_event_{name}", args=[event.pk]), label, is_next)
            for name, label, is_next in found
        ]
        if may_invite and event.status == EventStatus.PUBLISHED and event.starts_at > now:
            add = reverse("admin:events_campaign_add")
            steps.insert(0, (f"{add}?event={event.pk}", _("Invite"), True))
        return steps

    def reached_sentence(self, reached) -> str:
        return ngettext("%(count)s mail", "%(count)s mails", reached.total) % {
            "count": reached.total
        }
