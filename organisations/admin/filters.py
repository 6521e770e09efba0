"""Filters of the register's list, named as in an audience, so that one becomes the other."""

from django.contrib import admin
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from organisations.models import (
    Affiliation,
    District,
    Organisation,
    OrganisationStatus,
    Term,
    TermKind,
)

REGIONS = ("Arnsberg", "Detmold", "Düsseldorf", "Köln", "Münster")


class Filter(admin.SimpleListFilter):
    """Folded until something in it is chosen: ten vocabularies would fill three screens."""

    template = "organisations/admin/filter.html"


class StatusFilter(Filter):
    """The living entries, unless asked for others."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return [*OrganisationStatus.choices, ("alle", _("all"))]

    def choices(self, changelist):
        yield {
            "selected": self.value() is None,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": _("without archived ones"),
        }
        for key, label in self.lookup_choices:
            yield {
                "selected": self.value() == key,
                "query_string": changelist.get_query_string({self.parameter_name: key}),
                "display": label,
            }

    def queryset(self, request, queryset):
        if self.value() == "alle":
            return queryset
        if self.value() in OrganisationStatus.values:
            return queryset.filter(status=self.value())
        return queryset.exclude(
            status__in=[OrganisationStatus.ARCHIVED, OrganisationStatus.REJECTED]
        )


class RegionFilter(Filter):
    title = _("administrative region")
    parameter_name = "regierungsbezirk"

    def lookups(self, request, model_admin):
        return [(name, name) for name in REGIONS]

    def queryset(self, request, queryset):
        return queryset.in_regions([self.value()]) if self.value() else queryset


class DistrictFilter(Filter):
    title = _("district")
    parameter_name = "kreis"

    def lookups(self, request, model_admin):
        used = Organisation.objects.exclude(district=None).values("district")
        return list(District.objects.filter(pk__in=used).values_list("ags", "name"))

    def queryset(self, request, queryset):
        return queryset.filter(district=self.value()) if self.value() else queryset


class TermFilter(Filter):
    """A filter for one vocabulary; `field` is the organisation's."""

    kind = ""
    field = ""

    def lookups(self, request, model_admin):
        terms = Term.objects.current().of_kind(self.kind)
        return [(term.slug, term.name) for term in terms]

    def queryset(self, request, queryset):
        return queryset.having_terms(self.field, [self.value()]) if self.value() else queryset


class FieldFilter(TermFilter):
    title = _("field of activity")
    parameter_name = "feld"
    kind, field = TermKind.FIELD, "fields"


class TargetGroupFilter(TermFilter):
    title = _("target group")
    parameter_name = "zielgruppe"
    kind, field = TermKind.TARGET_GROUP, "target_groups"


class LanguageFilter(TermFilter):
    title = _("language")
    parameter_name = "sprache"
    kind, field = TermKind.LANGUAGE, "languages"


class UmbrellaFilter(Filter):
    title = _("umbrella")
    parameter_name = "dach"

    def lookups(self, request, model_admin):
        links = Affiliation.objects.current(localdate()).values("umbrella")
        rows = Organisation.objects.filter(pk__in=links)
        return [(str(row.pk), row.short_name or row.name) for row in rows]

    def queryset(self, request, queryset):
        if self.value() and self.value().isdigit():
            return queryset.under([int(self.value())])
        return queryset


class ChoiceFilter(Filter):
    """A filter over a column with choices, under a German name."""

    field = ""

    def lookups(self, request, model_admin):
        return [c for c in Organisation._meta.get_field(self.field).flatchoices if c[0]]

    def queryset(self, request, queryset):
        return queryset.filter(**{self.field: self.value()}) if self.value() else queryset


class KindFilter(ChoiceFilter):
    title = _("kind")
    parameter_name = "art"
    field = "kind"


class RelationFilter(ChoiceFilter):
    title = _("relation to the office")
    parameter_name = "relation"
    field = "relation"
