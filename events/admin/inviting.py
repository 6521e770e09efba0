"""Invitations in the office's admin, and the desk where an answer by telephone is noted."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.deadlines import berlin_day
from events.forms.campaign_desk import DeskForm
from events.models import Event, EventStatus, Invitation, InvitationStatus
from events.services import inviting
from events.services.places import PlacesRefused
from kme_portal.accounts.admin_mixins import ReadLoggedAdmin
from kme_portal.base.models import IllegalTransition
from organisations.models import Organisation

MOST_FOUND = 20


@admin.register(Invitation)
class InvitationAdmin(ReadLoggedAdmin):
    """Read only: an answer changes by the desk, a withdrawal by its button there."""

    change_list_template = "events/admin/campaign_invitations.html"
    list_display = ["event", "who", "status", "answered_at", "answer_channel", "desk"]
    list_filter = ["status", ("event", admin.RelatedOnlyFieldListFilter), "answer_channel"]
    list_select_related = ["event", "organisation", "person"]
    search_fields = ["organisation__name", "organisation__short_name", "person__name"]
    ordering = ["-event__starts_at", "organisation__name"]
    fields = [
        "event",
        "organisation",
        "person",
        "campaign",
        "status",
        "answered_at",
        "answer_channel",
        "recorded_by",
    ]
    readonly_fields = fields

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("Invited"), ordering="organisation__sort_name")
    def who(self, invitation):
        return invitation.invitee

    @admin.display(description=gettext_lazy("To do"))
    def desk(self, invitation):
        url = reverse("admin:events_invitation_answer", args=[invitation.pk])
        return format_html('<a href="{}">{}</a>', url, _("Record an answer"))

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("antwort/", view(self.search_page), name="events_invitation_search"),
            path("antwort/neu/", view(self.new_view), name="events_invitation_new"),
            path("<int:pk>/antwort/", view(self.answer_page), name="events_invitation_answer"),
            path(
                "<int:pk>/zurueckziehen/",
                view(self.withdraw_view),
                name="events_invitation_withdraw",
            ),
            *super().get_urls(),
        ]

    def search_page(self, request):
        """One field for the association; beneath, its coming events with yes or no beside them."""
        self.require(request)
        text = request.GET.get("q", "").strip()[:100]
        now = timezone.now()
        found = []
        if text:
            invitations = (
                Invitation.objects.to_coming_events(now)
                .exclude(status=InvitationStatus.WITHDRAWN)
                .select_related("event")
                .order_by("event__starts_at")
            )
            organisations = Organisation.objects.active().searched(text)[:MOST_FOUND]
            found = list(
                Organisation.objects.filter(pk__in=[one.pk for one in organisations])
                .prefetch_related(Prefetch("invitations", invitations, to_attr="coming"))
                .order_by("name")
            )
        return self.desk_page(
            request,
            "search",
            _("Record an answer"),
            q=text,
            found=found,
            people=self.outside(text, now) if text else [],
            events=Event.objects.filter(status=EventStatus.PUBLISHED, starts_at__gt=now).order_by(
                "starts_at"
            ),
        )

    def outside(self, text, now):
        """Invited people outside associations of this name."""
        return (
            Invitation.objects.to_coming_events(now)
            .filter(Q(person__name__icontains=text) | Q(person__email__iexact=text))
            .select_related("event", "person")[:MOST_FOUND]
        )

    def new_view(self, request):
        """An association that was not written to answers all the same: it is invited now."""
        self.require(request, post=True)
        event = Event.objects.filter(
            pk=_number(request.POST.get("event")), status=EventStatus.PUBLISHED
        ).first()
        organisation = (
            Organisation.objects.active()
            .filter(pk=_number(request.POST.get("organisation")))
            .first()
        )
        if event is None or organisation is None:
            raise Http404
        invitation = inviting.invitation_for(event_id=event.pk, organisation_id=organisation.pk)
        return redirect("admin:events_invitation_answer", invitation.pk)

    def answer_page(self, request, pk):
        self.require(request)
        invitation = self.invitation(pk)
        party = (
            invitation.parties.living()
            .select_related("needs", "pool")
            .prefetch_related("guests")
            .first()
        )
        arguments = {
            "invitation": invitation,
            "party": party,
            "people": self.people(invitation),
        }
        if request.method != "POST":
            initial = {"answer": request.GET.get("antwort", "")}
            form = DeskForm(initial=initial, **arguments)
        else:
            form = DeskForm(request.POST, **arguments)
            if form.is_valid() and self.record(request, invitation, form):
                messages.success(
                    request,
                    _("Noted: %(invitee)s, %(answer)s.")
                    % {
                        "invitee": invitation.invitee,
                        "answer": _("yes") if form.is_yes else _("no"),
                    },
                )
                return redirect("admin:events_invitation_search")
        return self.desk_page(
            request,
            "answer",
            _("Answer of %(invitee)s") % {"invitee": invitation.invitee},
            form=form,
            invitation=invitation,
            party=party,
            why_closed=invitation.why_closed(timezone.now()),
        )

    def record(self, request, invitation, form) -> bool:
        """Note the answer and who noted it; False with the refusal in the form."""
        data = form.cleaned_data
        person = next(
            (p for p in self.people(invitation) if str(p.pk) == data.get("contact")), None
        )
        try:
            inviting.record_answer(
                invitation_id=invitation.pk,
                accepted=form.is_yes,
                guests=form.guests() if form.is_yes else (),
                pool_kind=form.pool_kind() if form.is_yes else "",
                needs=form.needs() if form.is_yes else None,
                sessions=form.sessions() if form.is_yes else None,
                email=person.email if person else "",
                language=person.language if person else "de",
                channel=data["channel"],
                recorded_by=request.user,
                note=data["note"],
                now=timezone.now(),
            )
        except (
            inviting.AnswerRefused,
            inviting.InvitationClosed,
            IllegalTransition,
            PlacesRefused,
        ) as refusal:
            form.add_error(None, refusal.message)
            return False
        return True

    def people(self, invitation):
        """Who can be sent a confirmation: reachable people of the association."""
        today = berlin_day(timezone.now())
        if invitation.organisation is None:
            people = [invitation.person] if invitation.person else []
        else:
            people = list(invitation.organisation.representatives.current(today).order_by("pk"))
        return [person for person in people if person.email]

    def withdraw_view(self, request, pk):
        self.require(request, post=True)
        invitation = self.invitation(pk)
        try:
            inviting.withdraw_invitation(invitation_id=invitation.pk, now=timezone.now())
        except IllegalTransition as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(
                request, _("The invitation is withdrawn. Who had the letter is told so.")
            )
        return redirect("admin:events_invitation_search")

    def invitation(self, pk) -> Invitation:
        found = (
            Invitation.objects.select_related("event__venue", "organisation", "person")
            .filter(pk=pk)
            .first()
        )
        if found is None:
            raise Http404
        return found

    def require(self, request, *, post: bool = False) -> None:
        if not self.has_change_permission(request):
            raise PermissionDenied
        if post and request.method != "POST":
            raise Http404

    def desk_page(self, request, name, title, **context):
        return render(
            request,
            f"events/admin/campaign_desk_{name}.html",
            {
                **self.admin_site.each_context(request),
                "opts": self.model._meta,
                "title": title,
                **context,
            },
        )


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 18 else None
