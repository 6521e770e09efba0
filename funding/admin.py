from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationStackedInline

from funding.models import Call, Pillar, Programme, Project, ProjectPartner, StatusEntry
from kme_portal.base.languages_apart import LanguagesApart
from kme_portal.base.translated_admin import TranslatedTextsAdmin
from organisations.admin.term_choices import TermChoicesMixin
from organisations.models import TermKind


@admin.register(Programme)
class ProgrammeAdmin(TranslatedTextsAdmin):
    list_display = ["short_name", "name", "authority", "merged_into"]
    search_fields = ["short_name", "name_de", "aliases"]
    prepopulated_fields = {"slug": ["short_name"]}
    readonly_fields = ["translation_state"]


class PillarInline(LanguagesApart, TranslationStackedInline):
    model = Pillar
    extra = 0


@admin.register(Call)
class CallAdmin(TermChoicesMixin, TranslatedTextsAdmin):
    list_display = ["title", "programme", "phase", "opens_on", "closes_on", "is_published"]
    list_filter = ["programme", "is_published"]
    search_fields = ["title_de", "phase"]
    prepopulated_fields = {"slug": ["title_de"]}
    readonly_fields = ["translation_state"]
    date_hierarchy = "closes_on"
    term_kinds = {"priorities": TermKind.PRIORITY}
    inlines = [PillarInline]


class ProjectPartnerInline(admin.StackedInline):
    model = ProjectPartner
    extra = 0
    autocomplete_fields = ["organisation"]
    fields = [("organisation", "role"), "goal", ("from_on", "to_on")]


class StatusEntryInline(admin.StackedInline):
    """Entries are added, never changed: the table refuses both."""

    model = StatusEntry
    extra = 0
    fields = [("status", "valid_on"), "amount", "source"]

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Project)
class ProjectAdmin(TermChoicesMixin, TranslatedTextsAdmin):
    list_display = ["title", "carrier", "status_now", "amount_now", "from_on", "to_on"]
    list_filter = [
        "pillar__call__programme",
        "is_published",
        ("districts", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["title_de", "carrier__name", "presented_by__name"]
    prepopulated_fields = {"slug": ["title_de"]}
    readonly_fields = ["translation_state"]
    autocomplete_fields = ["carrier", "presented_by", "follows", "events", "districts"]
    term_kinds = {"priorities": TermKind.PRIORITY}
    inlines = [ProjectPartnerInline, StatusEntryInline]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "pillar":
            field.queryset = Pillar.objects.select_related("call").order_by(
                "-call__closes_on", "order"
            )
            # Each call has its own kinds, mostly under the same names.
            field.label_from_instance = lambda pillar: f"{pillar.call}: {pillar}"
        return field

    def get_queryset(self, request):
        return super().get_queryset(request).with_status().select_related("carrier")

    def save_formset(self, request, form, formset, change):
        for entry in formset.save(commit=False):
            if isinstance(entry, StatusEntry):
                entry.recorded_by = request.user
                entry.recorded_at = timezone.now()
        formset.save()

    @admin.display(description=_("Status"))
    def status_now(self, project):
        return StatusEntry(status=project.current_status).get_status_display() or "–"

    @admin.display(description=_("amount in euro"))
    def amount_now(self, project):
        return project.current_amount if project.current_amount is not None else "–"
