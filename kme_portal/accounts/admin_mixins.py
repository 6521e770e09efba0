"""What admins of protected records stand on.

    @admin.register(Organisation)
    class OrganisationAdmin(ReadLoggedAdmin, admin.ModelAdmin): ...

Every admin of the office's site (`kme_portal.accounts.site`) has besides, without asking: a
history page drawn from the database's triggers, log entries without names, and no bulk deletion.
"""

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts import readlog


class ReadLoggedAdmin(admin.ModelAdmin):
    """Each look at one record is an entry of the read log; lists show no more than they must.

    An export view calls `self.note_export(request, queryset, purpose=…)` before it answers,
    with a purpose asked by `ExportPurposeForm`.
    """

    def change_view(self, request, object_id, form_url="", extra_context=None):
        response = super().change_view(request, object_id, form_url, extra_context)
        if request.method == "GET" and response.status_code == 200:
            row = self.get_object(request, object_id)
            if row is not None:
                readlog.note_view(user=request.user, row=row)
        return response

    def note_export(self, request, queryset, *, purpose: str) -> None:
        readlog.note_export(
            user=request.user,
            model=queryset.model,
            ids=queryset.values_list("pk", flat=True),
            purpose=purpose,
        )


def filtered_rows(model_admin: admin.ModelAdmin, request):
    """Rows of the list as its address narrows it, for an export: never more than was asked for.

    Raises BadRequest where the address names a column there is not.
    """
    try:
        return model_admin.get_changelist_instance(request).get_queryset(request)
    except IncorrectLookupParameters as error:
        raise BadRequest("unknown filter of a list") from error


class ReadOnlyAdmin(admin.ModelAdmin):
    """Records that the portal writes itself: to be looked at, never typed."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ExportPurposeForm(forms.Form):
    """Asked before protected records leave the portal."""

    purpose = forms.CharField(
        label=_("What is the export for?"),
        help_text=_("Stands in the read log beside your name."),
        max_length=300,
        min_length=5,
    )
