"""One page for the call: who they are, what is open, what was; and noting it in one step."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kme_portal.accounts import readlog
from kme_portal.base.registries import panels_for
from kme_portal.base.timeline import page_of, timelines
from organisations.forms.register import ContactForm
from organisations.models import Organisation
from organisations.services import people


class CallDesk:
    """Mixed into the register's admin."""

    def get_urls(self):
        def view(one):
            return self.admin_site.admin_view(one)

        return [
            path(
                "<int:pk>/kontakt/",
                view(self.contact_view),
                name="organisations_organisation_contact",
            ),
            path(
                "<int:pk>/wiedervorlage/<int:note>/",
                view(self.follow_up_view),
                name="organisations_organisation_follow_up",
            ),
            *super().get_urls(),
        ]

    def contact_view(self, request, pk):
        """Who may see the entry reads; who may change it notes calls."""
        row = get_object_or_404(
            Organisation.objects.select_related("district", "merged_into"), pk=pk
        )
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        may_note = self.has_change_permission(request, row)
        now = timezone.now()
        typed = request.POST if request.method == "POST" else None
        form = ContactForm(typed, organisation=row, now=now)
        if request.method == "POST":
            if not may_note:
                raise PermissionDenied
            if form.is_valid():
                people.note_contact(
                    organisation=row, written_by=request.user, now=now, **form.cleaned_data
                )
                messages.success(request, _("The contact is noted."))
                return HttpResponseRedirect(request.path)
        else:
            readlog.note_view(user=request.user, row=row)
        return self.page(
            request,
            "contact.html",
            title=row.name,
            organisation=row,
            facts=self._facts(row),
            form=form,
            may_note=may_note,
            may_see_people=request.user.has_perm("organisations.view_representative"),
            contacts=list(row.people(timezone.localdate(now)).select_related("function")),
            panels=panels_for("organisation.call", row, request),
            kinds=[(name, source.title) for name, source in timelines.items()],
            kind=self._kind(request),
            page_obj=page_of(
                row, request.user, kind=self._kind(request), number=request.GET.get("seite")
            ),
        )

    def follow_up_view(self, request, pk, note):
        """A button: what was to be taken up again is done."""
        row = self.organisation(request, pk)
        if request.method == "POST":
            get_object_or_404(row.notes, pk=note)
            people.settle_follow_up(note_id=note, now=timezone.now())
            messages.success(request, _("Done. It no longer stands on your desk."))
        return HttpResponseRedirect(
            reverse("admin:organisations_organisation_contact", args=[row.pk])
        )

    @staticmethod
    def _kind(request) -> str:
        kind = request.GET.get("art", "")
        return kind if kind in timelines else ""

    @staticmethod
    def _facts(row: Organisation) -> list[str]:
        """One line to know whom one talks to."""
        place = " ".join(filter(None, [row.postcode, row.city])) or str(row.district or "")
        words = [
            row.get_kind_display(),
            row.get_status_display(),
            place,
            row.get_relation_display() if row.relation else "",
        ]
        return [str(word) for word in words if word]
