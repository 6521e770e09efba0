"""People in roles, those outside associations too, and what was said with them."""

from datetime import timedelta

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.admin_mixins import ReadLoggedAdmin
from organisations.models import ContactNote, Representative
from organisations.models.people import NOTE_KEEPING


class ReachFilter(admin.SimpleListFilter):
    title = _("invitations")
    parameter_name = "einladung"

    def lookups(self, request, model_admin):
        return [
            ("ja", _("may be invited")),
            ("nein", _("may not be invited")),
            ("informieren", _("must be informed first")),
        ]

    def queryset(self, request, queryset):
        invitable = Representative.objects.invitable(timezone.localdate()).values("pk")
        if self.value() == "ja":
            return queryset.filter(pk__in=invitable)
        if self.value() == "nein":
            return queryset.exclude(pk__in=invitable)
        if self.value() == "informieren":
            return queryset.to_be_informed()
        return queryset


class OutsideFilter(admin.SimpleListFilter):
    title = _("belongs to an organisation")
    parameter_name = "ausserhalb"

    def lookups(self, request, model_admin):
        return [("1", _("no, a person outside"))]

    def queryset(self, request, queryset):
        return queryset.outside() if self.value() else queryset


@admin.register(Representative)
class RepresentativeAdmin(ReadLoggedAdmin, admin.ModelAdmin):
    list_display = ("__str__", "organisation", "function", "language", "reach")
    list_filter = (ReachFilter, OutsideFilter, "language", "function")
    list_select_related = ("organisation", "function")
    search_fields = ("name", "email", "phone", "organisation__name")
    autocomplete_fields = ("organisation",)
    readonly_fields = ("informed_at", "reach", "user")
    fieldsets = (
        (
            None,
            {
                "description": _("Without an organisation this is a person outside associations."),
                "fields": (
                    "organisation",
                    "name",
                    ("function", "function_note"),
                    ("email", "phone"),
                    "language",
                    ("from_on", "to_on"),
                ),
            },
        ),
        (
            _("Invitations"),
            {
                "fields": (
                    "may_be_invited",
                    "reach",
                    "source",
                    ("needs_notice", "informed_at"),
                    ("may_edit", "user"),
                )
            },
        ),
    )

    @admin.display(description=_("May be written to"))
    def reach(self, row):
        if row is None or not row.pk:
            return "–"
        return row.why_not_invited(timezone.localdate()) or gettext("Yes.")


@admin.register(ContactNote)
class ContactNoteAdmin(ReadLoggedAdmin, admin.ModelAdmin):
    list_display = ("happened_at", "organisation", "channel", "person", "follow_up_on")
    list_filter = ("channel",)
    list_select_related = ("organisation", "person")
    search_fields = ("organisation__name", "text")
    date_hierarchy = "happened_at"
    autocomplete_fields = ("organisation", "person")
    readonly_fields = ("written_by", "followed_up_at")
    fields = (
        "organisation",
        "person",
        "channel",
        "happened_at",
        "text",
        ("follow_up_on", "followed_up_at"),
        "keep_until",
        "written_by",
    )

    def get_changeform_initial_data(self, request):
        now = timezone.now()
        return {
            "happened_at": now,
            "keep_until": timezone.localdate(now) + timedelta(days=NOTE_KEEPING),
        } | super().get_changeform_initial_data(request)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.written_by = request.user
        super().save_model(request, obj, form, change)
