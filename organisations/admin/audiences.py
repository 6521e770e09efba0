"""Audiences (Verteiler): a filter by name, and at once who is in it."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.admin_mixins import ReadLoggedAdmin
from organisations.audiences import resolve
from organisations.forms.audiences import CRITERIA_FIELDS, AudienceForm
from organisations.models import Audience
from organisations.reach import reach_of


@admin.register(Audience)
class AudienceAdmin(ReadLoggedAdmin, admin.ModelAdmin):
    form = AudienceForm
    change_form_template = "organisations/admin/audience_change_form.html"
    list_display = ("name", "organisations", "updated_at")
    search_fields = ("name",)
    autocomplete_fields = ("includes", "excludes", "people")
    fieldsets = (
        (None, {"fields": ("name",)}),
        (
            _("Filter"),
            {
                "description": _(
                    "An organisation must fit every field that is filled; within a field one of "
                    "the values is enough. Without a filter only the lists below count."
                ),
                "fields": (
                    "c_q",
                    ("c_art", "c_relation", "c_regierungsbezirk"),
                    ("c_kreis", "c_feld"),
                    ("c_zielgruppe", "c_sprache"),
                    "c_dach",
                ),
            },
        ),
        (_("By name"), {"fields": ("includes", "excludes", "people")}),
    )

    @admin.display(description=_("Organisations"))
    def organisations(self, row):
        return resolve(row, today=timezone.localdate()).organisations.count()

    def change_view(self, request, object_id, form_url="", extra_context=None):
        row = self.get_object(request, object_id)
        extra = {}
        if row is not None:
            today = timezone.localdate()
            found = reach_of(resolve(row, today=today), today=today)
            extra = {
                "reached": [one for one in found if one.reached],
                "unreached": [one for one in found if not one.reached],
                "people_count": sum(len(one.reached) for one in found),
            }
        return super().change_view(request, object_id, form_url, (extra_context or {}) | extra)

    def get_changeform_initial_data(self, request):
        """Filters of the register's list come along, several values of one too."""
        initial = super().get_changeform_initial_data(request)
        for name in CRITERIA_FIELDS:
            if values := request.GET.getlist(name):
                initial[name] = values[0] if name == "q" else values
        return initial

    def response_add(self, request, obj, post_url_continue=None):
        """The page of the audience says at once who is in it."""
        super().response_add(request, obj, post_url_continue)
        if "_popup" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return self._stay(obj)

    def response_change(self, request, obj):
        response = super().response_change(request, obj)
        return self._stay(obj) if "_save" in request.POST else response

    def _stay(self, obj) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("admin:organisations_audience_change", args=[obj.pk]))
