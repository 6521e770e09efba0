"""Address lists come in: upload, preview, import, and what was refused as a spreadsheet."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kme_portal.base.models import IllegalTransition
from kme_portal.base.spreadsheets import write_xlsx, xlsx_response
from organisations.forms.imports import UploadForm
from organisations.imports import preview as previews
from organisations.imports.applying import apply_import
from organisations.imports.reading import Unreadable
from organisations.models import Import, OrganisationKind
from organisations.models.imports import ImportStatus
from organisations.services import imports


@admin.register(Import)
class ImportAdmin(admin.ModelAdmin):
    change_list_template = "organisations/admin/import_list.html"
    list_display = (
        "filename",
        "status",
        "rows_new",
        "rows_changed",
        "rows_refused",
        "imported_by",
        "created_at",
    )
    list_filter = ("status",)
    list_select_related = ("imported_by",)
    list_display_links = ("filename",)

    def get_urls(self):
        def view(one):
            return self.admin_site.admin_view(one)

        return [
            path("<int:pk>/preview/", view(self.preview_view), name="organisations_import_preview"),
            path("<int:pk>/refused/", view(self.refused_view), name="organisations_import_refused"),
            path("<int:pk>/discard/", view(self.discard_view), name="organisations_import_discard"),
            *super().get_urls(),
        ]

    def has_delete_permission(self, request, obj=None):
        # What was imported when is part of where an entry comes from.
        return False

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        if request.method == "POST" and form.is_valid():
            file = form.cleaned_data["file"]
            entry = imports.receive(file=file, filename=file.name, user=request.user)
            return HttpResponseRedirect(self._preview_url(entry))
        return self._page(
            request, "import_upload.html", title=_("Read in an address list"), form=form
        )

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if not str(object_id).isdigit():
            raise Http404
        return HttpResponseRedirect(self._preview_url(self._entry(request, int(object_id))))

    def preview_view(self, request, pk):
        entry = self._entry(request, pk)
        choices = dict(request.POST.lists()) if request.method == "POST" else {}
        if request.method == "POST" and "import" in request.POST:
            response = self._import(request, entry, choices)
            if response is not None:
                return response
        is_open = entry.status == ImportStatus.PREVIEW
        preview = self._preview(entry, choices) if is_open else None
        earlier = imports.earlier_imports(entry).order_by("-updated_at").first()
        return self._page(
            request,
            "import_preview.html",
            title=entry.filename,
            entry=entry,
            preview=preview,
            groups=groups_of(preview) if preview else [],
            is_open=is_open,
            has_file=bool(entry.file),
            earlier=earlier,
            kinds=OrganisationKind.choices,
            counts=counts_of(preview) if preview else [],
            can_import=bool(preview and preview.in_state("new", "changed", "same", "joined")),
        )

    def _import(self, request, entry, choices) -> HttpResponseRedirect | None:
        try:
            report = apply_import(
                import_id=entry.pk, choices=choices, user=request.user, now=timezone.now()
            )
        except IllegalTransition:
            messages.warning(request, _("This list has been imported or discarded already."))
            return HttpResponseRedirect(self._preview_url(entry))
        except Unreadable as error:
            messages.error(request, str(error))
            return None
        messages.success(
            request,
            _("Imported: %(new)s new, %(changed)s changed, %(people)s new people and mailboxes.")
            % {"new": report.new, "changed": report.changed, "people": report.people},
        )
        return HttpResponseRedirect(self._preview_url(entry))

    def refused_view(self, request, pk):
        """Rows not taken, or only in part, with the reason: to be mended and read in again."""
        entry = self._entry(request, pk)
        preview = self._preview(entry, {})
        if preview is None:
            raise Http404
        rows = [item for item in preview.items if item.record.refusals or item.record.problems]
        width = max((len(item.record.raw) for item in rows), default=0)
        heads = [_("Sheet"), _("Row"), _("Reason"), *[""] * width]
        lines = (
            [
                item.record.sheet,
                item.record.row,
                " ".join(
                    f"{problem.column}: {problem.text}" if problem.column else problem.text
                    for problem in [*item.record.refusals, *item.record.problems]
                ),
                *item.record.raw,
            ]
            for item in rows
        )
        content = write_xlsx(heads, lines, title=_("Not imported"))
        return xlsx_response(content, f"nicht-eingelesen-{entry.pk}.xlsx")

    def discard_view(self, request, pk):
        entry = self._entry(request, pk)
        if request.method == "POST":
            try:
                imports.discard(import_id=entry.pk)
            except IllegalTransition as refused:
                messages.warning(request, refused.message)
            else:
                messages.success(request, _("The list was discarded, and its file deleted."))
        return HttpResponseRedirect(reverse("admin:organisations_import_changelist"))

    def _entry(self, request, pk) -> Import:
        entry = get_object_or_404(Import.objects.select_related("imported_by"), pk=pk)
        if not self.has_change_permission(request, entry):
            raise PermissionDenied
        return entry

    def _preview(self, entry, choices) -> previews.Preview | None:
        """None when the file has gone after its 24 hours."""
        if not entry.file:
            return None
        try:
            with entry.file.open("rb") as file:
                return previews.build(
                    file, filename=entry.filename, size=entry.file.size, choices=choices
                )
        except (FileNotFoundError, Unreadable):
            return None

    def _preview_url(self, entry) -> str:
        return reverse("admin:organisations_import_preview", args=[entry.pk])

    def _page(self, request, template, **context):
        usual = {**self.admin_site.each_context(request), "opts": self.model._meta}
        return TemplateResponse(request, f"organisations/admin/{template}", usual | context)


GROUPS = (
    (("refused",), "danger", gettext_lazy("Not imported")),
    (("look",), "warning", gettext_lazy("Please look at these")),
    (("new",), "new", gettext_lazy("New")),
    (("changed",), "changed", gettext_lazy("Changed")),
    (("joined",), "joined", gettext_lazy("Several rows about one organisation")),
    (("same",), "same", gettext_lazy("Already in the register, nothing changes")),
    (("skipped",), "same", gettext_lazy("Left out by you")),
)


def groups_of(preview: previews.Preview):
    """Rows in the order in which they need attention: (tone, title, items)."""
    shown: set[str] = set()
    groups = []
    for states, tone, title in GROUPS:
        if states == ("look",):
            found = [i for i in preview.items if i.needs_a_look and i.state != "skipped"]
        else:
            found = [i for i in preview.items if i.state in states]
        found = [item for item in found if item.key not in shown]
        shown |= {item.key for item in found}
        if found:
            groups.append((tone, title, found))
    return groups


def counts_of(preview: previews.Preview) -> list[str]:
    """What the import would do, in sentences."""
    new = len(preview.in_state("new"))
    changed = len(preview.in_state("changed"))
    same = len(preview.in_state("same", "joined"))
    refused = len(preview.in_state("refused"))
    informed = preview.to_inform
    sentences = [
        ngettext("%(count)s new entry", "%(count)s new entries", new) % {"count": new},
        ngettext("%(count)s changed entry", "%(count)s changed entries", changed)
        % {"count": changed},
        ngettext(
            "%(count)s row that is known already", "%(count)s rows that are known already", same
        )
        % {"count": same},
    ]
    if refused:
        sentences.append(
            ngettext(
                "%(count)s row that cannot be imported",
                "%(count)s rows that cannot be imported",
                refused,
            )
            % {"count": refused}
        )
    if informed:
        sentences.append(
            ngettext(
                "%(count)s address gets the notice of Article 14 before any invitation",
                "%(count)s addresses get the notice of Article 14 before any invitation",
                informed,
            )
            % {"count": informed}
        )
    return sentences
