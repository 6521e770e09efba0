from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.models import Venue
from organisations.models import Term, TermKind


@admin.register(Venue)
class VenueAdmin(admin.ModelAdmin):
    list_display = ["name", "kind", "city", "district", "address_visibility", "event_count"]
    list_filter = ["kind", "district"]
    list_select_related = ["district"]
    search_fields = ["name", "city", "street"]
    autocomplete_fields = ["organisation"]
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
                "description": _("The city is always shown, the street only to whom you say."),
            },
        ),
        (_("How to get in"), {"fields": ["access_features", "access_note"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("events")

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        from django.forms import CheckboxSelectMultiple

        kwargs["queryset"] = Term.objects.current().filter(kind=TermKind.ACCESS_FEATURE)
        kwargs["widget"] = CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description=_("events"))
    def event_count(self, venue):
        return len(venue.events.all())
