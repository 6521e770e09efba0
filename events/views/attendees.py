"""Who comes, for an association that holds the event with the office (Mitveranstalterin)."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.shortcuts import get_object_or_404
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from events.attendees import needs_of, participants_of
from events.forms.attendees import PurposeForm
from events.models import Event, Party
from events.services.places.erasing import REGISTRATIONS_KEPT
from events.templatetags.events import event_when
from kme_portal.accounts import readlog
from kme_portal.accounts.models import Reading, ReadLog
from kme_portal.base.spreadsheets import write_xlsx, xlsx_response
from organisations.models import Organisation, OrganisationStatus
from organisations.views.my_association.association import AssociationMixin


def held_by(organisation: Organisation, now):
    """Announced events that this association holds, until their registrations are erased."""
    hosting = Event.co_organisers.through.objects.filter(
        event_id=OuterRef("pk"), organisation_id=organisation.pk
    )
    since: timedelta = now - REGISTRATIONS_KEPT
    return Event.objects.published().filter(
        Q(organiser=organisation) | Q(Exists(hosting)), ends_at__gte=since
    )


class AttendeesMixin(AssociationMixin):
    """The event is found only by who may edit an active association that holds it."""

    room = "desk"

    def is_allowed(self) -> bool:
        return super().is_allowed() and self.organisation.status == OrganisationStatus.ACTIVE

    @cached_property
    def event(self) -> Event:
        events = held_by(self.organisation, self.now).select_related("kind", "venue")
        return get_object_or_404(events, slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(event=self.event, when=event_when(self.event), **kwargs)

    def render_to_response(self, context, **response_kwargs):
        response = super().render_to_response(context, **response_kwargs)
        add_never_cache_headers(response)
        return response


class AttendeesView(AttendeesMixin, TemplateView):
    """Names and numbers of those who come; each look is an entry of the read log."""

    template_name = "events/attendees.html"

    def get_context_data(self, **kwargs):
        found = participants_of(self.event, now=self.now)
        if found.coming:
            ReadLog.objects.create(
                user=self.request.user,
                reading=Reading.VIEW,
                model=Party._meta.label,
                ids=[row.party.pk for row in found.coming],
            )
        return super().get_context_data(found=found, needs=needs_of(self.event), **kwargs)


class AttendeesExportView(AttendeesMixin, FormView):
    """The same as a spreadsheet, for a purpose that is asked and kept in the read log."""

    template_name = "events/attendees_export.html"
    form_class = PurposeForm

    def form_valid(self, form):
        found = participants_of(self.event, now=self.now)
        readlog.note_export(
            user=self.request.user,
            model=Party,
            ids=[row.party.pk for row in found.coming],
            purpose=form.cleaned_data["purpose"],
        )
        content = write_xlsx(*found.as_table(with_waiting=False), title=_("Participants"))
        return xlsx_response(content, f"teilnahme-{self.event.pk}.xlsx")
