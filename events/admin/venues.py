from django.contrib import admin
from django.forms import Textarea
from django.utils.translation import gettext_lazy as _

from events.models import Venue
from kme_portal.base.translated_admin import TranslatedTextsAdmin
from organisations.admin.term_choices import TermChoicesMixin
from organisations.models import TermKind


@admin.register(Venue)
class VenueAdmin(TermChoicesMixin, TranslatedTextsAdmin):
    term_kinds = {"access_features": TermKind.ACCESS_FEATURE}
    list_display = ["name", "kind", "city", "district", "address_visibility", "event_count"]
    list_filter = ["kind", "district"]
    list_select_related = ["district"]
    search_fields = ["name", "city", "street"]
    autocomplete_fields = ["organisation"]
    readonly_fields = ["translation_state"]
    fieldsets = [
        (None, {"fields": ["name", "kind", "organisation"]}),
        (
            _("Where it is"),
            {
                "fields": [
                    "street",
                    ("postcode", "city"),
                    "district",
                    "address_visibility",
                ],
                "description": _(
                    "Only whom you choose reads name and address. For an address for the network "
                    "everyone else sees the town, and the district finds the event; for one for "
                    "the office alone they see no place at all. Who is invited or has a seat "
                    "always reads name and town."
                ),
            },
        ),
        (_("How to get in"), {"fields": ["access_features", "access_note_de"]}),
        (
            _("Translations"),
            {
                "classes": ["collapse"],
                "fields": [
                    "translation_state",
                    "access_note_en",
                    "access_note_tr",
                    "access_note_ar",
                ],
            },
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("events")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name.startswith("access_note"):
            kwargs["widget"] = Textarea(attrs={"rows": 3, "cols": 60})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description=_("events"))
    def event_count(self, venue):
        return len(venue.events.all())
