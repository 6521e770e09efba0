"""Changes that associations ask for: the office approves them, or refuses them with a reason."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.admin_mixins import ReadLoggedAdmin
from kme_portal.base.models import IllegalTransition
from organisations.models import ChangeStatus, ProfileChange
from organisations.services import profile


class RefusalForm(forms.Form):
    """The association reads the reason, so there must be one."""

    reason = forms.CharField(
        label=_("Reason of a refusal"),
        help_text=_("The association reads this, in the e-mail and on its desk."),
        max_length=ProfileChange._meta.get_field("reason").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@admin.register(ProfileChange)
class ProfileChangeAdmin(ReadLoggedAdmin, admin.ModelAdmin):
    list_display = ("organisation", "what", "status", "created_at")
    list_filter = ("status", "field")
    list_select_related = ("organisation",)
    search_fields = ("organisation__name",)
    readonly_fields = (
        "organisation",
        "what",
        "before",
        "at_present",
        "asked_for",
        "status",
        "created_at",
        "decided_at",
        "reason",
    )
    fields = readonly_fields
    change_form_template = "organisations/admin/profile_change.html"

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        return [
            path(
                "<int:pk>/entscheiden/",
                self.admin_site.admin_view(self.decide_view),
                name="organisations_profilechange_decide",
            ),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        row = self.get_object(request, object_id)
        is_waiting = row is not None and row.status == ChangeStatus.WAITING
        may_decide = is_waiting and self.has_change_permission(request, row)
        extra = {"refusal": RefusalForm() if may_decide else None}
        return super().change_view(request, object_id, form_url, extra | (extra_context or {}))

    def decide_view(self, request, pk):
        row = get_object_or_404(ProfileChange, pk=pk)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        address = reverse("admin:organisations_profilechange_change", args=[pk])
        if request.method != "POST":
            return HttpResponseRedirect(address)
        decision = {"change_id": pk, "decided_by": request.user, "now": timezone.now()}
        try:
            if "approve" in request.POST:
                profile.approve_change(**decision)
            else:
                form = RefusalForm(request.POST)
                if not form.is_valid():
                    return self.ask_for_reason(request, row, form)
                profile.refuse_change(reason=form.cleaned_data["reason"], **decision)
        except IllegalTransition as refused:
            messages.warning(request, refused.message)
        else:
            messages.success(request, gettext("Decided; the association is told by e-mail."))
        return HttpResponseRedirect(address)

    def ask_for_reason(self, request, row, form):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": row,
            "title": gettext("A refusal needs a reason."),
            "refusal": form,
        }
        return TemplateResponse(
            request, "organisations/admin/profile_change_refuse.html", context, status=422
        )

    @admin.display(description=_("What"), ordering="field")
    def what(self, row):
        return capfirst(row.get_field_display())

    @admin.display(description=_("Before"))
    def before(self, row):
        return row.old_text or "–"

    @admin.display(description=_("In the profile at present"))
    def at_present(self, row):
        return row.in_words(profile.plain_value(row.organisation, row.field)) or "–"

    @admin.display(description=_("Asked for"))
    def asked_for(self, row):
        return row.new_text or "–"
