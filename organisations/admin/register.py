"""The register: associations, authorities, advice bodies, press and partners."""

from django import forms
from django.contrib import admin, messages
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kme_portal.accounts.admin_mixins import ReadLoggedAdmin
from kme_portal.base.slugs import make_slug
from kme_portal.base.words import dialled
from organisations.admin import filters
from organisations.admin.calls import CallDesk
from organisations.admin.register_steps import RegisterSteps
from organisations.admin.review import ReviewSteps
from organisations.audiences import CRITERIA
from organisations.forms.register import OrganisationForm
from organisations.models import (
    Affiliation,
    ContactNote,
    Organisation,
    OrganisationStatus,
    Representative,
    Term,
)
from organisations.searching import found_organisations
from organisations.services import profile
from organisations.twins import likely_twins


class RepresentativeInline(admin.StackedInline):
    model = Representative
    extra = 0
    verbose_name = _("person or mailbox")
    verbose_name_plural = _("people in roles and mailboxes")
    fields = (
        ("name", "function", "function_note"),
        ("email", "phone", "language"),
        ("from_on", "to_on"),
        ("may_be_invited", "may_edit", "needs_notice"),
    )


class UmbrellaInline(admin.StackedInline):
    model = Affiliation
    fk_name = "member"
    extra = 0
    verbose_name = _("umbrella")
    verbose_name_plural = _("umbrellas it belongs to")
    autocomplete_fields = ["umbrella"]
    fields = (
        ("umbrella", "kind"),
        ("from_on", "to_on"),
        ("confirmed_by_member_on", "confirmed_by_umbrella_on"),
    )


class NoteInline(admin.StackedInline):
    """Notes are written by the button above the form; here they are read."""

    model = ContactNote
    extra = 0
    can_delete = False
    fields = (("happened_at", "channel", "person"), "text", ("written_by", "keep_until"))
    readonly_fields = ("happened_at", "channel", "person", "text", "written_by", "keep_until")

    def has_add_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "written_by")


@admin.register(Organisation)
class OrganisationAdmin(CallDesk, RegisterSteps, ReviewSteps, ReadLoggedAdmin, admin.ModelAdmin):
    form = OrganisationForm
    change_form_template = "organisations/admin/organisation_change_form.html"
    change_list_template = "organisations/admin/organisation_change_list.html"
    list_display = (
        "name",
        "call",
        "district",
        "kind",
        "status",
        "is_listed",
        "last_confirmed_on",
    )
    list_filter = (
        filters.StatusFilter,
        filters.KindFilter,
        filters.RegionFilter,
        filters.DistrictFilter,
        filters.RelationFilter,
        filters.UmbrellaFilter,
        filters.FieldFilter,
        filters.TargetGroupFilter,
        filters.LanguageFilter,
        "is_listed",
    )
    list_select_related = ("district",)
    search_fields = ("search_text",)
    search_help_text = _("Name, town, postcode, person, e-mail or telephone; spelling is forgiven.")
    autocomplete_fields = ("merged_into",)
    readonly_fields = (
        "status",
        "rejection_reason",
        "merged_into",
        "last_confirmed_on",
        "address",
        "present_logo",
    )
    inlines = (RepresentativeInline, UmbrellaInline, NoteInline)
    fieldsets = (
        (None, {"fields": ("name", ("short_name", "kind"), ("status", "address"))}),
        (
            _("Where it is and how to reach it"),
            {
                "fields": (
                    "street",
                    ("postcode", "city"),
                    "district",
                    ("email", "phone"),
                    "website",
                )
            },
        ),
        (
            _("What it does"),
            {
                "fields": (
                    "description",
                    "description_language",
                    "fields",
                    "target_groups",
                    "languages",
                )
            },
        ),
        (_("Logo"), {"fields": ("present_logo", "logo", "logo_alt", "without_logo")}),
        (
            _("What is shown to whom"),
            {
                "description": _(
                    "Nothing is shown unless the association agreed to be listed. Then each value "
                    "is shown to everyone, to associations of the network, or to nobody."
                ),
                "fields": (
                    "is_listed",
                    ("address_visibility", "email_visibility"),
                    ("phone_visibility", "website_visibility"),
                ),
            },
        ),
        (
            _("More about it"),
            {
                "classes": ("collapse",),
                "fields": (
                    "other_names",
                    ("level", "legal_form"),
                    ("register_entry", "founded_in"),
                    "self_designations",
                    "size_band",
                ),
            },
        ),
        (
            _("Office"),
            {
                "classes": ("collapse",),
                "fields": (
                    ("relation", "relation_from", "relation_to"),
                    ("last_confirmed_on", "source"),
                    ("rejection_reason", "merged_into"),
                ),
            },
        ),
    )

    def view_on_site(self, row):
        is_public = row.is_listed and row.status == OrganisationStatus.ACTIVE
        return row.get_absolute_url() if is_public and not row.merged_into_id else None

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        # A merged entry is opened by its address, not met in lists.
        return (
            rows
            if request.resolver_match.kwargs.get("object_id")
            else rows.filter(merged_into=None)
        )

    def get_search_results(self, request, queryset, search_term):
        """Everything somebody on the telephone may say."""
        term = search_term.strip()
        if not term:
            return queryset, False
        return queryset.filter(pk__in=found_organisations(term).values("pk")), False

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Retired terms can no longer be chosen, but stay where they are."""
        if db_field.related_model is Term:
            object_id = request.resolver_match.kwargs.get("object_id")
            used = Q(pk__in=[])
            if object_id:
                through = getattr(Organisation, db_field.name).through.objects
                used = Q(pk__in=through.filter(organisation_id=object_id).values("term_id"))
            kwargs["queryset"] = Term.objects.filter(Q(is_retired=False) | used)
            kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.slug = make_slug(
                obj.name, taken=Organisation.objects.all(), fallback="organisation"
            )
            obj.status = OrganisationStatus.ACTIVE
            obj.last_confirmed_on = timezone.localdate()
            obj.source = obj.source or "Koordinierungsstelle"
        super().save_model(request, obj, form, change)
        if {"logo", "logo_alt", "without_logo"} & set(form.changed_data):
            profile.keep_logo(
                organisation_id=obj.pk,
                picture=form.cleaned_data["logo"],
                alt=form.cleaned_data["logo_alt"],
                is_removed=form.cleaned_data["without_logo"],
            )

    def response_add(self, request, obj, post_url_continue=None):
        twins = [twin for twin in likely_twins(obj) if twin.is_sure]
        if twins:
            messages.warning(
                request,
                format_html(
                    '{} <a href="{}">{}</a>',
                    gettext("There may be an entry for it already: %(name)s.")
                    % {"name": twins[0].label},
                    reverse("admin:organisations_organisation_merge", args=[obj.pk]),
                    gettext("Merge them"),
                ),
            )
        return super().response_add(request, obj, post_url_continue)

    def changelist_view(self, request, extra_context=None):
        criteria = {key: value for key in CRITERIA if (value := request.GET.get(key))}
        extra = {
            "audience_url": f"{reverse('admin:organisations_audience_add')}?{urlencode(criteria)}"
            if criteria
            else ""
        }
        return super().changelist_view(request, (extra_context or {}) | extra)

    @admin.display(description=_("Telephone"))
    def call(self, row):
        note = format_html(
            '<a href="{}">{}</a>',
            reverse("admin:organisations_organisation_contact", args=[row.pk]),
            gettext("Note a call"),
        )
        if not row.phone:
            return note
        link = '<a href="tel:{}"><bdi dir="ltr">{}</bdi></a><br>{}'
        return format_html(link, dialled(row.phone), row.phone, note)

    @admin.display(description=_("Logo"))
    def present_logo(self, row):
        if row is None or row.logo_image is None:
            return "–"
        return format_html(
            '<img class="office-logo" src="{}" alt="{}" width="96" height="96">',
            row.logo_image.get_absolute_url(),
            row.logo_image.alt,
        )

    @admin.display(description=_("Address of the page"))
    def address(self, row):
        if row is None or not row.pk:
            return "–"
        if row.is_listed and row.status == OrganisationStatus.ACTIVE:
            return format_html('<a href="{0}">{0}</a>', row.get_absolute_url())
        return gettext("Not public.")
