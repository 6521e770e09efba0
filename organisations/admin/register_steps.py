"""What the office does with an entry, beside its form: status, calls, merging, the spreadsheet."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kme_portal.accounts.admin_mixins import filtered_rows
from kme_portal.base.merging import preview
from kme_portal.base.models import IllegalTransition
from kme_portal.base.spreadsheets import write_xlsx, xlsx_response
from organisations.forms.register import RegisterExportForm
from organisations.models import Organisation, OrganisationStatus, Registration
from organisations.services import register
from organisations.twins import likely_twins


class RegisterSteps:
    """Views beside the change form; each changes something by POST alone."""

    def get_urls(self):
        def view(one):
            return self.admin_site.admin_view(one)

        return [
            path("export/", view(self.export_view), name="organisations_organisation_export"),
            path("<int:pk>/status/", view(self.step_view), name="organisations_organisation_step"),
            path(
                "<int:pk>/zusammenlegen/",
                view(self.merge_view),
                name="organisations_organisation_merge",
            ),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        row = self.get_object(request, object_id)
        extra = {"steps": self.steps_for(row), "review": under_review(row)} if row else {}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | extra)

    def steps_for(self, row: Organisation) -> list[tuple[str, str]]:
        """Name and label of each change of status that is possible now."""
        if row.merged_into_id or under_review(row):
            return []
        found = []
        if row.can_move_to(OrganisationStatus.ACTIVE):
            found.append(("activate", _("Activate")))
        if row.status == OrganisationStatus.ACTIVE:
            found.append(("confirm", _("Confirm: the entry is true")))
        if row.can_move_to(OrganisationStatus.DORMANT):
            found.append(("rest", _("Let rest")))
        if row.can_move_to(OrganisationStatus.ARCHIVED):
            found.append(("archive", _("Archive")))
        return found

    def organisation(self, request, pk) -> Organisation:
        row = get_object_or_404(Organisation, pk=pk)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        return row

    def back(self, row) -> HttpResponseRedirect:
        return HttpResponseRedirect(
            reverse("admin:organisations_organisation_change", args=[row.pk])
        )

    def page(self, request, template: str, **context) -> TemplateResponse:
        usual = {**self.admin_site.each_context(request), "opts": self.model._meta}
        return TemplateResponse(request, f"organisations/admin/{template}", usual | context)

    def step_view(self, request, pk):
        """A change of status, asked for by a button of the form."""
        row = self.organisation(request, pk)
        now = timezone.now()
        verbs = {
            "activate": lambda: register.activate(organisation_id=pk, now=now),
            "confirm": lambda: register.confirm(organisation_id=pk, now=now),
            "rest": lambda: register.rest(organisation_id=pk),
            "archive": lambda: register.archive(organisation_id=pk),
        }
        verb = verbs.get(request.POST.get("step", "")) if request.method == "POST" else None
        if verb is not None and under_review(row):
            messages.warning(request, _("This registration is decided on its own page."))
        elif verb is not None:
            try:
                verb()
            except IllegalTransition as refused:
                messages.warning(request, refused.message)
            else:
                messages.success(request, _("Saved."))
        return self.back(row)

    def merge_view(self, request, pk):
        row = self.organisation(request, pk)
        if review := under_review(row):
            # There it is merged with what follows from it: the letter, and who may edit.
            return HttpResponseRedirect(
                reverse("admin:organisations_organisation_review", args=[review.pk])
            )
        chosen = request.POST.get("into", "") if request.method == "POST" else ""
        if chosen.isdigit():
            target = self.organisation(request, int(chosen))
            try:
                register.merge(organisation_id=row.pk, into_id=target.pk)
            except register.CannotMerge:
                messages.error(request, _("These two entries cannot be merged."))
                return self.back(row)
            # By its number: no name stands in the log.
            self.log_change(request, target, _("Merged with the entry #%(pk)s.") % {"pk": row.pk})
            messages.success(request, _("The entries are one now; this is it."))
            return self.back(target)
        wanted = request.GET.get("into", "")
        if wanted.isdigit() and int(wanted) != row.pk:
            target = self.organisation(request, int(wanted))
            return self.page(
                request,
                "merge_preview.html",
                title=_("Merge with another entry"),
                organisation=row,
                target=target,
                moved=preview(row, target),
                people=row.representatives.count(),
                affiliations=row.affiliations.count() + row.member_links.count(),
            )
        query = request.GET.get("q", "").strip()
        others = Organisation.objects.filter(merged_into=None).exclude(pk=row.pk)
        if query:
            found = list(others.searched(query, in_office=True).select_related("district")[:20])
        else:
            likely = [int(c.value[4:]) for c in likely_twins(row) if c.value.startswith("org-")]
            found = list(others.filter(pk__in=likely).select_related("district"))
        return self.page(
            request,
            "merge.html",
            title=_("Merge with another entry"),
            organisation=row,
            query=query,
            found=found,
        )

    def export_view(self, request):
        """The list as it is filtered now, once its purpose was said."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = filtered_rows(self, request)
        form = (
            RegisterExportForm(request.POST) if request.method == "POST" else RegisterExportForm()
        )
        if request.method == "POST" and form.is_valid():
            with_people = form.cleaned_data["with_people"]
            self.note_export(request, rows, purpose=form.cleaned_data["purpose"])
            content = write_xlsx(
                heads(with_people), lines(rows, with_people), title=_("Organisations")
            )
            return xlsx_response(content, f"register-{timezone.localdate():%Y-%m-%d}.xlsx")
        return self.page(
            request,
            "export.html",
            title=_("Spreadsheet of this list"),
            form=form,
            count=rows.count(),
        )


def under_review(row: Organisation) -> Registration | None:
    """Its open registration, which is decided on a page of its own."""
    return Registration.objects.received().filter(organisation=row).first()


def heads(with_people: bool) -> list[str]:
    names = [
        _("Name"), _("Short name"), _("Kind"), _("Status"), _("Level"), _("District"), _("Street"),
        _("Postcode"), _("Town"), _("E-mail"), _("Telephone"), _("Website"), _("Fields"),
        _("Languages"), _("Relation"), _("Listed"), _("Last confirmed"),
    ]  # fmt: skip
    if with_people:
        names += [
            _("Person"),
            _("Function"),
            _("E-mail of the person"),
            _("Telephone of the person"),
        ]
    return names


def lines(rows, with_people: bool):
    """One line an organisation; with people one line each of them."""
    rows = rows.select_related("district").prefetch_related("fields", "languages")
    if with_people:
        rows = rows.prefetch_related("representatives__function")
    today = timezone.localdate()
    for row in rows:
        line = [
            row.name, row.short_name, row.get_kind_display(), row.get_status_display(),
            row.get_level_display(), row.district.name if row.district else "", row.street,
            row.postcode, row.city, row.email, row.phone, row.website,
            ", ".join(t.name for t in row.fields.all()),
            ", ".join(t.name for t in row.languages.all()),
            row.get_relation_display(), _("yes") if row.is_listed else _("no"),
            row.last_confirmed_on,
        ]  # fmt: skip
        current = [
            person
            for person in (row.representatives.all() if with_people else [])
            if (person.to_on is None or person.to_on >= today)
        ]
        if not current:
            yield line
        for person in current:
            function = person.function.name if person.function else person.function_note
            yield [*line, person.name, function, person.email, person.phone]
