"""Regions, vocabularies and umbrellas."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kme_portal.base.translated_admin import TranslatedTextsAdmin
from organisations.models import Affiliation, District, Term


@admin.register(District)
class DistrictAdmin(admin.ModelAdmin):
    """The Land's districts do not change; they are looked up, not typed."""

    list_display = ("name", "ags", "government_region")
    list_filter = ("government_region",)
    search_fields = ("name", "ags")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Term)
class TermAdmin(TranslatedTextsAdmin):
    """A term in use is retired, not deleted, so that old entries keep their meaning."""

    list_display = ("name", "kind", "order", "is_retired")
    list_filter = ("kind", "is_retired")
    search_fields = ("name_de", "name_en", "slug")
    prepopulated_fields = {"slug": ("name",)}
    readonly_fields = ("translation_state",)
    fields = ("kind", "name", "slug", "order", "is_retired", "translation_state")
    actions = ("retire", "bring_back")

    def get_readonly_fields(self, request, obj=None):
        # Filters, audiences and addresses of lists name the slug.
        return (*self.readonly_fields, "kind", "slug") if obj else self.readonly_fields

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.action(description=_("Retire the selected terms"), permissions=["change"])
    def retire(self, request, queryset):
        self._set(request, queryset, is_retired=True)

    @admin.action(description=_("Bring the selected terms back"), permissions=["change"])
    def bring_back(self, request, queryset):
        self._set(request, queryset, is_retired=False)

    def _set(self, request, queryset, *, is_retired: bool) -> None:
        count = queryset.update(is_retired=is_retired)
        messages.success(
            request,
            ngettext("%(count)s term was changed.", "%(count)s terms were changed.", count)
            % {"count": count},
        )


@admin.register(Affiliation)
class AffiliationAdmin(admin.ModelAdmin):
    list_display = (
        "member",
        "umbrella",
        "kind",
        "from_on",
        "to_on",
        "confirmed_by_member_on",
        "confirmed_by_umbrella_on",
    )
    list_filter = ("kind",)
    list_select_related = ("member", "umbrella")
    search_fields = ("member__name", "umbrella__name")
    autocomplete_fields = ("member", "umbrella")
